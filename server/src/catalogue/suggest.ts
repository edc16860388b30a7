// Finds rows of the catalogue by any of the names that they go by.
import { nearest } from '../text/nearest.ts';

/** A row and its names; the same name may stand for several rows. */
export interface NamedRow<T> {
  readonly item: T;
  readonly names: readonly string[];
}

/** Rows by each of their names. */
export type RowsByName<T> = ReadonlyMap<string, readonly T[]>;

export function rowsByName<T>(rows: readonly NamedRow<T>[]): RowsByName<T> {
  const byName = new Map<string, T[]>();
  for (const { item, names } of rows) {
    for (const name of names) {
      const items = byName.get(name);
      if (items === undefined) byName.set(name, [item]);
      else items.push(item);
    }
  }
  return byName;
}

/** Takes a wrong word; gives at most `max` rows whose names are near it, best first, each once. */
export function suggest<T>(word: string, rows: RowsByName<T>, max = 3): T[] {
  const items = nearest(word, rows.keys(), rows.size).flatMap((name) => rows.get(name) ?? []);
  return [...new Set(items)].slice(0, max);
}
