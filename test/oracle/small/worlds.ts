// A small world: a population, up to two roles, up to two policies, what shares records; and which worlds are the same but
// for names.
import { conditions, renamedCondition } from './conditions.ts';
import { type Population, type Renaming, renamedParties, renamedPopulation, renamingsOf } from './parties.ts';

export const grants = ['', 'READ_RECORDS', 'READ_CHARTS', 'ADMIN'] as const;
/** What a role is given by, besides membership. */
export const triggers = ['', 'watch', 'assign', 'mention', 'share', 'approval'] as const;
export const recordTriggers = ['', 'watch', 'assign', 'group-assign', 'mention', 'approval'] as const;

export interface RoleOf {
  readonly scope: 'organization' | 'object';
  readonly members: number;
  /** Positions in `grants` and `triggers`. */
  readonly grant: number;
  readonly trigger: number;
}

export interface PolicyOf {
  readonly to: number;
  readonly condition: number;
}

/** Roles and policies as numbers, in ascending order: their own names mean nothing either. */
export interface World {
  readonly population: Population;
  readonly roles: readonly number[];
  readonly policies: readonly number[];
  /** Position in `recordTriggers`. */
  readonly share: number;
}

export function roleCode({ scope, members, grant, trigger }: RoleOf): number {
  return (((scope === 'object' ? 1 : 0) * 64 + members) * grants.length + grant) * triggers.length + trigger;
}

export function roleOf(code: number): RoleOf {
  const trigger = code % triggers.length;
  const rest = Math.floor(code / triggers.length);
  const placed = Math.floor(rest / grants.length);
  const scope = placed >= 64 ? 'object' : 'organization';
  return { scope, members: placed % 64, grant: rest % grants.length, trigger };
}

export function policyCode({ to, condition }: PolicyOf): number {
  return to * conditions.length + condition;
}

export function policyOf(code: number): PolicyOf {
  return { to: Math.floor(code / conditions.length), condition: code % conditions.length };
}

const ascending = (a: number, b: number): number => a - b;

export function renamedWorld(world: World, renaming: Renaming): World {
  const role = (code: number): number => {
    const of = roleOf(code);
    return roleCode({ ...of, members: renamedParties(of.members, renaming) });
  };
  const policy = (code: number): number => {
    const { to, condition } = policyOf(code);
    return policyCode({ to: renamedParties(to, renaming), condition: renamedCondition(condition, renaming) });
  };
  return {
    population: renamedPopulation(world.population, renaming),
    roles: world.roles.map(role).sort(ascending),
    policies: world.policies.map(policy).sort(ascending),
    share: world.share,
  };
}

function comparePopulations(a: Population, b: Population): number {
  return a.membership - b.membership || a.states[0] - b.states[0] || a.states[1] - b.states[1];
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  for (const [at, value] of a.entries()) if (value !== b[at]) return value - (b[at] ?? 0);
  return 0;
}

function compareWorlds(a: World, b: World): number {
  return (
    comparePopulations(a.population, b.population) ||
    compareLists(a.roles, b.roles) ||
    compareLists(a.policies, b.policies)
  );
}

/** The renamings that leave a population as it is; undefined where one makes a lesser population of it. */
export function ownRenamings(population: Population): Renaming[] | undefined {
  const own: Renaming[] = [];
  for (const renaming of renamingsOf(population)) {
    const difference = comparePopulations(renamedPopulation(population, renaming), population);
    if (difference < 0) return undefined;
    if (difference === 0 && (renaming.users || renaming.groups)) own.push(renaming);
  }
  return own;
}

/** True of one of all worlds that differ by names only: the least; `own` is what `ownRenamings` says of its population. */
export function isLeast(world: World, own: readonly Renaming[]): boolean {
  return own.every((renaming) => compareWorlds(renamedWorld(world, renaming), world) >= 0);
}
