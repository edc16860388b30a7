// Answers to questions, with their reasons, as data.
import type { Permission } from '../catalogue/types.ts';
import type { Origin } from '../model/origin.ts';
import type {
  AutoShareWord,
  Content,
  Field,
  Formula,
  Group,
  ObjectSymbol,
  Policy,
  Principal,
  Role,
  RoleGrant,
} from '../model/symbols.ts';
import type { RelationKind } from '../syntax/ast-value.ts';

export type Truth = 'true' | 'false' | 'unknown';

/** One way in which a permission is held. */
export interface PermissionWay {
  readonly permission: Permission;
  readonly role: Role;
  /** The grant that includes it; a managed role writes none. */
  readonly grant: RoleGrant | undefined;
  /** The group through which the role is held; undefined where it is held directly. */
  readonly through: Group | undefined;
  /** Held by `ADMIN`, not by a grant of the permission itself. */
  readonly byAdmin: boolean;
  /** The relation to the record that gives the role; undefined where it is held by membership. */
  readonly autoShare: AutoShareWord | undefined;
  /** For which records: always, unless it comes by a field of the record. */
  readonly when: Formula;
  readonly holds: Truth;
}

/** One way in which a record is in sight. */
export type SightWay = {
  readonly through: Group | undefined;
  readonly when: Formula;
  readonly holds: Truth;
} & (
  | { readonly by: 'admin'; readonly role: Role }
  | { readonly by: 'policy'; readonly policy: Policy }
  | { readonly by: 'share' }
  | { readonly by: 'auto-share'; readonly word: AutoShareWord; readonly relation: RelationKind }
);

export type Refusal = 'inactive' | 'no-role' | 'no-data-access' | 'invite-policy' | 'not-shared';

/** The value of every atom of a condition, by the atom, for one record and principal. */
export interface Decision {
  readonly outcome: 'allowed' | 'refused' | 'allowed-when' | 'unknown';
  readonly refusal: Refusal | undefined;
  /** For which records it is allowed, simplified: `true` where allowed, `false` where refused. */
  readonly when: Formula;
  /** Every way to each permission asked for, whether it holds or not. */
  readonly permissions: readonly PermissionWay[];
  /** Every way to see the record; empty where no permission that was asked for needs sight. */
  readonly sight: readonly SightWay[];
  readonly needsSight: boolean;
  /** Relations that are not said and would change the answer: words of auto-share and what gives them. */
  readonly openRelations: readonly { readonly word: AutoShareWord | 'share'; readonly what: Role | ObjectSymbol }[];
  /** What a broken declaration leaves open; empty where nothing does. */
  readonly doubts: readonly string[];
}

export type Answer =
  | {
      readonly kind: 'decision';
      readonly principal: Principal;
      readonly decision: Decision;
      readonly reason: string;
    }
  | { readonly kind: 'list'; readonly entries: readonly ListEntry[]; readonly reason: string }
  | { readonly kind: 'error'; readonly reason: string };

/** One line of `who can` (a principal) or `what can … do` (a permission). */
export interface ListEntry {
  readonly name: string;
  readonly principal: Principal | undefined;
  readonly permission: Permission | undefined;
  /** Undefined where always. */
  readonly when: Formula | undefined;
  readonly whenText: string | undefined;
  /** The shortest way to it, in words, such as "role `Admin`, through group `Agents`". */
  readonly origin: string;
  readonly place: Origin | undefined;
}

export interface Counterexample {
  readonly principal: Principal;
  /** The whole record; undefined in the organization, which has none. */
  readonly record: ReadonlyMap<Field, Content> | undefined;
  /** The part of it that the question leaves open. */
  readonly open: ReadonlyMap<Field, Content>;
}

export interface Outcome {
  readonly outcome: 'held' | 'failed' | 'error';
  readonly reason: string;
  readonly counterexample: Counterexample | undefined;
}
