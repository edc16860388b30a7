// The roles that the platform provides, with their fixed permissions.
import { lazy } from '../text/lazy.ts';
import data from './managed-roles.json' with { type: 'json' };
import { emptySet, type PermissionSet, setOf } from './permission-set.ts';
import { levelCap, levelGrants, levels, permission, permissionGroups, permissions } from './permissions.ts';
import { rowsByName, suggest } from './suggest.ts';
import type { Level, PlaceKind } from './types.ts';

/** A role that the platform provides: its permissions are fixed, only its membership changes. */
export interface ManagedRole {
  readonly place: PlaceKind;
  readonly name: string;
  /** Other names in use for it, which are never accepted. */
  readonly aliases: readonly string[];
  readonly meaning: string;
  /** A reading of `meaning`: the platform publishes no list. */
  readonly grants: PermissionSet;
  /** The level of every group that a managed role of an object stands for. */
  readonly level: Level | null;
  /** True of one that is meant for people outside of the organization. */
  readonly external: boolean;
}

const organizationRoles: readonly ManagedRole[] = data.organization.map((row) => ({
  place: 'organization',
  name: row.name,
  aliases: [],
  meaning: row.meaning,
  grants: setOf(row.grants.flatMap((constant) => permission(constant) ?? [])),
  level: null,
  external: row.external === true,
}));

const objectRoles: readonly ManagedRole[] = data.object.map((row) => {
  const level = levels.find((each) => each === row.level) ?? null;
  return {
    place: 'object',
    name: row.name,
    aliases: row.aliases,
    meaning: row.meaning,
    grants: level === null ? emptySet() : objectGrants(level),
    level,
    external: false,
  };
});

/** `admin` is everything that an object can grant; other levels are those of every group, cut to the group's cap there. */
function objectGrants(level: Level): PermissionSet {
  if (level === 'admin') return setOf(permissions.filter((each) => each.scopes.includes('object')));
  const atLevel = permissionGroups.flatMap((group) => {
    const cap = levelCap(group, 'object');
    if (cap === null) return [];
    return levelGrants(group, lower(level, cap), 'object');
  });
  return setOf(atLevel);
}

function lower(a: Level, b: Level): Level {
  return levels.indexOf(a) < levels.indexOf(b) ? a : b;
}

/** The managed roles of the organization, or of each app, element and task, in catalogue order. */
export function managedRoles(place: PlaceKind): readonly ManagedRole[] {
  return place === 'organization' ? organizationRoles : objectRoles;
}

/** By its exact name; aliases are not names. The organization's `App Admin` and an object's are two roles. */
export function managedRole(place: PlaceKind, name: string): ManagedRole | undefined {
  return managedRoles(place).find((each) => each.name === name);
}

const rowsOf = (place: PlaceKind) =>
  rowsByName(managedRoles(place).map((role) => ({ item: role, names: [role.name, ...role.aliases] })));
const organizationRows = lazy(() => rowsOf('organization'));
const objectRows = lazy(() => rowsOf('object'));

/** The managed roles there that a wrong name may mean, best first. */
export function suggestManagedRoles(place: PlaceKind, name: string): ManagedRole[] {
  return suggest(name, place === 'organization' ? organizationRows() : objectRows());
}
