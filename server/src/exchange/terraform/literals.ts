// Reads the values that filters compare with, as the language writes them for a field of that type.
import { writeName } from '../../syntax/keywords.ts';
import { parseDate, parseDateTime } from '../../text/calendar.ts';
import { writeText } from '../writ/text.ts';
import type { Field } from './field.ts';
import { fieldIn } from './fields.ts';
import { principalOf } from './people.ts';
import { localOf, targetOf } from './references.ts';
import type { Scope } from './scope.ts';
import type { Body, Value } from './tree.ts';
import { entriesOf, isAbsent, textOf } from './values.ts';

/** Nothing where the value is not there, not known, or none of that type. `isGroupOfUser`: a group may hold the user. */
export function literalOf(
  field: Field,
  value: Value | undefined,
  scope: Scope,
  isGroupOfUser = false,
): string | undefined {
  const entries = entriesOf(value);
  const type = textOf(entries?.get('type'));
  if (entries === undefined || type === undefined) return undefined;
  if (type === 'current_user') {
    const isPlain = textOf(entries.get('current_user_type')) === 'id' && isOnly(entries, 'current_user_type');
    return isPlain && (field.type === 'user' || (field.type === 'group' && isGroupOfUser)) ? 'current user' : undefined;
  }
  const inner = entries.get('value');
  if (!isOnly(entries, 'value') || inner === undefined) return undefined;
  if (!(types[field.type] ?? []).includes(type)) return undefined;
  return innerOf(field, inner, scope);
}

/** Value types that a field may be compared with. People and options are seen as either of two. */
const types: Readonly<Partial<Record<Field['type'], readonly string[]>>> = {
  text: ['text'],
  number: ['number'],
  boolean: ['boolean'],
  date: ['date'],
  datetime: ['date', 'datetime'],
  choice: ['uuid', 'text'],
  choices: ['uuid', 'text'],
  user: ['uuid', 'text'],
  group: ['uuid', 'text'],
};

function isOnly(entries: Body, name: string): boolean {
  return [...entries].every(([key, value]) => key === 'type' || key === name || isAbsent(value));
}

function innerOf(field: Field, inner: Value, scope: Scope): string | undefined {
  if (field.type === 'choice' || field.type === 'choices') return optionOf(field, inner, scope);
  if (field.type === 'user' || field.type === 'group') {
    if (targetOf(scope.people.index, inner) === undefined) return undefined;
    const principal = principalOf(scope.people, inner, field.type, scope.place);
    return principal.isKnown ? writeName(principal.name) : undefined;
  }
  const text = inner.kind === 'boolean' ? String(inner.value) : textOf(inner);
  if (text === undefined || text === '') return undefined;
  if (field.type === 'text') return inner.kind === 'text' ? writeText(text) : undefined;
  if (field.type === 'number') return numberOf(text);
  if (field.type === 'boolean') return /^(?:true|false)$/.test(text) ? text : undefined;
  return momentOf(text, field.type === 'datetime');
}

/** As the language writes numbers: no exponent, and no more digits than can be told apart. */
function numberOf(text: string): string | undefined {
  if (!/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$/.test(text)) return undefined;
  const number = Number(text);
  if (/^-?\d{1,15}$/.test(text)) return String(number === 0 ? 0 : number);
  const plain = number.toFixed(20).replace(/\.?0+$/, '');
  const shown = Number.isInteger(number) ? number.toFixed(0) : String(number);
  const isExact =
    /^-?\d+(?:\.\d+)?$/.test(shown) && shown.replace(/[-.]/g, '').length <= 15 && Number(plain) === number;
  return isExact && digitsOf(text) <= 15 ? shown : undefined;
}

function digitsOf(text: string): number {
  return text.replace(/[eE].*$/, '').replace(/[-.]/g, '').length;
}

/** Go writes fractions of seconds as long as they are; the language has three digits of them. */
const longFraction = /(\.\d{3})0+(?=Z|[+-]\d{2}:)/;

function momentOf(text: string, withTime: boolean): string | undefined {
  if (parseDate(text) !== undefined) return text;
  const instant = text.replace(longFraction, '$1');
  return withTime && parseDateTime(instant) !== undefined ? instant : undefined;
}

function optionOf(field: Field, inner: Value, scope: Scope): string | undefined {
  const option = inner.kind === 'text' ? inner.text : keyOf(field, inner, scope);
  return option !== undefined && field.options.has(option) ? writeText(option) : undefined;
}

/** Of `….options_by_label["High"]` the label stands in the brackets, so nobody has to know what the look-up holds. */
function keyOf(field: Field, inner: Value, scope: Scope): string | undefined {
  const local = localOf(inner);
  if (local?.key !== undefined) {
    if (local.name.endsWith('_by_label')) return local.key;
    return local.name.endsWith('_by_key') ? field.keys.get(local.key) : undefined;
  }
  const target = targetOf(scope.people.index, inner);
  const [lookUp, key, more] = target?.rest ?? [];
  const isHere = scope.fields.objects.byAddress.get(target?.address ?? '') === scope.object && field.name === 'Status';
  return isHere && lookUp === 'status_option_ids_by_label' && more === undefined ? key : undefined;
}

/** The field of the same record and type that a value names. */
export function otherField(field: Field, value: Value | undefined, scope: Scope): Field | undefined {
  const entries = entriesOf(value);
  if (entries === undefined || textOf(entries.get('type')) !== 'field' || !isOnly(entries, 'field_id'))
    return undefined;
  const other = fieldIn(scope.fields, scope.object, entries.get('field_id'));
  return other?.type === field.type ? other : undefined;
}
