// Groups to join: by what roles, policies and the record give to their members.
import type { Content, Group, Policy, Principal, RecordFacts } from '../../model/symbols.ts';
import type { RelationKind } from '../../syntax/ast-value.ts';
import { relationOf } from '../relations.ts';
import { type Candidate, type Gap, type Need, recordsThatGive } from './gap.ts';
import { groupsAskedFor } from './named.ts';
import { givenByGroup } from './role-changes.ts';
import { wordsOfRoles } from './sight-changes.ts';

/** Only users join groups, and only those groups that do not fill themselves. */
export function groupChanges(gap: Gap): Candidate[] {
  const { principal: user } = gap.asked;
  if (user.kind !== 'user') return [];
  const [given, related, seeing] = [givenByGroup(gap), givenByRelation(gap), seeingGroups(gap)];
  const own = gap.scope.actor.groups;
  return [...gap.model.groups.values()].flatMap((group): Candidate[] => {
    const byRole = [...(given.get(group) ?? []), ...(related.get(group) ?? [])];
    const gives: readonly Need[] = seeing.has(group) ? [...byRole, 'sight'] : byRole;
    if (gives.length === 0 || !fillsByHand(group) || own.has(group)) return [];
    return [{ change: { kind: 'join-group', user, group }, gives }];
  });
}

export function fillsByHand({ system, domain }: Group): boolean {
  return system === undefined && domain === undefined;
}

/** By groups that are related to a record: what auto-share gives to their members. */
function givenByRelation(gap: Gap): ReadonlyMap<Principal, readonly Need[]> {
  const all = new Map<Principal, readonly Need[]>();
  const records = recordsThatGive(gap);
  for (const { word, gives } of wordsOfRoles(gap))
    for (const record of records)
      for (const group of relatedGroups(record, relationOf(word, 'role').relation))
        all.set(group, [...(all.get(group) ?? []), ...gives]);
  return all;
}

function relatedGroups({ object, values, relations }: RecordFacts, relation: RelationKind): Principal[] {
  const fields = relation === 'assign' ? [...object.fields.values()].filter(({ assignee }) => assignee) : [];
  const assigned = fields.flatMap((field) => groupHeld(values.get(field) ?? null));
  return [...(relations.get(relation) ?? []), ...assigned];
}

/** Groups that a policy of the object or the record itself names. */
function seeingGroups(gap: Gap): Set<Principal> {
  const { facts } = gap.scope;
  if (facts === undefined || !gap.sight) return new Set();
  return new Set([
    ...facts.object.policies.flatMap(groupsOfPolicy),
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
