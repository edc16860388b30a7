// Permissions to grant or ask about, by constant, display name and group; and the levels of a grant.
import { actions, tools } from '../../catalogue/actions.ts';
import { describePermission } from '../../catalogue/describe.ts';
import { managedRoles } from '../../catalogue/managed-roles.ts';
import { has } from '../../catalogue/permission-set.ts';
import {
  groupOf,
  levelCap,
  levelIncludes,
  levels,
  permissionGroups,
  permissions,
} from '../../catalogue/permissions.ts';
import type { Level, Permission, PlaceKind } from '../../catalogue/types.ts';
import type { AskedPlace, GrantSlot, PermissionSlot } from '../../syntax/context-slots.ts';
import { factsText } from './documents.ts';
import { type Found, ranks, type Suggestion } from './suggestion.ts';

/** Only what can be granted at the place, less what is granted already. */
export function grants({ place, named, levels: withLevels, from }: GrantSlot): Found {
  const grantable = byLikelihood.filter((each) => each.scopes.includes(place) && !named.includes(each.constant));
  const all = grantable.map((each) => permission(each, rankOf(each, each.constant === 'ADMIN'), from));
  return withLevels ? [...levels.filter((each) => isOffered(each, place)).map(level), ...all] : all;
}

/** In an object what only the organization grants comes last: its holders have it there too. */
export function askedPermissions({ place, named, from }: PermissionSlot): Found {
  const all = byLikelihood.filter((each) => makesSense(each, place) && !named.includes(each.constant));
  return all.map((each) => permission(each, rankOf(each, isForeign(each, place)), from));
}

function makesSense(each: Permission, place: AskedPlace | undefined): boolean {
  return place !== 'record' || each.scopes.includes('object');
}

function isForeign(each: Permission, place: AskedPlace | undefined): boolean {
  return (place === 'object' && !each.scopes.includes('object')) || (place === 'record' && !each.record);
}

/** How likely each is meant: what acts on records is, and what automations, agents and the platform's own roles need. */
const likelihood: ReadonlyMap<Permission, number> = new Map(
  permissions.map((each) => {
    const steps = [...actions, ...tools].filter(({ requires }) => requires.includes(each)).length;
    const roles = managedRoles('organization').filter(({ grants: granted }) => has(granted, each)).length;
    return [each, steps + roles + (each.record ? 5 : 0)];
  }),
);

const byLikelihood = permissions.toSorted((a, b) => (likelihood.get(b) ?? 0) - (likelihood.get(a) ?? 0));

function rankOf(each: Permission, last: boolean): number {
  const rank = each.documented ? ranks.name : ranks.further;
  return last ? rank + ranks.property : rank;
}

function permission(each: Permission, rank: number, from: number | undefined): Suggestion {
  const group = groupOf(each)?.name;
  return {
    kind: 'permission',
    label: each.constant,
    insert: { name: each.constant },
    detail: each.documented ? each.name : `${each.name} (not documented)`,
    document: () => factsText(describePermission(each)),
    found: [each.constant, each.name, ...(group === undefined ? [] : [group])].join(' '),
    rank,
    ...(from === undefined ? {} : { from }),
  };
}

function isOffered(level: Level, place: PlaceKind): boolean {
  return permissionGroups.some((group) => {
    const cap = levelCap(group, place);
    return cap !== null && levelIncludes(cap, level);
  });
}

const levelMeanings: Readonly<Record<Level, string>> = {
  view: 'what reads in a permission group',
  edit: 'what reads and changes in a permission group',
  admin: 'everything in a permission group',
};

function level(of: Level): Suggestion {
  return {
    kind: 'level',
    label: `${of} on`,
    insert: { words: `${of} on ` },
    detail: levelMeanings[of],
    rank: ranks.first,
  };
}
