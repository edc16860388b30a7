// The spaces of small worlds. The product of all choices has more than 10^11 worlds; these are products of fewer choices,
// each walked in full, in which the choices meet each other two by two and three by three.
import type { Chance } from '../chance.ts';
import { conditions, conditionsOf } from './conditions.ts';
import { atMostOne, type Population, partiesOf, populations, subsetsOf, systemGroups } from './parties.ts';
import {
  grants,
  isLeast,
  ownRenamings,
  policyCode,
  recordTriggers,
  roleCode,
  roleOf,
  triggers,
  type World,
} from './worlds.ts';

/** What is asked in each world of a space. */
export interface Asked {
  readonly permissions: readonly string[];
  /** Records without relations; or besides with each that a role or the object looks at; or with `shared with` in any case. */
  readonly relations: 'none' | 'spoken of' | 'spoken of and shared';
}

/** Lists of roles or policies that stand together. */
type Lists = readonly (readonly number[])[];

export interface Space {
  readonly name: string;
  readonly every: 'membership' | 'membership and state';
  readonly asked: Asked;
  roles(of: Population): Lists;
  policies(of: Population): Lists;
  readonly shares: readonly number[];
}

/** Nothing, each alone, and each with each. */
function upToTwo(codes: readonly number[]): Lists {
  return [...upToOne(codes), ...codes.flatMap((a, at) => codes.slice(at).map((b) => (a < b ? [a, b] : [b, a])))];
}

function upToOne(codes: readonly number[]): Lists {
  return [[], ...codes.map((code) => [code])];
}

/** Roles at both scopes with every grant; `ADMIN` cannot be granted in an object. */
function rolesOf(members: readonly number[], some: readonly number[]): number[] {
  const scopes = ['organization', 'object'] as const;
  return scopes.flatMap((scope) =>
    members.flatMap((each) =>
      [...grants.keys()]
        .filter((grant) => scope === 'organization' || grants[grant] !== 'ADMIN')
        .flatMap((grant) => some.map((trigger) => roleCode({ scope, members: each, grant, trigger }))),
    ),
  );
}

function policiesOf(to: readonly number[], some: readonly number[]): number[] {
  return to
    .filter((each) => each !== 0)
    .flatMap((each) => some.map((condition) => policyCode({ to: each, condition })));
}

const everybody = (of: Population): number => partiesOf(of) | systemGroups;
/** One role that lets everybody do it. */
const allRead = (of: Population): Lists => [
  [roleCode({ scope: 'organization', members: everybody(of), grant: grants.indexOf('READ_RECORDS'), trigger: 0 })],
];
/** Every record in nobody's sight, and in everybody's. */
const allSeen = (of: Population): Lists => [[policyCode({ to: everybody(of), condition: 0 })]];
const allOrNone = (of: Population): Lists => [[], ...allSeen(of)];
const any = (of: Population): number[] => subsetsOf(partiesOf(of));
const few = (of: Population): number[] => atMostOne(partiesOf(of));
const fewOrAll = (of: Population): number[] => [...new Set([...few(of), partiesOf(of)])];
const fewOrSystem = (of: Population): number[] => [...any(of), 1 << 4, 1 << 5];

const none = [0];
const everyTrigger = [...triggers.keys()];
const withTrigger = everyTrigger.slice(1);
const everyShare = [...recordTriggers.keys()];
const permissions = ['READ_RECORDS', 'READ_CHARTS', 'ADMIN'];
const fewPermissions = permissions.slice(0, 2);
/** None, one about the record alone, one about who asks. */
const fewConditions = ['', 'Region is "EU"', 'Lead is current user'].map((text) => conditions.indexOf(text));

/** Of the worlds that chance gives. */
export const askedOfSome: Asked = { permissions, relations: 'spoken of and shared' };

