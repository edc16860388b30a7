// What a principal is given at a place by all that it is together, kept from one question to the next: bounded in size, and
// begun anew when it is full.
import { emptySet, type PermissionSet } from '../../catalogue/permission-set.ts';

/**
 * Rows in open addressing: the principal plus one, the place, where in `lists` the policies stand that name it or a group
 * of it, and the words of the permissions that it holds by membership. A list begins with its length.
 */
export interface Holdings {
  cells: Int32Array;
  /** To the row of a principal and a place: the upper bits of their hash. */
  shift: number;
  rows: number;
  lists: Int32Array;
  end: number;
}

export const wordCount = emptySet().length;
const firstWord = 3;
/** A power of two: then no row stands across two lines of a processor's cache. */
const rowSize = 2 ** Math.ceil(Math.log2(firstWord + wordCount));
const fewestBits = 8;
/** With all of them, and that many listed, it takes two megabytes. */
const mostBits = 15;
const mostListed = 2 ** 18;

export function newHoldings(): Holdings {
  const holdings = { cells: new Int32Array(0), shift: 0, rows: 0, lists: new Int32Array(64), end: 0 };
  clear(holdings, fewestBits);
  return holdings;
}

function clear(holdings: Holdings, bits: number): void {
  holdings.cells = new Int32Array(rowSize * 2 ** bits);
  holdings.shift = 32 - bits;
  holdings.rows = 0;
  holdings.end = 0;
}

/** Of the row, or of the free one where it is to stand. */
export function rowAt({ cells, shift }: Holdings, principal: number, place: number): number {
  const hash = Math.imul(Math.imul(principal, 0x9e3779b1) ^ place, 0x85ebca6b);
  const mask = cells.length - 1;
  for (let at = (hash >>> shift) * rowSize; ; at = (at + rowSize) & mask) {
    const found = cells[at];
    if (found === 0 || (found === principal + 1 && cells[at + 1] === place)) return at;
  }
}

/** True where the row has the permission of that number. */
export function isHeld({ cells }: Holdings, row: number, permission: number): boolean {
  return (((cells[row + firstWord + (permission >>> 5)] ?? 0) >>> (permission & 31)) & 1) === 1;
}

/** Where in `lists` the policies of the row are. */
export function policiesOf({ cells }: Holdings, row: number): number {
  return cells[row + 2] ?? 0;
}

/** Never more than half full: a search for who is not there ends soon. Rows that were there may be gone. */
export function makeRoom(holdings: Holdings): void {
  const bits = 32 - holdings.shift;
  const isFull = holdings.rows >= 2 ** (bits - 1);
  if (isFull || holdings.end > mostListed) clear(holdings, isFull ? Math.min(bits + 1, mostBits) : bits);
}

/** Begins a row that is not there yet, in a place that is free. */
export function beginRow(holdings: Holdings, at: number, principal: number, place: number): void {
  holdings.cells[at] = principal + 1;
  holdings.cells[at + 1] = place;
  holdings.rows++;
}

/** Joins so many words, from `from` on, to those of the row. */
export function addWords({ cells }: Holdings, row: number, words: PermissionSet, from = 0): void {
  const first = row + firstWord;
  for (let word = 0; word < wordCount; word++)
    cells[first + word] = (cells[first + word] ?? 0) | (words[from + word] ?? 0);
}

export function setPolicies(holdings: Holdings, row: number, policies: readonly number[]): void {
  const start = holdings.end;
  holdings.end = start + 1 + policies.length;
  if (holdings.end > holdings.lists.length) {
    const larger = new Int32Array(Math.max(holdings.end, 2 * holdings.lists.length));
    larger.set(holdings.lists);
    holdings.lists = larger;
  }
  holdings.lists[start] = policies.length;
  holdings.lists.set(policies, start + 1);
  holdings.cells[row + 2] = start;
}
