// Lists of one state beside those of another: what has gone and what has come, where most has stayed.
import { sharedEnds } from './same.ts';

export type Roster<T> = readonly T[];

export interface Changes<T> {
  readonly gone: readonly T[];
  readonly come: readonly T[];
}

const nothing: Changes<never> = { gone: [], come: [] };

/** Gives what has to go from an earlier list and to come for it to be the one. Of the same earlier list it is found once. */
export function changesTo<T>(now: Roster<T>): (before: Roster<T>) => Changes<T> {
  const known = new Map<Roster<T>, Changes<T>>([[now, nothing]]);
  return (before) => {
    const found = known.get(before) ?? changesBetween(before, now);
    known.set(before, found);
    return found;
  };
}

/** What has to go from an earlier list and to come for it to be the later one. */
export function changesBetween<T>(before: Roster<T>, now: Roster<T>): Changes<T> {
  const [start, end] = sharedEnds(before, now);
  const old = before.slice(start, before.length - end);
  const young = now.slice(start, now.length - end);
  if (old.length === 0) return { gone: old, come: young };
  const [all, kept] = [new Set(young), new Set(old)];
  return { gone: old.filter((each) => !all.has(each)), come: young.filter((each) => !kept.has(each)) };
}
