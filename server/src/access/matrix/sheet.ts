// The matrix of one place: of any principal, what it may do there for any record, a row at a time. What is found out about
// one principal holds for all that the conditions cannot tell apart.
import { permissions } from '../../catalogue/permissions.ts';
import type { Permission } from '../../catalogue/types.ts';
import { principalPath } from '../../model/lookup.ts';
import type { BoundPlace } from '../../model/question.ts';
import { decide } from '../decide.ts';
import { doubtsAbout } from '../doubts.ts';
import type { AccessIndex, ObjectIndex } from '../index/access-index.ts';
import { needsSight } from '../index/decide.ts';
import { holdingAt } from '../index/held.ts';
import { isHeld, policiesOf } from '../index/holdings.ts';
import { isInactive, isUnsound, principalAt } from '../index/people.ts';
import { heldByRelation } from '../index/relations.ts';
import { mayBeShaky } from '../shaky.ts';
import { absent, allowed, type Cell, cellOf, doubted, refused } from './cell.ts';
import { type SightFinder, sightFinder } from './sight.ts';

export interface Sheet {
  readonly index: AccessIndex;
  /** Undefined for the organization. */
  readonly object: ObjectIndex | undefined;
  /** The permissions that exist there, in the order of the catalogue. */
  readonly permissions: readonly Permission[];
  readonly sightOf: SightFinder;
  /** How many rows were made: what is asked for, and nothing else. */
  made: number;
}

const known = new WeakMap<AccessIndex, Map<number, Sheet>>();

/** `object`: its number; undefined for the organization. Undefined where there is no such object. */
export function sheetOf(index: AccessIndex, object: number | undefined): Sheet | undefined {
  const here = object === undefined ? undefined : index.objects[object];
  if (object !== undefined && here === undefined) return undefined;
  const sheets = known.get(index) ?? new Map<number, Sheet>();
  known.set(index, sheets);
  const found = sheets.get(object ?? -1);
  if (found !== undefined) return found;
  const kind = here === undefined ? 'organization' : 'object';
  const there = permissions.filter(({ scopes }) => scopes.includes(kind));
  const sheet = { index, object: here, permissions: there, sightOf: sightFinder(index, here), made: 0 };
  sheets.set(object ?? -1, sheet);
  return sheet;
}

/** What of a row was found already: the cells of one row are few, as most permissions come out alike. */
interface Row {
  readonly sheet: Sheet;
  readonly principal: number;
  readonly place: BoundPlace;
  readonly holding: number;
  readonly policies: readonly number[];
  readonly cells: Map<string, Cell>;
}

/** A cell for each of the permissions that are asked about, `absent` where one does not exist there. */
export function rowOf(sheet: Sheet, principal: number, asked: readonly Permission[] = sheet.permissions): Cell[] {
  sheet.made++;
  const { index, object } = sheet;
  const kind = object === undefined ? 'organization' : 'object';
  const same = sameForAll(index, principal);
  const row = same === undefined ? begin(sheet, principal) : undefined;
  return asked.map((permission) => {
    if (!permission.scopes.includes(kind)) return absent;
    return row === undefined ? (same ?? absent) : cellAt(row, permission);
  });
}

/** Of whom nothing can be said, and of who is refused everything. */
function sameForAll({ people }: AccessIndex, principal: number): Cell | undefined {
  const flags = people.flags[principal] ?? 0;
  if ((flags & isUnsound) !== 0) {
    const symbol = principalAt(people, principal);
    return doubted(absent, `\`${symbol === undefined ? '' : principalPath(symbol)}\` is declared with an error`);
  }
  return (flags & isInactive) === 0 ? undefined : refused('inactive');
}

function begin(sheet: Sheet, principal: number): Row {
  const { index, object } = sheet;
  const holding = holdingAt(index, principal, object);
  const { lists } = index.holdings;
  const start = policiesOf(index.holdings, holding);
  const policies = [...lists.subarray(start + 1, start + 1 + (lists[start] ?? 0))].sort((a, b) => a - b);
  return { sheet, principal, place: openPlace(object), holding, policies, cells: new Map() };
}

/** Any record of the object. */
export function openPlace(object: ObjectIndex | undefined): BoundPlace {
  if (object === undefined) return { kind: 'organization' };
  const { symbol } = object;
  const facts = { object: symbol, values: new Map(), relations: new Map() };
  return { kind: 'object', object: symbol, facts, record: undefined, given: false, when: undefined };
}

function cellAt(row: Row, permission: Permission): Cell {
  const { sheet, holding } = row;
  const sight = sheet.object !== undefined && needsSight(permission);
  if (isHeld(sheet.index.holdings, holding, permission.index)) {
    return kept(row, sight ? 'held, seen' : 'held', () => (sight ? seen(row, permission) : allowed));
  }
  if (!mayBeGiven(row, permission)) {
    return kept(row, sight ? 'not held, seen' : 'not held', () => inDoubt(row, refused('no-role'), sight));
  }
  return decided(row, permission);
}

function kept({ cells }: Row, key: string, make: () => Cell): Cell {
  const found = cells.get(key) ?? make();
  cells.set(key, found);
  return found;
}

/** A relation that a field of the record decides, or another record. */
function mayBeGiven({ sheet: { index, object }, principal }: Row, permission: Permission): boolean {
  if (object === undefined) return false;
  return heldByRelation(index, { principal, name: '', permission, object, record: undefined }, object) !== 'false';
}

/** Of what is held by membership: sight alone decides. */
function seen(row: Row, permission: Permission): Cell {
  const { sheet, principal, policies } = row;
  const cell = sheet.sightOf(principal, policies);
  if (cell === undefined) return decided(row, permission);
  if (cell.verdict === 'allowed') return mayBeShaky(sheet.index.model) ? decided(row, permission) : cell;
  return inDoubt(row, cell, true);
}

function decided({ sheet: { index }, principal, place }: Row, permission: Permission): Cell {
  const symbol = principalAt(index.people, principal);
  if (symbol === undefined) return absent;
  return cellOf(decide(index.model, { principal: symbol, permissions: [permission], place, today: index.today }));
}

function inDoubt({ sheet: { index, object }, principal, place }: Row, cell: Cell, sight: boolean): Cell {
  const facts = place.kind === 'object' ? place.facts : undefined;
  const about = { facts, roleMissing: cell.refusal === 'no-role', needsSight: sight && object !== undefined };
  const symbol = principalAt(index.people, principal);
  const own =
    symbol?.kind === 'service account' && !symbol.rolesSound
      ? `\`roles\` of \`${symbol.name}\` is broken and might name a role that grants it`
      : undefined;
  return doubted(cell, doubtsAbout(index.model, about)[0] ?? own);
}
