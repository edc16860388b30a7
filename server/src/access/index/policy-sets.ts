// Sets of policies as numbers: equal sets have one number, and joining two of them again is one look-up.

export interface PolicySets {
  /** The number of a set of positions, ascending. */
  of(positions: readonly number[]): number;
  union(a: number, b: number): number;
  /** The positions of a set, ascending. */
  list(set: number): readonly number[];
}

/** The set of no policy. */
export const noPolicies = 0;

export function policySets(): PolicySets {
  const lists: (readonly number[])[] = [[]];
  const numbers = new Map<string, number>([['', noPolicies]]);
  const unions = new Map<number, number>();
  const of = (positions: readonly number[]): number => {
    const key = positions.join();
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, lists.length);
    return lists.push(positions) - 1;
  };
  const list = (set: number) => lists[set] ?? [];
  const union = (a: number, b: number): number => {
    if (a === b || b === noPolicies) return a;
    if (a === noPolicies) return b;
    const key = Math.min(a, b) * 0x100000 + Math.max(a, b);
    const known = unions.get(key);
    if (known !== undefined) return known;
    const joined = of([...new Set([...list(a), ...list(b)])].sort((x, y) => x - y));
    unions.set(key, joined);
    return joined;
  };
  return { of, union, list };
}
