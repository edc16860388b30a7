// What relations to a record that nobody speaks of can still open: those that its own fields give.
import { has } from '../../catalogue/permission-set.ts';
import type { Permission } from '../../catalogue/types.ts';
import type { Field, Formula } from '../../model/symbols.ts';
import type { AccessIndex, ObjectIndex } from './access-index.ts';

/** Roles that a relation to a record of the object gives, and that grant one of the permissions. */
export function sharedRoles(index: AccessIndex, object: ObjectIndex, permissions: readonly Permission[]) {
  const roles = [...index.organization.shared, ...object.shared];
  return roles.filter(({ grants }) => permissions.some((permission) => has(grants, permission)));
}

/** True where a field may give a role, or put a record in sight by a group: then each principal is weighed on its own. */
export function isOfOne(index: AccessIndex, object: ObjectIndex, permissions: readonly Permission[]): boolean {
  const shared = sharedRoles(index, object, permissions);
  if (shared.length > 0 && object.declaredRecords.length > 0) return true;
  if (!object.hasAssignees) return false;
  if (shared.some(({ words }) => words.includes('assign'))) return true;
  return seesByGroupField(object);
}

/** True where a group field may put a record in sight of the members of what it holds. */
export function seesByGroupField(object: ObjectIndex): boolean {
  return object.recordShares.includes('group-assign') && assignees(object, 'group').length > 0;
}

/** For which records their user fields put them in the sight of whom they hold. */
export function assignedToSelf(object: ObjectIndex): Formula[] {
  if (!object.recordShares.includes('assign')) return [];
  return assignees(object, 'user').map((field): Formula => {
    return { op: 'atom', field, test: { is: 'equals', value: { kind: 'current user' } }, origin: undefined };
  });
}

function assignees({ symbol }: ObjectIndex, type: 'user' | 'group'): Field[] {
  return [...symbol.fields.values()].filter((field) => field.assignee && field.type === type);
}
