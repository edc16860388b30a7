// Everything that a decision rests on: all ways to what is asked, before any record is looked at.
import type { Permission } from '../catalogue/types.ts';
import { allOf, anyOf } from '../condition/build.ts';
import { reduce } from '../condition/reduce.ts';
import { always } from '../model/formulas.ts';
import type { Model } from '../model/model.ts';
import type { BoundPlace } from '../model/question.ts';
import type { Formula, Principal } from '../model/symbols.ts';
import { actorOf, isActive } from './actor.ts';
import type { PermissionWay, SightWay } from './answer.ts';
import { permissionWays } from './permission-ways.ts';
import { type Scope, sceneOf } from './question-scope.ts';
import { sightWays } from './sight-ways.ts';

export interface Asked {
  readonly principal: Principal;
  readonly permissions: readonly Permission[];
  readonly place: BoundPlace;
  /** Days since 1970-01-01 UTC. */
  readonly today: number;
}

export function scopeOf(model: Model, { principal, place, today }: Asked): Scope {
  const facts = place.kind === 'object' ? place.facts : undefined;
  const given = place.kind === 'object' && place.given;
  return { model, actor: actorOf(model, principal), facts, given, today };
}

export interface Grounds {
  readonly scope: Scope;
  /** The permissions that are asked for, held or not. */
  readonly asked: readonly Permission[];
  readonly permissions: readonly PermissionWay[];
  readonly sight: readonly SightWay[];
  readonly needsSight: boolean;
  /** For which records each permission is held, and for which the record is in sight; `true` where no sight is needed. */
  readonly held: Formula;
  readonly seen: Formula;
}

/** All ways to what is asked, before any record is looked at. */
export function groundsOf(model: Model, asked: Asked): Grounds {
  const scope = scopeOf(model, asked);
  const active = isActive(asked.principal);
  const perPermission = asked.permissions.map((permission) => (active ? permissionWays(scope, permission) : []));
  const needsSight = scope.facts !== undefined && asked.permissions.some(({ record }) => record);
  const sight = active && needsSight && scope.facts !== undefined ? sightWays(scope, scope.facts) : [];
  return {
    scope,
    asked: asked.permissions,
    permissions: perPermission.flat(),
    sight,
    needsSight,
    held: allOf(perPermission.map((ways) => anyOf(ways.map((way) => way.when)))),
    seen: needsSight ? anyOf(sight.map((way) => way.when)) : allOf([]),
  };
}

/** For which completions of the record it is allowed, as a formula over what is not said of it. */
export function allowedWhen(grounds: Grounds): Formula {
  return reduce({ op: 'and', parts: [grounds.held, grounds.seen] }, sceneOf(grounds.scope));
}

/** The records that a place speaks of, as a formula: with `when` those that it describes, else all. */
export function spokenOf(grounds: Grounds, place: BoundPlace): Formula {
  const when = place.kind === 'object' ? place.when : undefined;
  return when === undefined ? always : reduce(when, sceneOf(grounds.scope));
}
