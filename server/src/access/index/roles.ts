// Whether a principal holds a permission by membership.
import { has } from '../../catalogue/permission-set.ts';
import type { AccessIndex } from './access-index.ts';
import type { Ask } from './question.ts';
import { find, grants, type SubjectTable } from './subject-table.ts';

/** True where the principal, or one of its groups, is named by a role that grants it here. */
export function isHolder(index: AccessIndex, ask: Ask): boolean {
  const { people, organization } = index;
  const { principal, object } = ask;
  if (principal >= people.firstAccount) return accountHolds(index, ask);
  const permission = ask.permission.index;
  if (isGranted(organization.table, principal, permission)) return true;
  if (object !== undefined && isGranted(object.table, principal, permission)) return true;
  if (principal >= people.firstGroup) return false;
  const { starts, lists } = people.memberships;
  const start = starts[principal] ?? 0;
  const end = start + (lists[start] ?? 0);
  for (let at = start + 1; at <= end; at++) {
    const group = lists[at] ?? 0;
    if (isGranted(organization.table, group, permission)) return true;
    if (object !== undefined && isGranted(object.table, group, permission)) return true;
  }
  return false;
}

function isGranted(table: SubjectTable, subject: number, permission: number): boolean {
  const row = find(table, subject);
  return row >= 0 && grants(table, row, permission);
}

function accountHolds({ accountRoles, people }: AccessIndex, { principal, permission, object }: Ask): boolean {
  const roles = accountRoles[principal - people.firstAccount] ?? [];
  for (const role of roles)
    if ((role.object === undefined || role.object === object?.number) && has(role.grants, permission)) return true;
  return false;
}
