// A custom role of an object as a resource, and why one is not.
import { groupOf, levelGrants, levelIncludes, permissionGroup } from '../../catalogue/permissions.ts';
import type { Level, Permission, PermissionGroup } from '../../catalogue/types.ts';
import type { Role } from '../../model/symbols.ts';
import { autoShareNames, levelNames, objectGroups } from '../terraform-facts.ts';
import { type Blocks, type Body, groupId, type Json, objectId, userId } from './blocks.ts';
import { literal } from './names.ts';

export interface Wanted {
  readonly body: Body;
  /** Empty where it is whole. */
  readonly reasons: readonly string[];
}

/** Why a role is no resource; then nothing of it is. */
export function reasonsOf(role: Role): string[] {
  const beyond = role.grants.flatMap(({ permissions, level }) =>
    level === undefined ? permissions.filter((each) => !isGrantable(each)).map(({ constant }) => constant) : [],
  );
  const nameless = role.members.some(({ member }) => !member.name.isWellFormed());
  return [
    ...(role.sound ? [] : ['it is broken']),
    ...(role.expires === undefined && !role.expiryUnsound ? [] : ['a resource cannot expire']),
    ...(beyond.length === 0 ? [] : [`no group that an object offers has ${[...new Set(beyond)].sort().join(', ')}`]),
    ...(role.name.isWellFormed() && !nameless ? [] : ['a name is no text that UTF-8 can hold']),
  ];
}

function isGrantable(permission: Permission): boolean {
  const group = groupOf(permission);
  return objectGroups.some((each) => each.group === group);
}

export function roleBody(blocks: Blocks, role: Role): Body {
  const { object, name, description, members } = role;
  const users = members.flatMap(({ member }) => (member.kind === 'user' ? [userId(blocks, member)] : []));
  const groups = members.flatMap(({ member }) => (member.kind === 'group' ? [groupId(blocks, member)] : []));
  const shares = Object.entries(autoShareNames).filter(([word]) => [...role.autoShare].some((each) => each === word));
  return {
    ...(object === undefined ? {} : { object_id: objectId(blocks, object) }),
    name: literal(name),
    ...(description ? { description: literal(description.toWellFormed()) } : {}),
    ...listed('auto_share', shares.map(([, constant]) => constant)),
    ...listed('user_ids', users),
    ...listed('group_ids', groups),
    ...listed('permissions', permissionsOf(role)),
  };
}

/** An attribute that is a list without order; none where it is empty. */
export function listed(name: string, values: readonly Json[]): Body {
  const texts = [...new Set(values.map((value) => JSON.stringify(value)))].sort();
  return texts.length === 0 ? {} : { [name]: texts.map((text): Json => JSON.parse(text)) };
}

/** Of each group its highest level; the constants one by one where more is granted than a level says. */
function permissionsOf(role: Role): Body[] {
  const levels = new Map<PermissionGroup, Level>();
  const single = new Map<PermissionGroup, Permission[]>();
  for (const { level, permissions } of role.grants) {
    const group = level === undefined ? undefined : permissionGroup(level.group);
    if (level !== undefined && group !== undefined) {
      const known = levels.get(group);
      if (known === undefined || levelIncludes(level.level, known)) levels.set(group, level.level);
      continue;
    }
    for (const permission of permissions) {
      const of = groupOf(permission);
      if (of !== undefined) single.set(of, [...(single.get(of) ?? []), permission]);
    }
  }
  return objectGroups.flatMap(({ group }) => entry(group, levels.get(group), single.get(group) ?? []));
}

function entry(group: PermissionGroup, level: Level | undefined, single: readonly Permission[]): Body[] {
  const byLevel = level === undefined ? [] : levelGrants(group, level, 'object');
  const more = single.filter((each) => !byLevel.includes(each));
  if (more.length === 0) return level === undefined ? [] : [{ group: group.constant, level: levelNames[level] }];
  const constants = [...new Set([...byLevel, ...more].map(({ constant }) => constant))].sort();
  return [{ group: group.constant, level: 'CUSTOM', custom_permissions: constants }];
}
