// What may be written at a cursor, as the grammar sees it: the contract between the cursor's context and completion.
import type { Level, PlaceKind } from '../catalogue/types.ts';
import type { ObjectKind } from './ast.ts';
import type { Test } from './ast-condition.ts';
import type { BlockKind } from './blocks.ts';

/** What stands before the dot of a qualified name. */
export type Qualifier = { readonly kind: 'organization' } | { readonly kind: 'object'; readonly name: string };

export type PrincipalKind = 'user' | 'group' | 'service account';

/** A list's own place: what it names besides is left out of what is offered. */
interface Listed {
  readonly named: readonly string[];
}

/** A name that is looked up in an object first; `home` is that object's name. */
interface Scoped {
  readonly home: string | undefined;
  readonly qualifier: Qualifier | undefined;
}

export interface DeclarationSlot {
  readonly kind: 'declaration';
}
/** An item of a block. `present` holds the first words of those that stand there already. */
export interface ItemSlot {
  readonly kind: 'item';
  readonly block: BlockKind;
  readonly object: ObjectKind | undefined;
  readonly present: ReadonlySet<string>;
}
/** A field or relation in a record's body; `present` holds the names of the fields and the first words of relations. */
export interface RecordItemSlot {
  readonly kind: 'record item';
  readonly home: string | undefined;
  readonly present: ReadonlySet<string>;
}
/** Words of the grammar that go on here, likeliest first. */
export interface KeywordSlot {
  readonly kind: 'keyword';
  readonly words: readonly string[];
}
export interface PrincipalSlot extends Listed, Scoped {
  readonly kind: 'principal';
  readonly takes: readonly PrincipalKind[];
}
export interface RoleSlot extends Listed, Scoped {
  readonly kind: 'role';
}
/** What `runs as` takes. */
export interface ActorSlot extends Scoped {
  readonly kind: 'actor';
}
/** A permission to grant; `from` is where its words begin, where they are more than the one at the cursor. */
export interface GrantSlot extends Listed {
  readonly kind: 'grant';
  readonly place: PlaceKind;
  /** False where only a permission can stand, since a level was begun already. */
  readonly levels: boolean;
  readonly from: number | undefined;
}
export type AskedPlace = PlaceKind | 'record';
/** A permission to ask about; `place` is what a place after the cursor says. */
export interface PermissionSlot extends Listed {
  readonly kind: 'permission';
  readonly place: AskedPlace | undefined;
  readonly from: number | undefined;
}
export interface PermissionGroupSlot {
  readonly kind: 'permission group';
  readonly level: Level;
  readonly place: PlaceKind;
}
export interface ObjectSlot {
  readonly kind: 'object';
}
/** The name of an object that is opened, perhaps again. */
export interface ObjectNameSlot {
  readonly kind: 'object name';
  readonly type: ObjectKind;
}
export interface ManagedRoleSlot {
  readonly kind: 'managed role';
  /** Undefined for the organization. */
  readonly home: string | undefined;
}
export interface RecordSlot {
  readonly kind: 'record';
  /** Name of the test around it. */
  readonly test: string | undefined;
}
/** What `can use` takes. */
export interface AccountSlot {
  readonly kind: 'account';
  readonly qualifier: Qualifier | undefined;
}
export interface CatalogueSlot {
  readonly kind: 'catalogue word';
  readonly of: 'action' | 'tool' | 'trigger';
}
export interface AutoShareSlot extends Listed {
  readonly kind: 'auto-share';
  readonly records: boolean;
}
export interface InvitesSlot {
  readonly kind: 'invites';
}
export interface FieldTypeSlot {
  readonly kind: 'field type';
}
/** A field of the object that is spoken of; `like` asks for one of that field's type, other than itself. */
export interface FieldSlot {
  readonly kind: 'field';
  readonly home: string | undefined;
  readonly like: string | undefined;
}
/** An operator, of which `done` are the words that stand already. */
export interface OperatorSlot {
  readonly kind: 'operator';
  readonly home: string | undefined;
  readonly field: string;
  readonly done: readonly string[];
}
/** A value to compare a field with, or to put into a record (`operator` is then undefined). */
export interface ValueSlot extends Listed, Scoped {
  readonly kind: 'value';
  readonly field: string;
  readonly operator: Test['operator'] | undefined;
  readonly list: boolean;
}
export interface AttributeSlot {
  readonly kind: 'attribute';
  /** True in a user's block, where it is declared with its value. */
  readonly declared: boolean;
  readonly present: ReadonlySet<string>;
}
export interface DateSlot {
  readonly kind: 'date';
}
/** A body in braces or a list in parentheses that must begin here. */
export interface OpeningSlot {
  readonly kind: 'opening';
  readonly sign: '{' | '(';
}
/** Ids of rules in a suppression. */
export interface RuleSlot extends Listed {
  readonly kind: 'rule';
}
/** The beginning of a suppression, in a comment. */
export interface SuppressionSlot {
  readonly kind: 'suppression';
}

export type Slot =
  | DeclarationSlot
  | ItemSlot
  | RecordItemSlot
  | KeywordSlot
  | PrincipalSlot
  | RoleSlot
  | ActorSlot
  | GrantSlot
  | PermissionSlot
  | PermissionGroupSlot
  | ObjectSlot
  | ObjectNameSlot
  | ManagedRoleSlot
  | RecordSlot
  | AccountSlot
  | CatalogueSlot
  | AutoShareSlot
  | InvitesSlot
  | FieldTypeSlot
  | FieldSlot
  | OperatorSlot
  | ValueSlot
  | AttributeSlot
  | DateSlot
  | OpeningSlot
  | RuleSlot
  | SuppressionSlot;
