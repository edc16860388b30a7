// What somebody holds and sees at a place, in the form in which two states of a model are compared fastest.
import { addSet, emptySet, newBuilder, type PermissionSet, setOf, union } from '../../catalogue/permission-set.ts';
import { permissions } from '../../catalogue/permissions.ts';
import type { Permission } from '../../catalogue/types.ts';
import type { Actor } from '../../condition/actor.ts';
import { satisfy } from '../../condition/solve.ts';
import { substitute } from '../../condition/substitute.ts';
import type { Formula, ObjectSymbol, Principal, Role } from '../../model/symbols.ts';
import { isActive, membership } from '../actor.ts';
import { grantsAdmin } from '../permission-ways.ts';
import { inForce, type Scope, sceneOf } from '../question-scope.ts';
import { sightWays } from '../sight-ways.ts';
import { allowedIn } from './grounds-in.ts';
import type { Spot } from './spots.ts';
import { actorIn, scopeIn, type View, worldIn } from './view.ts';

export interface Standing {
  readonly scope: Scope;
  /** What roles grant by membership. */
  readonly sure: PermissionSet;
  /** What roles grant that a relation to the record may give; nothing where no record can be related to anybody. */
  readonly related: PermissionSet;
  /** The ways in which the record is in sight, with what is known of it put in. */
  seen(): readonly Formula[];
  seesAny(): boolean;
  /** For which records the permission is allowed, whatever it comes by. */
  allowed(permission: Permission): Formula;
}

/** Somebody at any place: what holds at all of them is looked up once. */
export type Holder = (spot: Spot) => Standing;

interface Held {
  readonly sure: PermissionSet;
  readonly related: PermissionSet;
}

/** A comparison of two states is not worth the whole search: where it gives up, more is taken to be granted. */
export const budget = 2000;

const everything = setOf(permissions);
const nothing: Held = { sure: emptySet(), related: emptySet() };

export function holderIn(view: View, principal: Principal, today: number): Holder {
  const actor = actorIn(view, principal);
  const active = isActive(actor.principal);
  const held = (roles: Iterable<Role>) => (active ? heldBy(actor, roles, today) : nothing);
  const ofOrganization = held(view.model.roles.values());
  return (spot) => {
    const scope = scopeIn(view, actor, spot, today);
    const { facts } = scope;
    const own = facts === undefined ? nothing : held(facts.object.roles.values());
    const seen = once(() => (active ? seenWays(scope) : []));
    return {
      scope,
      sure: union(ofOrganization.sure, own.sure),
      related: mayRelate(scope) ? union(ofOrganization.related, own.related) : emptySet(),
      seen,
      seesAny: once(() => seen().some((way) => isMet(view, scope, way))),
      allowed: (permission) => allowedIn(scope, [permission]),
    };
  };
}

/** Somebody after changes of roles that let nobody see another record: what roles give besides is all that differs. */
export function holderBeside(before: Holder, view: View, principal: Principal, today: number): Holder {
  const actor = actorIn(view, principal);
  const heldAt = (object: ObjectSymbol | undefined) =>
    heldBy(
      actor,
      [...view.roles].flatMap(([role, copy]) => (role.object === object ? [copy] : [])),
      today,
    );
  const ofOrganization = heldAt(undefined);
  return (spot) => {
    const known = before(spot);
    const own = spot.facts === undefined ? nothing : heldAt(spot.facts.object);
    const scope = scopeIn(view, actor, spot, today);
    const related = mayRelate(scope) ? union(ofOrganization.related, own.related) : emptySet();
    return {
      ...known,
      scope,
      sure: union(known.sure, union(ofOrganization.sure, own.sure)),
      related: union(known.related, related),
      allowed: (permission) => allowedIn(scope, [permission]),
    };
  };
}

function heldBy(actor: Actor, roles: Iterable<Role>, today: number): Held {
  const [sure, related] = [newBuilder(), newBuilder()];
  for (const role of roles) {
    if (!inForce(role, today)) continue;
    // `ADMIN` is every permission.
    const granted = grantsAdmin(role) ? everything : role.permissions;
    if (membership(actor, role) !== undefined) addSet(sure, granted);
    if (role.autoShare.size > 0) addSet(related, granted);
  }
  return { sure, related };
}

function mayRelate({ facts, model }: Scope): boolean {
  if (facts === undefined) return false;
  if (facts.relations.size > 0 || model.semantics.autoShareReach === 'object') return true;
  for (const { assignee } of facts.object.fields.values()) if (assignee) return true;
  return false;
}

function seenWays(scope: Scope): readonly Formula[] {
  if (scope.facts === undefined) return [];
  const scene = sceneOf(scope);
  return sightWays(scope, scope.facts).map(({ when }) => substitute(when, scene));
}

/** Whether there is such a record; where that cannot be weighed, there is. */
export function isMet(view: View, scope: Scope, formula: Formula): boolean {
  if (formula.op === 'false') return false;
  return satisfy(formula, { ...worldIn(view, scope, formula), budget }).kind !== 'no';
}

function once<T extends object | boolean>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
