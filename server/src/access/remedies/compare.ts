// What somebody is allowed at a place after some changes that was not allowed before.
import {
  addSet,
  difference,
  emptySet,
  intersection,
  isEmpty,
  list,
  newBuilder,
  type PermissionSet,
  setOf,
  union,
} from '../../catalogue/permission-set.ts';
import { permissions } from '../../catalogue/permissions.ts';
import type { Permission, PlaceKind } from '../../catalogue/types.ts';
import { allOf, anyOf, negate } from '../../condition/build.ts';
import { keyOf } from '../../condition/key.ts';
import type { Formula } from '../../model/symbols.ts';
import { needsSight } from '../index/decide.ts';
import { isMet, type Standing } from './standing.ts';
import { formerly, type View } from './view.ts';

const askable: Readonly<Record<PlaceKind, PermissionSet>> = {
  organization: setOf(permissions.filter(({ scopes }) => scopes.includes('organization'))),
  object: setOf(permissions.filter(({ scopes }) => scopes.includes('object'))),
};
const ofRecords = setOf(permissions.filter(needsSight));

export interface Sides {
  readonly before: Standing;
  readonly after: Standing;
  /** The view of `after`. */
  readonly view: View;
  /** What the changes do to the records in sight. */
  readonly sight: 'same' | 'more' | 'other';
}

/** The permissions that are allowed for some record for which they were not; in the organization there are no records. */
export function gainedAt(sides: Sides): PermissionSet {
  const { before, after } = sides;
  const place = after.scope.facts === undefined ? 'organization' : 'object';
  const fresh = intersection(difference(after.sure, before.sure), askable[place]);
  if (place === 'organization') return fresh;
  const kept = intersection(intersection(after.sure, before.sure), askable.object);
  const gained = newBuilder();
  addSet(gained, difference(fresh, ofRecords));
  addSet(gained, seenNow(sides, intersection(fresh, ofRecords)));
  addSet(gained, seenMore(sides, intersection(kept, ofRecords)));
  const related = intersection(difference(union(after.related, before.related), kept), askable.object);
  const isGained = (each: Permission) => isMore(before.allowed(each), after.allowed(each), sides);
  return union(difference(gained, related), setOf(list(related).filter(isGained)));
}

/** Of permissions that are new: all, where any record is in sight. */
function seenNow({ before, after, sight }: Sides, fresh: PermissionSet): PermissionSet {
  if (isEmpty(fresh)) return fresh;
  // What is seen before is weighed once for all changes.
  const isSeen = (sight !== 'other' && before.seesAny()) || (sight !== 'same' && after.seesAny());
  return isSeen ? fresh : emptySet();
}

/** Of permissions that were held: all, where one more record is in sight. */
function seenMore(sides: Sides, kept: PermissionSet): PermissionSet {
  if (sides.sight === 'same' || isEmpty(kept)) return emptySet();
  const former = sides.before.seen().map((way) => formerly(sides.view, way));
  const known = new Set(former.map(keyOf));
  const ways = sides.after.seen().filter((way) => !known.has(keyOf(way)));
  return isBeyond(anyOf(former), anyOf(ways), sides) ? kept : emptySet();
}

/** Whether there is a record for which the one holds and the other did not. */
export function isMore(before: Formula, after: Formula, sides: Pick<Sides, 'after' | 'view'>): boolean {
  return isBeyond(formerly(sides.view, before), after, sides);
}

function isBeyond(former: Formula, formula: Formula, { after, view }: Pick<Sides, 'after' | 'view'>): boolean {
  return keyOf(former) !== keyOf(formula) && isMet(view, after.scope, allOf([formula, negate(former)]));
}
