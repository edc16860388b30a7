// Who acts: a principal with everything that decides for it.
import { type Actor, strangerOf } from '../condition/actor.ts';
import type { Model } from '../model/model.ts';
import { attributesOf } from '../model/profiles.ts';
import type { Group, Principal, Role, ServiceAccount, User } from '../model/symbols.ts';

const noGroups: ReadonlySet<Group> = new Set();
const noAttributes: ReadonlyMap<string, string> = new Map();

/** A group asked about stands for one further active person, in that group alone (section 5 of the language). */
export function actorOf(model: Model, principal: Principal): Actor {
  switch (principal.kind) {
    case 'user':
      return {
        principal,
        self: principal,
        groups: groupsOf(model, principal),
        attributes: attributesOf(model, principal),
      };
    case 'service account':
      return { principal, self: principal, groups: noGroups, attributes: noAttributes };
    case 'group':
      return { principal, self: strangerOf(principal), groups: new Set([principal]), attributes: noAttributes };
  }
}

/** Groups hold users only. */
export function groupsOf(model: Model, person: User | ServiceAccount): ReadonlySet<Group> {
  return person.kind === 'user' ? (model.groupsOf.get(person) ?? noGroups) : noGroups;
}

export function isActive(principal: Principal): boolean {
  return principal.kind === 'group' || !principal.inactive;
}

/** False where an error in its declaration leaves open who this is. */
export function isSound(principal: Principal): boolean {
  return principal.kind === 'group' || principal.sound;
}

/** How an actor is among some principals: itself (`true`), by one of its groups, or not at all. */
export function amongst(
  actor: Actor,
  among: (principal: Principal) => boolean,
): { readonly through: Group | undefined } | undefined {
  if (among(actor.principal)) return { through: undefined };
  for (const group of actor.groups) if (among(group)) return { through: group };
  return undefined;
}

/** How an actor has a role by membership, or, an account, by naming it. */
export function membership(actor: Actor, role: Role): { readonly through: Group | undefined } | undefined {
  const { principal } = actor;
  if (principal.kind === 'service account')
    return principal.roles.some((each) => each.role === role) ? { through: undefined } : undefined;
  return amongst(actor, (candidate) => role.members.some(({ member }) => member === candidate));
}
