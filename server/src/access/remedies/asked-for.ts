// Which of the gains are what was asked for: they are no side effect.
import type { Permission } from '../../catalogue/types.ts';
import { allOf, negate } from '../../condition/build.ts';
import { substitute } from '../../condition/substitute.ts';
import { needsSight } from '../index/decide.ts';
import { sceneOf } from '../question-scope.ts';
import { isMore, type Sides } from './compare.ts';
import type { Spot } from './spots.ts';
import type { Wish } from './types.ts';

/** The permission without which nobody but a holder of `ADMIN` invites. */
export const inviting = 'CREATE_ORGANIZATION_USERS';

/** Of a permission that is gained at the spot. */
export function isAskedFor(wish: Wish, permission: Permission, spot: Spot, sides: Sides): boolean {
  if (wish.kind === 'use') return false;
  if (wish.kind === 'invite') return spot.facts === undefined && permission.constant === inviting;
  if (!wish.permissions.includes(permission)) return false;
  if (wish.place.kind === 'organization') return spot.facts === undefined;
  const { facts, object, given, when } = wish.place;
  if (spot.given) return spot.facts === facts;
  if (spot.facts?.object !== object) return false;
  // Sight of other records than the one that was asked about is more; what no record decides is the same for all.
  if (given) return !needsSight(permission);
  if (when === undefined) return true;
  const { before, after } = sides;
  const spoken = substitute(when, sceneOf(after.scope));
  return !isMore(before.allowed(permission), allOf([after.allowed(permission), negate(spoken)]), sides);
}
