// Reads single comparisons of filters: a field, and what it is compared with, by the type of the field.
import { maxCount } from '../../model/bind-tests.ts';
import { writeName } from '../../syntax/keywords.ts';
import { changed } from '../notes.ts';
import { hasCase, relativeFilter, relativeUnits } from '../terraform-facts.ts';
import { writeText } from '../writ/text.ts';
import { type Condition, unreadable } from './condition.ts';
import type { Field } from './field.ts';
import { fieldIn } from './fields.ts';
import { literalOf, otherField } from './literals.ts';
import type { Scope } from './scope.ts';
import type { Body, Value } from './tree.ts';
import { entriesOf, isAbsent, itemsOf, textOf } from './values.ts';

export interface Comparison {
  readonly type: string;
  readonly node: Body;
  /** Under an odd number of `not`, its own among them. */
  readonly isNegated: boolean;
}

/** What is compared: the field and how messages call the comparison. */
interface Left {
  readonly field: Field;
  /** The name as it is written. */
  readonly name: string;
  readonly shown: string;
}

/** Takes a comparison of a known type with no attributes but its own. */
export function compare(comparison: Comparison, scope: Scope): Condition {
  const { type, node } = comparison;
  const field = leftOf(node, scope);
  if (typeof field === 'string') return unreadable(`${type} ${field}`);
  const left = { field, name: writeName(field.name), shown: `${type} on ${field.name}` };
  switch (type) {
    case 'is_null':
      return { kind: 'said', text: `${left.name} is empty`, negated: `${left.name} is not empty` };
    case 'equals':
      return equals(left, node.get('value'), scope);
    case 'between':
      return between(left, node, scope);
    case 'in':
    case 'overlaps':
      return among(left, comparison, scope);
    case 'contains':
      return contains(left, node.get('value'), scope);
    case 'like':
      return like(left, comparison, scope);
    case relativeFilter:
      return range(left, node.get('relative_value'));
    default:
      return ordered(left, type, node.get('value'), scope);
  }
}

/** The field on the left, in either spelling; a text that says what is wrong with it otherwise. */
function leftOf(node: Body, { fields, object }: Scope): Field | string {
  const direct = node.get('field_id');
  const nested = node.get('left_value');
  const inside = isAbsent(nested) ? undefined : entriesOf(nested);
  if (isAbsent(direct) && isAbsent(nested)) return 'without a left side';
  if (!isAbsent(direct) && !isAbsent(nested)) return 'with two left sides';
  if (!isAbsent(nested) && inside === undefined) return 'without a readable left side';
  const more = [...(inside ?? [])].some(([name, value]) => name !== 'field_id' && !isAbsent(value));
  if (more) return 'with a left side that is no field';
  const field = fieldIn(fields, object, isAbsent(direct) ? inside?.get('field_id') : direct);
  return field ?? 'on a field that is not known';
}

function equals({ field, name, shown }: Left, value: Value | undefined, scope: Scope): Condition {
  if (field.type === 'choices' || field.type === 'attachment') return unreadable(shown);
  const other = otherField(field, value, scope);
  const literal = other === undefined ? literalOf(field, value, scope) : `field ${writeName(other.name)}`;
  if (literal === undefined) return unreadable(`${shown}, its value not known`);
  const text = `${name} is ${literal}`;
  return field.type === 'boolean'
    ? { kind: 'said', text }
    : { kind: 'said', text, negated: `${name} is not ${literal}` };
}

const orders: Readonly<Record<string, readonly [number: string, date: string]>> = {
  greater_than: ['>', 'after'],
  greater_than_equals: ['>=', 'after'],
  less_than: ['<', 'before'],
  less_than_equals: ['<=', 'before'],
};

function ordered({ field, name, shown }: Left, type: string, value: Value | undefined, scope: Scope): Condition {
  const words = Object.hasOwn(orders, type) ? orders[type] : undefined;
  const isDate = field.type === 'date' || field.type === 'datetime';
  if (words === undefined || (!isDate && field.type !== 'number')) return unreadable(shown);
  const other = otherField(field, value, scope);
  const literal = other === undefined ? literalOf(field, value, scope) : `field ${writeName(other.name)}`;
  if (literal === undefined) return unreadable(`${shown}, its value not known`);
  const text = `${name} ${words[isDate ? 1 : 0]} ${literal}`;
  if (!isDate || !type.endsWith('_equals')) return { kind: 'said', text };
  return {
    kind: 'or',
    parts: [
      { kind: 'said', text },
      { kind: 'said', text: `${name} is ${literal}` },
    ],
  };
}

