// Roles, who holds them, and the permissions that they grant.

import managedData from '../../../server/src/catalogue/managed-roles.json' with { type: 'json' };
import groupData from '../../../server/src/catalogue/permission-groups.json' with { type: 'json' };
import permissionData from '../../../server/src/catalogue/permissions.json' with { type: 'json' };
import type { RoleDecl } from '../../../server/src/syntax/ast.ts';
import type { Ref } from '../../../server/src/syntax/ast-value.ts';
import type { Day } from './dates.ts';
import { kept, keptBy } from './kept.ts';
import { includes, isTable, itemsOf, type Person, party, type World } from './world.ts';

/** `object` is undefined for a role of the organization. */
export interface Role {
  readonly object: string | undefined;
  readonly name: string;
  readonly managed: boolean;
  readonly declaration: RoleDecl | undefined;
}

const recordPermissions = new Set(permissionData.permissions.filter((row) => row.record).map((row) => row.constant));

export function isRecordPermission(constant: string): boolean {
  return recordPermissions.has(constant);
}

/** The roles of an object, or of the organization where it is undefined: those declared, and the managed ones that nothing writes. */
export const roles = keptBy((world: World, object: string | undefined): Role[] => {
  const all: Role[] = [];
  for (const item of object === undefined ? world.declarations : itemsOf(world, object))
    if (item.kind === 'role')
      all.push({ object, name: item.name?.text ?? '', managed: item.managed, declaration: item });
  const managed = object === undefined ? managedData.organization : isTable(world, object) ? [] : managedData.object;
  for (const { name } of managed)
    if (!all.some((role) => role.managed && role.name === name))
      all.push({ object, name, managed: true, declaration: undefined });
  return all;
});

const levels = ['view', 'edit', 'admin'];

/** The constants of a group, by its constant, at or below the level, that may be granted in the place. */
function atLevel(group: string, level: string, place: 'organization' | 'object'): string[] {
  const found: string[] = [];
  for (const row of permissionData.permissions)
    if (row.group === group && row.level !== null && row.scopes.includes(place))
      if (levels.indexOf(row.level) <= levels.indexOf(level)) found.push(row.constant);
  return found;
}

function managedGrants(role: Role): string[] {
  if (role.object === undefined) return managedData.organization.find((row) => row.name === role.name)?.grants ?? [];
  const level = managedData.object.find((row) => row.name === role.name)?.level ?? '';
  if (level === 'admin')
    return permissionData.permissions.filter((row) => row.scopes.includes('object')).map((row) => row.constant);
  const found: string[] = [];
  for (const group of groupData.groups) {
    if (group.objectCap === null) continue;
    const lower = levels.indexOf(group.objectCap) < levels.indexOf(level) ? group.objectCap : level;
    found.push(...atLevel(group.constant, lower, 'object'));
  }
  return found;
}

export const grantsOf = kept((role: Role): string[] => {
  if (role.managed) return managedGrants(role);
  const found: string[] = [];
  for (const item of role.declaration?.items ?? []) {
    if (item.kind !== 'grants') continue;
    for (const grant of item.grants)
      if (grant.kind === 'permission') found.push(grant.name.text);
      else {
        const group = groupData.groups.find((row) => row.name === grant.group?.text);
        if (group === undefined) throw new Error(`no permission group is called ${grant.group?.text}`);
        found.push(...atLevel(group.constant, grant.level, role.object === undefined ? 'organization' : 'object'));
      }
  }
  return found;
});

export const autoShareWords = kept((role: Role): string[] => {
  const words: string[] = [];
  for (const item of role.declaration?.items ?? [])
    if (item.kind === 'auto-share') words.push(...item.words.map((word) => word.text));
  return words;
});

/** A role is in force through the day on which it expires. */
export function inForce(role: Role, date: Day): boolean {
  for (const item of role.declaration?.items ?? [])
    if (item.kind === 'expires' && item.date !== undefined && date > item.date.text) return false;
  return true;
}

/** The role that a service account's `roles` means: of its own object first, then of the organization. */
function roleNamed(world: World, ref: Ref, own: string): Role | undefined {
  const find = (object: string | undefined) => roles(world, object).find((role) => role.name === ref.name?.text);
  if (ref.qualifier === undefined) return find(own) ?? find(undefined);
  return 'kind' in ref.qualifier ? find(undefined) : find(ref.qualifier.text);
}

export function holdsRole(world: World, role: Role, person: Person): boolean {
  if (person.kind === 'account') {
    for (const item of itemsOf(world, person.object)) {
      if (item.kind !== 'service account' || item.name?.text !== person.name) continue;
      for (const part of item.items)
        if (part.kind === 'roles')
          for (const ref of part.refs) {
            const named = roleNamed(world, ref, person.object);
            if (named !== undefined && named.object === role.object && named.name === role.name) return true;
          }
    }
    return false;
  }
  for (const item of role.declaration?.items ?? [])
    if (item.kind === 'members')
      for (const ref of item.refs) if (includes(world, party(world, ref, role.object), person)) return true;
  return false;
}
