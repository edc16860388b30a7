// `who can`, for all principals at once: those that the conditions cannot tell apart are weighed as one.
import { permissions as catalogue, permission as permissionNamed } from '../../catalogue/permissions.ts';
import type { Permission } from '../../catalogue/types.ts';
import { always } from '../../model/formulas.ts';
import { type AccessIndex, type ObjectIndex, objectAt } from './access-index.ts';
import { needsSight } from './decide.ts';
import { type HolderKind, type Kinds, kindsOf, type Part } from './kinds.ts';
import { membersByGroup } from './memberships.ts';
import { isInactive, isUnsound } from './people.ts';
import { noPolicies } from './policy-sets.ts';
import type { DenseRecord, NamedRecord } from './record.ts';
import { isOfOne } from './shares.ts';
import { mostPermissions, standingOf } from './standing.ts';
import { type Weighing, weighingOf } from './weigh.ts';
import { whoOfRecord } from './who-record.ts';

export interface WhoQuestion {
  /** Constants or numbers; all of them are asked for, on one and the same record. */
  readonly permissions: readonly (string | number)[];
  /** Name or number; undefined for the organization. */
  readonly object: string | number | undefined;
  /** What is known of the record; where it is left out, the question is for which records. */
  readonly record?: NamedRecord | DenseRecord;
}

export interface Holders {
  readonly permissions: readonly Permission[];
  readonly object: ObjectIndex | undefined;
  readonly record: NamedRecord | DenseRecord | undefined;
  readonly kinds: readonly HolderKind[];
}

/**
 * Everybody who may, for some record where none is given: groups as asked about, active users but those who have no more
 * than what such a group says already, active service accounts. Undefined where the index cannot say: where a field of
 * the record that is open may give a role. Then `access/who.ts` is to be asked.
 */
export function whoCan(index: AccessIndex, question: WhoQuestion): Holders | undefined {
  const permissions = question.permissions.flatMap((each) => permissionOf(each) ?? []);
  const object = question.object === undefined ? undefined : objectAt(index, question.object);
  if (permissions.length < question.permissions.length || permissions.length > mostPermissions) return undefined;
  if (question.object !== undefined && object === undefined) return undefined;
  const { record } = question;
  if (record === undefined || object === undefined) return whoOfAll(index, object, permissions);
  const principals = whoOfRecord(index, object, permissions, record);
  return principals && { permissions, object, record, kinds: [{ when: always, principals }] };
}

function whoOfAll(
  index: AccessIndex,
  object: ObjectIndex | undefined,
  permissions: readonly Permission[],
): Holders | undefined {
  if (object !== undefined && isOfOne(index, object, permissions)) return undefined;
  const standing = standingOf(index, object, permissions);
  const sight = object !== undefined && permissions.some(needsSight);
  const weighing = weighingOf(index, object, standing, sight);
  const kinds = kindsOf(weighing);
  addUsers(weighing, kinds, addGroups(weighing, kinds));
  addAccounts(weighing, kinds);
  return { permissions, object, record: undefined, kinds: kinds.found() };
}

export function permissionOf(permission: string | number): Permission | undefined {
  return typeof permission === 'number' ? catalogue[permission] : permissionNamed(permission);
}

/** Gives 1 for each group that is listed, by its position. */
function addGroups({ index, standing }: Weighing, kinds: Kinds): Uint8Array {
  const { firstGroup, firstAccount } = index.people;
  const listed = new Uint8Array(firstAccount - firstGroup);
  for (let group = firstGroup; group < firstAccount; group++) {
    const bits = standing.given[group] ?? 0;
    if ((bits & standing.all) !== standing.all) continue;
    const part = { what: 'group', bits, policies: standing.policies[group] ?? 0, listed: undefined } as const;
    if (kinds.add(group, part)) listed[group - firstGroup] = 1;
  }
  return listed;
}

/** Of most roles few are members: bits go from groups to members, and nobody else is looked at. */
function spreadBits({ people }: AccessIndex, given: Uint32Array): void {
  const { firstGroup, firstAccount, memberships } = people;
  const { starts, items } = membersByGroup(memberships, firstGroup, firstAccount - firstGroup);
  for (let group = firstGroup; group < firstAccount; group++) {
    const bits = given[group] ?? 0;
    if (bits === 0) continue;
    const end = starts[group - firstGroup + 1] ?? 0;
    for (let at = starts[group - firstGroup] ?? 0; at < end; at++) {
      const user = items[at] ?? 0;
      given[user] = (given[user] ?? 0) | bits;
    }
  }
}

function addUsers({ index, standing }: Weighing, kinds: Kinds, listed: Uint8Array): void {
  const { firstGroup, flags } = index.people;
  const { given, all } = standing;
  spreadBits(index, given);
  for (let user = 0; user < firstGroup; user++) {
    const bits = given[user] ?? 0;
    if ((bits & all) !== all || ((flags[user] ?? 0) & (isInactive | isUnsound)) !== 0) continue;
    kinds.add(user, partOf(index, standing, user, { bits, listed }));
  }
}

function partOf(
  { people }: AccessIndex,
  { given, policies: named, sets }: Weighing['standing'],
  user: number,
  { bits, listed }: { readonly bits: number; readonly listed: Uint8Array },
): Part {
  const { firstGroup, memberships } = people;
  const { starts, lists } = memberships;
  const start = starts[user] ?? 0;
  const end = start + (lists[start] ?? 0);
  let policies = named[user] ?? noPolicies;
  let byListed = { bits: 0, policies: noPolicies };
  let isListed = false;
  for (let at = start + 1; at <= end; at++) {
    const group = lists[at] ?? 0;
    const own = named[group] ?? noPolicies;
    policies = sets.union(policies, own);
    if (listed[group - firstGroup] !== 1) continue;
    isListed = true;
    byListed = { bits: byListed.bits | (given[group] ?? 0), policies: sets.union(byListed.policies, own) };
  }
  return { what: 'user', bits, policies, listed: isListed ? byListed : undefined };
}

function addAccounts({ index, standing }: Weighing, kinds: Kinds): void {
  const { firstAccount, flags } = index.people;
  for (let account = firstAccount; account < flags.length; account++) {
    const bits = standing.given[account] ?? 0;
    if ((bits & standing.all) !== standing.all || ((flags[account] ?? 0) & (isInactive | isUnsound)) !== 0) continue;
    const policies = standing.policies[account] ?? noPolicies;
    kinds.add(account, { what: 'account', bits, policies, listed: undefined });
  }
}
