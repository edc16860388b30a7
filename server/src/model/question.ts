// Questions of queries and expectations with every name resolved.
import type { Permission } from '../catalogue/types.ts';

import type { Formula, ObjectSymbol, Principal, RecordFacts, RecordSymbol, ServiceAccount } from './symbols.ts';

/** `date`: days since 1970-01-01, undefined for today. */
interface Base<K extends string> {
  readonly kind: K;
  readonly asOf: number | undefined;
}
export type BoundQuestion = BoundCan | BoundInvite | BoundUse | BoundWho | BoundWhat | BoundExcept;

export interface BoundCan extends Base<'can'> {
  readonly principal: Principal;
  readonly negated: boolean;
  readonly permissions: readonly Permission[];
  readonly place: BoundPlace;
}
export interface BoundInvite extends Base<'invite'> {
  readonly principal: Principal;
  readonly negated: boolean;
  readonly address: string;
}
export interface BoundUse extends Base<'use'> {
  readonly principal: Principal;
  readonly negated: boolean;
  readonly account: ServiceAccount;
}
export interface BoundWho extends Base<'who'> {
  readonly permissions: readonly Permission[];
  readonly place: BoundPlace;
}
export interface BoundWhat extends Base<'what'> {
  readonly principal: Principal;
  readonly place: BoundPlace;
}
export interface BoundExcept extends Base<'except'> {
  readonly form: 'only' | 'nobody';
  readonly except: readonly Principal[];
  readonly permissions: readonly Permission[];
  readonly place: BoundPlace;
}

export type BoundPlace =
  | { readonly kind: 'organization' }
  /** Some record of the object: what is said of it, and for which records is asked. */
  | {
      readonly kind: 'object';
      readonly object: ObjectSymbol;
      readonly facts: RecordFacts;
      readonly record: RecordSymbol | undefined;
      /** True where a record is named (`on`) or described (`with`). */
      readonly given: boolean;
      readonly when: Formula | undefined;
    };
