// Users, service accounts and roles of a changed copy of the model.
import { setOf, union } from '../../catalogue/permission-set.ts';
import type { Model } from '../../model/model.ts';
import { nowhere } from '../../model/origin.ts';
import type { Group, Principal, Role, ServiceAccount, User } from '../../model/symbols.ts';
import type { Change } from './types.ts';

type Replaced = ReadonlyMap<Principal, Principal>;

export interface Copies {
  /** Who stands for whom in roles, policies and relations; conditions and fields still speak of the people themselves. */
  readonly people: Replaced;
  /**
   * By the role itself. A copy stands beside it and does not take its place: changes only add, so whoever holds the role
   * loses nothing, and what names the role still does.
   */
  readonly roles: ReadonlyMap<Role, Role>;
}

export function copiesOf(model: Model, changes: readonly Change[]): Copies {
  const users = new Map<Principal, Principal>();
  for (const change of changes)
    if (change.kind === 'activate' && change.who.kind === 'user')
      users.set(change.who, { ...change.who, inactive: false });
  const roles = new Map([...touchedRoles(model, changes, users)].map((role) => [role, copyRole(role, changes, users)]));
  const people = new Map(users);
  for (const object of model.objects.values())
    for (const account of object.accounts.values()) {
      const copy = copyAccount(account, changes, { people: users, roles });
      if (copy !== undefined) people.set(account, copy);
    }
  return { people, roles };
}

/** Roles that are changed, and those that name somebody for whom another one stands. */
function touchedRoles(model: Model, changes: readonly Change[], users: Replaced): Set<Role> {
  const roles = new Set(changes.flatMap((change) => ('role' in change ? [change.role] : [])));
  if (users.size === 0) return roles;
  const naming = (role: Role) => role.members.some(({ member }) => users.has(member));
  for (const role of model.roles.values()) if (naming(role)) roles.add(role);
  for (const object of model.objects.values())
    for (const role of object.roles.values()) if (naming(role)) roles.add(role);
  return roles;
}

function copyRole(role: Role, changes: readonly Change[], users: Replaced): Role {
  const member = (of: User | Group) => (users.get(of) ?? of) as User | Group;
  const members = role.members.map((each) => ({ ...each, member: member(each.member) }));
  let copy: Role = { ...role, members };
  for (const change of changes) {
    if (!('role' in change) || change.role !== role) continue;
    if (change.kind === 'add-to-role' && change.principal.kind !== 'service account')
      copy = { ...copy, members: [...copy.members, { member: member(change.principal), origin: nowhere }] };
    if (change.kind === 'grant-in-role')
      copy = { ...copy, permissions: union(copy.permissions, setOf(change.permissions)) };
    if (change.kind === 'extend-expiry') copy = { ...copy, expires: change.until };
  }
  return copy;
}

/** Undefined where nothing in the account changes. */
function copyAccount(
  account: ServiceAccount,
  changes: readonly Change[],
  { people, roles }: Copies,
): ServiceAccount | undefined {
  let { inactive, roles: own, usableBy } = account;
  for (const change of changes) {
    if (change.kind === 'activate' && change.who === account) inactive = false;
    if (change.kind === 'add-to-role' && change.principal === account)
      own = [...own, { role: change.role, origin: nowhere }];
    if (change.kind === 'make-usable' && change.account === account)
      usableBy = [...usableBy, { subject: change.subject, origin: nowhere }];
  }
  if (own.some(({ role }) => roles.has(role)))
    own = own.flatMap((each) => {
      const copy = roles.get(each.role);
      return copy === undefined ? [each] : [each, { ...each, role: copy }];
    });
  if (usableBy.some(({ subject }) => people.has(subject)))
    usableBy = usableBy.map((each) => ({
      ...each,
      subject: (people.get(each.subject) ?? each.subject) as User | Group,
    }));
  const same = inactive === account.inactive && own === account.roles && usableBy === account.usableBy;
  return same ? undefined : { ...account, inactive, roles: own, usableBy };
}
