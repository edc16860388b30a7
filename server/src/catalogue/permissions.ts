// The permissions and permission groups of the platform, and what a level of a group grants.
import groupData from './permission-groups.json' with { type: 'json' };
import permissionData from './permissions.json' with { type: 'json' };
import type { Level, Permission, PermissionGroup, PlaceKind } from './types.ts';

/** From the lowest to the highest. */
export const levels: readonly Level[] = ['view', 'edit', 'admin'];

const places: readonly PlaceKind[] = ['organization', 'object'];

/** All permissions; the position of each is its `index`. */
export const permissions: readonly Permission[] = permissionData.permissions.map((row, index) => ({
  ...row,
  level: asLevel(row.level),
  scopes: places.filter((place) => row.scopes.includes(place)),
  index,
}));

export const permissionGroups: readonly PermissionGroup[] = groupData.groups.map((row) => ({
  ...row,
  organizationCap: asLevel(row.organizationCap),
  objectCap: asLevel(row.objectCap),
}));

const byConstant = new Map(permissions.map((each) => [each.constant, each]));
const groupByName = new Map(permissionGroups.map((each) => [each.name, each]));
const groupByConstant = new Map(permissionGroups.map((each) => [each.constant, each]));

/** The permission that a policy writes so, exactly. */
export function permission(constant: string): Permission | undefined {
  return byConstant.get(constant);
}

/** What it takes to invite, for all but holders of `ADMIN`: one permission. */
export const inviting: readonly Permission[] = permissions.filter(
  ({ constant }) => constant === 'CREATE_ORGANIZATION_USERS',
);

/** The group that `view on …` writes so, exactly; constants of groups are not names. */
export function permissionGroup(name: string): PermissionGroup | undefined {
  return groupByName.get(name);
}

/** The group whose levels include the permission; none for those that are granted by their constant alone. */
export function groupOf(of: Permission): PermissionGroup | undefined {
  return of.group === null ? undefined : groupByConstant.get(of.group);
}

/** Everything in the group, of any level and scope, in catalogue order. */
export function permissionsOf(group: PermissionGroup): readonly Permission[] {
  return permissions.filter((each) => each.group === group.constant);
}

/** The highest level of the group that the platform offers there; `null` where it offers none. */
export function levelCap(group: PermissionGroup, place: PlaceKind): Level | null {
  return place === 'organization' ? group.organizationCap : group.objectCap;
}

export function levelIncludes(level: Level, other: Level): boolean {
  return levels.indexOf(other) <= levels.indexOf(level);
}

/** The group's permissions at or below the level that can be granted there; a level above the cap adds what there is. */
export function levelGrants(group: PermissionGroup, level: Level, place: PlaceKind): readonly Permission[] {
  return granted.get(grantKey(group, level, place)) ?? [];
}

function grantKey(group: PermissionGroup, level: Level, place: PlaceKind): string {
  return `${group.constant} ${level} ${place}`;
}

const granted: ReadonlyMap<string, readonly Permission[]> = new Map(
  permissionGroups.flatMap((group) =>
    levels.flatMap((level) =>
      places.map((place) => {
        const isGranted = (each: Permission) =>
          each.level !== null && levelIncludes(level, each.level) && each.scopes.includes(place);
        return [grantKey(group, level, place), permissionsOf(group).filter(isGranted)] as const;
      }),
    ),
  ),
);

/** A level as data says it; anything else counts as none. */
function asLevel(word: string | null): Level | null {
  return levels.find((level) => level === word) ?? null;
}
