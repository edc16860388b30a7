// What a principal holds, place by place: the roles that give it, each with what it adds to those before.

import { actorOf, membership } from '../access/actor.ts';
import type { SightWay } from '../access/answer.ts';
import { type NamedHere, namedHere } from '../access/named-at.ts';
import { grantsAdmin } from '../access/permission-ways.ts';
import { inForce } from '../access/question-scope.ts';
import { hasSight, sightWays } from '../access/sight-ways.ts';
import {
  addSet,
  difference,
  isEmpty,
  newBuilder,
  overlaps,
  type PermissionSet,
  setOf,
} from '../catalogue/permission-set.ts';
import { permissions } from '../catalogue/permissions.ts';
import type { Actor } from '../condition/actor.ts';
import type { Model } from '../model/model.ts';
import type { Group, ObjectSymbol, Principal, Role } from '../model/symbols.ts';

/** What also needs sight of the record. */
const onRecords = setOf(permissions.filter((each) => each.record));

export interface HeldRole {
  readonly role: Role;
  /** The group through which it is held; undefined where directly. */
  readonly through: Group | undefined;
  /** What it grants besides what the roles before it do. */
  readonly adds: PermissionSet;
}

export interface PlaceHoldings {
  /** Undefined for the organization. */
  readonly object: ObjectSymbol | undefined;
  /** Those in force that add something, direct ones first. */
  readonly roles: readonly HeldRole[];
  /** Those in force that add nothing. */
  readonly idle: readonly Role[];
  readonly expired: readonly Role[];
  /** What is held there in all, what comes from the organization included. */
  readonly all: PermissionSet;
  /** How records of the object can be in sight, for any record; empty for the organization. */
  readonly sight: readonly SightWay[];
}

export interface Holdings {
  readonly organization: PlaceHoldings;
  /** Objects where a role or a record adds something, in order of the model. */
  readonly objects: readonly PlaceHoldings[];
  /** Where something is held too, beyond the objects that were wanted in full. */
  readonly more: readonly ObjectSymbol[];
  /** `ADMIN` at the organization. */
  readonly isAdmin: boolean;
  /** A permission on records is held in these objects, and no record of them can be in sight. */
  readonly blind: readonly ObjectSymbol[];
}

export interface Wanted {
  /** The objects to look at; all when left out. */
  readonly only?: ReadonlySet<PlaceHoldings['object']>;
  /** How many objects are wanted in full; all when left out. */
  readonly full?: number;
}

/** `today`: days since 1970-01-01 UTC. Roles that auto-share gives count for single records only and are not here. */
export function holdingsOf(model: Model, principal: Principal, today: number, wanted: Wanted = {}): Holdings {
  const actor = actorOf(model, principal);
  const organization = placeOf(undefined, heldRoles(actor, model.roles.values(), today), newBuilder(), []);
  const isAdmin = organization.roles.some(({ role }) => grantsAdmin(role));
  const around: Around = { model, actor, today, top: organization.all, needsSight: isOnRecords(organization.all) };
  const seesAll = isAdmin && model.semantics.adminSeesAllRecords;
  const found: Open<Pick<Holdings, 'objects' | 'more' | 'blind'>> = { objects: [], more: [], blind: [] };
  for (const object of model.objects.values()) {
    if (wanted.only !== undefined && !wanted.only.has(object)) continue;
    const named = namedHere(object, actor);
    if (named.roles.length + named.policies.length > 0 || mayBeShared(around, object)) {
      if (found.objects.length < (wanted.full ?? Number.POSITIVE_INFINITY)) addObject(around, object, named, found);
      else glance(around, object, named, found);
    } else if (around.needsSight && !seesAll) found.blind.push(object);
  }
  return { organization, isAdmin, ...found };
}

type Open<T> = { readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : never };
type Found = Open<Pick<Holdings, 'objects' | 'more' | 'blind'>>;

