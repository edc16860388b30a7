// What a project declares, and conditions bound to it: the values that everything to the right of the model speaks of.

import type { PermissionSet } from '../catalogue/permission-set.ts';
import type { Level, Permission } from '../catalogue/types.ts';
import type {
  AgentDecl,
  AutomationDecl,
  FieldTypeName,
  InvitePolicy,
  ObjectKind,
  RecordDecl,
  RunsAs,
  Step,
  TestDecl,
} from '../syntax/ast.ts';
import type { RelationKind } from '../syntax/ast-value.ts';
import type { Origin } from './origin.ts';

interface Base<K extends string> {
  readonly kind: K;
  readonly name: string;
  /** Where the name stands; of a thing that is not written, undefined. */
  readonly origin: Origin | undefined;
}

export interface Organization extends Base<'organization'> {
  /** Lower-cased. */
  readonly domains: readonly string[];
  readonly invites: InvitePolicy;
}

/** What else is said of a user stands in the model's `profiles`. */
export interface User {
  readonly kind: 'user';
  readonly name: string;
  /** Position among the project's users. */
  readonly index: number;
  readonly external: boolean;
  /** False where an error leaves open whether the user is external: such a user is in neither system group. */
  readonly externalSound: boolean;
  readonly inactive: boolean;
  /** False where an error in the declaration leaves open who this is: then nothing is decided for the user. */
  readonly sound: boolean;
  readonly declared: boolean;
}

export interface Group extends Base<'group'> {
  readonly system: 'internal' | 'external' | undefined;
  /** Lower-cased domain of a dynamic group. */
  readonly domain: string | undefined;
  readonly description: string | undefined;
  /** The sound ones, of a dynamic or system group those that it comes to. */
  readonly members: ReadonlySet<User>;
  readonly declared: boolean;
}

export type AutoShareWord = 'watch' | 'assign' | 'group-assign' | 'mention' | 'share' | 'approval';

export interface RoleGrant {
  readonly origin: Origin;
  readonly permissions: readonly Permission[];
  readonly level: { readonly level: Level; readonly group: string } | undefined;
}

export interface Role extends Base<'role'> {
  readonly managed: boolean;
  /** Undefined for a role of the organization. */
  readonly object: ObjectSymbol | undefined;
  readonly description: string | undefined;
  readonly members: readonly { readonly member: User | Group; readonly origin: Origin }[];
  readonly grants: readonly RoleGrant[];
  /** Everything that it grants, together. */
  readonly permissions: PermissionSet;
  readonly autoShare: ReadonlySet<AutoShareWord>;
  /** The last day on which it is in force, as days since 1970-01-01. */
  readonly expires: number | undefined;
  /** An `expires` that cannot be read: the role is never in force. */
  readonly expiryUnsound: boolean;
  /** False where an error in it leaves open whom or what else it might name. */
  readonly sound: boolean;
}

export interface Field extends Base<'field'> {
  readonly object: ObjectSymbol;
  /** Undefined where the declaration lacks a type that can be read. */
  readonly type: FieldTypeName | undefined;
  readonly options: readonly string[];
  readonly assignee: boolean;
  /** An error leaves open what the field might hold. */
  readonly broken?: true;
}

export interface Policy extends Base<'policy'> {
  readonly object: ObjectSymbol;
  /** The platform's default policy: Internal Users see every record. */
  readonly isDefault: boolean;
  readonly to: readonly { readonly subject: Principal; readonly origin: Origin | undefined }[];
  /** What it opens; undefined where anything in the policy is wrong: then it opens nothing. */
  readonly when: Formula | undefined;
  /** True where `when` is written. */
  readonly conditional: boolean;
}

export interface ServiceAccount extends Base<'service account'> {
  readonly object: ObjectSymbol;
  readonly index: number;
  readonly purpose: string | undefined;
  readonly inactive: boolean;
  readonly sound: boolean;
  readonly roles: readonly { readonly role: Role; readonly origin: Origin }[];
  /** False where an error in `roles` leaves open what else it might name. */
  readonly rolesSound: boolean;
  readonly usableBy: readonly { readonly subject: User | Group; readonly origin: Origin }[];
  /** False where an error in `usable by` leaves open who else might pick it. */
  readonly usableSound: boolean;
}

/** What an automation, an agent or a tool acts as; `unknown` where the name is wrong. */
export type Actor =
  | { readonly as: 'account'; readonly account: ServiceAccount; readonly origin: Origin }
  | { readonly as: 'publisher' }
  | { readonly as: 'current user' }
  | { readonly as: 'unknown' };

