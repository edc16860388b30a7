// The engine as the comparison sees it: projects from texts, decisions and outcomes as words, examples as the reference has them.

import type { Counterexample, Decision } from '../../server/src/access/answer.ts';
import { decide } from '../../server/src/access/decide.ts';
import { permission } from '../../server/src/catalogue/permissions.ts';
import { isStranger, nobody, strangerOf } from '../../server/src/condition/actor.ts';
import type { Model } from '../../server/src/model/model.ts';
import type { Content as EngineContent, Field, Principal, RecordFacts } from '../../server/src/model/symbols.ts';
import { askQuestion } from '../../server/src/project/ask.ts';
import { createSnapshot } from '../../server/src/project/snapshot.ts';
import type { Snapshot } from '../../server/src/project/types.ts';
import type { RelationKind } from '../../server/src/syntax/ast-value.ts';
import { formatDay, parseDate } from '../../server/src/text/calendar.ts';
import { inputOf } from '../support/fixture.ts';
import type { Example } from './reference/expectations.ts';
import { type Content, empty, type Thing } from './reference/facts.ts';
import type { Party, Person, World } from './reference/world.ts';

export type Files = Readonly<Record<string, string>>;

export function snapshotOf(files: Files, today: string): Snapshot {
  return createSnapshot(inputOf(new Map(Object.entries(files)), parseDate(today) ?? 0));
}

/** Errors that are not the failing of an expectation or of an automation: what makes a text unsound. */
export function errorsOf(snapshot: Snapshot): string[] {
  const about = ['failed-expectation', 'missing-permission', 'missing-data-access', 'service-account-not-shared'];
  return snapshot.findings
    .filter(({ severity, rule }) => severity === 'error' && !about.includes(rule))
    .map(({ rule, message, place }) => `${rule} at ${place.file}:${place.span.start}: ${message}`);
}

/** A decision in the words that are compared. */
export function inWords({ outcome, refusal }: Decision): string {
  return outcome === 'refused' ? `refused: ${refusal}` : outcome;
}

/** A decision by the engine's own function, on a record that is declared. */
export function decisionOn(
  snapshot: Snapshot,
  principal: Principal,
  constants: readonly string[],
  record: string,
): string {
  const { model } = snapshot;
  const symbol = model.records.get(record);
  const { object, facts } = symbol ?? {};
  if (symbol === undefined || object === undefined || facts === undefined) return `no record ${record}`;
  const permissions = constants.flatMap((constant) => permission(constant) ?? []);
  const place = { kind: 'object', object, facts, record: symbol, given: true, when: undefined } as const;
  return inWords(decide(model, { principal, permissions, place, today: snapshot.input.today }));
}

/** The answer to a question in the language's words. */
export function answer(snapshot: Snapshot, question: string): string {
  const { answer: given, problems } = askQuestion(snapshot, question);
  if (given.kind === 'error') return `error: ${given.reason} ${problems.map(({ message }) => message).join('; ')}`;
  return given.kind === 'list' ? given.reason : inWords(given.decision);
}

/** A person or a group of the reference as a symbol of the engine. */
export function symbolOf({ users, groups, objects }: Model, who: Party): Principal {
  const name = who.kind === 'user' || who.kind === 'account' ? who.name : 'group' in who ? who.group : '';
  const account = who.kind === 'account' ? objects.get(who.object)?.accounts.get(name) : undefined;
  const found = account ?? (who.kind === 'user' ? users.get(name) : groups.get(name));
  if (found === undefined) throw new Error(`nobody is called ${name}`);
  return found;
}

function engineContent(model: Model, content: Content): EngineContent {
  switch (content.kind) {
    case 'empty':
      return null;
    case 'text':
    case 'choice':
      return content.text;
    case 'date':
      return parseDate(content.text) ?? null;
    case 'number':
    case 'datetime':
      return content.number;
    case 'boolean':
      return content.is;
    case 'choices':
      return new Set(content.options);
    case 'attachment':
      return 'a.pdf';
    case 'user':
      return symbolOf(model, content.person);
    case 'group':
      return symbolOf(model, content);
  }
}

/** A record of the reference as the engine takes it. */
export function factsOf(model: Model, { object: name, facts, relations }: Thing): RecordFacts {
  const object = model.objects.get(name);
  if (object === undefined) throw new Error(`no object is called ${name}`);
  const values = new Map<Field, EngineContent>();
  for (const field of object.fields.values()) {
    const content = facts[field.name];
    if (content !== undefined) values.set(field, engineContent(model, content));
  }
  const held = new Map<RelationKind, Set<Principal>>();
  for (const { relation, who } of relations)
    held.set(relation, (held.get(relation) ?? new Set()).add(symbolOf(model, who)));
  return { object, values, relations: held };
}

export function personOf(principal: Principal): Person {
  if (principal.kind === 'group') return { kind: 'of group', group: principal.name };
  if (principal.kind === 'service account')
    return { kind: 'account', object: principal.object.name, name: principal.name };
  if (!isStranger(principal)) return { kind: 'user', name: principal.name };
  for (let number = 1; number < 20; number++) if (nobody(number - 1) === principal) return { kind: 'stranger', number };
  throw new Error(`${principal.name} is neither declared nor a stranger`);
}

function contentOf(field: Field, content: EngineContent, asked: Principal): Content {
  if (content === null) return empty;
  if (content instanceof Set) return content.size === 0 ? empty : { kind: 'choices', options: [...content] };
  if (typeof content === 'boolean') return { kind: 'boolean', is: content };
  if (typeof content === 'number') {
    if (field.type === 'date') return { kind: 'date', text: formatDay(content) };
    return { kind: field.type === 'datetime' ? 'datetime' : 'number', number: content };
  }
  if (typeof content === 'string') {
    if (field.type === 'attachment') return { kind: 'attachment' };
    if (content === '') return empty;
    return { kind: field.type === 'choice' ? 'choice' : 'text', text: content };
  }
  const holder = content as Principal;
  if (holder.kind === 'group') return { kind: 'group', group: holder.name };
  if (asked.kind === 'group' && strangerOf(asked) === holder) return { kind: 'user', person: personOf(asked) };
  return { kind: 'user', person: personOf(holder) };
}

/** The engine's counterexample; fields that it leaves out are empty. */
export function exampleOf(_world: World, { principal, record }: Counterexample): Example {
  const facts: Record<string, Content> = {};
  for (const [field, content] of record ?? []) facts[field.name] = contentOf(field, content, principal);
  return { person: personOf(principal), facts };
}
