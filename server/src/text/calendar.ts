// The proleptic Gregorian calendar in UTC: days and instants since 1970-01-01, read and written as ISO 8601.

/** A day is a whole number of days since 1970-01-01, an instant a number of milliseconds since its start. */
export const dayLength = 86_400_000;

/** Days before 1970-01-01, counted from 0001-01-01. */
const epoch = 719_162;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Enough to leave the years 0001 to 9999 from anywhere in them; more would leave whole numbers. */
const farthestMonths = 12 * 100_000;
const farthestDays = 366 * 100_000;

interface CivilDay {
  readonly year: number;
  /** 0 to 11. */
  readonly month: number;
  /** From 1. */
  readonly day: number;
}

/** The day that a text of exactly the form `YYYY-MM-DD` names; undefined where the calendar has none such. Years 0001 to 9999. */
export function parseDate(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > monthLength(year, month - 1)) return undefined;
  return dayNumber({ year, month: month - 1, day });
}

/**
 * The instant that a date-time names: `2026-11-21T09:30Z`. Seconds and up to three digits of a fraction of them are
 * optional, the offset is not: `Z`, `+01:00` or `+01`. Undefined where the text is none, or no such time exists.
 */
export function parseDateTime(text: string): number | undefined {
  const match = /^([\d-]+)T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(?:Z|([+-])(\d{2})(?::(\d{2}))?)$/.exec(text);
  const day = parseDate(match?.[1] ?? '');
  if (match === null || day === undefined) return undefined;
  const part = (index: number) => Number(match[index] ?? 0);
  const [hours, minutes, seconds, offsetHours, offsetMinutes] = [part(2), part(3), part(4), part(7), part(8)];
  if (hours > 23 || minutes > 59 || seconds > 59 || offsetHours > 23 || offsetMinutes > 59) return undefined;
  const fraction = Number((match[5] ?? '').padEnd(3, '0'));
  const offset = (offsetHours * 60 + offsetMinutes) * (match[6] === '-' ? -1 : 1);
  return startOfDay(day) + ((hours * 60 + minutes - offset) * 60 + seconds) * 1000 + fraction;
}

/** `2026-11-21`; years beyond 9999 or before 0 with a sign and six digits, as ISO 8601 extends them. */
export function formatDay(day: number): string {
  const civil = civilDay(day);
  const year = Math.abs(civil.year);
  const plain = civil.year >= 0 && year <= 9999;
  const years = plain ? padded(year, 4) : `${civil.year < 0 ? '-' : '+'}${padded(year, 6)}`;
  return `${years}-${padded(civil.month + 1, 2)}-${padded(civil.day, 2)}`;
}

/** `2026-11-21T09:30Z`, in UTC; seconds and their fraction only where they are not zero. */
export function formatInstant(ms: number): string {
  const day = dayOf(ms);
  const rest = ms - startOfDay(day);
  const minutes = Math.floor(rest / 60_000);
  const seconds = rest / 1000 - minutes * 60;
  const [whole = '', fraction] = seconds
    .toFixed(6)
    .replace(/\.?0+$/, '')
    .split('.');
  const tail = fraction === undefined ? '' : `.${fraction.padEnd(3, '0')}`;
  const shown = seconds === 0 ? '' : `:${whole.padStart(2, '0')}${tail}`;
  return `${formatDay(day)}T${padded(Math.floor(minutes / 60), 2)}:${padded(minutes % 60, 2)}${shown}Z`;
}

/** The day that an instant lies in, in UTC. */
export function dayOf(ms: number): number {
  return Math.floor(ms / dayLength);
}

/** The first instant of a day, in UTC. The first one after it is the start of the next day. */
export function startOfDay(day: number): number {
  return day * dayLength;
}

/** `n` calendar months later (earlier where negative), cut to the last day of a shorter month. */
export function addMonths(day: number, n: number): number {
  const from = civilDay(day);
  const months = from.year * 12 + from.month + clamped(n, farthestMonths);
  const year = Math.floor(months / 12);
  const month = months - year * 12;
  return dayNumber({ year, month, day: Math.min(from.day, monthLength(year, month)) });
}

/** `n` days later (earlier where negative). */
export function addDays(day: number, n: number): number {
  return day + clamped(n, farthestDays);
}

function clamped(n: number, most: number): number {
  return Math.max(-most, Math.min(most, n));
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function monthLength(year: number, month: number): number {
  return month === 1 && isLeap(year) ? 29 : (monthLengths[month] ?? 0);
}

/** Days from 0001-01-01 to the first day of the year. */
function daysBefore(year: number): number {
  const full = year - 1;
  return full * 365 + Math.floor(full / 4) - Math.floor(full / 100) + Math.floor(full / 400);
}

function dayNumber(civil: CivilDay): number {
  let days = daysBefore(civil.year) + civil.day - 1;
  for (let month = 0; month < civil.month; month++) days += monthLength(civil.year, month);
  return days - epoch;
}

function civilDay(day: number): CivilDay {
  const days = day + epoch;
  let year = Math.floor(days / 365.2425) + 1;
  while (daysBefore(year) > days) year--;
  while (daysBefore(year + 1) <= days) year++;
  let rest = days - daysBefore(year);
  let month = 0;
  for (; rest >= monthLength(year, month); month++) rest -= monthLength(year, month);
  return { year, month, day: rest + 1 };
}

function padded(n: number, width: number): string {
  return String(n).padStart(width, '0');
}
