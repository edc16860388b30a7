// An answer with its explanation, as `writ eval --format json` prints it. Keys that have nothing to say are left out.
import type { Change, Gains, Remedies } from '../access/remedies/types.ts';
import { explainAnswer } from '../ide/explain-answer.ts';
import { changeText, gainText, originOf } from '../ide/explain-remedies.ts';
import type { Explanation } from '../ide/explain-tree.ts';
import { toPlain } from '../ide/phrase.ts';
import { principalPath } from '../model/lookup.ts';
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
  /** What would allow what is refused, the best first. */
  readonly remedies?: readonly RemedyResult[];
}

/** Changes that are needed together, and what they would grant besides what was asked for. */
export interface RemedyResult {
  readonly changes: readonly ChangeResult[];
  readonly grants?: GainsResult;
  /** Users and service accounts who would be allowed more. */
  readonly others?: GainsResult;
}

/** `file` and `range` where a declaration is to be changed. */
export interface ChangeResult extends Partial<Located> {
  readonly kind: Change['kind'];
  readonly text: string;
}

export interface GainsResult {
  readonly count: number;
  /** The first few. */
  readonly examples?: readonly string[];
  /** How many more there may be: they were not looked at. */
  readonly unexamined?: number;
}

/** One line of why; `file` and `range` where it speaks of a declaration. */
export interface ExplanationResult extends Partial<Located> {
  readonly text: string;
  /** Whether what the line says is so; left out where it only informs. */
  readonly holds?: 'yes' | 'no' | 'unknown';
  readonly because?: readonly ExplanationResult[];
}

export function evalResult(snapshot: Snapshot, root: string, { text, question, answer }: Asked): EvalResult {
  const { tree, remedies } = explainAnswer(snapshot, question, answer);
  const asOf = formatDay(snapshot.input.today);
  const explanation = tree.map((line) => explanationResult(snapshot, line));
  const changes = remedies === undefined ? [] : remediesResult(snapshot, remedies());
  return {
    version: 1,
    asOf,
    root,
    query: text,
    ...answered(answer),
    ...(explanation.length === 0 ? {} : { explanation }),
    ...(changes.length === 0 ? {} : { remedies: changes }),
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

function remediesResult(snapshot: Snapshot, { remedies }: Remedies): RemedyResult[] {
  return remedies.map(({ changes, gains: { own, others } }) => ({
    changes: changes.map((change) => changeResult(snapshot, change)),
    ...(own.count === 0 ? {} : { grants: { count: own.count, examples: own.examples.map(gainText).map(toPlain) } }),
    ...othersResult(others),
  }));
}

function changeResult(snapshot: Snapshot, change: Change): ChangeResult {
  const origin = originOf(snapshot.model, change);
  return {
    kind: change.kind,
    text: toPlain(changeText(snapshot.model, change)),
    ...(origin === undefined ? {} : located(snapshot, snapshot.place(origin))),
  };
}

function othersResult({ count, examples, unexamined }: Gains['others']): Pick<RemedyResult, 'others'> {
  if (count + unexamined === 0) return {};
  const names = examples.map(principalPath);
  return {
    others: {
      count,
      ...(names.length === 0 ? {} : { examples: names }),
      ...(unexamined === 0 ? {} : { unexamined }),
    },
  };
}
