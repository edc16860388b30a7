// The permissions of an object in few groups: in each, all are allowed for the same records before, and after.
import {
  addPermission,
  difference,
  emptySet,
  equal,
  intersection,
  isEmpty,
  list,
  newBuilder,
  overlaps,
  type PermissionSet,
  type PermissionSetBuilder,
  setOf,
  union,
} from '../../catalogue/permission-set.ts';
import { permissions } from '../../catalogue/permissions.ts';
import { needsSight } from '../index/decide.ts';
import type { Floor } from './floor.ts';
import { everyRecord, noRecord, type Relating } from './marks.ts';
import { heldFor, type Stand } from './stand.ts';

/** What can be granted at the organization, and in objects. */
export const ofOrganization = setOf(permissions.filter((each) => each.scopes.includes('organization')));
const ofObjects = setOf(permissions.filter((each) => each.scopes.includes('object')));

/** What also needs sight of the record; one that is being made cannot be in sight yet. */
export const ofRecords = setOf(permissions.filter(needsSight));

/** What a principal holds in an object on one side. */
export interface Holding {
  readonly floor: Floor;
  readonly stand: Stand;
}

export interface Cell {
  readonly permissions: PermissionSet;
  readonly needsSight: boolean;
  readonly before: Relating;
  readonly after: Relating;
}

/** `isSighted`: whether kept permissions on records can be allowed for other records now. */
export function cellsOf(before: Holding | undefined, after: Holding | undefined, isSighted: boolean): Cell[] {
  const relations = [before, after].some((holding) => (holding?.floor.byRelation.length ?? 0) > 0);
  return relations ? cellsByRelation(before, after) : cellsByMembership(before, after, isSighted);
}

function cellsByMembership(before: Holding | undefined, after: Holding | undefined, isSighted: boolean): Cell[] {
  const one = before?.stand.permissions ?? emptySet();
  const other = after?.stand.permissions ?? emptySet();
  const cells: Cell[] = [];
  const add = (set: PermissionSet, from: Relating, to: Relating) => {
    const here = intersection(set, ofObjects);
    const onRecords = intersection(here, ofRecords);
    const plain = difference(here, ofRecords);
    if (!isEmpty(onRecords)) cells.push({ permissions: onRecords, needsSight: true, before: from, after: to });
    if (!isEmpty(plain) && from !== to) cells.push({ permissions: plain, needsSight: false, before: from, after: to });
  };
  if (!equal(one, other)) {
    add(difference(one, other), everyRecord, noRecord);
    add(difference(other, one), noRecord, everyRecord);
  }
  if (isSighted) add(intersection(one, other), everyRecord, everyRecord);
  return cells;
}

/** Where relations give roles, permission by permission. */
function cellsByRelation(before: Holding | undefined, after: Holding | undefined): Cell[] {
  const all = [before, after].flatMap((each) =>
    each === undefined ? [] : [each.stand.permissions, ...each.floor.byRelation.map((role) => role.permissions)],
  );
  const held = intersection(all.reduce(union, emptySet()), ofObjects);
  const cells = new Map<string, Cell & { readonly permissions: PermissionSetBuilder }>();
  const numbers = new Map<Relating, number>();
  const numberOf = (relating: Relating) => {
    const number = numbers.get(relating) ?? numbers.size;
    numbers.set(relating, number);
    return number;
  };
  for (const permission of list(held)) {
    const of = (holding: Holding | undefined) =>
      holding === undefined ? noRecord : heldFor(holding.floor, holding.stand, permission);
    const [one, other] = [of(before), of(after)];
    const needsSight = overlaps(setOf([permission]), ofRecords);
    const key = `${numberOf(one)} ${numberOf(other)} ${needsSight}`;
    const cell = cells.get(key) ?? { permissions: newBuilder(), needsSight, before: one, after: other };
    cells.set(key, cell);
    addPermission(cell.permissions, permission);
  }
  return [...cells.values()];
}
