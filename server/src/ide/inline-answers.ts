// The answers of queries and the outcomes of expectations, short enough for the end of their lines.
import type { Answer, Outcome } from '../access/answer.ts';
import { recordText } from '../access/counterexample.ts';
import type { Snapshot } from '../project/types.ts';
import type { Place } from '../rules/finding.ts';
import { listLine } from './answer-list.ts';
import { decisionHeadline } from './explain-answer.ts';
import { oneLine } from './markdown.ts';
import { toPlain } from './phrase.ts';
import { cutText } from './written.ts';

export interface InlineAnswer {
  /** Of the query or expectation, in the file. */
  readonly span: Place['span'];
  /** The end of the line that it ends on. */
  readonly lineEnd: number;
  readonly state: 'allowed' | 'refused' | 'conditional' | 'list' | 'held' | 'failed' | 'error';
  /** One line, cut to what an editor can show beside code. */
  readonly short: string;
  /** The same, uncut; the explanation is the hover of the question. */
  readonly full: string;
}

export const longestShort = 100;
const longestExample = 50;

/** Takes a path; gives what is to be shown in it, in the order of the text. */
export function inlineAnswers(snapshot: Snapshot, path: string): InlineAnswer[] {
  const lines = snapshot.lines(path);
  if (lines === undefined) return [];
  const shown = (place: Place, state: InlineAnswer['state'], text: string): InlineAnswer => {
    const full = oneLine(text);
    const lineEnd = lines.lineEnd(lines.position(place.span.end).line);
    return { span: place.span, lineEnd, state, short: cutText(full, longestShort), full };
  };
  const answers = snapshot.answers
    .filter(({ place }) => place.file === path)
    .map(({ place, answer }) => shown(place, answerState(answer), answerText(answer)));
  const outcomes = snapshot.outcomes
    .filter(({ place }) => place.file === path)
    .map(({ place, outcome }) => shown(place, outcome.outcome, outcomeText(outcome)));
  return [...answers, ...outcomes].sort((a, b) => a.span.start - b.span.start);
}

function answerState(answer: Answer): InlineAnswer['state'] {
  if (answer.kind !== 'decision') return answer.kind;
  const { outcome } = answer.decision;
  if (outcome === 'unknown') return 'error';
  return outcome === 'allowed-when' ? 'conditional' : outcome;
}

/** Names stand without backticks here: it is one line beside code. */
export function answerText(answer: Answer): string {
  switch (answer.kind) {
    case 'error':
      return bare(answer.reason);
    case 'list':
      return answer.entries.length === 0 ? bare(answer.reason) : listLine(answer.entries);
    case 'decision': {
      const said = bare(toPlain(decisionHeadline(answer.decision, answer.principal)));
      return answer.decision.doubts.length === 0 ? said : `${said}, in doubt: something is broken`;
    }
  }
}

function outcomeText(outcome: Outcome): string {
  if (outcome.outcome === 'held') return 'held';
  const example = outcome.counterexample === undefined ? '' : recordText(outcome.counterexample.open);
  // The example says most: it comes before a reason that may be cut.
  const on = example === '' ? '' : ` for ${cutText(example, longestExample)}`;
  return bare(`${outcome.outcome}${on}: ${outcome.reason}`);
}

function bare(text: string): string {
  return text.replaceAll('`', '');
}
