// A custom role of an object as a resource, and why one is not.
import { groupOf, levelGrants, levelIncludes, permissionGroup } from '../../catalogue/permissions.ts';
import type { Level, Permission, PermissionGroup } from '../../catalogue/types.ts';
import type { ObjectSymbol, Role } from '../../model/symbols.ts';
import { autoShareOf, levelNames, objectGroups } from '../terraform-facts.ts';
import { type Draft, groupId, listed, nameIn, objectId, textIn, userId } from './draft.ts';
import type { Body } from './sheets.ts';

/**
 * Why a role is no resource; then nothing of it is. A level above what an object offers, or a permission of the organization
 * alone, is an error in the project, which breaks the role.
 */
export function reasonsAgainst({ sound, expires, expiryUnsound }: Role): string[] {
  return [
    ...(sound ? [] : ['it is broken']),
    ...(expires === undefined && !expiryUnsound ? [] : ['a resource cannot expire']),
  ];
}

export function roleBody(draft: Draft, role: Role, object: ObjectSymbol): Body {
  const { name, description, members } = role;
  const users = members.flatMap(({ member }) =>
    member.kind === 'user' && member.sound ? [userId(draft, member)] : [],
  );
  const groups = members.flatMap(({ member }) => (member.kind === 'group' ? [groupId(draft, member)] : []));
  const permissions = permissionsOf(role);
  return {
    object_id: objectId(draft, object),
    name: nameIn(draft, name),
    ...(description ? { description: textIn(draft, description) } : {}),
    ...listed('auto_share', autoShareOf(role)),
    ...listed('user_ids', users),
    ...listed('group_ids', groups),
    ...(permissions.length === 0 ? {} : { permissions }),
  };
}

/** Of each group its highest level; the constants one by one where more is granted than a level says. */
function permissionsOf({ grants }: Role): Body[] {
  const levels = new Map<PermissionGroup, Level>();
  const single = new Map<PermissionGroup, Permission[]>();
  for (const { level, permissions } of grants) {
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
