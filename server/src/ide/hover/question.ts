// Hovers of queries and expectations: the decision in words, then why.
import type { Outcome } from '../../access/answer.ts';
import { answerQuestion } from '../../access/answer-question.ts';
import { remediesFor, wishOf } from '../../access/remedies/remedies.ts';
import type { AskedQuestion } from '../../model/model.ts';
import type { BoundQuestion } from '../../model/question.ts';
import type { Snapshot } from '../../project/types.ts';
import { covers } from '../../text/span.ts';
import { treeToMarkdown } from '../explain.ts';
import { type Explained, explainAnswer } from '../explain-answer.ts';
import { explainOutcome } from '../explain-outcome.ts';
import { bestRemedy } from '../explain-remedies.ts';
import { brief, type Explanation, line, signOf } from '../explain-tree.ts';
import { message, strong, toMarkdown } from '../phrase.ts';

const maxLines = 24;

/** What the snapshot knows of a question of a file; undefined for one that it does not answer. */
export function explainAsked(snapshot: Snapshot, asked: AskedQuestion): Explained | undefined {
  const answer = snapshot.answers.find((each) => each.asked === asked)?.answer;
  const outcome = snapshot.outcomes.find((each) => each.asked === asked)?.outcome;
  const explained =
    answer === undefined
      ? outcome && explainExpectation(snapshot, asked.question, outcome)
      : explainAnswer(snapshot, asked.question, answer);
  if (explained === undefined || asked.question !== undefined) return explained;
  return { ...explained, tree: errorsIn(snapshot, asked) };
}

/** Of an expectation that somebody can and that failed, what would make it hold. */
function explainExpectation(snapshot: Snapshot, question: BoundQuestion | undefined, outcome: Outcome): Explained {
  const explained = explainOutcome(snapshot, question, outcome);
  const { model, input } = snapshot;
  const wish = question && wishOf(question, input.today);
  const isWished = question !== undefined && 'negated' in question && !question.negated;
  if (outcome.outcome !== 'failed' || wish === undefined || !isWished) return explained;
  const answer = answerQuestion(model, question, input.today);
  if (answer.kind !== 'decision') return explained;
  return { ...explained, remedies: () => remediesFor(model, wish, answer.decision) };
}

/** What is wrong inside of a question that cannot be answered. */
function errorsIn(snapshot: Snapshot, { origin }: AskedQuestion): readonly Explanation[] {
  const { file, span } = snapshot.place(origin);
  return snapshot.findings
    .filter(({ place, rule }) => place.file === file && covers(span, place.span) && rule !== 'failed-expectation')
    .map((finding) => line(message(finding.message)));
}

export function askedMarkdown(snapshot: Snapshot, asked: AskedQuestion): string | undefined {
  const explained = explainAsked(snapshot, asked);
  if (explained === undefined) return undefined;
  const best = explained.remedies && bestRemedy(snapshot.model, explained.remedies());
  const lines = [
    treeToMarkdown(snapshot, brief(explained.tree), { max: maxLines }),
    best === undefined ? '' : treeToMarkdown(snapshot, [best]),
  ];
  const list = lines.filter((each) => each !== '').join('\n');
  return list === '' ? headlineMarkdown(explained) : `${headlineMarkdown(explained)}\n\n${list}`;
}

/** The sign and the words of the decision, standing out. */
export function headlineMarkdown({ headline, state }: Explained): string {
  const sign = state === 'error' ? '! ' : signOf(state === 'list' ? undefined : state);
  return `${sign}${toMarkdown(strong(headline))}`;
}
