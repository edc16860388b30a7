// Groups to join: by what roles, policies and the record give to their members.
import type { Content, Group, Policy, Principal } from '../../model/symbols.ts';
import { type Candidate, type Gap, type Need, objectOf } from './gap.ts';
import { groupsAskedFor } from './named.ts';
import { givenByGroup } from './role-changes.ts';

/** Only users join groups, and only those groups that do not fill themselves. */
export function groupChanges(gap: Gap): Candidate[] {
  const { principal: user } = gap.asked;
  if (user.kind !== 'user') return [];
  const given = givenByGroup(gap);
  const seeing = seeingGroups(gap);
  const own = gap.scope.actor.groups;
  return [...gap.model.groups.values()].flatMap((group): Candidate[] => {
    const gives: Need[] = [...(given.get(group) ?? []), ...(seeing.has(group) ? (['sight'] as const) : [])];
    if (gives.length === 0 || !fillsByHand(group) || own.has(group)) return [];
    return [{ change: { kind: 'join-group', user, group }, gives }];
  });
}

export function fillsByHand({ system, domain }: Group): boolean {
  return system === undefined && domain === undefined;
}

/** Groups that a policy of the object or the record itself names. */
function seeingGroups(gap: Gap): Set<Principal> {
  const object = objectOf(gap);
  const { facts } = gap.scope;
  if (object === undefined || facts === undefined || !gap.sight) return new Set();
  return new Set([
    ...object.policies.flatMap(groupsOfPolicy),
    ...[...facts.values.values()].flatMap(groupHeld),
    ...[...facts.relations.values()].flatMap((principals) => [...principals]),
  ]);
}

function groupsOfPolicy({ to, when }: Policy): Principal[] {
  return [...to.map(({ subject }) => subject), ...(when === undefined ? [] : groupsAskedFor(when))];
}

function groupHeld(held: Content): Group[] {
  return typeof held === 'object' && held !== null && 'kind' in held && held.kind === 'group' ? [held] : [];
}
