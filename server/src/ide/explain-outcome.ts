// Why an expectation held, failed or could not be evaluated: its decision, on the counterexample where there is one.

import type { Outcome } from '../access/answer.ts';
import { answerQuestion } from '../access/answer-question.ts';
import { recordText } from '../access/counterexample.ts';
import type { BoundCan, BoundExcept, BoundQuestion } from '../model/question.ts';
import type { Principal } from '../model/symbols.ts';
import type { Snapshot } from '../project/types.ts';
import { type Explained, explainAnswer } from './explain-answer.ts';
import { line } from './explain-tree.ts';
import { message, type Phrase, phrase, words } from './phrase.ts';

const outcomeWords: Readonly<Record<Outcome['outcome'], string>> = {
  held: 'held',
  failed: 'failed',
  error: 'could not be evaluated',
};
const states: Readonly<Record<Outcome['outcome'], Explained['state']>> = {
  held: 'true',
  failed: 'false',
  error: 'error',
};

/** Takes a bound expectation and its outcome; without the question, which a broken one has not, only the headline. */
export function explainOutcome(snapshot: Snapshot, question: BoundQuestion | undefined, outcome: Outcome): Explained {
  const said = words(outcomeWords[outcome.outcome]);
  const state = states[outcome.outcome];
  const asked = question === undefined ? undefined : questionBehind(question, outcome);
  if (asked === undefined || outcome.outcome === 'error')
    return { headline: [...said, ': ', ...message(outcome.reason)], state, tree: [] };
  const decision = explainAnswer(snapshot, asked, answerQuestion(snapshot.model, asked, snapshot.input.today));
  const example = exampleText(outcome);
  if (example.length === 0) return { headline: [...said, ': ', ...decision.headline], state, tree: decision.tree };
  return { headline: said, state, tree: [line([...example, ': ', ...decision.headline], decision.tree)] };
}

function exampleText({ counterexample }: Outcome): Phrase {
  if (counterexample === undefined) return [];
  const record = recordText(counterexample.open);
  return record === '' ? [] : phrase`for example ${counterexample.principal.name}, on a record with ${record}`;
}

/** The one decision to explain: that of the counterexample, else the expectation's own. */
function questionBehind(question: BoundQuestion, { counterexample }: Outcome): BoundQuestion | undefined {
  if (question.kind === 'except')
    return counterexample === undefined
      ? undefined
      : onExample(question, counterexample.principal, counterexample.record);
  if (question.kind !== 'can' || counterexample === undefined) return question;
  return onExample(question, counterexample.principal, counterexample.record);
}

type Example = NonNullable<Outcome['counterexample']>['record'];

function onExample(
  { permissions, place, asOf }: BoundCan | BoundExcept,
  principal: Principal,
  record: Example,
): BoundQuestion {
  const can = { kind: 'can', principal, negated: false, permissions, asOf } as const;
  if (place.kind === 'organization' || record === undefined) return { ...can, place };
  const facts = { ...place.facts, values: new Map([...place.facts.values, ...record]) };
  return { ...can, place: { ...place, facts, given: true, when: undefined } };
}
