// Whether a principal holds a permission by membership.
import { has } from '../../catalogue/permission-set.ts';
import type { AccessIndex } from './access-index.ts';
import type { People } from './people.ts';
import type { Ask } from './question.ts';
import { find, grants, type SubjectTable } from './subject-table.ts';

/** True where the principal, or one of its groups, is named by a role that grants it here. */
export function isHolder(index: AccessIndex, ask: Ask): boolean {
  const { people, organization } = index;
  const { principal, object, permission } = ask;
  if (principal >= people.firstAccount) return accountHolds(index, ask);
  if (object !== undefined && has(object.granted, permission) && isNamed(people, object.table, ask)) return true;
  return has(organization.granted, permission) && isNamed(people, organization.table, ask);
}

function isNamed({ firstGroup, memberships }: People, table: SubjectTable, { principal, permission }: Ask): boolean {
  const { index } = permission;
  if (isGranted(table, principal, index)) return true;
  if (principal >= firstGroup) return false;
  const { starts, lists } = memberships;
  const start = starts[principal] ?? 0;
  const end = start + (lists[start] ?? 0);
  for (let at = start + 1; at <= end; at++) if (isGranted(table, lists[at] ?? 0, index)) return true;
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
