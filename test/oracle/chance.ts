// Random choices that a seed repeats.
export interface Chance {
  /** A whole number from 0 on, below `count`. */
  below(count: number): number;
  /** True once in `times`. */
  oneIn(times: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** Some of them, in their order, at least `least`. */
  some<T>(from: readonly T[], least: number, most: number): T[];
}

/** Takes any whole number; the same one gives the same choices (Marsaglia's xorshift on 32 bits). */
export function chanceOf(seed: number): Chance {
  let state = (Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995) | 0;
  if (state === 0) state = 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  for (let i = 0; i < 8; i++) next();
  const below = (count: number): number => (next() * 2 ** 21 + (next() >>> 11)) % count;
  const pick = <T>(from: readonly T[]): T => {
    const found = from[below(from.length)];
    if (found === undefined) throw new Error('there is nothing to pick from');
    return found;
  };
  const some = <T>(from: readonly T[], least: number, most: number): T[] => {
    const wanted = Math.min(from.length, least + below(most - least + 1));
    const left = from.map((_, i) => i);
    while (left.length > wanted) left.splice(below(left.length), 1);
    return left.flatMap((i) => from[i] ?? []);
  };
  return { below, oneIn: (times) => below(times) === 0, pick, some };
}
