// What each user, group or service account is named for at one place: the union of its roles' permissions, roles, policies.
import { emptySet, type PermissionSet } from '../../catalogue/permission-set.ts';

const wordCount = emptySet().length;

/** A row per subject; `find` gives its number. Everything is flat, so that a place has a handful of arrays however large. */
export interface SubjectTable {
  /** Open addressing: a subject plus one and its row, pair by pair; 0 for a free place. */
  readonly places: Int32Array;
  /** To the place of a subject: the upper bits of its hash. */
  readonly shift: number;
  /** Words of the permissions of a row's roles. */
  readonly words: Uint32Array;
  readonly roles: Lists;
  readonly policies: Lists;
}

/** The list of row n is `items` from `starts[n]` to `starts[n + 1]`. */
export interface Lists {
  readonly starts: Uint32Array;
  readonly items: Uint32Array;
}

const scatter = 0x9e3779b1;

/** The row of a subject; -1 where it is not named at this place. */
export function find({ places, shift }: SubjectTable, subject: number): number {
  const key = subject + 1;
  const mask = places.length - 1;
  for (let at = (Math.imul(key, scatter) >>> shift) << 1; ; at = (at + 2) & mask) {
    const found = places[at] ?? 0;
    if (found === key) return places[at + 1] ?? -1;
    if (found === 0) return -1;
  }
}

/** Every subject with its row. */
export function eachRow({ places }: SubjectTable, take: (subject: number, row: number) => void): void {
  for (let at = 0; at < places.length; at += 2) {
    const key = places[at] ?? 0;
    if (key !== 0) take(key - 1, places[at + 1] ?? 0);
  }
}

/** True where the row's roles grant the permission of that number. */
export function grants({ words }: SubjectTable, row: number, permission: number): boolean {
  return (((words[row * wordCount + (permission >>> 5)] ?? 0) >>> (permission & 31)) & 1) === 1;
}

/** The subjects of each role with what it grants, and the subjects of each policy, both by their positions. */
export interface Named {
  readonly roles: readonly { readonly subjects: Uint32Array; readonly grants: PermissionSet }[];
  readonly policies: readonly { readonly subjects: Uint32Array }[];
}

export function subjectTable({ roles, policies }: Named): SubjectTable {
  const named = [...roles, ...policies].reduce((sum, { subjects }) => sum + subjects.length, 0);
  // Never more than half full: a search for who is not there ends soon.
  const bits = Math.max(2, Math.ceil(Math.log2(2 * named + 1)));
  const places = new Int32Array(2 * 2 ** bits);
  const shift = 32 - bits;
  const rows = { places, shift, count: 0 };
  const rolePairs = roles.map(({ subjects }) => rowsOf(rows, subjects));
  const policyPairs = policies.map(({ subjects }) => rowsOf(rows, subjects));
  const words = new Uint32Array(rows.count * wordCount);
  rolePairs.forEach((own, i) => {
    const granted = roles[i]?.grants;
    if (granted !== undefined) for (const row of own) addGrants(words, row, granted);
  });
  return { places, shift, words, roles: inverted(rolePairs, rows.count), policies: inverted(policyPairs, rows.count) };
}

function addGrants(words: Uint32Array, row: number, granted: PermissionSet): void {
  const first = row * wordCount;
  for (let word = 0; word < wordCount; word++) words[first + word] = (words[first + word] ?? 0) | (granted[word] ?? 0);
}

interface Rows {
  readonly places: Int32Array;
  readonly shift: number;
  count: number;
}

function rowsOf(rows: Rows, subjects: Uint32Array): Uint32Array {
  return subjects.map((subject) => rowOf(rows, subject));
}

/** The row of a subject, a new one where it has none yet. */
function rowOf(rows: Rows, subject: number): number {
  const { places, shift } = rows;
  const key = subject + 1;
  const mask = places.length - 1;
  for (let at = (Math.imul(key, scatter) >>> shift) << 1; ; at = (at + 2) & mask) {
    const found = places[at] ?? 0;
    if (found === key) return places[at + 1] ?? 0;
    if (found !== 0) continue;
    places[at] = key;
    places[at + 1] = rows.count;
    return rows.count++;
  }
}

/** From the rows of each thing to the things of each row, in order. */
function inverted(rowsOfThings: readonly Uint32Array[], rowCount: number): Lists {
  const starts = new Uint32Array(rowCount + 1);
  for (const rows of rowsOfThings) for (const row of rows) starts[row + 1] = (starts[row + 1] ?? 0) + 1;
  for (let row = 0; row < rowCount; row++) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);
  const items = new Uint32Array(starts[rowCount] ?? 0);
  const next = starts.slice();
  rowsOfThings.forEach((rows, thing) => {
    for (const row of rows) {
      const at = next[row] ?? 0;
      items[at] = thing;
      next[row] = at + 1;
    }
  });
  return { starts, items };
}
