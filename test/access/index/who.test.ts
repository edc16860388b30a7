// Who can, of the index, against the list that it stands for.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { ListEntry } from '../../../server/src/access/answer.ts';
import { scopeOf } from '../../../server/src/access/grounds.ts';
import type { AccessIndex } from '../../../server/src/access/index/access-index.ts';
import { compile } from '../../../server/src/access/index/compile.ts';
import { groupAt } from '../../../server/src/access/index/people.ts';
import { recordOfFacts } from '../../../server/src/access/index/record.ts';
import { whoCan } from '../../../server/src/access/index/who.ts';
import { entriesOf } from '../../../server/src/access/index/who-entries.ts';
import { grantsAdmin } from '../../../server/src/access/permission-ways.ts';
import type { WhoAsked } from '../../../server/src/access/principals.ts';
import { inForce, rolesAt, sceneOf } from '../../../server/src/access/question-scope.ts';
import { whoCan as whoByModel } from '../../../server/src/access/who.ts';
import { worldOf } from '../../../server/src/access/world.ts';
import { has } from '../../../server/src/catalogue/permission-set.ts';
import type { Permission } from '../../../server/src/catalogue/types.ts';
import { allOf, anyOf, negate } from '../../../server/src/condition/build.ts';
import { reduce } from '../../../server/src/condition/reduce.ts';
import { satisfy } from '../../../server/src/condition/solve.ts';
import type { BoundPlace } from '../../../server/src/model/question.ts';
import type { Formula, Group, ObjectSymbol, Principal, User } from '../../../server/src/model/symbols.ts';
import { askedPermissions, describe as describeFacts, makeWorld, recordsOf, today } from './worlds.ts';

function placeOf(object: ObjectSymbol | undefined): BoundPlace {
  if (object === undefined) return { kind: 'organization' };
  const facts = { object, values: new Map(), relations: new Map() };
  return { kind: 'object', object, facts, record: undefined, given: false, when: undefined };
}

function byModel({ model }: AccessIndex, permissions: readonly Permission[], place: BoundPlace) {
  const question = { kind: 'who', asOf: undefined, permissions, place } as const;
  const answer = whoByModel(model, question, today);
  assert.equal(answer.kind, 'list');
  return answer.kind === 'list' ? answer.entries : [];
}

const text = ({ name, whenText, origin }: ListEntry) => `${name} when ${whenText}, by ${origin}`;

type Asked = Pick<WhoAsked, 'permissions'> & { readonly object: ObjectSymbol | undefined };

/** What the user may by being in the group, whatever else gives it too. */
function byGroup({ model }: AccessIndex, { permissions, object }: Asked, user: User, group: Group): Formula {
  const roles = rolesAt(model, object).filter(
    (role) => inForce(role, today) && role.members.some(({ member }) => member === group),
  );
  if (!permissions.every((permission) => roles.some((role) => has(role.permissions, permission) || grantsAdmin(role))))
    return { op: 'false' };
  const needsSight = permissions.some(({ record, constant }) => record && constant !== 'CREATE_RECORDS');
  const seesAll = model.semantics.adminSeesAllRecords && roles.some(grantsAdmin);
  if (object === undefined || !needsSight || seesAll) return { op: 'true' };
  const own = object.policies.filter(({ to }) => to.some(({ subject }) => subject === group));
  return reduce(
    anyOf(own.flatMap(({ when }) => when ?? [])),
    sceneOf(scopeOf(model, asked({ permissions, object }, user))),
  );
}

const asked = ({ permissions, object }: Asked, principal: Principal) =>
  ({ principal, permissions, place: placeOf(object), today }) as const;

/**
 * The same lines, but that the index leaves out whoever has nothing but what listed groups give, even where it takes two
 * of them, or something else gives it too.
 */
function assertSameList(index: AccessIndex, question: Asked, mine: readonly ListEntry[], what: string): void {
  const right = byModel(index, question.permissions, placeOf(question.object));
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
    const groups = mine.flatMap(({ principal }) =>
      principal?.kind === 'group' && principal.members.has(user) ? [principal] : [],
    );
    const said = anyOf(groups.map((group) => byGroup(index, question, user, group)));
    const more = allOf([entry.when ?? { op: 'true' }, negate(said)]);
    const world = worldOf(scopeOf(index.model, asked(question, user)));
    assert.equal(satisfy(more, world).kind, 'no', `${what}: ${text(entry)} is missing`);
  }
}

describe('access index: who can', () => {
  it('lists whom the model lists, in its words', () => {
    let [listed, all] = [0, 0];
    for (let seed = 0; seed < 25; seed++) {
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
          assertSameList(index, { permissions, object }, entries, what);
        }
      }
    }
    assert.ok(listed / all > 0.5, `${listed} of ${all}`);
  });

  it('lists whom the model lists for a record that is given', () => {
    let [listed, all] = [0, 0];
    for (let seed = 0; seed < 12; seed++) {
      const world = makeWorld('who of', seed);
      const index = compile(world.model, today);
      for (const facts of recordsOf(world, 'full').flatMap((each) => each ?? [])) {
        for (const permission of askedPermissions) {
          const record = recordOfFacts(index.people, facts);
          const found = whoCan(index, { permissions: [permission.index], object: facts.object.index, record });
          assert.ok(found !== undefined);
          const names = [...entriesOf(index, found)].map(({ name }) => name);
          const place: BoundPlace = {
            kind: 'object',
            object: facts.object,
            facts,
            record: undefined,
            given: true,
            when: undefined,
          };
          const right = byModel(index, [permission], place).map(({ name }) => name);
          all += right.length;
          listed += names.length;
          const what = `${seed}: ${permission.constant} ${describeFacts(facts)}`;
          assert.deepEqual(
            names,
            right.filter((name) => names.includes(name)),
            what,
          );
          for (const name of right)
            if (!names.includes(name)) {
              const user = world.model.users.get(name);
              assert.ok(user !== undefined, `${what}: ${name} is missing`);
              const groups = [...found.kinds].flatMap(({ principals }) =>
                principals.flatMap((each) => groupAt(index.people, each) ?? []),
              );
              const own = groups.filter((group) => group.members.has(user));
              const gives = (group: Group) =>
                reduce(byGroup(index, { permissions: [permission], object: facts.object }, user, group), {
                  ...sceneOf(
                    scopeOf(world.model, {
                      ...asked({ permissions: [permission], object: facts.object }, user),
                      place,
                    }),
                  ),
                });
              assert.ok(
                own.some((group) => gives(group).op === 'true'),
                `${what}: ${name} is missing`,
              );
            }
        }
      }
    }
    assert.ok(listed / all > 0.5, `${listed} of ${all}`);
  });
});
