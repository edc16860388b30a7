// Dates that are likely: today and some distances from it.
import { addMonths, formatDay } from '../../text/calendar.ts';
import { type Request, ranks, type Suggestion } from './suggestion.ts';

const distances = [
  ['today', 0],
  ['in a month', 1],
  ['in three months', 3],
  ['in half a year', 6],
  ['in a year', 12],
] as const;

export function dates(request: Request): readonly Suggestion[] {
  return datesNear(request, ranks.name);
}

export function datesNear({ snapshot }: Request, rank: number): readonly Suggestion[] {
  return distances.map(([detail, months], i) => {
    const label = formatDay(addMonths(snapshot.input.today, months));
    return { kind: 'value', label, insert: { words: label }, detail, found: `${label} ${detail}`, rank: rank + i };
  });
}
