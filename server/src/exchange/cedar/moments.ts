// Dates and date-times as Cedar's `datetime`, and ranges that move with the day of the request.
import type { AtomTest } from '../../model/symbols.ts';
import { dayOf, formatDay, startOfDay } from '../../text/calendar.ts';

export type Relative = Extract<AtomTest, { readonly is: 'relative' }>;

/** A day of the calendar: its start, as instants have it. Days since 1970-01-01. */
export function day(days: number): string {
  return instant(startOfDay(days));
}

/** Milliseconds since 1970-01-01. The text of a `datetime` has years of four digits; what lies beyond is reached from 1970. */
export function instant(ms: number): string {
  const written = instantText(ms);
  return written === undefined ? `datetime("1970-01-01").offset(duration("${ms}ms"))` : `datetime("${written}")`;
}

/** `2026-11-21`, `2026-11-21T09:30:00Z`; undefined where the year has not four digits. */
export function instantText(ms: number): string | undefined {
  const date = formatDay(dayOf(ms));
  if (!/^\d{4}-/.test(date)) return undefined;
  const rest = ms - startOfDay(dayOf(ms));
  if (rest === 0) return date;
  const two = (n: number) => String(n).padStart(2, '0');
  const clock = `${two(Math.floor(rest / 3_600_000))}:${two(Math.floor(rest / 60_000) % 60)}:${two(Math.floor(rest / 1000) % 60)}`;
  const fraction = rest % 1000 === 0 ? '' : `.${String(rest % 1000).padStart(3, '0')}`;
  return `${date}T${clock}${fraction}Z`;
}

const today = 'context.today';

/** `context.today` moved by whole days. */
function daysFrom(count: number): string {
  return count === 0 ? today : `${today}.offset(duration("${count}d"))`;
}

/** How many calendar months a range reaches; undefined where it reaches whole days. */
export function monthsOf({ direction, count, unit }: Relative): number | undefined {
  if (unit === 'days' || unit === 'weeks') return undefined;
  return (unit === 'years' ? 12 * count : count) * (direction === 'last' ? -1 : 1);
}

/** Cedar knows no months: the request says the day that lies so many of them away. */
export function monthsAttribute(months: number): string {
  return months < 0 ? `monthsAgo${-months}` : `monthsAhead${months}`;
}

export interface Ends {
  readonly low: string;
  readonly high: string;
  /** True where the high end itself is outside. */
  readonly highOpen: boolean;
}

/** The range on the day of the request; of date-times to the end of its last day. */
export function relativeEnds(test: Relative, type: 'date' | 'datetime'): Ends {
  const months = monthsOf(test);
  const count = test.unit === 'weeks' ? test.count * 7 : test.count;
  const isLast = test.direction === 'last';
  const upTo = type === 'datetime' ? 1 : 0;
  if (months !== undefined) {
    const far = `context.${monthsAttribute(months)}`;
    const after = upTo === 0 ? far : `${far}.offset(duration("1d"))`;
    return { low: isLast ? far : today, high: isLast ? daysFrom(upTo) : after, highOpen: upTo === 1 };
  }
  return {
    low: isLast ? daysFrom(-count) : today,
    high: daysFrom(isLast ? upTo : count + upTo),
    highOpen: upTo === 1,
  };
}
