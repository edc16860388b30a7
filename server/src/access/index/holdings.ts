// What a principal is given at a place by all that it is together, kept from one question to the next: bounded in size, and
// begun anew when it is full.
import { emptySet } from '../../catalogue/permission-set.ts';
import type { AccessIndex, ObjectIndex } from './access-index.ts';
import { find, type SubjectTable } from './subject-table.ts';

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

const wordCount = emptySet().length;
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

/** Where the row is; good until the next one is asked for. */
export function holdingAt(index: AccessIndex, principal: number, object: ObjectIndex | undefined): number {
  const { holdings } = index;
  const at = placeOf(holdings, principal, placeNumber(object));
  return holdings.cells[at] === 0 ? added(index, principal, object) : at;
}

function placeNumber(object: ObjectIndex | undefined): number {
  return object === undefined ? 0 : object.number + 1;
}

/** Of the row, or of the free one where it is to stand. */
function placeOf({ cells, shift }: Holdings, principal: number, place: number): number {
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

function added(index: AccessIndex, principal: number, object: ObjectIndex | undefined): number {
  const { holdings, organization, people } = index;
  makeRoom(holdings);
  const { cells } = holdings;
  const at = placeOf(holdings, principal, placeNumber(object));
  cells[at] = principal + 1;
  cells[at + 1] = placeNumber(object);
  holdings.rows++;
  const policies = new Set<number>();
  const { starts, lists } = people.memberships;
  const start = principal < people.firstGroup ? (starts[principal] ?? 0) : 0;
  const end = start + (lists[start] ?? 0);
  for (let from = start; from <= end; from++) {
    const subject = from === start ? principal : (lists[from] ?? 0);
    addWords(cells, at + firstWord, organization.table, subject);
    if (object === undefined) continue;
    const row = addWords(cells, at + firstWord, object.table, subject);
    addPolicies(policies, object.table, row);
  }
  if (principal >= people.firstAccount) addRoles(index, at + firstWord, principal, object);
  cells[at + 2] = listed(holdings, object, policies);
  return at;
}

/** Never more than half full: a search for who is not there ends soon. */
function makeRoom(holdings: Holdings): void {
  const bits = 32 - holdings.shift;
  const isFull = holdings.rows >= 2 ** (bits - 1);
  if (isFull || holdings.end > mostListed) clear(holdings, isFull ? Math.min(bits + 1, mostBits) : bits);
}

/** Gives the row of the subject in the table, -1 where it has none. */
function addWords(cells: Int32Array, first: number, table: SubjectTable, subject: number): number {
  const row = find(table, subject);
  if (row < 0) return row;
  const from = row * wordCount;
  for (let word = 0; word < wordCount; word++)
    cells[first + word] = (cells[first + word] ?? 0) | (table.words[from + word] ?? 0);
  return row;
}

function addPolicies(policies: Set<number>, table: SubjectTable, row: number): void {
  if (row < 0) return;
  const { starts, items } = table.policies;
  for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) policies.add(items[at] ?? 0);
}

function addRoles(index: AccessIndex, first: number, account: number, object: ObjectIndex | undefined): void {
  const { accountRoles, holdings, people } = index;
  const { cells } = holdings;
  for (const { object: of, grants } of accountRoles[account - people.firstAccount] ?? []) {
    if (of !== undefined && of !== object?.number) continue;
    for (let word = 0; word < wordCount; word++)
      cells[first + word] = (cells[first + word] ?? 0) | (grants[word] ?? 0);
  }
}

/** Policies that are decided soonest come first: where one opens the record, the others need not be looked at. */
function listed(holdings: Holdings, object: ObjectIndex | undefined, policies: ReadonlySet<number>): number {
  const costs = object?.policies;
  const cost = (at: number) => costs?.[at]?.cost ?? 0;
  const sorted = [...policies].sort((a, b) => cost(a) - cost(b) || a - b);
  const start = holdings.end;
  holdings.end = start + 1 + sorted.length;
  if (holdings.end > holdings.lists.length) {
    const larger = new Int32Array(Math.max(holdings.end, 2 * holdings.lists.length));
    larger.set(holdings.lists);
    holdings.lists = larger;
  }
  holdings.lists[start] = sorted.length;
  holdings.lists.set(sorted, start + 1);
  return start;
}
