// What to do to the coloured words of one state of a file to get those of the next: one edit, around what is not the same.
import { sharedEnds } from '../../text/same.ts';
import { type Encoded, gapBefore, joined, numbersOfToken } from './encode.ts';

/** Positions and counts are of numbers, five a word. */
export interface TokenEdit {
  readonly start: number;
  readonly deleteCount: number;
  readonly data: number[];
}

/** Undefined where nothing changed. What is looked at are the stretches that are other values than before. */
export function tokenEdit(before: readonly Encoded[], now: readonly Encoded[]): TokenEdit | undefined {
  const [from, behind] = sharedEnds(before, now);
  if (from === before.length && from === now.length) return undefined;
  const [old, made] = [changedData(before, from, behind), changedData(now, from, behind)];
  const [head, rest] = sharedEnds(old, made);
  const start = head - (head % numbersOfToken);
  const end = rest - (rest % numbersOfToken);
  if (start + end >= old.length && old.length === made.length) return undefined;
  return {
    start: countUpTo(before, from) + start,
    deleteCount: old.length - end - start,
    data: made.slice(start, made.length - end),
  };
}

function countUpTo(all: readonly Encoded[], to: number): number {
  let count = 0;
  for (let i = 0; i < to; i++) count += all[i]?.data.length ?? 0;
  return count;
}

/** With the first words behind: the first of them says where it is by what stands before it. */
function changedData(all: readonly Encoded[], from: number, behind: number): number[] {
  let to = all.length - behind;
  while (to < all.length && all[to]?.data.length === 0) to++;
  return joined(all.slice(from, to + 1), gapBefore(all, from)).data;
}
