// Questions about a text, asked of its index in every form that a question can have.
import { strict as assert } from 'node:assert';
import type { Decision, ListEntry } from '../../../server/src/access/answer.ts';
import type { AccessIndex } from '../../../server/src/access/index/access-index.ts';
import { compile } from '../../../server/src/access/index/compile.ts';
import { decide, type Verdict } from '../../../server/src/access/index/decide.ts';
import { decideWithReason, reasonText, waysOf } from '../../../server/src/access/index/explain.ts';
import { numberNamed, principalAt } from '../../../server/src/access/index/people.ts';
import type { Question } from '../../../server/src/access/index/question.ts';
import { type DenseRecord, denseRecord, type NamedRecord } from '../../../server/src/access/index/record.ts';
import { whoCan } from '../../../server/src/access/index/who.ts';
import { entriesOf } from '../../../server/src/access/index/who-entries.ts';
import { reasonOf, sightText } from '../../../server/src/access/reason.ts';
import { whoCan as whoByModel } from '../../../server/src/access/who.ts';
import { permission as permissionNamed } from '../../../server/src/catalogue/permissions.ts';
import type { Model, Semantics } from '../../../server/src/model/model.ts';
import type { BoundPlace } from '../../../server/src/model/question.ts';
import type { Principal } from '../../../server/src/model/symbols.ts';
import { parseFile, syntaxProblems } from '../../../server/src/syntax/parse.ts';
import { decision, factsInNames, placeOf, verdictOf } from './questions.ts';
import { bindSource, today } from './worlds.ts';

/** The model of a text without problems. */
export function modelOf(text: string, semantics: Partial<Semantics> = {}): Model {
  const source = parseFile(text);
  assert.deepEqual(syntaxProblems(source), [], text);
  const model = bindSource(source, { adminSeesAllRecords: true, autoShareReach: 'record', ...semantics });
  assert.deepEqual(
    model.problems.map(({ message }) => message),
    [],
    text,
  );
  return model;
}

export function indexOf(text: string, semantics: Partial<Semantics> = {}): AccessIndex {
  return compile(modelOf(text, semantics), today);
}

interface Asked {
  readonly principal: string;
  readonly permission: string;
  readonly object?: string | undefined;
  readonly record?: NamedRecord | undefined;
}

/** In names, in numbers, and in numbers about a record in names. */
export function formsOf(index: AccessIndex, { principal, permission, object, record }: Asked): Question[] {
  const place = object === undefined ? undefined : index.objectsByName.get(object);
  const named: Question = { principal, permission, object, record };
  const numbers = {
    principal: numberNamed(index.people, principal),
    permission: permissionNamed(permission)?.index ?? assert.fail(permission),
    object: place?.number,
  };
  const dense: DenseRecord | undefined =
    record === undefined ? undefined : denseRecord(index.people, place?.fields ?? [], record);
  const inNumbers: Question[] = record !== undefined && dense === undefined ? [] : [{ ...numbers, record: dense }];
  return [named, { ...numbers, record }, ...inNumbers];
}

/** The decision that the index stands for; undefined where the question names what is not in the model. */
function byModel(index: AccessIndex, { principal, permission, object, record }: Asked): Decided | undefined {
  const symbol = principalAt(index.people, numberNamed(index.people, principal));
  const asked = permissionNamed(permission);
  const isKnown = object === undefined || index.model.objects.has(object);
  const facts = object === undefined || !isKnown ? undefined : factsInNames(index, object, record ?? { fields: {} });
  if (symbol === undefined || asked === undefined || (facts === undefined && object !== undefined)) return undefined;
  return { principal: symbol, decision: decision(index, { principal: symbol, permission: asked, facts }) };
}

interface Decided {
  readonly principal: Principal;
  readonly decision: Decision;
}

