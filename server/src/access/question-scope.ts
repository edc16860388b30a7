// What a decision is made about: who, where, on which day, and what is known of the record.
import type { Actor } from '../condition/actor.ts';
import type { Scene } from '../condition/evaluate.ts';
import type { Model } from '../model/model.ts';
import type { Group, ObjectSymbol, RecordFacts, Role, ServiceAccount, User } from '../model/symbols.ts';
import { groupsOf } from './actor.ts';

export interface Scope {
  readonly model: Model;
  readonly actor: Actor;
  /** Undefined for the organization, which has no records. */
  readonly facts: RecordFacts | undefined;
  /** True where a record is named or described: then a user field that is open holds no further person of a group. */
  readonly given: boolean;
  /** Days since 1970-01-01 UTC. */
  readonly today: number;
}

export function sceneOf({ model, actor, facts, today }: Scope): Scene {
  return {
    actor,
    today,
    value: (field) => facts?.values.get(field),
    groupsOf: (person) => groupsAround(model, actor, person),
  };
}

/** Whom a group asked about stands for is nobody's declared user: the actor knows that person's one group. */
export function groupsAround(model: Model, actor: Actor, person: User | ServiceAccount): ReadonlySet<Group> {
  return person === actor.self ? actor.groups : groupsOf(model, person);
}

/** A role is in force through the day on which it expires; one whose expiry cannot be read never is. */
export function inForce(role: Role, today: number): boolean {
  return !role.expiryUnsound && (role.expires === undefined || today <= role.expires);
}

/** The roles that can count there: the organization's everywhere, an object's in itself. */
export function rolesAt(model: Model, object: ObjectSymbol | undefined): Role[] {
  const own = object === undefined ? [] : [...object.roles.values()];
  return [...model.roles.values(), ...own];
}
