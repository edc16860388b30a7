// When an actor has a relation to a record: said of the record, or given by a field that says who is assigned.
import type { Actor } from '../condition/actor.ts';
import { always } from '../model/formulas.ts';
import type { AutoShareWord, Field, Formula, Group, Principal, RecordFacts } from '../model/symbols.ts';
import type { RelationKind } from '../syntax/ast-value.ts';
import { amongst } from './actor.ts';

/** Which holders a word of auto-share looks at: users, groups, or both. */
type Reach = 'users' | 'groups' | 'both';

export interface RelationWord {
  readonly relation: RelationKind;
  readonly reach: Reach;
}

/** A role's `assign` takes assigned users and groups; of records, `assign` takes users and `group-assign` groups. */
export function relationOf(word: AutoShareWord, of: 'role' | 'records'): RelationWord {
  if (word === 'group-assign') return { relation: 'assign', reach: 'groups' };
  if (word === 'assign') return { relation: 'assign', reach: of === 'role' ? 'both' : 'users' };
  return { relation: word, reach: 'both' };
}

export interface RelationWay {
  readonly through: Group | undefined;
  readonly when: Formula;
}

/** The ways in which the relation holds: `true` where the record says it, a condition where a field decides. */
export function relationWays(actor: Actor, facts: RecordFacts, { relation, reach }: RelationWord): RelationWay[] {
  const ways: RelationWay[] = [];
  const named = facts.relations.get(relation);
  const counts = (principal: Principal) =>
    named?.has(principal) === true && (reach === 'both' || (principal.kind === 'group') === (reach === 'groups'));
  const said = amongst(actor, counts);
  if (said !== undefined) ways.push({ through: said.through ?? groupOf(actor), when: always });
  if (relation !== 'assign') return ways;
  for (const field of facts.object.fields.values()) {
    if (!field.assignee) continue;
    if (field.type === 'user' && reach !== 'groups') ways.push({ through: undefined, when: holdsActor(field) });
    if (field.type === 'group' && reach !== 'users')
      for (const group of actor.groups)
        if (group.system === undefined) ways.push({ through: group, when: holds(field, group) });
  }
  return ways;
}

const groupOf = (actor: Actor) => (actor.principal.kind === 'group' ? actor.principal : undefined);

function holdsActor(field: Field): Formula {
  return { op: 'atom', field, test: { is: 'equals', value: { kind: 'current user' } }, origin: undefined };
}

function holds(field: Field, group: Group): Formula {
  const value = { kind: 'literal', value: group, source: group.name } as const;
  return { op: 'atom', field, test: { is: 'equals', value }, origin: undefined };
}
