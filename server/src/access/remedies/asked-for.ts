// Which of the gains are what was asked for: they are no side effect.
import { emptySet, intersection, list, type PermissionSet, setOf } from '../../catalogue/permission-set.ts';
import { inviting } from '../../catalogue/permissions.ts';
import type { Permission } from '../../catalogue/types.ts';
import { allOf, negate } from '../../condition/build.ts';
import { substitute } from '../../condition/substitute.ts';
import { needsSight } from '../index/decide.ts';
import { sceneOf } from '../question-scope.ts';
import { isMore, type Sides } from './compare.ts';
import type { Spot } from './spots.ts';
import type { Wish } from './types.ts';

/** Of what is gained at the spot, what was asked for. */
export function askedFor(wish: Wish, gained: PermissionSet, spot: Spot, sides: Sides): PermissionSet {
  const asked = intersection(gained, askedAt(wish));
  return setOf(list(asked).filter((permission) => isAskedFor(wish, permission, spot, sides)));
}

function askedAt(wish: Wish): PermissionSet {
  if (wish.kind === 'can') return setOf(wish.permissions);
  return wish.kind === 'invite' ? setOf(inviting) : emptySet();
}

function isAskedFor(wish: Wish, permission: Permission, spot: Spot, sides: Sides): boolean {
  if (wish.kind !== 'can' || wish.place.kind === 'organization') return spot.facts === undefined;
  const { object, given, when } = wish.place;
  if (spot.given) return true;
  if (spot.facts?.object !== object) return false;
  // Sight of other records than the one that was asked about is more; what no record decides is the same for all.
  if (given) return !needsSight(permission);
  if (when === undefined) return true;
  const { before, after } = sides;
  const spoken = substitute(when, sceneOf(after.scope));
  return !isMore(before.allowed(permission), allOf([after.allowed(permission), negate(spoken)]), sides);
}
