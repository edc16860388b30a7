// A set of permissions in few words: whole levels of permission groups first, then single permissions.
import {
  addSet,
  difference,
  equal,
  has,
  intersection,
  isEmpty,
  isSubset,
  list,
  newBuilder,
  type PermissionSet,
  setOf,
  size,
} from '../catalogue/permission-set.ts';
import { levelCap, levelGrants, levels, permission, permissionGroups, permissions } from '../catalogue/permissions.ts';
import type { Level, PermissionGroup, PlaceKind } from '../catalogue/types.ts';
import { writeName } from '../syntax/keywords.ts';
import { type Phrase, phrase, words } from './phrase.ts';

interface Part {
  readonly phrase: Phrase;
  readonly set: PermissionSet;
}

const admin = permission('ADMIN');

const everything: Readonly<Record<PlaceKind, PermissionSet>> = {
  organization: setOf(permissions.filter((each) => each.scopes.includes('organization'))),
  object: setOf(permissions.filter((each) => each.scopes.includes('object'))),
};

export interface SetOptions {
  /** At most so many phrases, the last of which counts what is left out; 8 when left out. */
  readonly max?: number;
  /** What the set was taken from: a level that is whole there is said by its name, even where the set holds part of it. */
  readonly of?: PermissionSet;
}

/** Takes a set and where it is held. */
export function describeSet(set: PermissionSet, place: PlaceKind, options: SetOptions = {}): readonly Phrase[] {
  const whole = options.of ?? set;
  if (admin !== undefined && has(set, admin)) return [phrase`everything, by ${admin.constant}`];
  if (isSubset(everything[place], whole)) {
    return [words(`every permission of ${place === 'object' ? 'an object' : 'the organization'}`)];
  }
  const parts: Part[] = [];
  const everywhere = onEveryGroup(whole, place);
  if (everywhere !== undefined) parts.push(everywhere);
  let rest = difference(set, everywhere?.set ?? newBuilder());
  for (const group of permissionGroups) {
    const level = wholeLevel(whole, rest, group, place);
    if (level === undefined) continue;
    parts.push(level);
    rest = difference(rest, level.set);
  }
  for (const each of list(rest)) parts.push({ phrase: phrase`${each.constant}`, set: setOf([each]) });
  return cut(parts, options.max ?? 8, set);
}

function cut(parts: readonly Part[], max: number, set: PermissionSet): readonly Phrase[] {
  if (parts.length <= max) return parts.map((part) => part.phrase);
  const left = newBuilder();
  for (const part of parts.slice(max - 1)) addSet(left, part.set);
  return [
    ...parts.slice(0, max - 1).map((part) => part.phrase),
    counted(size(intersection(left, set)), 'more permission'),
  ];
}

/** The highest level that is held on all permission groups, as far as each goes there. */
function onEveryGroup(set: PermissionSet, place: PlaceKind): Part | undefined {
  for (const level of levels.toReversed()) {
    const all = newBuilder();
    for (const group of permissionGroups) addSet(all, grantsUpTo(group, level, place));
    if (isEmpty(all) || !isSubset(all, set)) continue;
    return { phrase: [...phrase`${level}`, ' on every permission group'], set: all };
  }
  return undefined;
}

function grantsUpTo(group: PermissionGroup, level: Level, place: PlaceKind): PermissionSet {
  const cap = levelCap(group, place);
  if (cap === null) return newBuilder();
  return setOf(levelGrants(group, levels[Math.min(levels.indexOf(level), levels.indexOf(cap))] ?? cap, place));
}

/** The highest level of a group that is held whole and says more than one permission of the rest, by its lowest name. */
function wholeLevel(
  set: PermissionSet,
  rest: PermissionSet,
  group: PermissionGroup,
  place: PlaceKind,
): Part | undefined {
  const held = levels.toReversed().find((level) => {
    const grants = grantsUpTo(group, level, place);
    return size(intersection(grants, rest)) > 1 && isSubset(grants, set);
  });
  if (held === undefined) return undefined;
  const grants = grantsUpTo(group, held, place);
  const lowest = levels.find((level) => equal(grantsUpTo(group, level, place), grants)) ?? held;
  return { phrase: phrase`${`${lowest} on ${writeName(group.name)}`}`, set: grants };
}

/** `1 permission`, `2 permissions`. */
export function counted(count: number, noun: string): Phrase {
  return words(`${count} ${noun}${count === 1 ? '' : 's'}`);
}
