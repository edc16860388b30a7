// Whether a principal holds a permission by membership.
import { has } from '../../catalogue/permission-set.ts';
import type { AccessIndex } from './access-index.ts';
import type { Ask } from './question.ts';
import { find, grants, type SubjectTable } from './subject-table.ts';

type Held = Pick<Ask, 'principal' | 'permission' | 'object'>;

/** The principal or the group through which it is held at the place; -1 where it is not. */
export function holderOf(index: AccessIndex, { principal, permission, object }: Held): number {
  const { people, organization } = index;
  if (principal >= people.firstAccount) return accountHolds(index, principal, { permission, object }) ? principal : -1;
  const number = permission.index;
  const own = object?.table;
  if (isGranted(own, principal, number) || isGranted(organization.table, principal, number)) return principal;
  if (principal >= people.firstGroup) return -1;
  const { starts, lists } = people.memberships;
  const start = starts[principal] ?? 0;
  const end = start + (lists[start] ?? 0);
  for (let at = start + 1; at <= end; at++) {
    const group = lists[at] ?? 0;
    if (isGranted(own, group, number) || isGranted(organization.table, group, number)) return group;
  }
  return -1;
}

function isGranted(table: SubjectTable | undefined, subject: number, permission: number): boolean {
  if (table === undefined) return false;
  const row = find(table, subject);
  return row >= 0 && grants(table, row, permission);
}

function accountHolds(index: AccessIndex, account: number, { permission, object }: Omit<Held, 'principal'>) {
  const roles = index.accountRoles[account - index.people.firstAccount] ?? [];
  for (const role of roles)
    if ((role.object === undefined || role.object === object?.number) && has(role.grants, permission)) return true;
  return false;
}
