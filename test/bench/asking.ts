// The questions of the benchmarks as the index and the model are asked them.
import { decide } from '../../server/src/access/decide.ts';
import type { AccessIndex } from '../../server/src/access/index/access-index.ts';
import { factsOf } from '../../server/src/access/index/facts.ts';
import { principalAt } from '../../server/src/access/index/people.ts';
import { askOf, type Question } from '../../server/src/access/index/question.ts';
import { denseOf } from '../../server/src/access/index/relations.ts';
import type { BoundPlace } from '../../server/src/model/question.ts';
import type { BenchQuestion } from './questions.ts';

/** A fixed day: nothing in the made-up organizations depends on it. */
export const today = 20_000;

export function byNames({ principal, permission, app, record }: BenchQuestion): Question {
  return { principal, permission, object: app, record: record === undefined ? undefined : { fields: record } };
}

export function inNumbers(index: AccessIndex, question: Question): Question {
  const ask = askOf(index, question);
  if (ask === undefined) throw new Error('a question names somebody whom the index does not know');
  const record = question.record === undefined ? undefined : denseOf(index, ask);
  return { principal: ask.principal, permission: ask.permission.index, object: ask.object?.number, record };
}

/** What `access/decide.ts` says. */
export function askModel(index: AccessIndex, question: Question): boolean {
  const ask = askOf(index, question);
  const principal = ask && principalAt(index.people, ask.principal);
  if (ask === undefined || principal === undefined) return false;
  const { object } = ask;
  const place: BoundPlace =
    object === undefined
      ? { kind: 'organization' }
      : {
          kind: 'object',
          object: object.symbol,
          facts: factsOf(index, ask, object),
          record: undefined,
          given: true,
          when: undefined,
        };
  return decide(index.model, { principal, permissions: [ask.permission], place, today }).outcome === 'allowed';
}