/** What counts in every object. */
interface Around {
  readonly model: Model;
  readonly actor: Actor;
  readonly today: number;
  /** What the organization gives. */
  readonly top: PermissionSet;
  /** Something of that needs sight of records. */
  readonly needsSight: boolean;
}

function isOnRecords(set: PermissionSet): boolean {
  return overlaps(set, onRecords);
}

/** Most objects of a large organization know nothing of one principal: what holds there follows from the organization. */
function mayBeShared({ needsSight }: Around, { recordShares }: ObjectSymbol): boolean {
  return needsSight && recordShares.size > 0;
}

function sightScope({ model, actor, today }: Around, object: ObjectSymbol) {
  const facts = { object, values: new Map(), relations: new Map() };
  return { facts, scope: { model, actor, facts, given: false, today } };
}

function addObject(around: Around, object: ObjectSymbol, { roles }: NamedHere, { objects, blind }: Found): void {
  const { scope, facts } = sightScope(around, object);
  const sight = sightWays(scope, facts).filter((way) => way.holds !== 'false');
  const here = placeOf(object, heldRoles(around.actor, roles, around.today), around.top, sight);
  const needsSight = isOnRecords(here.all);
  if (sight.length === 0 && needsSight) blind.push(object);
  // That an assignee sees the record is true of everyone: it says something only beside a permission on records.
  const own = sight.some((way) => way.by === 'policy' || (needsSight && way.by !== 'admin'));
  if (here.roles.length + here.idle.length + here.expired.length > 0 || own) objects.push(here);
}

/** Whether `addObject` would add it, and no more than that. */
function glance(around: Around, object: ObjectSymbol, named: NamedHere, { more, blind }: Found): void {
  if (named.isOpen) {
    more.push(object);
    return;
  }
  const { roles } = named;
  const { scope, facts } = sightScope(around, object);
  const permits = ({ permissions }: Role) => isOnRecords(permissions);
  const needsSight = around.needsSight || roles.some((role) => inForce(role, around.today) && permits(role));
  const isSeen = needsSight ? hasSight(scope, facts) : roles.length === 0 && hasSight(scope, facts, ['policy']);
  if (needsSight && !isSeen) blind.push(object);
  const isOwn = () => isSeen && (!needsSight || hasSight(scope, facts, ['policy', 'share', 'auto-share']));
  if (roles.length > 0 || isOwn()) more.push(object);
}

interface Candidate {
  readonly role: Role;
  readonly through: Group | undefined;
  readonly isInForce: boolean;
}

function heldRoles(actor: Actor, roles: Iterable<Role>, today: number): Candidate[] {
  const found: Candidate[] = [];
  for (const role of roles) {
    const held = membership(actor, role);
    if (held !== undefined) found.push({ role, through: held.through, isInForce: inForce(role, today) });
  }
  // `ADMIN` says it all; then the shortest way first: what is held directly and through a group is shown as held directly.
  const cost = ({ role, through }: Candidate) => (grantsAdmin(role) ? 0 : 2) + (through === undefined ? 0 : 1);
  return found.sort((a, b) => cost(a) - cost(b));
}

function placeOf(
  object: ObjectSymbol | undefined,
  held: readonly Candidate[],
  before: PermissionSet,
  sight: readonly SightWay[],
): PlaceHoldings {
  const all = newBuilder();
  addSet(all, before);
  const roles: HeldRole[] = [];
  const idle: Role[] = [];
  let hasAdmin = false;
  for (const { role, through } of held.filter((each) => each.isInForce)) {
    const adds = hasAdmin ? newBuilder() : difference(role.permissions, all);
    hasAdmin ||= grantsAdmin(role);
    if (isEmpty(adds)) idle.push(role);
    else roles.push({ role, through, adds });
    addSet(all, role.permissions);
  }
  const expired = held.filter((each) => !each.isInForce).map((each) => each.role);
  return { object, roles, idle, expired, all, sight };
}
