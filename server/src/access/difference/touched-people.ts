// Whose own rights may differ: users, groups and service accounts that are new, gone or not the same any more.
import { attributesOf } from '../../model/profiles.ts';
import type { Group, ServiceAccount, User } from '../../model/symbols.ts';
import { reach, type Touch } from './touch.ts';
import { homeOfRole, homeOfUser, type Pair } from './twins.ts';

export function touchPeople(touch: Touch): void {
  const { users, groups, accounts } = touch.twins;
  for (const pair of users.pairs) touchUser(touch, pair);
  for (const pair of groups.pairs) touchGroup(touch, pair);
  for (const pair of accounts.pairs) touchAccount(touch, pair);
}

function touchSelf(touch: Touch, user: User): void {
  touch.everywhere.add(user);
  touch.selves.add(user);
}

function touchUser(touch: Touch, { before, after }: Pair<User>): void {
  const home = before ?? after;
  if (home === undefined) return;
  if (before === undefined || after === undefined) touch.everywhere.add(home);
  else if (!sameUser(touch, before, after)) touchSelf(touch, home);
}

function sameUser({ twins }: Touch, before: User, after: User): boolean {
  const [own, other] = [attributesOf(twins.before, before), attributesOf(twins.after, after)];
  if (before === after && own === other) return true;
  return (
    before.external === after.external &&
    before.externalSound === after.externalSound &&
    before.inactive === after.inactive &&
    before.sound === after.sound &&
    sameEntries(own, other)
  );
}

function sameEntries(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): boolean {
  if (before.size !== after.size) return false;
  for (const [name, value] of before) if (after.get(name) !== value) return false;
  return true;
}

/** Members that are on one side only have no rights on the other: they do not make it another group for the others. */
function touchGroup(touch: Touch, pair: Pair<Group>): void {
  const { before, after } = pair;
  const home = pair.before ?? pair.after;
  if (home === undefined || before === after) return;
  if (before === undefined || after === undefined) {
    touch.everywhere.add(home);
    for (const user of home.members) touchSelf(touch, homeOfUser(touch.twins, user));
    return;
  }
  if (sameOrder(touch, before.members, after.members)) return;
  const { gone, fresh } = touch.twins.users;
  const now = new Set([...after.members].map((user) => homeOfUser(touch.twins, user)));
  const differing = [
    ...[...before.members].filter((user) => !now.has(user)),
    ...[...now].filter((user) => !before.members.has(user)),
  ];
  for (const user of differing) {
    touchSelf(touch, user);
    if (!gone.has(user) && !fresh.has(user)) touch.otherMembers.add(home);
  }
}

/** The quick answer for the common case: the same members in the same order. */
function sameOrder({ twins }: Touch, before: ReadonlySet<User>, after: ReadonlySet<User>): boolean {
  if (before === after) return true;
  if (before.size !== after.size) return false;
  const others = after.values();
  for (const user of before) {
    const other = others.next().value;
    if (other === undefined) return false;
    if (twins.places[other.index] !== user.index) return false;
  }
  return true;
}

function touchAccount(touch: Touch, pair: Pair<ServiceAccount>): void {
  const { before, after } = pair;
  const home = pair.before ?? pair.after;
  if (home === undefined) return;
  const same =
    before !== undefined &&
    after !== undefined &&
    before.inactive === after.inactive &&
    before.sound === after.sound &&
    sameRoles(touch, before, after);
  if (!same) reach(touch, home, undefined);
}

function sameRoles({ twins }: Touch, before: ServiceAccount, after: ServiceAccount): boolean {
  const one = new Set(before.roles.map(({ role }) => role));
  const other = new Set(after.roles.map(({ role }) => homeOfRole(twins, role)));
  return one.size === other.size && [...one].every((role) => other.has(role));
}
