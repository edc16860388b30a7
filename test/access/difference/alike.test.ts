// Principals whom the conditions of a question cannot tell apart are asked about once.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { formsOf, isPlain, looksAtActor, type Needs } from '../../../server/src/access/difference/forms.ts';
import { unmarked } from '../../../server/src/access/difference/marks.ts';
import { everyHome, partyBook } from '../../../server/src/access/difference/parties.ts';
import { alike } from '../../../server/src/access/difference/weighing.ts';
import { never } from '../../../server/src/model/formulas.ts';
import { principalPath } from '../../../server/src/model/lookup.ts';
import { runFor } from './sides.ts';

const people = `
user alice "alice@acme.com" { Region "EU" Area "1" }
user bob   "bob@acme.com" { Region "EU" Area "2" }
user carol "carol@acme.com" { Region "US" Area "2" }
user dana  "dana@acme.com"
group Agents { members alice, bob }
group Crew { members alice, bob, carol }
group Ops { members dana }
group Fans { members carol }
app Desk { field Status: text field Owner: user field Other: user field Team: group field Region: text
  service account Bot { purpose "Works" } }
`;
const desk = (condition: string) => `app Desk { policy P { to alice when ${condition} } }`;

function asked(text: string) {
  const run = runFor(people + text);
  const policyOf = (side: 'before' | 'after') =>
    unmarked(run.sides[side].model.objects.get('Desk')?.policies.find(({ name }) => name === 'P')?.when ?? never);
  const forms = formsOf(run, policyOf('before'), policyOf('after'), false);
  const own = partyBook(run.twins)
    .of(everyHome(run.twins))
    .filter(({ home }) => home.kind !== 'group' || home.system === undefined);
  return {
    forms,
    parts: alike(run, own, [forms]).map((part) => part.map(({ home }) => principalPath(home)).join(' ')),
  };
}

const both = (condition: string, rest = '') => `\n--- before\n${desk(condition)}\n--- after\n${desk(condition)}${rest}`;

/** Who is together where the condition is that on both sides. */
const parts = (condition: string) => asked(both(condition)).parts;

function needs({ self, groups, attributes, marks, inGroups, named }: Needs): object {
  const names = [...named].map(({ name }) => name);
  return { self, groups, attributes, marks, inGroups: inGroups.map(({ name }) => name), named: names };
}

const nothing = { self: false, groups: false, attributes: [], marks: [], inGroups: [], named: [] };

describe('difference: who is alike', () => {
  it('everybody where the condition is of the record alone; people before groups', () => {
    assert.deepEqual(parts('Status is "x"'), ['alice bob carol dana Desk.Bot', 'Agents Crew Ops Fans']);
  });

  it('whoever is named, and whoever is in the groups that are named', () => {
    assert.deepEqual(parts('Owner is alice'), ['alice bob carol dana Desk.Bot Agents Crew Ops Fans']);
    assert.deepEqual(parts('Owner is current user or Other is alice'), [
      'alice',
      'bob carol dana Desk.Bot',
      'Agents Crew Ops Fans',
    ]);
    assert.deepEqual(parts('Owner is current user'), ['alice bob carol dana Desk.Bot', 'Agents Crew Ops Fans']);
    assert.deepEqual(parts('Owner is in Agents'), ['alice bob carol dana Desk.Bot', 'Agents', 'Crew Ops Fans']);
    assert.deepEqual(parts('Owner is in Agents and Owner is current user and Other is in Ops'), [
      'alice bob',
      'carol Desk.Bot',
      'dana',
      'Agents',
      'Crew Fans',
      'Ops',
    ]);
    assert.deepEqual(parts('Team is Agents'), ['alice bob carol dana Desk.Bot', 'Agents Crew Ops Fans']);
  });

  it('attributes and groups', () => {
    assert.deepEqual(parts('Region is current user.Region'), [
      'alice bob',
      'carol',
      'dana Desk.Bot Agents Crew Ops Fans',
    ]);
    assert.deepEqual(parts('Region is current user.Region or Status is current user.Area'), [
      'alice',
      'bob',
      'carol',
      'dana Desk.Bot Agents Crew Ops Fans',
    ]);
    assert.deepEqual(parts('Team contains current user'), ['alice bob carol', 'dana Agents Crew Ops Fans', 'Desk.Bot']);
    assert.deepEqual(parts('Team contains current user and Team is not Agents'), [
      'alice bob',
      'carol',
      'dana Crew Ops Fans',
      'Desk.Bot',
      'Agents',
    ]);
    assert.deepEqual(parts('Team contains current user and Owner is in Agents'), [
      'alice bob',
      'carol',
      'dana',
      'Desk.Bot',
      'Agents',
      'Crew Ops Fans',
    ]);
  });

  it('those who have changed themselves are apart', () => {
    const erin = (region: string) => `user erin "erin@acme.com" { Region "${region}" }`;
    const condition = desk('Owner is in Agents or Status is "x"');
    assert.deepEqual(asked(`\n${condition}\n--- before\n${erin('EU')}\n--- after\n${erin('US')}`).parts, [
      'alice bob carol dana Desk.Bot',
      'erin',
      'Agents',
      'Crew Ops Fans',
    ]);
    const plain = desk('Status is "x"');
    assert.deepEqual(asked(`\n${plain}\n--- before\n${erin('EU')}\n--- after\n${erin('US')}`).parts, [
      'alice bob carol dana Desk.Bot',
      'erin',
      'Agents Crew Ops Fans',
    ]);
    const region = desk('Region is current user.Region');
    assert.deepEqual(asked(`\n${region}\n--- before\n${erin('EU')}\n--- after\n${erin('EU')}`).parts, [
      'alice bob erin',
      'carol',
      'dana Desk.Bot Agents Crew Ops Fans',
    ]);
    assert.deepEqual(asked(`\n${region}\n--- before\n${erin('EU')}\n--- after\n${erin('US')}`).parts, [
      'alice bob',
      'carol',
      'dana Desk.Bot Agents Crew Ops Fans',
      'erin',
    ]);
  });

  it('needs are those of both sides, each once', () => {
    const { forms } = asked(`
--- before
${desk('Owner is current user and Region is current user.Region and Other is alice')}
--- after
${desk('Owner is in Agents and Region is current user.Region and Status is current user.Area and Team contains current user and Team is Ops')}
`);
    assert.deepEqual(needs(forms.needs), {
      self: true,
      groups: true,
      attributes: ['Region', 'Area'],
      marks: [],
      inGroups: ['Agents'],
      named: ['alice', 'Ops'],
    });
    assert.deepEqual(needs(asked(both('Status is "x"')).forms.needs), nothing);
  });

  it('is the same question where both sides say the same in the same words', () => {
    assert.equal(asked(both('Status is "x"')).forms.same, true);
    assert.equal(
      asked(`\n--- before\n${desk('Status is "x"')}\n--- after\n${desk('Status is "y"')}`).forms.same,
      false,
    );
  });

  it('looks at the actor, and cannot tell people apart', () => {
    const of = (condition: string) => {
      const { forms } = asked(both(condition));
      return [looksAtActor(forms.needs), isPlain(forms.needs)];
    };
    assert.deepEqual(of('Status is "x"'), [false, true]);
    assert.deepEqual(of('Owner is current user'), [true, true]);
    assert.deepEqual(of('Team contains current user'), [true, false]);
    assert.deepEqual(of('Region is current user.Region'), [true, false]);
    assert.deepEqual(of('Owner is in Agents'), [false, false]);
    assert.deepEqual(of('Owner is alice'), [false, false]);
    assert.deepEqual(of('Team is Agents'), [false, true]);
  });
});
