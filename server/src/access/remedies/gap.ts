// What a wish lacks, and changes that may bring it.
import type { Permission } from '../../catalogue/types.ts';
import type { Model } from '../../model/model.ts';
import type { ObjectSymbol } from '../../model/symbols.ts';
import { isActive } from '../actor.ts';
import type { PermissionWay, SightWay } from '../answer.ts';
import type { Asked } from '../grounds.ts';
import { needsSight } from '../index/decide.ts';
import { permissionWays } from '../permission-ways.ts';
import type { Scope } from '../question-scope.ts';
import { sightWays } from '../sight-ways.ts';
import type { Change } from './types.ts';
import { actorIn, scopeIn, spokenAt, type View, viewOf } from './view.ts';

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
  const sights = scope.facts !== undefined && needed ? sightWays(scope, scope.facts) : [];
  const isHeld = (permission: Permission) => ways.some((way) => way.permission === permission && way.holds === 'true');
  return {
    model,
    asked,
    view,
    scope,
    ways,
    sights,
    permissions: asked.permissions.filter((permission) => !isHeld(permission)),
    sight: needed && !sights.some(({ holds }) => holds === 'true'),
  };
}

/** What it takes for whoever asks to be active. */
export function activation({ principal }: Pick<Asked, 'principal'>): Candidate[] {
  if (principal.kind === 'group' || isActive(principal)) return [];
  return [{ change: { kind: 'activate', who: principal }, gives: ['principal'] }];
}

export function objectOf({ asked }: Pick<Gap, 'asked'>): ObjectSymbol | undefined {
  return asked.place.kind === 'object' ? asked.place.object : undefined;
}

export function meets(needs: readonly Need[], parts: readonly Candidate[]): boolean {
  return needs.every((need) => parts.some(({ gives }) => gives.includes(need)));
}
