// Whom roles that differ reach: whoever holds them or did, and everybody where a relation to a record gives them.
import { equal, isEmpty, type PermissionSet } from '../../catalogue/permission-set.ts';
import type { AutoShareWord, Group, Role, User } from '../../model/symbols.ts';
import { inForce } from '../question-scope.ts';
import { onlyOne, reach, reachRelations, type Touch } from './touch.ts';
import { homeOfObject, type Pair } from './twins.ts';

export function touchRoles(touch: Touch): void {
  const changed = new Set<Role>();
  for (const pair of touch.twins.roles.pairs)
    if (touchRole(touch, pair)) for (const role of sides(pair)) changed.add(role);
  if (changed.size === 0) return;
  const { before, after } = touch.twins;
  for (const model of [before, after])
    for (const object of model.objects.values())
      for (const account of object.accounts.values())
        for (const { role } of account.roles) if (changed.has(role)) reach(touch, account, placeOf(touch, role));
}

function sides({ before, after }: Pair<Role>): Role[] {
  return [before, after].filter((role) => role !== undefined);
}

function placeOf({ twins }: Touch, role: Role) {
  return role.object === undefined ? undefined : homeOfObject(twins, role.object);
}

interface Effect {
  readonly permissions: PermissionSet;
  readonly words: ReadonlySet<AutoShareWord>;
  readonly members: readonly (User | Group)[];
}

/** What it gives at the date; undefined for nothing. */
function effectOf(role: Role | undefined, today: number): Effect | undefined {
  if (role === undefined || isEmpty(role.permissions) || !inForce(role, today)) return undefined;
  return { permissions: role.permissions, words: role.autoShare, members: role.members.map(({ member }) => member) };
}

/** True where what it gives differs, so that it reaches all that hold it. */
function touchRole(touch: Touch, pair: Pair<Role>): boolean {
  const role = pair.before ?? pair.after;
  if (role === undefined || pair.before === pair.after) return false;
  const before = effectOf(pair.before, touch.today);
  const after = effectOf(pair.after, touch.today);
  if (before === undefined && after === undefined) return false;
  const place = placeOf(touch, role);
  const same =
    before !== undefined &&
    after !== undefined &&
    equal(before.permissions, after.permissions) &&
    sameWords(before.words, after.words);
  const members = [before?.members ?? [], after?.members ?? []] as const;
  if (same && sameMembers(touch, ...members)) return false;
  for (const member of same ? onlyOne(touch, ...members) : members.flat()) reach(touch, member, place);
  if (!same && (before?.words.size ?? 0) + (after?.words.size ?? 0) > 0) reachRelations(touch, place);
  return !same;
}

export function sameWords(before: ReadonlySet<AutoShareWord>, after: ReadonlySet<AutoShareWord>): boolean {
  return before.size === after.size && [...before].every((word) => after.has(word));
}

/** The quick answer for the common case: the same names in the same order, of people and groups that kept theirs. */
function sameMembers({ twins }: Touch, before: readonly (User | Group)[], after: readonly (User | Group)[]): boolean {
  const { users, groups } = twins;
  if (users.before.size + groups.before.size + users.fresh.size + groups.fresh.size > 0) return false;
  return (
    before.length === after.length &&
    before.every((member, i) => member.kind === after[i]?.kind && member.name === after[i].name)
  );
}
