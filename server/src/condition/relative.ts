// Ranges that move with the day: `in the last 30 days`, as the range that they come to today.
import type { Atom, AtomTest, Operand, TimeUnit } from '../model/symbols.ts';
import { addDays, addMonths, formatDay, startOfDay } from '../text/calendar.ts';

export type RelativeTest = Extract<AtomTest, { readonly is: 'relative' }>;
export type RangeTest = Extract<AtomTest, { readonly is: 'range' }>;

/** Days of a month over the 400 years after which the calendar begins anew. */
const meanMonth = 146_097 / 4800;

/** The first and the last day of a relative range, both inside, seen from `today`. */
function relativeDays(test: RelativeTest, today: number): { readonly first: number; readonly last: number } {
  const far = shifted(today, test.direction === 'last' ? -test.count : test.count, test.unit);
  return test.direction === 'last' ? { first: far, last: today } : { first: today, last: far };
}

/** The range of days, or for a date-time field from the start of the first day to the end of the last. */
export function relativeRange(atom: Atom, test: RelativeTest, today: number): RangeTest {
  const { first, last } = relativeDays(test, today);
  if (atom.field.type !== 'datetime') return range(literal(first, first), literal(last, last), false);
  return range(literal(startOfDay(first), first), literal(startOfDay(last + 1), last), true);
}

/** True where, whatever the day, what lies in the one range lies in the other. */
export function isAlwaysWithin(one: RelativeTest, other: RelativeTest): boolean {
  if (one.direction !== other.direction) return false;
  if (isOfMonths(one) && isOfMonths(other)) return monthsIn(one) <= monthsIn(other);
  return reach(one).most <= reach(other).least;
}

function isOfMonths({ unit }: RelativeTest): boolean {
  return unit === 'months' || unit === 'years';
}

function monthsIn({ count, unit }: RelativeTest): number {
  return unit === 'years' ? count * 12 : count;
}

/** How many days the range goes from today at least and at most; of several months a little beyond what can be. */
function reach(test: RelativeTest): { readonly least: number; readonly most: number } {
  if (!isOfMonths(test)) {
    const days = test.unit === 'weeks' ? test.count * 7 : test.count;
    return { least: days, most: days };
  }
  const months = monthsIn(test);
  if (months === 1) return { least: 28, most: 31 };
  const usual = months * meanMonth;
  return { least: Math.floor(usual) - 4, most: Math.ceil(usual) + 4 };
}

function shifted(day: number, count: number, unit: TimeUnit): number {
  if (unit === 'months') return addMonths(day, count);
  if (unit === 'years') return addMonths(day, count * 12);
  return addDays(day, unit === 'weeks' ? count * 7 : count);
}

function range(low: Operand, high: Operand, highOpen: boolean): RangeTest {
  return { is: 'range', low: { value: low, open: false }, high: { value: high, open: highOpen } };
}

function literal(value: number, day: number): Operand {
  return { kind: 'literal', value, source: formatDay(day) };
}
