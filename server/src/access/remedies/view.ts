// A model as it would be after some changes: everything that a decision looks at, and nothing of it copied in vain.
import type { Actor } from '../../condition/actor.ts';
import { atomsOf } from '../../condition/operands.ts';
import type { World } from '../../condition/solve.ts';
import type { Model } from '../../model/model.ts';
import type { BoundPlace } from '../../model/question.ts';
import type {
  Formula,
  ObjectSymbol,
  Organization,
  Principal,
  RecordFacts,
  RecordSymbol,
  Role,
} from '../../model/symbols.ts';
import { actorOf, groupsOf } from '../actor.ts';
import { groupsAround, type Scope } from '../question-scope.ts';
import { worldOf } from '../world.ts';
import { copyFacts, copyObject, ofObject, withCopies } from './copied-object.ts';
import { copiesOf } from './copied-people.ts';
import { withFormerMembers } from './former-members.ts';
import { type Memberships, newDomains, newMemberships } from './memberships.ts';
import { mapped, overlay } from './overlay.ts';
import type { Change } from './types.ts';

/** Takes symbols of the model itself, gives what stands for them. */
export interface View {
  readonly model: Model;
  /** The model itself. */
  readonly base: Model;
  /** The groups of those who are in others than before. */
  readonly memberships: Memberships;
  /** Roles as they are changed, by the roles themselves. */
  readonly roles: ReadonlyMap<Role, Role>;
  principal<P extends Principal>(of: P): P;
  facts(of: RecordFacts): RecordFacts;
}

/**
 * The copy is one for decisions: of groups it changes who is in them, not their lists of members, and what a symbol
 * belongs to may still be the symbol of the model itself.
 */
export function viewOf(model: Model, changes: readonly Change[]): View {
  const copies = copiesOf(model, changes);
  const memberships = newMemberships(model, changes);
  const principal = <P extends Principal>(of: P) => (copies.people.get(of) ?? of) as P;
  const object = remembered((of: ObjectSymbol) => copyObject(of, changes, copies));
  const facts = remembered((of: RecordFacts): RecordFacts => copyFacts(of, object(of.object), changes, copies));
  const record = (of: RecordSymbol): RecordSymbol => ({ ...of, facts: of.facts && facts(of.facts) });
  // Conditions ask for the groups of the people themselves, roles and policies for those of who stands for them.
  const groups = new Map(
    [...memberships].flatMap(([user, all]) => [[user, all] as const, [principal(user), all] as const]),
  );
  return {
    base: model,
    model: {
      ...model,
      organization: widened(model.organization, changes),
      groupsOf: overlay(model.groupsOf, groups),
      roles: withCopies(model.roles, ofObject(copies.roles, undefined)),
      objects: mapped(model.objects, object),
      records: mapped(model.records, record),
    },
    memberships,
    roles: copies.roles,
    principal,
    facts,
  };
}

function widened(organization: Organization, changes: readonly Change[]): Organization {
  const widening = changes.find((change) => change.kind === 'widen-invites');
  if (widening === undefined) return organization;
  return { ...organization, invites: widening.invites, domains: [...organization.domains, ...newDomains(changes)] };
}

function remembered<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

/** Whom fields hold when they hold the actor stays the same, whoever stands for the actor elsewhere. */
export function actorIn(view: View, of: Principal): Actor {
  const copy = view.principal(of);
  const actor = actorOf(view.model, copy);
  return copy === of ? actor : { ...actor, self: actorOf(view.model, of).self };
}

export interface Spoken {
  readonly facts: RecordFacts | undefined;
  readonly given: boolean;
}

export function scopeIn(view: View, actor: Actor, { facts, given }: Spoken, today: number): Scope {
  return { model: view.model, actor, facts: facts && view.facts(facts), given, today };
}

export function spokenAt(place: BoundPlace): Spoken {
  return place.kind === 'organization'
    ? { facts: undefined, given: false }
    : { facts: place.facts, given: place.given };
}

/**
 * What records of a formula may hold. Who there is is kept from one view to the next; who of them is in a group that the
 * formula asks for may differ between them, and must not be kept.
 */
export function worldIn(view: View, scope: Scope, formula: Formula): World {
  const world = worldOf({ ...scope, model: view.base });
  const groupsIn: World['groupsOf'] = (person) => groupsAround(view.model, scope.actor, person);
  const isAsked = view.memberships.size > 0 && atomsOf(formula).some(({ test }) => test.is === 'in group');
  return { ...world, users: isAsked ? [...world.users] : world.users, groupsOf: groupsIn };
}

/** What a condition said before the changes, in the world after them. */
export function formerly({ base, memberships }: View, formula: Formula): Formula {
  return memberships.size === 0 ? formula : withFormerMembers(formula, (user) => groupsOf(base, user), memberships);
}
