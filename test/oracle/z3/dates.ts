// Ranges that move with the day, worked out by the platform's own calendar.
import type { AtomTest } from '../../../server/src/model/symbols.ts';

type Relative = Extract<AtomTest, { readonly is: 'relative' }>;

export const dayMs = 86_400_000;

/** The first and the last day of the range, both inside it, as days since 1970-01-01. */
export function daysOf(test: Relative, today: number): { readonly first: number; readonly last: number } {
  const far = moved(today, test.direction === 'last' ? -test.count : test.count, test.unit);
  return test.direction === 'last' ? { first: far, last: today } : { first: today, last: far };
}

function moved(day: number, count: number, unit: Relative['unit']): number {
  if (unit === 'days') return day + count;
  if (unit === 'weeks') return day + count * 7;
  const from = new Date(day * dayMs);
  const months = unit === 'months' ? count : count * 12;
  const month = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
  const length = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate();
  month.setUTCDate(Math.min(from.getUTCDate(), length));
  return month.getTime() / dayMs;
}
