// The row of what a principal is given at a place, made from the tables where it is not there.
import type { AccessIndex, ObjectIndex } from './access-index.ts';
import { addWords, beginRow, makeRoom, rowAt, setPolicies, wordCount } from './holdings.ts';
import { find, type SubjectTable } from './subject-table.ts';

/** Where in the holdings the row is; good until the next one is asked for. */
export function holdingAt(index: AccessIndex, principal: number, object: ObjectIndex | undefined): number {
  const { holdings } = index;
  const at = rowAt(holdings, principal, placeNumber(object));
  return holdings.cells[at] === 0 ? added(index, principal, object) : at;
}

function placeNumber(object: ObjectIndex | undefined): number {
  return object === undefined ? 0 : object.number + 1;
}

function added(index: AccessIndex, principal: number, object: ObjectIndex | undefined): number {
  const { holdings, organization, people } = index;
  makeRoom(holdings);
  const row = rowAt(holdings, principal, placeNumber(object));
  beginRow(holdings, row, principal, placeNumber(object));
  const policies = new Set<number>();
  const { starts, lists } = people.memberships;
  const start = principal < people.firstGroup ? (starts[principal] ?? 0) : 0;
  const end = start + (lists[start] ?? 0);
  for (let at = start; at <= end; at++) {
    const subject = at === start ? principal : (lists[at] ?? 0);
    addGrants(index, row, organization.table, subject);
    if (object !== undefined) addPolicies(policies, object.table, addGrants(index, row, object.table, subject));
  }
  if (principal >= people.firstAccount) addRoles(index, row, principal, object);
  setPolicies(holdings, row, soonestFirst(object, policies));
  return row;
}

/** Gives the row of the subject in the table, -1 where it has none. */
function addGrants({ holdings }: AccessIndex, row: number, table: SubjectTable, subject: number): number {
  const own = find(table, subject);
  if (own >= 0) addWords(holdings, row, table.words, own * wordCount);
  return own;
}

function addPolicies(policies: Set<number>, table: SubjectTable, row: number): void {
  if (row < 0) return;
  const { starts, items } = table.policies;
  for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) policies.add(items[at] ?? 0);
}

function addRoles(index: AccessIndex, row: number, account: number, object: ObjectIndex | undefined): void {
  const { accountRoles, holdings, people } = index;
  for (const { object: of, grants } of accountRoles[account - people.firstAccount] ?? [])
    if (of === undefined || of === object?.number) addWords(holdings, row, grants);
}

/** Where a policy opens the record, those behind it need not be looked at. */
function soonestFirst(object: ObjectIndex | undefined, policies: ReadonlySet<number>): number[] {
  const cost = (at: number) => object?.policies[at]?.cost ?? 0;
  return [...policies].sort((a, b) => cost(a) - cost(b) || a - b);
}
