// The small worlds are what they are said to be: every one up to names, and none of them twice.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { permission } from '../../../server/src/catalogue/permissions.ts';
import { conditions, conditionsOf, fieldsIn } from './conditions.ts';
import { atMostOne, type Population, partiesOf, populations, subsetsOf } from './parties.ts';
import { type Space, spaces, worldsOf } from './spaces.ts';
import { filesOf } from './text.ts';
import {
  grants,
  isLeast,
  policyCode,
  policyOf,
  recordTriggers,
  roleCode,
  roleOf,
  triggers,
  type World,
} from './worlds.ts';

const swaps: Readonly<Record<string, string>> = { u1: 'u2', u2: 'u1', G1: 'G2', G2: 'G1' };

/** The text of a world with names swapped, in an order of its own: lists and lines sorted, roles and policies without names. */
function plainText(text: string, names: RegExp): string {
  const swapped = text.replace(names, (name) => swaps[name] ?? name);
  const lines = swapped.split('\n').map((line) =>
    line
      .replace(/\b(role R|policy P)\d/, '$1')
      .replace(/\b(members|to) (.+?)(?= grants| auto-share| when| \})/, (_, word, list: string) => {
        return `${word} ${list.split(', ').sort().join(', ')}`;
      }),
  );
  return lines.sort().join('\n');
}

/** The least of a world's texts under all names: the same for worlds that differ by names only, by reading them alone. */
function classOf(world: World): string {
  const { users, groups } = world.population;
  const text = filesOf([world])['main.writ'] ?? '';
  const all = [/never^/g, ...(users === 2 ? [/\bu[12]\b/g] : []), ...(groups === 2 ? [/\bG[12]\b/g] : [])];
  if (users === 2 && groups === 2) all.push(/\b[uG][12]\b/g);
  return all.map((names) => plainText(text, names)).sort()[0] ?? '';
}

const few = (of: Population): number[] => atMostOne(partiesOf(of));
const readers = (of: Population): number[] =>
  few(of).map((members) => roleCode({ scope: 'organization', members, grant: 1, trigger: 0 }));
const naming = (of: Population): number[] =>
  conditionsOf(of).filter((at) => /^(|Lead is (u1|u2|in G1|in G2))$/.test(conditions[at] ?? ''));

function pairsOf(codes: readonly number[]): number[][] {
  const pairs = codes.flatMap((a, at) => codes.slice(at).map((b) => [a, b]));
  return [[], ...codes.map((code) => [code]), ...pairs];
}

/** A space that is small enough to be gone through under all names. */
const instance: Space = {
  name: 'an instance',
  every: 'membership',
  asked: { permissions: [], relations: 'none' },
  roles: (of) => pairsOf(readers(of)),
  policies: (of) => [
    [],
    ...few(of)
      .filter((to) => to !== 0)
      .flatMap((to) => naming(of).map((condition) => [policyCode({ to, condition })])),
  ],
  shares: [0],
};

function* allWorlds({ every, roles, policies, shares }: Space): Generator<World> {
  for (const population of populations(every))
    for (const someRoles of roles(population))
      for (const somePolicies of policies(population))
        for (const share of shares) yield { population, roles: someRoles, policies: somePolicies, share };
}

function countPerClass(worlds: Iterable<World>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const world of worlds) counts.set(classOf(world), (counts.get(classOf(world)) ?? 0) + 1);
  return counts;
}

describe('small worlds', () => {
  it('are one of all worlds that differ by names only', () => {
    const all = countPerClass(allWorlds(instance));
    const taken = countPerClass([...worldsOf(instance)].flat());
    const size = [...all.values()].reduce((sum, count) => sum + count);
    assert.ok(all.size > 1000 && size > 2.5 * all.size, `${size} worlds, ${all.size} up to names`);
    assert.deepEqual([...taken.keys()].sort(), [...all.keys()].sort());
    assert.ok([...taken.values()].every((count) => count === 1));
  }).timeout(30_000);

  it('have every population up to names', () => {
    const empty: Space = { ...instance, roles: () => [[]], policies: () => [[]] };
    const count = (every: Space['every']): number => [...worldsOf({ ...empty, every })].flat().length;
    // By Burnside's lemma: 1 + 1 + 1, 1 + 2 + 3, 1 + 3 + 7, for 0, 1 and 2 users with 0, 1 and 2 groups each.
    assert.equal(count('membership'), 20);
    const classes = countPerClass(allWorlds({ ...empty, every: 'membership and state' }));
    assert.equal(count('membership and state'), classes.size);
  });

  it('have no two worlds that are the same', () => {
    for (const space of spaces) {
      const { population } = [...worldsOf(space)].at(-1)?.[0] ?? assert.fail(space.name);
      for (const lists of [space.roles(population), space.policies(population)])
        assert.equal(new Set(lists.map((list) => list.join())).size, lists.length, space.name);
    }
  });

  it('have conditions on every type of field, and the same of everybody', () => {
    const types = fieldsIn([...conditions.keys()]).map(({ type }) => type.replace(/\(.*/, ''));
    const every = ['text', 'number', 'date', 'datetime', 'boolean', 'choice', 'choices', 'user', 'group', 'attachment'];
    assert.deepEqual(types.sort(), every.sort());
    assert.ok(conditions.length >= 12);
    const population: Population = { users: 2, groups: 2, membership: 0, states: [0, 0] };
    assert.equal(conditionsOf(population).length, conditions.length);
    const namedBy = (to: number, text: string): World => {
      return { population, roles: [], policies: [policyCode({ to, condition: conditions.indexOf(text) })], share: 0 };
    };
    assert.equal(isLeast(namedBy(1, 'Lead is u2'), [{ users: true, groups: false }]), true);
    assert.equal(isLeast(namedBy(2, 'Lead is u1'), [{ users: true, groups: false }]), false);
  });

  it('have roles of both scopes with a record permission, another one, `ADMIN` and none, and every trigger', () => {
    const population: Population = { users: 2, groups: 2, membership: 0, states: [0, 0] };
    const roles = spaces.flatMap((space) => space.roles(population).flat().map(roleOf));
    const kinds = new Set(roles.map(({ scope, grant, trigger }) => `${scope} ${grants[grant]} ${triggers[trigger]}`));
    // `ADMIN` is a permission of the organization alone.
    assert.equal(kinds.size, 4 * triggers.length + 3 * triggers.length);
    assert.deepEqual(permission('ADMIN')?.scopes, ['organization']);
    assert.equal(permission('READ_RECORDS')?.record, true);
    assert.equal(permission('READ_CHARTS')?.record, false);
    assert.equal(new Set(spaces.flatMap(({ shares }) => shares)).size, recordTriggers.length);
    const members = new Set(roles.map((role) => role.members));
    assert.ok(subsetsOf(partiesOf(population)).every((each) => members.has(each)));
    const to = new Set(
      spaces.flatMap((space) =>
        space
          .policies(population)
          .flat()
          .map((code) => policyOf(code).to),
      ),
    );
    assert.ok(subsetsOf(partiesOf(population)).every((each) => each === 0 || to.has(each)));
  });
});
