// Who comes to both sides of a duty by two roles that count in the same place, found by bits and kept as long as it holds.
import { inForce } from '../access/question-scope.ts';
import { list, overlaps, type PermissionSet } from '../catalogue/permission-set.ts';
import type { Model } from '../model/model.ts';
import type { ObjectSymbol, Role } from '../model/symbols.ts';
import { isSame } from '../text/same.ts';
import { adminRoles } from './memberships.ts';
import { beside, bitsOfRole, equal, join, noPeople, type PeopleBits } from './people-bits.ts';
import type { Dated } from './rule.ts';

export interface Sides {
  readonly first: PermissionSet;
  readonly second: PermissionSet;
}

/** A role that grants the second side, and who comes to both sides by it: some. */
export interface Other {
  readonly role: Role;
  readonly people: PeopleBits;
}

/** In the organization or an object. */
interface Place {
  /** The roles of the place that grant the second side alone. */
  readonly others: readonly Role[];
  /**
   * The people of whom nothing is said there: those with a role that grants both sides, which is reported itself, and
   * those with one of the organization or with `ADMIN`.
   */
  readonly told: PeopleBits;
}

/** What is known of a duty on a day, as far as the roles of the organization are what they were. */
export interface DutyOverlaps {
  readonly sides: Sides;
  readonly organization: Place;
  readonly objects: WeakMap<ObjectSymbol, Place>;
  /** What a role of the organization meets in a place. */
  readonly met: WeakMap<Role, WeakMap<Place, readonly Other[]>>;
  /** What a role of an object met last, in the organization and beside it. */
  readonly last: WeakMap<Role, readonly (readonly Other[])[]>;
}

interface OfState {
  readonly ground: object;
  readonly overlaps: DutyOverlaps;
}

/** Of all states with the same people: the last one's, which the next builds upon. */
interface Known {
  readonly of: Map<string, OfState>;
  readonly administrating: Map<number, { ground: object; bits: PeopleBits }>;
}

const known = new WeakMap<Model['people'], Known>();

function knownOf({ people }: Model): Known {
  const found = known.get(people) ?? { of: new Map(), administrating: new Map() };
  known.set(people, found);
  return found;
}

/** By the very sides that were asked about, of a day: every role asks. */
const asked = new WeakMap<Sides, OfState>();

/** Sides are those of one day. */
export function overlapsOf(dated: Dated, sides: Sides): DutyOverlaps {
  const before = asked.get(sides);
  if (before?.ground === dated.model.ground) return before.overlaps;
  const overlaps = findOverlaps(dated, sides);
  asked.set(sides, { ground: dated.model.ground, overlaps });
  return overlaps;
}

function findOverlaps(dated: Dated, sides: Sides): DutyOverlaps {
  const { model, today } = dated;
  const { of } = knownOf(model);
  const key = [today, ...[sides.first, sides.second].map((side) => list(side).map(({ index }) => index))].join(' ');
  const last = of.get(key);
  if (last?.ground === model.ground) return last.overlaps;
  const overlaps = overlapsAfter(dated, sides, last?.overlaps);
  of.set(key, { ground: model.ground, overlaps });
  return overlaps;
}

/** What is said in an object hangs on who is told of already in the organization, what meets there on the roles as well. */
function overlapsAfter(dated: Dated, sides: Sides, last: DutyOverlaps | undefined): DutyOverlaps {
  const told = administrating(dated);
  const organization = placeOf(dated, sides, { roles: dated.model.roles.values(), told });
  if (last === undefined || !equal(organization.told, last.organization.told))
    return { sides, organization, objects: new WeakMap(), met: new WeakMap(), last: new WeakMap() };
  const stands = isSame(organization.others, last.organization.others);
  return { ...last, organization: stands ? last.organization : organization };
}

/** The people with `ADMIN` today: they hold both sides of everything. The same value as long as they are the same. */
export function administrating({ model, today }: Dated): PeopleBits {
  const all = knownOf(model).administrating;
  const last = all.get(today);
  if (last?.ground === model.ground) return last.bits;
  const now = noPeople(model);
  for (const role of adminRoles(model, today)) join(now, bitsOfRole(model, role));
  const bits = last !== undefined && equal(last.bits, now) ? last.bits : now;
  all.set(today, { ground: model.ground, bits });
  return bits;
}

export function isOneSided({ today }: Dated, role: Role, side: PermissionSet): boolean {
  return !role.managed && role.sound && overlaps(role.permissions, side) && inForce(role, today);
}

function placeOf(
  dated: Dated,
  { first, second }: Sides,
  { roles, told }: { readonly roles: Iterable<Role>; readonly told: PeopleBits },
): Place {
  const others: Role[] = [];
  const both: Role[] = [];
  for (const role of roles)
    if (isOneSided(dated, role, second)) (overlaps(role.permissions, first) ? both : others).push(role);
  if (both.length === 0) return { others, told };
  const here = told.slice();
  for (const role of both) join(here, bitsOfRole(dated.model, role));
  return { others, told: here };
}

function placeIn(dated: Dated, { sides, organization, objects }: DutyOverlaps, object: ObjectSymbol): Place {
  const found = objects.get(object) ?? placeOf(dated, sides, { roles: object.roles.values(), told: organization.told });
  objects.set(object, found);
  return found;
}

/** The same one each time: nothing that was found has changed. */
const nobody: readonly Other[] = [];

/**
 * Of a role that grants the first side, place by place: one of the organization counts in every object, one of an object
 * in that alone. What was found in a place is the same list for as long as nothing changes there.
 */
export function othersOf(dated: Dated, duty: DutyOverlaps, role: Role): readonly (readonly Other[])[] {
  const { organization, met } = duty;
  const { model } = dated;
  const lookIn = ({ others }: Place, told: PeopleBits) => sharing(model, { role, others, told });
  if (role.object !== undefined) {
    const here = placeIn(dated, duty, role.object);
    const before = duty.last.get(role);
    const now = [organization, here].map((place, i) => settled(lookIn(place, here.told), before?.[i]));
    duty.last.set(role, now);
    return now;
  }
  const own = met.get(role) ?? new WeakMap<Place, readonly Other[]>();
  met.set(role, own);
  const found: (readonly Other[])[] = [];
  const take = (place: Place) => {
    if (place.others.length === 0) return;
    const others = own.get(place) ?? lookIn(place, place.told);
    own.set(place, others);
    found.push(others);
  };
  take(organization);
  for (const object of model.objects.values()) take(placeIn(dated, duty, object));
  return found;
}

/** The very list of before where it says the same. */
function settled(now: readonly Other[], before: readonly Other[] = nobody): readonly Other[] {
  const isAsBefore = ({ role, people }: Other, i: number) => {
    const other = before[i];
    return other !== undefined && role === other.role && equal(people, other.people);
  };
  return now.length === before.length && now.every(isAsBefore) ? before : now;
}

interface Meeting extends Place {
  readonly role: Role;
}

function sharing(model: Model, { role, others, told }: Meeting): readonly Other[] {
  const own = bitsOfRole(model, role);
  const found: Other[] = [];
  for (const other of others) {
    const people = beside(own, bitsOfRole(model, other), told);
    if (people !== undefined) found.push({ role: other, people });
  }
  return found.length === 0 ? nobody : found;
}
