// Questions asked with the index of the project and without it: the same comes out.
import { strict as assert } from 'node:assert';
import type { Answer } from '../../server/src/access/answer.ts';
import { answerQuestion } from '../../server/src/access/answer-question.ts';
import { checkExpectation } from '../../server/src/access/expectation.ts';
import { type Asked, askQuestion } from '../../server/src/project/ask.ts';
import type { Snapshot } from '../../server/src/project/types.ts';
import { outcomeText } from './outcome-text.ts';

function linesOf(answer: Answer): readonly string[] {
  const entries = answer.kind === 'list' ? answer.entries : [];
  return [answer.reason, ...entries.map(({ name, whenText = '', origin }) => `${name} ${whenText} ${origin}`)];
}

/** What a project answers to a question: a list is made from the index where it can be, and is the same without it. */
export function ask(snapshot: Snapshot, text: string): Asked {
  const asked = askQuestion(snapshot, text);
  if (asked.question === undefined) return asked;
  assert.ok(['decision', 'list', 'error'].includes(asked.answer.kind), asked.answer.kind);
  const without = answerQuestion(snapshot.model, asked.question, snapshot.input.today);
  assert.deepEqual(linesOf(without), linesOf(asked.answer), text);
  return asked;
}

/** What came of the expectations of a project, a line each, likewise. */
export function outcomesOf({ model, input, outcomes }: Snapshot): string[] {
  return outcomes.map(({ asked: { question }, outcome }) => {
    const text = outcomeText(outcome);
    if (question !== undefined) assert.equal(outcomeText(checkExpectation(model, question, input.today)), text);
    return text;
  });
}