export const spaces: readonly Space[] = [
  {
    name: 'two roles',
    every: 'membership',
    asked: { permissions, relations: 'none' },
    roles: (of) => upToTwo(rolesOf(any(of), none)),
    policies: allOrNone,
    shares: none,
  },
  {
    name: 'two roles with triggers',
    every: 'membership',
    asked: { permissions: fewPermissions, relations: 'spoken of' },
    roles: (of) => upToTwo(rolesOf(few(of), everyTrigger)),
    policies: allSeen,
    shares: none,
  },
  {
    name: 'two policies with any conditions',
    every: 'membership',
    asked: { permissions: ['READ_RECORDS'], relations: 'none' },
    roles: allRead,
    policies: (of) => upToTwo(policiesOf(fewOrAll(of), conditionsOf(of))),
    shares: none,
  },
  {
    name: 'two policies to anybody',
    every: 'membership',
    asked: { permissions: ['READ_RECORDS'], relations: 'none' },
    roles: allRead,
    policies: (of) => upToTwo(policiesOf(any(of), fewConditions)),
    shares: none,
  },
  {
    name: 'a role and a policy',
    every: 'membership',
    asked: { permissions: fewPermissions, relations: 'none' },
    roles: (of) => upToOne(rolesOf(any(of), none)),
    policies: (of) => upToOne(policiesOf(any(of), conditionsOf(of))),
    shares: none,
  },
  {
    name: 'a trigger and a policy',
    every: 'membership',
    asked: { permissions: fewPermissions, relations: 'spoken of and shared' },
    roles: () => upToOne(rolesOf(none, withTrigger)),
    policies: (of) => upToOne(policiesOf(few(of), conditionsOf(of))),
    shares: none,
  },
  {
    name: 'a role and shared records',
    every: 'membership',
    asked: { permissions, relations: 'spoken of and shared' },
    roles: (of) => upToOne(rolesOf(any(of), everyTrigger)),
    policies: allOrNone,
    shares: everyShare,
  },
  {
    name: 'a policy and shared records',
    every: 'membership',
    asked: { permissions: ['READ_RECORDS'], relations: 'spoken of and shared' },
    roles: allRead,
    policies: (of) => upToOne(policiesOf(any(of), conditionsOf(of))),
    shares: everyShare,
  },
  {
    name: 'kinds of users and a role',
    every: 'membership and state',
    asked: { permissions, relations: 'spoken of' },
    roles: (of) => upToOne(rolesOf(fewOrSystem(of), everyTrigger)),
    policies: allOrNone,
    shares: none,
  },
  {
    name: 'kinds of users and a policy',
    every: 'membership and state',
    asked: { permissions: ['READ_RECORDS'], relations: 'none' },
    roles: allRead,
    policies: (of) => upToOne(policiesOf(fewOrSystem(of), conditionsOf(of))),
    shares: none,
  },
];

/** Some worlds of the whole product, with one population and the same roles of the organization. */
export function someWorlds(chance: Chance, count: number): World[] {
  const population = chance.pick([...populations('membership and state')]);
  const everyRole = rolesOf(subsetsOf(everybody(population)), everyTrigger);
  const isShared = (code: number): boolean => roleOf(code).scope === 'organization';
  const [shared, own] = [everyRole.filter(isShared), everyRole.filter((code) => !isShared(code))];
  const everyPolicy = policiesOf(subsetsOf(everybody(population)), conditionsOf(population));
  const some = (from: readonly number[], most: number): number[] =>
    Array.from({ length: chance.below(most + 1) }, () => chance.pick(from));
  const common = some(shared, 2);
  return Array.from({ length: count }, () => ({
    population,
    roles: [...common, ...some(own, 2 - common.length)].sort((a, b) => a - b),
    policies: some(everyPolicy, 2).sort((a, b) => a - b),
    share: chance.pick(everyShare),
  }));
}

/** The worlds of a space, population by population, one of those that differ by names only. */
export function* worldsOf(space: Space): Generator<readonly World[]> {
  for (const population of populations(space.every)) {
    const own = ownRenamings(population);
    if (own === undefined) continue;
    const [roles, policies] = [space.roles(population), space.policies(population)];
    const found: World[] = [];
    for (const someRoles of roles)
      for (const somePolicies of policies)
        for (const share of space.shares) {
          const world = { population, roles: someRoles, policies: somePolicies, share };
          if (isLeast(world, own)) found.push(world);
        }
    yield found;
  }
}
