// What a word that is no permission or permission group was meant to be.

import { lazy } from '../text/lazy.ts';
import { nameWords } from '../text/nearest.ts';
import { groupOf, permission, permissionGroups, permissions, permissionsOf } from './permissions.ts';
import { rowsByName, suggest } from './suggest.ts';
import type { Permission, PermissionGroup } from './types.ts';

/** Verbs that people use for those of the constants; the platform's screens themselves say "View". */
const verbs: ReadonlyMap<string, string> = new Map([
  ['view', 'read'],
  ['see', 'read'],
  ['get', 'read'],
  ['list', 'read'],
  ['edit', 'update'],
  ['modify', 'update'],
  ['change', 'update'],
  ['write', 'update'],
  ['add', 'create'],
  ['new', 'create'],
  ['remove', 'delete'],
]);

/** The same for all spellings of one permission: case, separators, plural, verb and a bracketed remark left out. */
function key(name: string): string {
  const [verb = '', ...rest] = nameWords(name.replace(/\(.*$/su, ''));
  return [verbs.get(verb) ?? verb, ...rest].map((word) => word.replace(/s$/u, '')).join(' ');
}

const byKey = lazy(() => {
  const found = new Map<string, Permission[]>();
  for (const each of permissions) {
    for (const spelling of new Set([key(each.constant), key(each.name)])) {
      found.set(spelling, [...(found.get(spelling) ?? []), each]);
    }
  }
  return found;
});

const groupsByKey = lazy(() => {
  const found = new Map<string, PermissionGroup>();
  for (const each of permissionGroups)
    for (const spelling of [key(each.name), key(each.constant)]) if (!found.has(spelling)) found.set(spelling, each);
  return found;
});

const permissionRows = lazy(() => rowsByName(permissions.map((item) => ({ item, names: [item.constant, item.name] }))));
const groupRows = lazy(() => rowsByName(permissionGroups.map((item) => ({ item, names: [item.name, item.constant] }))));

/**
 * The permissions that a wrong word may mean, at most `max`, best first: a display name or another verb
 * (`"View Records"`, `VIEW_RECORDS`), what a group holds (`RECORDS`), then near misses.
 */
export function suggestPermissions(word: string, max = 5): Permission[] {
  const found = new Set<Permission>();
  const exact = permission(word);
  if (exact !== undefined) found.add(exact);
  const wanted = word.length > 200 ? '' : key(word);
  for (const each of byKey().get(wanted) ?? []) found.add(each);
  if (found.size === 0) for (const each of ofGroup(wanted)) found.add(each);
  // A known meaning needs no guesses beside it.
  if (found.size === 0) for (const each of suggest(readable(word), permissionRows(), max)) found.add(each);
  return [...found].slice(0, max);
}

/** A near miss is nearer once its verb is the constants' own: `VIEW_RECODS`. */
function readable(word: string): string {
  const [first = '', ...rest] = word.split('_');
  const verb = verbs.get(first.toLowerCase());
  return verb === undefined || rest.length === 0 ? word : [verb.toUpperCase(), ...rest].join('_');
}

/** What the group of that name holds, those named after it first: `RECORDS` is `READ_RECORDS` before `READ_TAGS`. */
function ofGroup(wanted: string): Permission[] {
  const group = groupsByKey().get(wanted);
  if (group === undefined) return [];
  const isNamesake = (each: Permission) => key(each.constant).endsWith(wanted);
  const weight = (each: Permission) => (isNamesake(each) ? 0 : 10) + verbWeight(each);
  return permissionsOf(group).toSorted((a, b) => weight(a) - weight(b));
}

/** Reading comes first: it is what a grant is most often about, and it opens least. */
function verbWeight(each: Permission): number {
  const position = ['READ', 'CREATE', 'UPDATE', 'DELETE'].findIndex((verb) => each.constant.startsWith(`${verb}_`));
  return position < 0 ? 4 : position;
}

/** The groups that a wrong word may mean, best first: a group's constant, another case, the group of a permission. */
export function suggestPermissionGroups(word: string, max = 3): PermissionGroup[] {
  const found = new Set<PermissionGroup>(suggest(word, groupRows(), max));
  for (const each of [permission(word), ...(byKey().get(word.length > 200 ? '' : key(word)) ?? [])]) {
    const group = each === undefined ? undefined : groupOf(each);
    if (group !== undefined) found.add(group);
  }
  return [...found].slice(0, max);
}
