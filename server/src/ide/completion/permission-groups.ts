// Permission groups that a level can be granted on at this place.
import { describeLevel } from '../../catalogue/describe.ts';
import { levelCap, levelGrants, levelIncludes, permissionGroups } from '../../catalogue/permissions.ts';
import type { PermissionGroupSlot } from '../../syntax/context-slots.ts';
import { factsText } from './documents.ts';
import { type Found, ranks } from './suggestion.ts';

export function groupsOfPermissions({ level, place }: PermissionGroupSlot): Found {
  const offered = permissionGroups.filter((group) => {
    const cap = levelCap(group, place);
    return cap !== null && levelIncludes(cap, level);
  });
  return offered.map((group) => {
    const count = levelGrants(group, level, place).length;
    return {
      kind: 'permission-group',
      label: group.name,
      insert: { name: group.name },
      detail: `${count} ${count === 1 ? 'permission' : 'permissions'}`,
      document: () => factsText(describeLevel(group, level, place)),
      found: `${group.name} ${group.constant}`,
      rank: count === 0 ? ranks.seldom : ranks.name,
    };
  });
}
