// `who can` of one record: everybody is decided, of those who hold what is asked for at all.
import type { Permission } from '../../catalogue/types.ts';
import type { AccessIndex, ObjectIndex } from './access-index.ts';
import { decideAsk, needsSight } from './decide.ts';
import { isInactive, isUnsound } from './people.ts';
import { holdsOf } from './policies.ts';
import { type Ask, isNamed } from './question.ts';
import { type DenseRecord, denseRecord, type NamedRecord } from './record.ts';
import { seenByRelation } from './relations.ts';
import { sharedRoles } from './shares.ts';
import { type Standing, seesAll, standingOf } from './standing.ts';

interface Search {
  readonly index: AccessIndex;
  readonly object: ObjectIndex;
  readonly permissions: readonly Permission[];
  readonly record: DenseRecord;
  readonly standing: Standing;
  readonly needsSight: boolean;
}

/** The numbers of the holders, without users who have it by a group that is one; undefined where a field decides that is open. */
export function whoOfRecord(
  index: AccessIndex,
  object: ObjectIndex,
  permissions: readonly Permission[],
  given: NamedRecord | DenseRecord,
): readonly number[] | undefined {
  const record = isNamed(given) ? denseRecord(index.people, object.fields, given) : given;
  if (record === undefined) return undefined;
  const standing = standingOf(index, object, permissions);
  const search = { index, object, permissions, record, standing, needsSight: permissions.some(needsSight) };
  const { firstGroup, firstAccount, flags } = index.people;
  const groups = allowedIn(search, firstGroup, firstAccount, new Set());
  const users = groups && allowedIn(search, 0, firstGroup, new Set(groups));
  const accounts = allowedIn(search, firstAccount, flags.length, new Set());
  return groups && users && accounts && [...groups, ...users, ...accounts];
}

function allowedIn(search: Search, from: number, to: number, listed: ReadonlySet<number>): number[] | undefined {
  const { index, object, permissions } = search;
  const { flags } = index.people;
  // A relation gives its roles to anybody; without such roles only members hold anything.
  const anybody = sharedRoles(index, object, permissions).length > 0;
  const allowed: number[] = [];
  for (let principal = from; principal < to; principal++) {
    if (((flags[principal] ?? 0) & (isInactive | isUnsound)) !== 0) continue;
    if (!anybody && !isGiven(search, principal)) continue;
    const can = isAllowed(search, principal);
    if (can === undefined) return undefined;
    if (can && !isCovered(search, principal, listed)) allowed.push(principal);
  }
  return allowed;
}

/** True where roles of the principal and its groups grant everything that is asked for. */
function isGiven({ index, standing }: Search, principal: number): boolean {
  const { starts, lists } = index.people.memberships;
  const start = starts[principal] ?? 0;
  const end = start + (lists[start] ?? 0);
  let bits = standing.given[principal] ?? 0;
  for (let at = start + 1; at <= end; at++) bits |= standing.given[lists[at] ?? 0] ?? 0;
  return (bits & standing.all) === standing.all;
}

function isAllowed({ index, object, permissions, record }: Search, principal: number): boolean | undefined {
  for (const permission of permissions) {
    const ask: Ask = { principal, name: '', permission, object, record };
    const verdict = decideAsk(index, ask);
    if (verdict !== 'allowed') return verdict === undefined ? undefined : false;
  }
  return true;
}

/** True where one of the user's groups that are listed, which so give it the roles, gives it the record too. */
function isCovered(search: Search, user: number, listed: ReadonlySet<number>): boolean {
  const { starts, lists } = search.index.people.memberships;
  const start = starts[user] ?? 0;
  for (const group of lists.subarray(start + 1, start + 1 + (lists[start] ?? 0)))
    if (listed.has(group) && (!search.needsSight || givesSight(search, user, group))) return true;
  return false;
}

/** By `ADMIN` of the group, a policy that names it and opens the record to the user, or a relation of the group to it. */
function givesSight({ index, object, permissions, standing, record }: Search, user: number, group: number): boolean {
  if (((standing.given[group] ?? 0) & seesAll) !== 0) return true;
  const isOpened = standing.sets.list(standing.policies[group] ?? 0).some((at) => {
    const condition = object.policies[at]?.condition;
    return condition === undefined || holdsOf(condition, record.values, user) === 1;
  });
  const [permission] = permissions;
  if (isOpened || permission === undefined) return isOpened;
  return seenByRelation(index, { principal: group, name: '', permission, object, record }, object) === 'true';
}
