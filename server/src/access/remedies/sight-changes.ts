// Changes by which a record would be in sight, or all that are spoken of: of policies, and of what relates to the record.
import { has } from '../../catalogue/permission-set.ts';
import type { Permission } from '../../catalogue/types.ts';
import type { AutoShareWord, Group, ObjectSymbol, Principal } from '../../model/symbols.ts';
import { amongst } from '../actor.ts';
import { grantsAdmin } from '../permission-ways.ts';
import { inForce, rolesAt } from '../question-scope.ts';
import { type RelationWord, relationOf } from '../relations.ts';
import type { Candidate, Gap, Need } from './gap.ts';

export function policyChanges(gap: Gap): Candidate[] {
  const { principal, place } = gap.asked;
  if (place.kind !== 'object' || !gap.sight) return [];
  const { object } = place;
  const { actor } = gap;
  const named = object.policies.flatMap((policy): Candidate[] => {
    // The platform's own policy names nobody, and one that is broken opens nothing.
    if (policy.isDefault || policy.when === undefined) return [];
    if (amongst(actor, (each) => policy.to.some(({ subject }) => subject === each)) !== undefined) return [];
    return [{ change: { kind: 'name-in-policy', principal, policy }, gives: ['sight'] }];
  });
  const change = { kind: 'new-policy', principal, object, when: place.when } as const;
  return [...named, { change, gives: ['sight'] }];
}

/** Of the one record that was asked about. */
export function relationChanges(gap: Gap): Candidate[] {
  const { place } = gap.asked;
  if (place.kind !== 'object' || !place.given) return [];
  const found = new Map<string, Candidate>();
  const add = (word: RelationWord, gives: readonly Need[]) => {
    for (const principal of relatable(gap, place.object, word)) {
      if (place.facts.relations.get(word.relation)?.has(principal) === true) continue;
      const key = `${word.relation} ${principal.kind} ${principal.name}`;
      const change = { kind: 'relate', facts: place.facts, relation: word.relation, principal } as const;
      found.set(key, { change, gives: [...(found.get(key)?.gives ?? []), ...gives] });
    }
  };
  if (gap.sight)
    for (const word of ['share', ...place.object.recordShares] as const) add(relationOf(word, 'records'), ['sight']);
  for (const { word, gives } of wordsOfRoles(gap)) add(relationOf(word, 'role'), gives);
  return [...found.values()];
}

/** Who can be related: whoever asks, or, where only groups count, some groups that they are in. */
function relatable({ scope, asked }: Gap, { fields }: ObjectSymbol, { relation, reach }: RelationWord): Principal[] {
  const type = asked.principal.kind === 'group' ? 'group' : 'user';
  // Where a field says who is assigned, the field is what to change.
  const isField = [...fields.values()].some((field) => field.assignee && field.type === type);
  if (relation === 'assign' && isField) return [];
  if (reach === 'both' || (reach === 'groups') === (type === 'group')) return [asked.principal];
  if (reach === 'users') return [];
  return [...scope.actor.groups].filter(isOrdinary).slice(0, maxGroups);
}

const maxGroups = 3;

function isOrdinary({ system }: Group): boolean {
  return system === undefined;
}

/** The words by which a relation would give a role that grants some of what is missing. */
export function wordsOfRoles({ model, permissions, asked, scope: { facts } }: Gap) {
  const found: { readonly word: AutoShareWord; readonly gives: readonly Permission[] }[] = [];
  for (const role of facts === undefined ? [] : rolesAt(model, facts.object)) {
    if (!inForce(role, asked.today)) continue;
    const gives = permissions.filter((permission) => grantsAdmin(role) || has(role.permissions, permission));
    if (gives.length > 0) for (const word of role.autoShare) found.push({ word, gives });
  }
  return found;
}
