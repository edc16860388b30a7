// Days and instants by the clock of the language's host, always in UTC.

/** Days as `YYYY-MM-DD`, which compare as texts; instants as milliseconds. */
export type Day = string;

export function dayOf(date: Date): Day {
  return date.toISOString().slice(0, 10);
}

export function startOf(day: Day): number {
  return new Date(`${day}T00:00:00.000Z`).getTime();
}

/** The first instant that no longer belongs to the day. */
export function endOf(day: Day): number {
  return startOf(addDays(day, 1));
}

export function instantOf(text: string): number {
  return new Date(text).getTime();
}

export function addDays(day: Day, count: number): Day {
  const date = new Date(`${day}T00:00:00.000Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return dayOf(date);
}

/** The same day of another month, or its last one where that month is shorter. */
export function addMonths(day: Day, count: number): Day {
  const start = new Date(`${day}T00:00:00.000Z`);
  const first = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + count, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(start.getUTCDate(), last));
  return dayOf(first);
}

export function addUnits(day: Day, count: number, unit: string): Day {
  switch (unit) {
    case 'days':
      return addDays(day, count);
    case 'weeks':
      return addDays(day, 7 * count);
    case 'months':
      return addMonths(day, count);
    default:
      return addMonths(day, 12 * count);
  }
}
