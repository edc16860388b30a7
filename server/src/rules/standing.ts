// What a person can do in an object by themselves. People who are alike there are looked at once.
import { actorOf } from '../access/actor.ts';
import { inForce, rolesAt, type Scope, sceneOf } from '../access/question-scope.ts';
import { sightWays } from '../access/sight-ways.ts';
import { addSet, intersection, newBuilder, type PermissionSet, setOf, union } from '../catalogue/permission-set.ts';
import { anyOf } from '../condition/build.ts';
import { substitute } from '../condition/substitute.ts';
import type { Model } from '../model/model.ts';
import type { Formula, ObjectSymbol, Role, User } from '../model/symbols.ts';
import { notesOn } from '../text/notes.ts';
import { reachOf } from './holders.ts';
import { type Likeness, likenessIn } from './likeness.ts';
import { rolesAmong } from './memberships.ts';
import { allRoles } from './roles.ts';
import type { Dated } from './rule.ts';

export interface Standing {
  /** What they hold there as members of roles. */
  readonly held: PermissionSet;
  /** What auto-share may give them for single records. */
  readonly shareable: PermissionSet;
  /** The records in their sight, with who they are put in. */
  readonly seen: Formula;
}

interface People {
  /** The roles in force that somebody is a member of. */
  readonly rolesOf: (user: User) => readonly Role[];
  readonly likenesses: Map<ObjectSymbol, Likeness>;
}

const peopleOf = notesOn<Model, People>();

/** `today` is the same for all of a model. */
function peopleIn(model: Model, today: number): People {
  const known = peopleOf.get(model);
  if (known !== undefined) return known;
  const roles = allRoles(model).filter((role) => inForce(role, today));
  const people = { rolesOf: rolesAmong(model, roles), likenesses: new Map() };
  peopleOf.set(model, people);
  return people;
}

/** What somebody holds in the object as a member of roles. */
export function heldIn({ model, today }: Dated, user: User, object: ObjectSymbol): PermissionSet {
  const held = newBuilder();
  for (const role of peopleIn(model, today).rolesOf(user))
    if (role.object === undefined || role.object === object) addSet(held, reachOf(role.permissions));
  return held;
}

/** Equal for people of whom the same holds in the object, but for who they are, as far as some permissions go. */
export function likenessOf(context: Dated, user: User, object: ObjectSymbol, permissions: PermissionSet): string {
  const { model, today } = context;
  const { likenesses } = peopleIn(model, today);
  const likeness = likenesses.get(object) ?? likenessIn(model, object);
  likenesses.set(object, likeness);
  return likeness(user, intersection(heldIn(context, user, object), permissions));
}

export function standingOf(context: Dated, user: User, object: ObjectSymbol): Standing {
  const { model, today } = context;
  const facts = { object, values: new Map(), relations: new Map() };
  const scope: Scope = { model, actor: actorOf(model, user), facts, given: false, today };
  const seen = anyOf(sightWays(scope, facts).map(({ when }) => when));
  return {
    held: heldIn(context, user, object),
    shareable: shareableAt(model, object, today),
    seen: substitute(seen, sceneOf(scope)),
  };
}

function shareableAt(model: Model, object: ObjectSymbol, today: number): PermissionSet {
  const sharing = rolesAt(model, object).filter((role) => role.autoShare.size > 0 && inForce(role, today));
  return sharing.map((role) => reachOf(role.permissions)).reduce(union, setOf([]));
}