export interface BoundStep {
  readonly step: Step;
  readonly origin: Origin;
  /** Id in the catalogue; undefined where the word is not there. */
  readonly id: string | undefined;
  readonly target: ObjectSymbol | undefined;
  /** Which records it reaches: all without `where`; undefined where the condition is wrong. */
  readonly where: Formula | undefined;
  /** As its own `runs as` says; undefined where it has none. */
  readonly actor: Actor | undefined;
  readonly runsAs: RunsAs | undefined;
}

export interface Automation extends Base<'automation'> {
  readonly object: ObjectSymbol;
  readonly declaration: AutomationDecl;
  readonly trigger: string | undefined;
  readonly actor: Actor;
  readonly builtBy: { readonly user: User; readonly origin: Origin } | undefined;
  readonly steps: readonly BoundStep[];
}

export interface Agent extends Base<'agent'> {
  readonly object: ObjectSymbol;
  readonly declaration: AgentDecl;
  readonly actor: Actor;
  readonly builtBy: { readonly user: User; readonly origin: Origin } | undefined;
  readonly steps: readonly BoundStep[];
}

export interface ObjectSymbol extends Base<'object'> {
  readonly type: ObjectKind;
  readonly index: number;
  /** Every place where it is opened, first first. */
  readonly openings: readonly Origin[];
  readonly fields: ReadonlyMap<string, Field>;
  readonly roles: ReadonlyMap<string, Role>;
  readonly policies: readonly Policy[];
  readonly recordShares: ReadonlySet<AutoShareWord>;
  readonly accounts: ReadonlyMap<string, ServiceAccount>;
  readonly automations: readonly Automation[];
  readonly agents: readonly Agent[];
}

/** What a field of a record holds; `null` is empty. Dates are days, date-times milliseconds since 1970-01-01 UTC. */
export type Content = string | number | boolean | ReadonlySet<string> | User | ServiceAccount | Group | null;

/** What is said of one record. A field that is not said is unknown. */
export interface RecordFacts {
  readonly object: ObjectSymbol;
  readonly values: ReadonlyMap<Field, Content>;
  readonly relations: ReadonlyMap<RelationKind, ReadonlySet<Principal>>;
}

export interface RecordSymbol extends Base<'record'> {
  readonly declaration: RecordDecl;
  /** The test that it stands in. */
  readonly test: TestSymbol | undefined;
  /** Undefined where anything in it is wrong: no question about it is answered. */
  readonly facts: RecordFacts | undefined;
  readonly object: ObjectSymbol | undefined;
}

export interface TestSymbol extends Base<'test'> {
  readonly declaration: TestDecl;
  readonly records: ReadonlyMap<string, RecordSymbol>;
}

export type Principal = User | Group | ServiceAccount;

export type AnySymbol =
  | Organization
  | User
  | Group
  | Role
  | ObjectSymbol
  | Field
  | Policy
  | ServiceAccount
  | Automation
  | Agent
  | RecordSymbol
  | TestSymbol;

/** A condition bound to the fields of one object: typed, resolved and free of errors. */
export type Formula = Constant | Junction | Negation | Atom;

export interface Constant {
  readonly op: 'true' | 'false';
}
export interface Junction {
  readonly op: 'and' | 'or';
  readonly parts: readonly Formula[];
}
export interface Negation {
  readonly op: 'not';
  readonly part: Formula;
}
/** One comparison. `origin` is where it is written; an atom that is derived (from auto-share) has none. */
export interface Atom {
  readonly op: 'atom';
  readonly field: Field;
  readonly test: AtomTest;
  readonly origin: Origin | undefined;
}

/**
 * Every test but `empty` is false where an operand is empty.
 * Ranges stand for the comparisons of numbers, dates (days) and date-times (milliseconds), both since 1970-01-01 UTC; a
 * date against a date-time field is already the range of its UTC day.
 */
export type AtomTest =
  | { readonly is: 'empty' }
  | { readonly is: 'equals'; readonly value: Operand }
  | { readonly is: 'one of'; readonly values: readonly Operand[] }
  | { readonly is: 'range'; readonly low: Bound | undefined; readonly high: Bound | undefined }
  | { readonly is: 'relative'; readonly direction: 'last' | 'next'; readonly count: number; readonly unit: TimeUnit }
  | { readonly is: 'contains' | 'starts with' | 'ends with'; readonly value: Operand }
  | { readonly is: 'has'; readonly option: string }
  | { readonly is: 'overlaps'; readonly options: readonly string[] }
  | { readonly is: 'in group'; readonly group: Group }
  | { readonly is: 'contains current user' };

export type TimeUnit = 'days' | 'weeks' | 'months' | 'years';

export interface Bound {
  readonly value: Operand;
  /** True where the bound itself is outside. */
  readonly open: boolean;
}

export type Operand =
  | { readonly kind: 'literal'; readonly value: Literal; readonly source: string }
  | { readonly kind: 'current user' }
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'field'; readonly field: Field };

export type Literal = string | number | boolean | User | ServiceAccount | Group;
