// Permissions as actions of Cedar, and the groups of actions that policies name.
import { managedRoles } from '../../catalogue/managed-roles.ts';
import { equal, has, list, type PermissionSet, setOf } from '../../catalogue/permission-set.ts';
import { permissions } from '../../catalogue/permissions.ts';
import type { Permission } from '../../catalogue/types.ts';

/** Two questions of the language that are no permissions. */
export const invite = 'invite';
export const use = 'use';

export interface ActionGroup {
  readonly id: string;
  readonly members: PermissionSet;
}

export const everything = setOf(permissions);

/** Those for which the record must be in sight. One that is being made cannot be. */
export const needingSight = setOf(permissions.filter((each) => each.record && each.constant !== 'CREATE_RECORDS'));

export const everyPermission: ActionGroup = { id: 'every permission', members: everything };
export const needsSight: ActionGroup = { id: 'needs sight', members: needingSight };

const managed: readonly ActionGroup[] = managedRoles('object').map(({ name, grants }) => ({
  id: `${name} of an object`,
  members: grants,
}));

/** In the order of the schema. */
export const actionGroups: readonly ActionGroup[] = [everyPermission, needsSight, ...managed];

/** Ids of actions that together are the set: that of a group where it is the same, else of every permission in it. */
export function actionsOf(set: PermissionSet): string[] {
  const whole = actionGroups.find(({ members }) => equal(members, set));
  return whole === undefined ? list(set).map(({ constant }) => constant) : [whole.id];
}

export function groupsOf(permission: Permission): readonly ActionGroup[] {
  return actionGroups.filter(({ members }) => has(members, permission));
}
