// An answer with its explanation, as `writ eval --format json` prints it. Keys that have nothing to say are left out.
import { explainAnswer } from '../ide/explain-answer.ts';
import type { Explanation } from '../ide/explain-tree.ts';
import { toPlain } from '../ide/phrase.ts';
import type { Asked } from '../project/ask.ts';
import type { Snapshot } from '../project/types.ts';
import { formatDay } from '../text/calendar.ts';
import type { Answered, Located } from './check-result.ts';
import { answered, located } from './to-result.ts';

export interface EvalResult extends Answered {
  readonly version: 1;
  /** The evaluation date of a question that names none. */
  readonly asOf: string;
  readonly root: string;
  readonly query: string;
  readonly explanation?: readonly ExplanationResult[];
}

/** One line of why; `file` and `range` where it speaks of a declaration. */
export interface ExplanationResult extends Partial<Located> {
  readonly text: string;
  /** Whether what the line says is so; left out where it only informs. */
  readonly holds?: 'yes' | 'no' | 'unknown';
  readonly because?: readonly ExplanationResult[];
}

export function evalResult(snapshot: Snapshot, root: string, { text, question, answer }: Asked): EvalResult {
  const { tree } = explainAnswer(snapshot, question, answer);
  const asOf = formatDay(snapshot.input.today);
  const explanation = tree.map((line) => explanationResult(snapshot, line));
  return {
    version: 1,
    asOf,
    root,
    query: text,
    ...answered(answer),
    ...(explanation.length === 0 ? {} : { explanation }),
  };
}

const holds = { true: 'yes', false: 'no', unknown: 'unknown' } as const;

function explanationResult(snapshot: Snapshot, { text, state, origin, children }: Explanation): ExplanationResult {
  return {
    text: toPlain(text),
    ...(state === undefined ? {} : { holds: holds[state] }),
    ...(origin === undefined ? {} : located(snapshot, snapshot.place(origin))),
    ...(children.length === 0 ? {} : { because: children.map((line) => explanationResult(snapshot, line)) }),
  };
}
