// Who can, of the index, against the list that it stands for.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { ListEntry } from '../../../server/src/access/answer.ts';
import { compile } from '../../../server/src/access/index/compile.ts';
import { recordOfFacts } from '../../../server/src/access/index/record.ts';
import { whoCan } from '../../../server/src/access/index/who.ts';
import { entriesOf } from '../../../server/src/access/index/who-entries.ts';
import { whoCan as whoByModel } from '../../../server/src/access/who.ts';
import type { Permission } from '../../../server/src/catalogue/types.ts';
import type { Model } from '../../../server/src/model/model.ts';
import type { BoundPlace } from '../../../server/src/model/question.ts';
import type { ObjectSymbol } from '../../../server/src/model/symbols.ts';
import { share } from '../../support/share.ts';
import { askedPermissions, describe as describeFacts, makeWorld, recordsOf, soundModel, today } from './worlds.ts';

function placeOf(object: ObjectSymbol | undefined): BoundPlace {
  if (object === undefined) return { kind: 'organization' };
  const facts = { object, values: new Map(), relations: new Map() };
  return { kind: 'object', object, facts, record: undefined, given: false, when: undefined };
}

const text = ({ name, whenText, origin }: ListEntry) => `${name} when ${whenText}, by ${origin}`;

interface Asked {
  readonly permissions: readonly Permission[];
  readonly place: BoundPlace;
}

/** The same lines in the same order. */
function assertSameList(model: Model, question: Asked, mine: readonly ListEntry[], what: string): void {
  const answer = whoByModel(model, { kind: 'who', asOf: undefined, ...question }, today);
  const right = answer.kind === 'list' ? answer.entries : assert.fail(what);
  assert.deepEqual(mine.map(text), right.map(text), what);
}

describe('access index: who can', () => {
  it('lists whom the model lists, in its words', () => {
    let [listed, all] = [0, 0];
    for (let seed = 0; seed < share(25); seed++) {
      const { model } = makeWorld('who', seed);
      const index = compile(model, today);
      for (const object of [undefined, ...model.objects.values()]) {
        for (const permission of askedPermissions) {
          const permissions = permission === askedPermissions[1] ? askedPermissions.slice(0, 2) : [permission];
          const holders = whoCan(index, {
            permissions: permissions.map((each) => each.constant),
            object: object?.name,
          });
          all++;
          if (holders === undefined) continue;
          listed++;
          const entries = [...entriesOf(index, holders)];
          const what = `${seed}: ${permissions.map((each) => each.constant).join(' and ')} in ${object?.name}`;
          assertSameList(model, { permissions, place: placeOf(object) }, entries, what);
        }
      }
    }
    assert.ok(listed / all > 0.5, `${listed} of ${all}`);
  });

  it('lists whom the model lists for a record that is given', () => {
    for (let seed = 0; seed < share(12); seed++) {
      const world = makeWorld('who of', seed);
      const index = compile(world.model, today);
      for (const facts of recordsOf(world, 'full').flatMap((each) => each ?? [])) {
        for (const permission of askedPermissions) {
          const record = recordOfFacts(index.people, facts);
          const found = whoCan(index, { permissions: [permission.index], object: facts.object.index, record });
          assert.ok(found !== undefined);
          const place: BoundPlace = {
            kind: 'object',
            object: facts.object,
            facts,
            record: undefined,
            given: true,
            when: undefined,
          };
          const what = `${seed}: ${permission.constant} ${describeFacts(facts)}`;
          assertSameList(world.model, { permissions: [permission], place }, [...entriesOf(index, found)], what);
        }
      }
    }
  });

  // What a condition asks of the one who asks sets people apart who are otherwise alike.
  for (const when of [
    'Owner is current user and Owner is not ada',
    'Owner is current user and Owner is in Sales',
    'Owner is not current user or not Owner is in Sales',
    'Owner is one of (current user, bo) and Owner is bo',
    'Title is current user.Region and Title is "EU"',
    'not Title is current user.Region',
    'Team contains current user and Team is not Sales',
    'Team is empty or not Team contains current user',
    'Owner is current user and Owner is Desk.bot',
  ])
    it(`weighs on its own who is not like the others: ${when}`, () => {
      for (const byGroups of ['', ', Sales, Support, Others, "Internal Users"']) {
        const world = `
        user ada "ada@a.cc" { Region "EU" }  user bo "bo@a.cc" { Region "EU" }  user cy "cy@a.cc" { Region "US" }
        user dee "dee@a.cc"  user eve "eve@a.cc"
        group Sales { members ada, bo, dee }  group Support { members bo, cy }  group Others { members eve }
        role Reader { members ada, bo, cy, dee, eve${byGroups} grants READ_RECORDS }
        app Desk {
          field Title: text  field Owner: user  field Team: group
          policy "One" { to "Internal Users", Sales, Support, Others, Desk.bot, Desk.other when ${when} }
          service account bot { roles Reader }  service account other { roles Reader }
        }`;
        const model = soundModel(world);
        const object = model.objects.get('Desk');
        const permissions = askedPermissions.filter(({ constant }) => constant === 'READ_RECORDS');
        const index = compile(model, today);
        const holders = whoCan(index, { permissions: ['READ_RECORDS'], object: 'Desk' });
        assert.ok(object !== undefined && holders !== undefined);
        assertSameList(model, { permissions, place: placeOf(object) }, [...entriesOf(index, holders)], when);
      }
    });
});
