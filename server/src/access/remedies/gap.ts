// What a wish lacks, and changes that may bring it.
import type { Permission } from '../../catalogue/types.ts';
import type { Actor } from '../../condition/actor.ts';
import { allOf, anyOf, negate } from '../../condition/build.ts';
import { satisfy } from '../../condition/solve.ts';
import { substitute } from '../../condition/substitute.ts';
import { always } from '../../model/formulas.ts';
import type { Model } from '../../model/model.ts';
import type { ObjectSymbol, RecordFacts } from '../../model/symbols.ts';
import { isActive } from '../actor.ts';
import type { PermissionWay, SightWay } from '../answer.ts';
import type { Asked } from '../grounds.ts';
import { needsSight } from '../index/decide.ts';
import { permissionWays } from '../permission-ways.ts';
import { type Scope, sceneOf } from '../question-scope.ts';
import { sightWays } from '../sight-ways.ts';
import type { Change } from './types.ts';
import { actorIn, scopeIn, spokenAt, type View, viewOf, worldIn } from './view.ts';

/** A permission, sight of the record, an address that may be invited, the use of an account, somebody who is active. */
export type Need = Permission | 'sight' | 'address' | 'use' | 'principal' | 'account';

/** A change, and which needs it may meet. */
export interface Candidate {
  readonly change: Change;
  readonly gives: readonly Need[];
}

export interface Gap {
  /** The model itself, and what was asked of it. */
  readonly model: Model;
  readonly asked: Asked;
  /** The rest is as for somebody active. */
  readonly view: View;
  readonly scope: Scope;
  /** Whoever asks, active, among the symbols of the model itself. */
  readonly actor: Actor;
  readonly ways: readonly PermissionWay[];
  readonly sights: readonly SightWay[];
  /** Permissions that are not held for sure. */
  readonly permissions: readonly Permission[];
  /** True where sight of the record is needed and not sure. */
  readonly sight: boolean;
}

export function gapOf(model: Model, asked: Asked): Gap {
  const view = viewOf(
    model,
    activation(asked).map(({ change }) => change),
  );
  const scope = scopeIn(view, actorIn(view, asked.principal), spokenAt(asked.place), asked.today);
  const ways = asked.permissions.flatMap((permission) => permissionWays(scope, permission));
  const needed = scope.facts !== undefined && asked.permissions.some(needsSight);
  const sights = scope.facts === undefined ? [] : sightWays(scope, scope.facts);
  const waysTo = (permission: Permission) => ways.filter((way) => way.permission === permission);
  return {
    model,
    asked,
    view,
    scope,
    actor: { ...scope.actor, principal: asked.principal },
    ways,
    sights,
    permissions: asked.permissions.filter((permission) => !isSure(view, scope, asked, waysTo(permission))),
    sight: needed && !isSure(view, scope, asked, sights),
  };
}

/** Whether some way holds for every record that is spoken of, each for its part of them. */
function isSure(view: View, scope: Scope, { place }: Asked, ways: readonly (PermissionWay | SightWay)[]): boolean {
  if (ways.some(({ holds }) => holds === 'true')) return true;
  const open = ways.filter(({ holds }) => holds === 'unknown');
  if (open.length === 0) return false;
  const when = place.kind === 'object' && place.when !== undefined ? place.when : always;
  const against = substitute(allOf([when, negate(anyOf(open.map((way) => way.when)))]), sceneOf(scope));
  return satisfy(against, worldIn(view, scope, against)).kind === 'no';
}

/** What it takes for whoever asks to be active. */
export function activation({ principal }: Pick<Asked, 'principal'>): Candidate[] {
  if (principal.kind === 'group' || isActive(principal)) return [];
  return [{ change: { kind: 'activate', who: principal }, gives: ['principal'] }];
}

export function objectOf({ asked }: Pick<Gap, 'asked'>): ObjectSymbol | undefined {
  return asked.place.kind === 'object' ? asked.place.object : undefined;
}

/** Records whose relations give roles here: the one that was asked about and, where roles reach further, the declared ones. */
export function recordsThatGive({ model, asked: { place } }: Pick<Gap, 'model' | 'asked'>): readonly RecordFacts[] {
  if (place.kind !== 'object') return [];
  const { facts } = place;
  if (model.semantics.autoShareReach === 'record') return [facts];
  const declared = [...model.records.values()].flatMap((record) => record.facts ?? []);
  return [facts, ...declared.filter(({ object }) => object === facts.object)];
}

export function meets(needs: readonly Need[], parts: readonly Candidate[]): boolean {
  return needs.every((need) => parts.some(({ gives }) => gives.includes(need)));
}
