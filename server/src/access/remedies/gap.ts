// What a wish lacks, and changes that may bring it.
import type { Permission } from '../../catalogue/types.ts';
import { anyOf } from '../../condition/build.ts';
import { evaluate } from '../../condition/evaluate.ts';
import type { Model } from '../../model/model.ts';
import type { ObjectSymbol } from '../../model/symbols.ts';
import { isActive } from '../actor.ts';
import { type Asked, type Grounds, groundsOf } from '../grounds.ts';
import { sceneOf } from '../question-scope.ts';
import type { Change } from './types.ts';
import { viewOf } from './view.ts';

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
  /** As for somebody active. */
  readonly grounds: Grounds;
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
  const active = { ...asked, principal: view.principal(asked.principal), place: view.place(asked.place) };
  const grounds = groundsOf(view.model, active);
  const scene = sceneOf(grounds.scope);
  const isHeld = (permission: Permission) => {
    const ways = grounds.permissions.filter((way) => way.permission === permission);
    return evaluate(anyOf(ways.map(({ when }) => when)), scene) === 'true';
  };
  const permissions = asked.permissions.filter((permission) => !isHeld(permission));
  return { model, asked, grounds, permissions, sight: evaluate(grounds.seen, scene) !== 'true' };
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
