// Names, references, literal values and record bodies: the leaves that declarations, conditions and questions share.
import type { Span } from '../text/span.ts';

/** A bare or quoted name; `text` is what it means, without quotes and escapes. Never empty-spanned. */
export interface Name {
  readonly span: Span;
  readonly text: string;
  readonly quoted: boolean;
}

/** A quoted text; `text` is decoded. A bad escape is a problem of the unit; what could be read is kept. */
export interface Text {
  readonly span: Span;
  readonly text: string;
}

/** The text of a date or date-time as written; whether it exists in the calendar is the model's to say. */
export interface DateLiteral {
  readonly span: Span;
  readonly text: string;
}

/** `Name`, `Object.Name` or `organization.Name`. */
export interface Ref {
  readonly kind: 'ref';
  readonly span: Span;
  readonly qualifier: Name | OrganizationWord | undefined;
  readonly name: Name | undefined;
}

export interface OrganizationWord {
  readonly kind: 'organization';
  readonly span: Span;
}

export type Value = StringValue | NumberValue | DateValue | RefValue | CurrentUserValue | FieldValue;

/** A quoted string that stands alone: a text, an option or a name, by the field's type. */
export interface StringValue {
  readonly kind: 'string';
  readonly span: Span;
  readonly text: string;
}
export interface NumberValue {
  readonly kind: 'number';
  readonly span: Span;
  readonly text: string;
}
/** A date, or with `T` a date-time, as written. */
export interface DateValue {
  readonly kind: 'date' | 'datetime';
  readonly span: Span;
  readonly text: string;
}
/** A bare or qualified name; `true` and `false` too, for boolean fields. */
export interface RefValue {
  readonly kind: 'name';
  readonly span: Span;
  readonly ref: Ref;
}
export interface CurrentUserValue {
  readonly kind: 'current user';
  readonly span: Span;
  readonly attribute: Name | undefined;
}
export interface FieldValue {
  readonly kind: 'field';
  readonly span: Span;
  readonly name: Name | undefined;
}

export interface RecordBody {
  readonly span: Span;
  readonly closed: boolean;
  readonly items: readonly RecordItem[];
  readonly broken: boolean;
}
export type RecordItem = RecordField | Relation;
export interface RecordField {
  readonly kind: 'value';
  readonly span: Span;
  readonly name: Name;
  /** One or several values; `empty` says that the field holds nothing; undefined where the value is missing. */
  readonly value: Value | readonly Value[] | 'empty' | undefined;
}
export type RelationKind = 'watch' | 'mention' | 'share' | 'assign' | 'approval';
export interface Relation {
  readonly kind: 'relation';
  readonly span: Span;
  readonly relation: RelationKind;
  readonly word: Span;
  readonly refs: readonly Ref[];
}
