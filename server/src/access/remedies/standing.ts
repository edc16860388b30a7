// What somebody holds and sees at a place, in the form in which two states of a model are compared fastest.
import { addSet, emptySet, has, newBuilder, type PermissionSet, setOf } from '../../catalogue/permission-set.ts';
import { permissions } from '../../catalogue/permissions.ts';
import type { Permission } from '../../catalogue/types.ts';
import { anyOf } from '../../condition/build.ts';
import { reduce } from '../../condition/reduce.ts';
import { satisfy, type World } from '../../condition/solve.ts';
import { never } from '../../model/formulas.ts';
import type { Model } from '../../model/model.ts';
import type { Formula, Principal, Role } from '../../model/symbols.ts';
import { actorOf, isActive, membership } from '../actor.ts';
import { allowedWhen, groundsOf } from '../grounds.ts';
import { grantsAdmin } from '../permission-ways.ts';
import { inForce, rolesAt, type Scope, sceneOf } from '../question-scope.ts';
import { sightWays } from '../sight-ways.ts';
import { worldOf } from '../world.ts';
import type { Spot } from './spots.ts';
import type { View } from './view.ts';

export interface Standing {
  /** What roles grant by membership. */
  readonly sure: PermissionSet;
  /** What roles grant that a relation to the record may give. */
  readonly related: PermissionSet;
  /** True where the record, or a record like it, may be related to somebody. */
  readonly mayRelate: boolean;
  /** For which records the record is in sight, and whether it is for any. */
  seen(): Formula;
  seesAny(): boolean;
  /** For which records the permission is allowed, whatever it comes by. */
  allowed(permission: Permission): Formula;
  /** A condition on the record as this person meets it. */
  reduced(formula: Formula): Formula;
  world(): World;
}

const everything = setOf(permissions);

/** Takes symbols of the model itself, whatever the view. */
export function standingOf(view: View, of: Principal, spot: Spot, today: number): Standing {
  const principal = view.principal(of);
  const facts = spot.facts && view.facts(spot.facts);
  const scope: Scope = { model: view.model, actor: actorOf(view.model, principal), facts, given: spot.given, today };
  const active = isActive(principal);
  const roles = active ? rolesAt(view.model, facts?.object).filter((role) => inForce(role, today)) : [];
  const sure = together(roles.filter((role) => membership(scope.actor, role) !== undefined));
  const related = facts === undefined ? emptySet() : together(roles.filter(({ autoShare }) => autoShare.size > 0));
  const world = once((): World => ({ ...worldOf(scope), budget }));
  const seen = once(() => {
    if (!active || facts === undefined) return never;
    return reduce(anyOf(sightWays(scope, facts).map(({ when }) => when)), sceneOf(scope));
  });
  return {
    sure,
    related,
    mayRelate: facts !== undefined && mayRelate(view.model, facts),
    seen,
    seesAny: once(() => seen().op === 'true' || (seen().op !== 'false' && satisfy(seen(), world()).kind !== 'no')),
    allowed: (permission) => {
      const place = placeOf(scope);
      return active
        ? allowedWhen(groundsOf(view.model, { principal, permissions: [permission], place, today }))
        : never;
    },
    reduced: (formula) => reduce(formula, sceneOf(scope)),
    world,
  };
}

/** A comparison of two states is not worth the whole search: where it gives up, the more is taken to be granted. */
const budget = 2000;

function placeOf({ facts, given }: Scope) {
  return facts === undefined
    ? ({ kind: 'organization' } as const)
    : ({ kind: 'object', object: facts.object, facts, record: undefined, given, when: undefined } as const);
}

/** `ADMIN` is every permission. */
function together(roles: readonly Role[]): PermissionSet {
  if (roles.length === 0) return emptySet();
  if (roles.some(grantsAdmin)) return everything;
  const all = newBuilder();
  for (const { permissions: granted } of roles) addSet(all, granted);
  return all;
}

function mayRelate({ semantics }: Model, { object, relations }: NonNullable<Scope['facts']>): boolean {
  if (relations.size > 0 || semantics.autoShareReach === 'object') return true;
  for (const { assignee } of object.fields.values()) if (assignee) return true;
  return false;
}

/** Whether the permission may come by a relation to the record. */
export function mayComeByRelation(standing: Standing, permission: Permission): boolean {
  return standing.mayRelate && has(standing.related, permission);
}

function once<T extends object | boolean>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
