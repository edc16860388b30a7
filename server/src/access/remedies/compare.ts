// What somebody is allowed at a place after some changes that was not allowed before.
import { difference, intersection, list, type PermissionSet, setOf, union } from '../../catalogue/permission-set.ts';
import { permissions } from '../../catalogue/permissions.ts';
import type { Permission, PlaceKind } from '../../catalogue/types.ts';
import { keyOf } from '../../condition/key.ts';
import { satisfy } from '../../condition/solve.ts';
import type { Formula } from '../../model/symbols.ts';
import { needsSight } from '../index/decide.ts';
import { mayComeByRelation, type Standing } from './standing.ts';
import type { View } from './view.ts';

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
  /** True where the changes cannot put another record in sight. */
  readonly sameSight: boolean;
  readonly place: PlaceKind;
}

/** The permissions that are allowed for some record for which they were not; in the organization there are no records. */
export function gainedAt(sides: Sides): Permission[] {
  const { before, after, place } = sides;
  const fresh = intersection(difference(after.sure, before.sure), askable[place]);
  if (place === 'organization') return list(fresh);
  const kept = intersection(intersection(after.sure, before.sure), askable.object);
  const related = intersection(difference(union(after.related, before.related), kept), askable.object);
  const sights = sightGains(sides);
  const gained = new Set<Permission>(list(difference(fresh, ofRecords)));
  for (const permission of list(intersection(fresh, ofRecords))) if (sights.any()) gained.add(permission);
  for (const permission of list(intersection(kept, ofRecords))) if (sights.more()) gained.add(permission);
  for (const permission of list(related)) {
    if (!mayComeByRelation(before, permission) && !mayComeByRelation(after, permission)) continue;
    if (isMore(before.allowed(permission), after.allowed(permission), sides)) gained.add(permission);
    else gained.delete(permission);
  }
  return permissions.filter((permission) => gained.has(permission));
}

/** Whether any record is in sight, and whether one more than before; asked for when needed, and once. */
function sightGains(sides: Sides) {
  const { before, after, sameSight } = sides;
  let any: boolean | undefined;
  let more: boolean | undefined;
  return {
    any: () => {
      // What is seen before and after alike is weighed once for all changes.
      any ??= sameSight ? before.seesAny() : after.seesAny();
      return any;
    },
    more: () => {
      more ??= !sameSight && isMore(before.seen(), after.seen(), sides);
      return more;
    },
  };
}

/** Whether there is a record for which the one holds and the other did not; where that cannot be weighed, there is. */
export function isMore(
  before: Formula,
  after: Formula,
  { after: { world }, view }: Pick<Sides, 'after' | 'view'>,
): boolean {
  if (after.op === 'false' || before.op === 'true') return false;
  const former = view.before(before);
  if (former.op === after.op && keyOf(former) === keyOf(after)) return false;
  return satisfy({ op: 'and', parts: [after, { op: 'not', part: former }] }, world()).kind !== 'no';
}
