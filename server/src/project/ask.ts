// One question in the language's own words, asked of a state of a project.

import type { Answer } from '../access/answer.ts';
import { answerQuestion } from '../access/answer-question.ts';
import { bindFreeQuestion } from '../model/bind-free-question.ts';
import type { BoundQuestion } from '../model/question.ts';
import { parseQuestion } from '../syntax/parse.ts';
import type { Span } from '../text/span.ts';
import type { Snapshot } from './types.ts';

export interface Asked {
  readonly text: string;
  /** Undefined where the question is broken. */
  readonly question: BoundQuestion | undefined;
  readonly answer: Answer;
  /** Spans in `text`. */
  readonly problems: readonly { readonly span: Span; readonly message: string; readonly instead?: readonly string[] }[];
}

/** Takes what stands after `query`: `alice can READ_RECORDS in Desk`, `who can …`, `what can … do …`. */
export function askQuestion(snapshot: Snapshot, text: string): Asked {
  const { question: parsed, problems: syntax } = parseQuestion(text);
  const { question, problems } = bindFreeQuestion(snapshot.model, parsed);
  const all = [...syntax.map(({ span, message }) => ({ span, message })), ...problems];
  if (question === undefined || syntax.length > 0) {
    const reason = all[0]?.message ?? 'this is no question';
    return { text, question: undefined, answer: { kind: 'error', reason }, problems: all };
  }
  const answer = answerQuestion(snapshot.model, question, snapshot.input.today, () => snapshot.accessIndex);
  return { text, question, answer, problems: all };
}
