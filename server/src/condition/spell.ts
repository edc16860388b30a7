// Ranges in words: which of them one comparison can say, and how several comparisons say the others.

import type { Atom, Bound, Field, Formula, Operand } from '../model/symbols.ts';
import { dayOf, formatDay, startOfDay } from '../text/calendar.ts';
import { printOperand } from './print-value.ts';
import type { RangeTest } from './relative.ts';

/** One comparison without its field, and how many values it names. */
export interface Spelling {
  readonly words: string;
  readonly values: number;
}

export const isNotEmpty = 'is not empty';

/** True of a comparison with `is`, whose negation is said with `is not`; booleans are only ever `true` or `false`. */
export function saysIs({ field, test }: Atom): boolean {
  if (test.is === 'range') return spellRange(field, test)?.words.startsWith('is ') === true;
  return test.is === 'empty' || (test.is === 'equals' && field.type !== 'boolean');
}

/** What follows the field where one comparison says the range; undefined where none does. */
export function spellRange(field: Field, test: RangeTest): Spelling | undefined {
  const { low, high } = field.type === 'date' ? wholeDays(test) : test;
  if (low !== undefined && high !== undefined) return spellBetween(field, low, high);
  if (low !== undefined) return spellEnd(field, low, 'low');
  return high === undefined ? { words: isNotEmpty, values: 0 } : spellEnd(field, high, 'high');
}

/** A range that takes more than one comparison, as comparisons that each say one thing. */
export function spellOut(atom: Atom, test: RangeTest): Formula {
  const { low, high } = atom.field.type === 'date' ? wholeDays(test) : test;
  if (low === undefined || high === undefined) return spellOneEnd(atom, low, high);
  const apart = [low, high].every((bound) => spellEnd(atom.field, bound, bound === low ? 'low' : 'high') !== undefined);
  if (apart) return { op: 'and', parts: [withRange(atom, low, undefined), withRange(atom, undefined, high)] };
  const ends = [low, high].filter((bound) => bound.open).map((bound) => different(atom, bound.value));
  return { op: 'and', parts: [withRange(atom, { ...low, open: false }, { ...high, open: false }), ...ends] };
}

function spellOneEnd(atom: Atom, low: Bound | undefined, high: Bound | undefined): Formula {
  const bound = low ?? high;
  if (bound === undefined) return { op: 'not', part: { ...atom, test: { is: 'empty' } } };
  const open = { ...bound, open: true };
  const beyond = low === undefined ? withRange(atom, undefined, open) : withRange(atom, open, undefined);
  return { op: 'or', parts: [{ ...atom, test: { is: 'equals', value: bound.value } }, beyond] };
}

function spellBetween(field: Field, low: Bound, high: Bound): Spelling | undefined {
  const last = lastDay(field, high);
  if (low.open || (high.open && last === undefined)) return undefined;
  const first = firstDay(field, low);
  if (first !== undefined && first === last) return { words: `is ${formatDay(first)}`, values: 1 };
  if (field.type === 'date' && isSame(low.value, high.value))
    return { words: `is ${printOperand(low.value, field)}`, values: 1 };
  const from = first === undefined ? printOperand(low.value, field) : formatDay(first);
  const to = last === undefined ? printOperand(high.value, field) : formatDay(last);
  return { words: `between ${from} and ${to}`, values: 2 };
}

function spellEnd(field: Field, bound: Bound, end: 'low' | 'high'): Spelling | undefined {
  const value = printOperand(bound.value, field);
  if (field.type === 'number')
    return { words: `${end === 'low' ? '>' : '<'}${bound.open ? '' : '='} ${value}`, values: 1 };
  const word = end === 'low' ? 'after' : 'before';
  const day = end === 'low' ? firstDay(field, bound) : lastDay(field, bound);
  if (field.type === 'datetime' && day !== undefined)
    return { words: `${word} ${formatDay(end === 'low' ? day - 1 : day + 1)}`, values: 1 };
  if (bound.open) return { words: `${word} ${value}`, values: 1 };
  if (field.type !== 'date' || bound.value.kind !== 'literal' || typeof bound.value.value !== 'number')
    return undefined;
  return { words: `${word} ${formatDay(bound.value.value + (end === 'low' ? -1 : 1))}`, values: 1 };
}

/** The day at whose start a range of instants starts; undefined where it starts elsewhere. */
function firstDay(field: Field, low: Bound): number | undefined {
  return low.open ? undefined : midnight(field, low);
}

/** The day at whose end a range of instants ends; undefined where it ends elsewhere. */
function lastDay(field: Field, high: Bound): number | undefined {
  const next = high.open ? midnight(field, high) : undefined;
  return next === undefined ? undefined : next - 1;
}

function midnight(field: Field, { value }: Bound): number | undefined {
  if (field.type !== 'datetime' || value.kind !== 'literal' || typeof value.value !== 'number') return undefined;
  const day = dayOf(value.value);
  return startOfDay(day) === value.value ? day : undefined;
}

/** The same range of days with closed ends, as far as they are literals: only whole days lie between. */
function wholeDays({ low, high }: RangeTest): Pick<RangeTest, 'low' | 'high'> {
  const both = low !== undefined && high !== undefined;
  return { low: both ? closed(low, 1) : low, high: both ? closed(high, -1) : high };
}

function closed(bound: Bound, by: number): Bound {
  if (!bound.open || bound.value.kind !== 'literal' || typeof bound.value.value !== 'number') return bound;
  const day = bound.value.value + by;
  return { value: { kind: 'literal', value: day, source: formatDay(day) }, open: false };
}

function isSame(a: Operand, b: Operand): boolean {
  return a.kind === 'literal' && b.kind === 'literal' && a.value === b.value;
}

function withRange(atom: Atom, low: Bound | undefined, high: Bound | undefined): Atom {
  return { ...atom, test: { is: 'range', low, high } };
}

function different(atom: Atom, value: Operand): Formula {
  return { op: 'not', part: { ...atom, test: { is: 'equals', value } } };
}
