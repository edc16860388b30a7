// What a date that is none was probably meant to be.
import { parseDate, parseDateTime } from '../../text/calendar.ts';

/** Takes numbers with hyphens; gives days of the calendar, written as such, the likeliest first. */
export function likelyDates(text: string): string[] {
  const parts = /^(\d+)-(\d+)-(\d+)$/.exec(text)?.slice(1) ?? [];
  const [first = '', second = '', third = ''] = parts;
  const isYearFirst = first.length === 4;
  if (!isYearFirst && third.length !== 4) return [];
  const year = isYearFirst ? first : third;
  const orders = isYearFirst
    ? [
        [second, third],
        [third, second],
      ]
    : [
        [second, first],
        [first, second],
      ];
  const exact = orders.flatMap(([month = '', day = '']) => existing(written(year, month, day)));
  // Day and month that could be either way round are two choices, but not where the year stands first.
  if (exact.length > 0) return [...new Set(isYearFirst ? exact.slice(0, 1) : exact)];
  return orders.slice(0, 1).flatMap(([month = '', day = '']) => lastDay(year, month, Number(day)));
}

function written(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function existing(date: string): string[] {
  return parseDate(date) === undefined ? [] : [date];
}

/** A day past the end of its month. */
function lastDay(year: string, month: string, day: number): string[] {
  if (day < 29 || day > 31) return [];
  for (let last = 31; last > 27; last--) {
    const [date] = existing(written(year, month, String(last)));
    if (date !== undefined) return [date];
  }
  return [];
}

/** Takes what may be a date-time; gives such as exist: with a day of the calendar, and in UTC where it says no offset. */
export function likelyInstants(text: string): string[] {
  const [, day = '', time = ''] = /^([\d-]+)T(.*)$/.exec(text) ?? [];
  const days = parseDate(day) === undefined ? likelyDates(day) : [day];
  const times = /(?:Z|[+-]\d\d(?::\d\d)?)$/.test(time) ? [time] : [`${time}Z`];
  return days.flatMap((each) => times.map((at) => `${each}T${at}`)).filter((each) => parseDateTime(each) !== undefined);
}
