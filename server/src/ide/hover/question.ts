// Hovers of queries and expectations: the decision in words, then why.
import type { AskedQuestion } from '../../model/model.ts';
import type { Snapshot } from '../../project/types.ts';
import { treeToMarkdown } from '../explain.ts';
import { type Explained, explainAnswer } from '../explain-answer.ts';
import { explainOutcome } from '../explain-outcome.ts';
import { brief, signOf } from '../explain-tree.ts';
import { strong, toMarkdown } from '../phrase.ts';

const maxLines = 24;

/** What the snapshot knows of a question of a file; undefined for one that it does not answer. */
export function explainAsked(snapshot: Snapshot, asked: AskedQuestion): Explained | undefined {
  const answer = snapshot.answers.find((each) => each.asked === asked)?.answer;
  if (answer !== undefined) return explainAnswer(snapshot, asked.question, answer);
  const outcome = snapshot.outcomes.find((each) => each.asked === asked)?.outcome;
  return outcome && explainOutcome(snapshot, asked.question, outcome);
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
