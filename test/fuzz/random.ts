// Random choices that a seed repeats.

export interface Random {
  /** A whole number from 0, below the limit. */
  below(limit: number): number;
  /** True as often as the share says, from 0 to 1. */
  chance(share: number): boolean;
  pick<T>(values: readonly T[]): T;
}

/** Takes any words; gives the same choices for the same words (FNV-1a into Mulberry32). */
export function randomOf(...seeds: readonly (string | number)[]): Random {
  let hash = 0x811c9dc5;
  for (const c of seeds.join(' ')) hash = Math.imul(hash ^ (c.codePointAt(0) ?? 0), 0x01000193);
  let state = hash >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    chance: (share) => next() < share,
    pick(values) {
      const value = values[below(values.length)];
      if (value === undefined) throw new Error('nothing to pick from');
      return value;
    },
  };
}
