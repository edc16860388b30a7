// Who is in which groups after a change.
import { domainOf } from '../../model/address.ts';
import type { Model } from '../../model/model.ts';
import { addressOf, attributesOf } from '../../model/profiles.ts';
import type { Group, User } from '../../model/symbols.ts';
import { groupsOf } from '../actor.ts';
import type { Change } from './types.ts';

export type Memberships = ReadonlyMap<User, ReadonlySet<Group>>;

/** Domains that the organization does not have yet. */
export function newDomains(changes: readonly Change[]): string[] {
  return changes.flatMap((change) => ('domain' in change ? (change.domain ?? []) : []));
}

/** The groups of those users who are in others than before. */
export function newMemberships(model: Model, changes: readonly Change[]): Memberships {
  const all = new Map<User, Set<Group>>();
  const domains = newDomains(changes);
  const of = (user: User): Set<Group> => {
    const known = all.get(user) ?? new Set(groupsOf(model, user));
    all.set(user, known);
    return known;
  };
  for (const change of changes) {
    if (change.kind === 'join-group') of(change.user).add(change.group);
    if (change.kind === 'activate' && change.who.kind === 'user')
      for (const group of selfFilling(model, change.who, domains)) of(change.who).add(group);
  }
  if (domains.length === 0) return all;
  for (const user of model.users.values()) {
    const external = isExternal(model, user, domains);
    if (user.inactive || !user.externalSound || external === user.external) continue;
    of(user).delete(external ? model.internalUsers : model.externalUsers);
    of(user).add(external ? model.externalUsers : model.internalUsers);
  }
  return all;
}

/** The groups of which an active user is without being named: of the domain, and one of the two system groups. */
function selfFilling(model: Model, user: User, domains: readonly string[]): Group[] {
  const domain = domainOf(addressOf(model, user));
  const ofDomain = [...model.groups.values()].filter((group) => group.domain === domain);
  if (!user.externalSound) return ofDomain;
  return [...ofDomain, isExternal(model, user, domains) ? model.externalUsers : model.internalUsers];
}

/**
 * With further domains of the organization. By them users of a directory are external, unless they say so themselves
 * (section 3 of the language).
 */
function isExternal(model: Model, user: User, domains: readonly string[]): boolean {
  if (domains.length === 0 || user.declared) return user.external;
  if (attributesOf(model, user).get('userType')?.toLowerCase() === 'external') return true;
  return ![...model.organization.domains, ...domains].includes(domainOf(addressOf(model, user)));
}
