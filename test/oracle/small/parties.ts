// Users and groups of small worlds as bits of a number, and what swapping their names does to it.

/** `u1`, `u2`, `G1`, `G2` and the two groups that always exist, each by its bit. */
export const partyNames = ['u1', 'u2', 'G1', 'G2', '"Internal Users"', '"External Users"'] as const;
export const systemGroups = 0b110000;

/** What a user may be besides a member of groups. */
export const states = ['internal', 'external', 'inactive'] as const;

export interface Population {
  /** 0 to 2 of each. */
  readonly users: number;
  readonly groups: number;
  /** Bit `user + 2 * group`. */
  readonly membership: number;
  /** Of each of the two users, by its position in `states`; 0 of one that is not there. */
  readonly states: readonly [number, number];
}

/** A renaming: which pairs of names change places. */
export interface Renaming {
  readonly users: boolean;
  readonly groups: boolean;
}

function exchange(bits: number, low: number, high: number): number {
  const [a, b] = [(bits >> low) & 1, (bits >> high) & 1];
  return a === b ? bits : bits ^ (1 << low) ^ (1 << high);
}

/** A set of parties under other names. */
export function renamedParties(parties: number, { users, groups }: Renaming): number {
  const renamed = users ? exchange(parties, 0, 1) : parties;
  return groups ? exchange(renamed, 2, 3) : renamed;
}

export function renamedPopulation(population: Population, renaming: Renaming): Population {
  let { membership } = population;
  const [first, second] = population.states;
  if (renaming.users) membership = exchange(exchange(membership, 0, 1), 2, 3);
  if (renaming.groups) membership = exchange(exchange(membership, 0, 2), 1, 3);
  return { ...population, membership, states: renaming.users ? [second, first] : [first, second] };
}

/** The renamings of a population: only of names that are there. */
export function renamingsOf({ users, groups }: Population): Renaming[] {
  const ofUsers = users === 2 ? [false, true] : [false];
  const ofGroups = groups === 2 ? [false, true] : [false];
  return ofUsers.flatMap((a) => ofGroups.map((b) => ({ users: a, groups: b })));
}

/** The users and groups that are there. */
export function partiesOf({ users, groups }: Population): number {
  return ((1 << users) - 1) | (((1 << groups) - 1) << 2);
}

/** All subsets of a set of parties, the empty one first. */
export function subsetsOf(parties: number): number[] {
  return Array.from({ length: parties + 1 }, (_, bits) => bits).filter((bits) => (bits & ~parties) === 0);
}

/** Those of its subsets that hold at most one party. */
export function atMostOne(parties: number): number[] {
  return subsetsOf(parties).filter((bits) => (bits & (bits - 1)) === 0);
}

export function namesOf(parties: number): string[] {
  return partyNames.filter((_, at) => (parties >> at) & 1);
}

/** Every population of up to two users and two groups, with every membership; with `every` also every state of each user. */
export function* populations(every: 'membership' | 'membership and state'): Generator<Population> {
  for (const users of [0, 1, 2])
    for (const groups of [0, 1, 2])
      for (const membership of subsetsOf(possibleMembership(users, groups)))
        for (const chosen of statesOf(users, every)) yield { users, groups, membership, states: chosen };
}

function possibleMembership(users: number, groups: number): number {
  let all = 0;
  for (let group = 0; group < groups; group++) for (let user = 0; user < users; user++) all |= 1 << (user + 2 * group);
  return all;
}

function statesOf(users: number, every: 'membership' | 'membership and state'): (readonly [number, number])[] {
  const of = (there: boolean): number[] => (there && every === 'membership and state' ? [0, 1, 2] : [0]);
  return of(users > 0).flatMap((first) => of(users > 1).map((second) => [first, second] as const));
}
