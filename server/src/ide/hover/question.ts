// Hovers of queries and expectations: the decision in words, then why.
import type { AskedQuestion } from '../../model/model.ts';
import type { Snapshot } from '../../project/types.ts';
import { covers } from '../../text/span.ts';
import { treeToMarkdown } from '../explain.ts';
import { type Explained, explainAnswer } from '../explain-answer.ts';
import { explainOutcome } from '../explain-outcome.ts';
import { brief, type Explanation, line, signOf } from '../explain-tree.ts';
import { message, strong, toMarkdown } from '../phrase.ts';

const maxLines = 24;

/** What the snapshot knows of a question of a file; undefined for one that it does not answer. */
export function explainAsked(snapshot: Snapshot, asked: AskedQuestion): Explained | undefined {
  const answer = snapshot.answers.find((each) => each.asked === asked)?.answer;
  const outcome = snapshot.outcomes.find((each) => each.asked === asked)?.outcome;
  const explained =
    answer === undefined
      ? outcome && explainOutcome(snapshot, asked.question, outcome)
      : explainAnswer(snapshot, asked.question, answer);
  if (explained === undefined || asked.question !== undefined) return explained;
  return { ...explained, tree: errorsIn(snapshot, asked) };
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
  const list = treeToMarkdown(snapshot, brief(explained.tree), { max: maxLines });
  return list === '' ? headlineMarkdown(explained) : `${headlineMarkdown(explained)}\n\n${list}`;
}

/** The sign and the words of the decision, standing out. */
export function headlineMarkdown({ headline, state }: Explained): string {
  const sign = state === 'error' ? '! ' : signOf(state === 'list' ? undefined : state);
  return `${sign}${toMarkdown(strong(headline))}`;
}
