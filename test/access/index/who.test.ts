// Who can, of the index, against the list that it stands for.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { ListEntry } from '../../../server/src/access/answer.ts';
import { scopeOf } from '../../../server/src/access/grounds.ts';
import { compile } from '../../../server/src/access/index/compile.ts';
import { recordOfFacts } from '../../../server/src/access/index/record.ts';
import { whoCan } from '../../../server/src/access/index/who.ts';
import { entriesOf } from '../../../server/src/access/index/who-entries.ts';
import { permissionWays } from '../../../server/src/access/permission-ways.ts';
import { type Scope, sceneOf } from '../../../server/src/access/question-scope.ts';
import { sightWays } from '../../../server/src/access/sight-ways.ts';
import { whoCan as whoByModel } from '../../../server/src/access/who.ts';
import { worldOf } from '../../../server/src/access/world.ts';
import type { Permission } from '../../../server/src/catalogue/types.ts';
import { allOf, anyOf, negate } from '../../../server/src/condition/build.ts';
import { reduce } from '../../../server/src/condition/reduce.ts';
import { satisfy } from '../../../server/src/condition/solve.ts';
import type { Model } from '../../../server/src/model/model.ts';
import type { BoundPlace } from '../../../server/src/model/question.ts';
import type { Formula, Group, ObjectSymbol, Principal } from '../../../server/src/model/symbols.ts';
import { share } from '../../support/share.ts';
import { askedPermissions, describe as describeFacts, makeWorld, recordsOf, soundModel, today } from './worlds.ts';

function placeOf(object: ObjectSymbol | undefined): BoundPlace {
  if (object === undefined) return { kind: 'organization' };
  const facts = { object, values: new Map(), relations: new Map() };
  return { kind: 'object', object, facts, record: undefined, given: false, when: undefined };
}

const text = ({ name, whenText, origin }: ListEntry) => `${name} when ${whenText}, by ${origin}`;

/** What the user may by being in the group, whatever else gives it too. */
function byGroup(asked: Asked, group: Group): Formula {
  const scope = scopeOf(asked.model, asked);
  const member: Scope = { ...scope, actor: { ...scope.actor, principal: group, groups: new Set([group]) } };
  const { facts } = scope;
  // That the user itself is in a field is nothing that the group gives.
  const isGroups = ({ when }: { readonly when: Formula }) =>
    when.op !== 'atom' || when.test.is !== 'equals' || when.origin !== undefined || when.test.value.kind === 'literal';
  const all = (ways: readonly { readonly when: Formula }[]) => anyOf(ways.filter(isGroups).map(({ when }) => when));
  const held = asked.permissions.map((permission) => all(permissionWays(member, permission)));
  const needsSight = asked.permissions.some(({ record, constant }) => record && constant !== 'CREATE_RECORDS');
  const seen = facts === undefined || !needsSight ? [] : [all(sightWays(member, facts))];
  return reduce(allOf([...held, ...seen]), sceneOf(scope));
}

interface Asked {
  readonly model: Model;
  readonly principal: Principal;
  readonly permissions: readonly Permission[];
  readonly place: BoundPlace;
  readonly today: number;
}

/**
 * The same lines, but that the index leaves out whoever has nothing but what listed groups give, even where it takes two
 * of them, or something else gives it too.
 */
function assertSameList(
  model: Model,
  question: Pick<Asked, 'permissions' | 'place'>,
  mine: readonly ListEntry[],
  what: string,
): void {
  const answer = whoByModel(model, { kind: 'who', asOf: undefined, ...question }, today);
  const right = answer.kind === 'list' ? answer.entries : assert.fail(what);
  const [own, theirs] = [mine.map(text), right.map(text)];
  assert.deepEqual(
    own,
    theirs.filter((each) => own.includes(each)),
    what,
  );
  for (const entry of right) {
    if (own.includes(text(entry))) continue;
    const user = entry.principal;
    assert.ok(user?.kind === 'user', `${what}: ${text(entry)} is missing`);
    const asked: Asked = { model, principal: user, ...question, today };
    const groups = mine.flatMap(({ principal }) =>
      principal?.kind === 'group' && principal.members.has(user) ? [principal] : [],
    );
    const said = anyOf(groups.map((group) => byGroup(asked, group)));
    const more = allOf([entry.when ?? { op: 'true' }, negate(said)]);
    assert.equal(satisfy(more, worldOf(scopeOf(model, asked))).kind, 'no', `${what}: ${text(entry)} is missing`);
  }
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
