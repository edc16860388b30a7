// Questions about a world, asked of the decision and of the index.
import { strict as assert } from 'node:assert';
import type { Decision } from '../../../server/src/access/answer.ts';
import { decide as decideByModel } from '../../../server/src/access/decide.ts';
import type { AccessIndex } from '../../../server/src/access/index/access-index.ts';
import { numberNamed, numberOf, principalAt } from '../../../server/src/access/index/people.ts';
import type { Question } from '../../../server/src/access/index/question.ts';
import { type NamedRecord, type NamedValue, nameOf, recordOfFacts } from '../../../server/src/access/index/record.ts';
import type { Permission } from '../../../server/src/catalogue/types.ts';
import type { BoundPlace } from '../../../server/src/model/question.ts';
import type { Content, Field, Principal, RecordFacts } from '../../../server/src/model/symbols.ts';
import type { RelationKind } from '../../../server/src/syntax/ast-value.ts';
import { askedPermissions, describe, principalsOf, today } from './worlds.ts';

export interface Case {
  readonly principal: Principal;
  readonly permission: Permission;
  /** Undefined for the organization. */
  readonly facts: RecordFacts | undefined;
}

export function placeOf(facts: RecordFacts | undefined, given = true): BoundPlace {
  if (facts === undefined) return { kind: 'organization' };
  return { kind: 'object', object: facts.object, facts, record: undefined, given, when: undefined };
}

export function decision(index: AccessIndex, { principal, permission, facts }: Case): Decision {
  return decideByModel(index.model, { principal, permissions: [permission], place: placeOf(facts), today });
}

/** A decision in the words of the index. */
export function verdictOf({ outcome, refusal }: Decision): string | undefined {
  if (outcome === 'allowed') return outcome;
  return outcome === 'refused' ? refusal : undefined;
}

function namedContent(content: Content): NamedValue {
  if (typeof content !== 'object' || content === null || content instanceof Set) return content;
  return 'kind' in content ? nameOf(content) : [...content];
}

export function inNames({ values, relations }: RecordFacts): NamedRecord {
  return {
    fields: Object.fromEntries([...values].map(([field, content]) => [field.name, namedContent(content)])),
    relations: Object.fromEntries([...relations].map(([kind, named]) => [kind, [...named].map(nameOf)])),
  };
}

/** What the model says of a record in names; undefined where it says what is in no model. */
export function factsInNames(
  index: AccessIndex,
  name: string,
  { fields, relations = {} }: NamedRecord,
): RecordFacts | undefined {
  const object = index.model.objects.get(name) ?? assert.fail(name);
  const named = (path: string) => principalAt(index.people, numberNamed(index.people, path));
  const content = ({ type }: Field, value: NamedValue | undefined): Content | undefined => {
    if (type === 'choices' && typeof value === 'string') return new Set([value]);
    if (type === 'choices' && Array.isArray(value)) return new Set(value);
    return type === 'user' || type === 'group' ? value && named(String(value)) : (value as Content | undefined);
  };
  const values = new Map<Field, Content>();
  for (const [field, value] of Object.entries(fields)) {
    const symbol = object.fields.get(field);
    const held = symbol && content(symbol, value);
    if (symbol === undefined || held === undefined) return undefined;
    values.set(symbol, held);
  }
  const related = Object.entries(relations).map(([kind, names]) => [kind as RelationKind, names.map(named)] as const);
  if (related.some(([, all]) => all.includes(undefined))) return undefined;
  return { object, values, relations: new Map(related.map(([kind, all]) => [kind, new Set(all as Principal[])])) };
}

/** The same question in numbers and in names. */
export function questionsOf(index: AccessIndex, { principal, permission, facts }: Case): [Question, Question] {
  const object = facts?.object;
  const inNumbers: Question = {
    principal: numberOf(index.people, principal),
    permission: permission.index,
    object: object?.index,
    record: facts === undefined ? undefined : recordOfFacts(index.people, facts),
  };
  const byNames: Question = {
    principal: nameOf(principal),
    permission: permission.constant,
    object: object?.name,
    record: facts === undefined ? undefined : inNames(facts),
  };
  return [inNumbers, byNames];
}

export function* cases(index: AccessIndex, records: Iterable<RecordFacts | undefined>): Generator<Case> {
  for (const facts of records)
    for (const principal of principalsOf(index.model))
      for (const permission of askedPermissions) yield { principal, permission, facts };
}

export function caseText({ principal, permission, facts }: Case): string {
  return `${nameOf(principal)} ${permission.constant} ${describe(facts)}`;
}