function between({ field, name, shown }: Left, node: Body, scope: Scope): Condition {
  if (isAbsent(node.get('min')) && isAbsent(node.get('max'))) return unreadable(`${shown}, without its bounds`);
  const isOrdered = field.type === 'date' || field.type === 'datetime' || field.type === 'number';
  const [min, max] = ['min', 'max'].map((end) => literalOf(field, node.get(end), scope));
  if (!isOrdered || min === undefined || max === undefined) return unreadable(`${shown}, its bounds not known`);
  return { kind: 'said', text: `${name} between ${min} and ${max}` };
}

function among({ field, name, shown }: Left, { type, node }: Comparison, scope: Scope): Condition {
  const values = itemsOf(node.get('values'));
  const isFitting = (field.type === 'choices') === (type === 'overlaps');
  const isListed = ['text', 'number', 'choice', 'choices', 'user', 'group'].includes(field.type);
  if (!isFitting || !isListed) return unreadable(shown);
  if (values === undefined || values.length === 0) return unreadable(`${shown}, without its values`);
  const literals = values.map((value) => literalOf(field, value, scope));
  if (literals.includes(undefined)) return unreadable(`${shown}, one of its values not known`);
  const list = [...new Set(literals)].join(', ');
  if (type === 'overlaps') return { kind: 'said', text: `${name} overlaps (${list})` };
  if (literals.length === 1) return { kind: 'said', text: `${name} is ${list}`, negated: `${name} is not ${list}` };
  return { kind: 'said', text: `${name} is one of (${list})` };
}

function contains({ field, name, shown }: Left, value: Value | undefined, scope: Scope): Condition {
  if (field.type !== 'choices' && field.type !== 'group') return unreadable(shown);
  const literal = literalOf(field, value, scope, true);
  if (literal === undefined) return unreadable(`${shown}, its value not known`);
  if (field.type === 'group' && literal !== 'current user') return unreadable(shown);
  return { kind: 'said', text: `${name} contains ${literal}` };
}

const modes: Readonly<Record<string, string>> = {
  contains: 'contains',
  starts_with: 'starts with',
  ends_with: 'ends with',
};

/** The platform ignores case, the language does not: it comes out narrower, and so is not said where that opens more. */
function like({ field, name, shown }: Left, { node, isNegated }: Comparison, scope: Scope): Condition {
  const mode = textOf(node.get('mode')) ?? '';
  const words = Object.hasOwn(modes, mode) ? modes[mode] : undefined;
  const entries = entriesOf(node.get('value'));
  const isText = textOf(entries?.get('type')) === 'text';
  const literal = isText ? literalOf(field, node.get('value'), scope) : undefined;
  if (field.type !== 'text' || words === undefined || literal === undefined)
    return unreadable(`${shown}, its value not known`);
  const isCased = hasCase(textOf(entries?.get('value')) ?? '');
  if (isNegated && isCased) return unreadable(`${shown}, negated and blind to case`);
  const place = { ...scope.place, line: node.get('type')?.line ?? scope.place.line };
  if (isCased)
    changed(
      scope.notes,
      place,
      `the comparison of ${writeText(field.name)} with \`like\` tells small letters from capitals`,
    );
  return { kind: 'said', text: `${name} ${words} ${literal}` };
}

function range({ field, name, shown }: Left, value: Value | undefined): Condition {
  const entries = entriesOf(value);
  const operator = textOf(entries?.get('operator')) ?? '';
  const unit = textOf(entries?.get('unit')) ?? '';
  const amount = Number(textOf(entries?.get('amount')) ?? Number.NaN);
  const units: Readonly<Record<string, string>> = relativeUnits;
  const plural = Object.hasOwn(units, unit) ? units[unit] : undefined;
  const isDate = field.type === 'date' || field.type === 'datetime';
  const isKnown = [...(entries?.keys() ?? [])].every((key) => ['operator', 'unit', 'amount'].includes(key));
  const isWhole = Number.isSafeInteger(amount) && amount >= 1;
  if (!isDate || !isKnown || plural === undefined || !isWhole || !/^(?:last|next)$/.test(operator))
    return unreadable(`${shown}, its range not known`);
  const said = sayable(amount, plural);
  if (said === undefined) return unreadable(`${shown}, its range longer than can be said`);
  return { kind: 'said', text: `${name} in the ${operator} ${said}` };
}

/** In the next larger unit where there are too many. */
function sayable(amount: number, unit: string): string | undefined {
  if (amount <= maxCount) return `${amount} ${unit}`;
  const [larger, times] = unit === 'days' ? ['weeks', 7] : ['years', unit === 'months' ? 12 : Number.NaN];
  return amount % times === 0 && amount / times <= maxCount ? `${amount / times} ${larger}` : undefined;
}
