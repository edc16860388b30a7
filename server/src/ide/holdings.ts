// What a principal holds, place by place: the roles that give it, each with what it adds to those before.

import { actorOf, membership } from '../access/actor.ts';
import type { SightWay } from '../access/answer.ts';
import { grantsAdmin } from '../access/permission-ways.ts';
import { inForce } from '../access/question-scope.ts';
import { sightWays } from '../access/sight-ways.ts';
import {
  addSet,
  difference,
  intersection,
  isEmpty,
  newBuilder,
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
  /** `ADMIN` at the organization. */
  readonly isAdmin: boolean;
  /** A permission on records is held in these objects, and no record of them can be in sight. */
  readonly blind: readonly ObjectSymbol[];
}

/** `today`: days since 1970-01-01 UTC. Roles that auto-share gives count for single records only and are not here. */
export function holdingsOf(model: Model, principal: Principal, today: number): Holdings {
  const actor = actorOf(model, principal);
  const roles = (of: Iterable<Role>) => heldRoles(actor, of, today);
  const top = placeOf(undefined, roles(model.roles.values()), newBuilder(), []);
  const isAdmin = top.roles.some(({ role }) => grantsAdmin(role));
  const objects: PlaceHoldings[] = [];
  const blind: ObjectSymbol[] = [];
  for (const object of model.objects.values()) {
    const facts = { object, values: new Map(), relations: new Map() };
    const sight = sightWays({ model, actor, facts, given: false, today }, facts).filter((way) => way.holds !== 'false');
    const here = placeOf(object, roles(object.roles.values()), top.all, sight);
    const needsSight = !isEmpty(intersection(here.all, onRecords));
    if (sight.length === 0 && needsSight) blind.push(object);
    // That an assignee sees the record is true of everyone: it says something only beside a permission on records.
    const own = sight.some((way) => way.by === 'policy' || (needsSight && way.by !== 'admin'));
    if (here.roles.length + here.idle.length + here.expired.length > 0 || own) objects.push(here);
  }
  return { organization: top, objects, isAdmin, blind };
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
