// What would allow something that is not allowed: changes as plain data, each with what else it would grant.
import type { Permission } from '../../catalogue/types.ts';
import type {
  Content,
  Field,
  Formula,
  Group,
  ObjectSymbol,
  Policy,
  Principal,
  RecordFacts,
  Role,
  ServiceAccount,
  User,
} from '../../model/symbols.ts';
import type { RelationKind } from '../../syntax/ast-value.ts';
import type { Asked } from '../grounds.ts';

/** What somebody wants to be allowed. Days since 1970-01-01. */
export type Wish =
  | (Asked & { readonly kind: 'can' })
  | { readonly kind: 'invite'; readonly principal: Principal; readonly address: string; readonly today: number }
  | { readonly kind: 'use'; readonly principal: Principal; readonly account: ServiceAccount; readonly today: number };

/** One thing to change. Symbols are those of the model that was asked. */
export type Change =
  | { readonly kind: 'activate'; readonly who: User | ServiceAccount }
  | { readonly kind: 'join-group'; readonly user: User; readonly group: Group }
  /** Into `members` of the role or, for a service account, into its own `roles`. */
  | { readonly kind: 'add-to-role'; readonly principal: Principal; readonly role: Role }
  | { readonly kind: 'grant-in-role'; readonly role: Role; readonly permissions: readonly Permission[] }
  | { readonly kind: 'extend-expiry'; readonly role: Role; readonly until: number }
  | { readonly kind: 'name-in-policy'; readonly principal: Principal; readonly policy: Policy }
  | {
      readonly kind: 'new-policy';
      readonly principal: Principal;
      readonly object: ObjectSymbol;
      readonly when: Formula | undefined;
    }
  | { readonly kind: 'meet-condition'; readonly facts: RecordFacts; readonly values: ReadonlyMap<Field, Content> }
  | {
      readonly kind: 'relate';
      readonly facts: RecordFacts;
      readonly relation: RelationKind;
      readonly principal: Principal;
    }
  | { readonly kind: 'make-usable'; readonly account: ServiceAccount; readonly subject: User | Group }
  /** `domain`: one that the organization does not have yet. */
  | {
      readonly kind: 'widen-invites';
      readonly invites: 'allowed-domains' | 'any-domain';
      readonly domain: string | undefined;
    };

export interface Remedy {
  /** One or two, all of them needed. */
  readonly changes: readonly Change[];
  readonly gains: Gains;
}

/** What a remedy would grant besides what was asked for. */
export interface Gains {
  readonly own: {
    readonly count: number;
    /** The first few. */
    readonly examples: readonly Gain[];
  };
  readonly others: {
    /** Users and service accounts who would be allowed anything more. */
    readonly count: number;
    /** The first few, in the order of the model. */
    readonly examples: readonly Principal[];
    /** Those who might be too and were not looked at. */
    readonly unexamined: number;
  };
}

/**
 * A permission at a place: in the organization, for records of an object, or for the one record that was asked about. It
 * is gained where some record is allowed that was not before. Or the use of a service account, or addresses to invite besides
 * those of the domain that was asked for.
 */
export type Gain =
  | {
      readonly kind: 'permission';
      readonly permission: Permission;
      readonly place: ObjectSymbol | 'organization' | 'record';
    }
  | { readonly kind: 'use'; readonly account: ServiceAccount }
  | { readonly kind: 'invite'; readonly domains: readonly string[] | 'any' };

export interface Remedies {
  /** Each allows it by sound declarations alone. */
  readonly remedies: readonly Remedy[];
  /** Something broken leaves open whether it is allowed as it is, and what else a change would grant. */
  readonly inDoubt: boolean;
}
