// The groups of every user, as numbers: users in the same groups share one list.
import type { Model } from '../../model/model.ts';
import type { Group } from '../../model/symbols.ts';

export interface Memberships {
  /** Where the list of a user starts in `lists`: how many groups, then their numbers in the order of the model. */
  readonly starts: Uint32Array;
  readonly lists: Uint32Array;
}

/** Lists under construction, with a table of those that are there already. */
interface Pool {
  lists: Uint32Array;
  /** Position 0 holds the empty list. */
  end: number;
  /** Open addressing: where a list starts, 0 for a free place. */
  readonly table: Uint32Array;
}

/** Users have the numbers from 0 on. Service accounts are in no group, and a group asked about is in itself alone. */
export function membershipsOf(model: Model, numbers: ReadonlyMap<Group, number>): Memberships {
  const starts = new Uint32Array(model.users.size);
  const capacity = 2 ** Math.ceil(Math.log2(2 * model.users.size + 2));
  const pool: Pool = { lists: new Uint32Array(4 * model.users.size + 64), end: 1, table: new Uint32Array(capacity) };
  for (const [user, groups] of model.groupsOf) starts[user.index] = added(pool, groups, numbers);
  return { starts, lists: pool.lists.slice(0, pool.end) };
}

/** Where the list of these groups starts: that of an equal one, where there is one. */
function added(pool: Pool, groups: ReadonlySet<Group>, numbers: ReadonlyMap<Group, number>): number {
  if (groups.size === 0) return 0;
  const start = pool.end;
  const end = start + 1 + groups.size;
  if (end > pool.lists.length) pool.lists = grown(pool.lists, end);
  const { lists, table } = pool;
  let hash = groups.size;
  let at = start;
  lists[at++] = groups.size;
  for (const group of groups) {
    const number = numbers.get(group) ?? 0;
    lists[at++] = number;
    hash = Math.imul(hash ^ number, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  const mask = table.length - 1;
  for (let place = hash & mask; ; place = (place + 1) & mask) {
    const other = table[place] ?? 0;
    if (other !== 0 && !isSame(lists, other, start)) continue;
    if (other !== 0) return other;
    table[place] = start;
    pool.end = end;
    return start;
  }
}

function grown(lists: Uint32Array, atLeast: number): Uint32Array {
  const larger = new Uint32Array(Math.max(atLeast, lists.length * 2));
  larger.set(lists);
  return larger;
}

function isSame(lists: Uint32Array, a: number, b: number): boolean {
  const count = lists[a] ?? 0;
  for (let i = 0; i <= count; i++) if (lists[a + i] !== lists[b + i]) return false;
  return true;
}

/** True where the list of groups that starts there has the group. */
export function listHas(lists: Uint32Array, start: number, group: number): boolean {
  const end = start + (lists[start] ?? 0);
  for (let at = start + 1; at <= end; at++) if (lists[at] === group) return true;
  return false;
}

/** True of a user in the group. Of anybody else the start is 0, where the empty list stands. */
export function isIn({ starts, lists }: Memberships, person: number, group: number): boolean {
  return person < starts.length && listHas(lists, starts[person] ?? 0, group);
}

/** Of each group, from the first on, its members: users, ascending. */
export interface Members {
  readonly starts: Uint32Array;
  readonly items: Uint32Array;
}

const turnedRound = new WeakMap<Memberships, Members>();

/** The same the other way round, made when it is first asked for. Users have the numbers below that of the first group. */
export function membersByGroup(memberships: Memberships, firstGroup: number, groupCount: number): Members {
  const known = turnedRound.get(memberships);
  if (known !== undefined) return known;
  const counts = new Uint32Array(groupCount + 1);
  eachMembership(memberships, (_, group) => {
    counts[group - firstGroup + 1] = (counts[group - firstGroup + 1] ?? 0) + 1;
  });
  const starts = counts;
  for (let group = 0; group < groupCount; group++) starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0);
  const items = new Uint32Array(starts[groupCount] ?? 0);
  const next = starts.slice();
  eachMembership(memberships, (user, group) => {
    const at = next[group - firstGroup] ?? 0;
    items[at] = user;
    next[group - firstGroup] = at + 1;
  });
  const members = { starts, items };
  turnedRound.set(memberships, members);
  return members;
}

function eachMembership({ starts, lists }: Memberships, take: (user: number, group: number) => void): void {
  for (let user = 0; user < starts.length; user++) {
    const start = starts[user] ?? 0;
    const end = start + (lists[start] ?? 0);
    for (let at = start + 1; at <= end; at++) take(user, lists[at] ?? 0);
  }
}