/** The answer to a question, which is the same in each form, and that of the model wherever there is one. */
export function answer(index: AccessIndex, asked: Asked): Verdict | undefined {
  const [first, ...others] = formsOf(index, asked).map((question) => decide(index, question));
  for (const other of others) assert.equal(other, first, JSON.stringify(asked));
  const decided = byModel(index, asked);
  if (first !== undefined && decided !== undefined)
    assert.equal(verdictOf(decided.decision), first, JSON.stringify(asked));
  return first;
}

/** The reason in one line, which is that of the model as well. */
export function reasonFor(index: AccessIndex, asked: Asked): string | undefined {
  const [first, ...others] = formsOf(index, asked).map((question) => {
    const reasoned = decideWithReason(index, question);
    return reasoned && reasonText(index, reasoned);
  });
  for (const other of others) assert.equal(other, first, JSON.stringify(asked));
  const decided = byModel(index, asked);
  if (first !== undefined && decided !== undefined)
    assert.equal(reasonOf(decided.decision, decided.principal), first, JSON.stringify(asked));
  return first;
}

/** Every way to the permission and to the record, one line each; those that do not hold, with that. */
export function waysFor(index: AccessIndex, asked: Asked): string[] {
  const [first, ...others] = formsOf(index, asked).map((question): string[] => {
    const reasoned = decideWithReason(index, question);
    if (reasoned === undefined) return ['cannot say'];
    const ways = waysOf(index, reasoned);
    const held = (truth: string) => (truth === 'true' ? '' : `: ${truth}`);
    return [
      ...ways.permissions.map(({ role, grant, byAdmin, through, autoShare, holds }) => {
        const words = [byAdmin ? 'by ADMIN' : '', through && `through ${through.name}`, autoShare && `on ${autoShare}`];
        const by = words.flatMap((word) => (word ? [` ${word}`] : [])).join('');
        return `${role.name}${by}${grant === undefined ? ', granted nowhere' : ''}${held(holds)}`;
      }),
      ...ways.sight.map((way) => `sees by ${sightText(way)}${held(way.holds)}`),
    ];
  });
  for (const other of others) assert.deepEqual(other, first, JSON.stringify(asked));
  return first ?? [];
}

/** `who can`, one line each, as the model has it; undefined where the index cannot say. */
export function listed(
  index: AccessIndex,
  permissions: string | readonly string[],
  object?: string,
  record?: NamedRecord,
): string[] | undefined {
  const place = object === undefined ? undefined : index.objectsByName.get(object);
  const named = typeof permissions === 'string' ? [permissions] : permissions;
  const numbers = named.map((each) => permissionNamed(each)?.index ?? assert.fail(each));
  const dense = record === undefined ? undefined : denseRecord(index.people, place?.fields ?? [], record);
  const [first, ...others] = [
    { permissions: named, object, ...(record && { record }) },
    { permissions: numbers, object: place?.number, ...(record && { record: dense ?? record }) },
  ].map((question) => {
    const holders = whoCan(index, question);
    if (holders === undefined) return undefined;
    return [...entriesOf(index, holders)].map(lineOf);
  });
  for (const other of others) assert.deepEqual(other, first);
  const facts = object === undefined ? undefined : factsInNames(index, object, record ?? { fields: {} });
  if (first !== undefined && (facts !== undefined || object === undefined))
    assert.deepEqual(listedByModel(index, named, placeOf(facts, record !== undefined)), first);
  return first;
}

function listedByModel(index: AccessIndex, named: readonly string[], place: BoundPlace): string[] {
  const permissions = named.flatMap((each) => permissionNamed(each) ?? []);
  const answer = whoByModel(index.model, { kind: 'who', asOf: undefined, permissions, place }, today);
  return answer.kind === 'list' ? answer.entries.map(lineOf) : assert.fail(answer.reason);
}

function lineOf({ name, whenText, origin }: ListEntry): string {
  return `${name}${whenText === undefined ? '' : ` when ${whenText}`}, by ${origin}`;
}
