// The answer to a question as a tree whose lines lead to what they speak of, with what would allow what is refused.
import type { Remedy } from '../../access/remedies/types.ts';
import type { Origin } from '../../model/origin.ts';
import { type Asked, askQuestion } from '../../project/ask.ts';
import { editedSnapshot } from '../../project/edited.ts';
import type { Snapshot } from '../../project/types.ts';
import type { Fix, Place } from '../../rules/finding.ts';
import { type EvaluationRequest, questionText } from '../evaluate.ts';
import { type Explained, explainAnswer } from '../explain-answer.ts';
import { explainRemedies } from '../explain-remedies.ts';
import type { Explanation, State } from '../explain-tree.ts';
import { message, toPlain } from '../phrase.ts';
import { assuming, wordsOf } from './assumptions.ts';
import { editsOf } from './change-edits.ts';

export interface AnswerLine {
  readonly text: string;
  readonly state: State | undefined;
  /**
   * Where what it speaks of stands, else what the line above speaks of, or the first below it: in the text as it is, whatever is
   * assumed. Undefined where nothing of it stands there.
   */
  readonly place: Place | undefined;
  readonly children: readonly AnswerLine[];
}

export interface AnswerRemedy extends AnswerLine {
  /** By which it is known; undefined where the text cannot say it. */
  readonly key: string | undefined;
}

export interface AnswerTree {
  readonly question: string;
  readonly headline: string;
  readonly state: Explained['state'];
  readonly assumed: readonly string[];
  readonly lines: readonly AnswerLine[];
  readonly remedies: readonly AnswerRemedy[];
}

export interface Assumed {
  readonly request: EvaluationRequest;
  /** As `findAssumptions` gave them. */
  readonly assume?: readonly string[];
}

/** Undefined where what is assumed cannot be. */
export function answerTree(snapshot: Snapshot, { request, assume = [] }: Assumed): AnswerTree | undefined {
  const question = questionText(request);
  const state = assuming(snapshot, question, assume);
  if (state === undefined) return undefined;
  const asked = askQuestion(state, question);
  const explained = explainAnswer(state, asked.question, asked.answer);
  const line = lineIn(snapshot);
  const others = asked.problems.slice(1).map((each) => line(said(each.message)));
  return {
    question,
    headline: toPlain(explained.headline),
    state: explained.state,
    assumed: assume,
    lines: [...explained.tree.map(line), ...others],
    remedies: remediesOf({ state, real: snapshot }, asked, explained),
  };
}

function said(text: string): Explanation {
  return { text: message(text), state: undefined, origin: undefined, children: [], join: undefined };
}

/** Takes the state that is there, whatever was assumed. */
function lineIn(real: Snapshot): (of: Explanation) => AnswerLine {
  const placeOf = (origin: Origin | undefined) =>
    origin === undefined || !isIn(real, origin) ? undefined : real.place(origin);
  const line = ({ text, state: holds, origin, written, children }: Explanation, around?: Place): AnswerLine => {
    const own = placeOf(origin) ?? placeOf(written) ?? around;
    const below = children.map((child) => line(child, own));
    const place = own ?? below.find((each) => each.place !== undefined)?.place;
    return { text: toPlain(text), state: holds, place, children: below };
  };
  return (of) => line(of);
}

/** A declaration that is only assumed, or is another one by what is assumed, stands nowhere. */
function isIn({ source }: Snapshot, { file, unit }: Origin): boolean {
  return source(file)?.units.includes(unit) === true;
}

interface States {
  readonly state: Snapshot;
  readonly real: Snapshot;
}

function remediesOf({ state, real }: States, asked: Asked, { remedies }: Explained): AnswerRemedy[] {
  const found = remedies?.();
  if (found === undefined) return [];
  const lines = explainRemedies(state.model, found).map(lineIn(real));
  return lines.map((line, i) => {
    const remedy = found.remedies[i];
    const isWritten = state === real && remedy !== undefined && provedEdits(state, asked, remedy) !== undefined;
    return { ...line, key: isWritten ? keyOf(state, remedy) : undefined };
  });
}

function keyOf(snapshot: Snapshot, { changes }: Remedy): string {
  return changes.map((change) => wordsOf(snapshot, change)).join(' and ');
}

/** The edits of a remedy; undefined where it is none of this state, or cannot be written so that the question is answered by it. */
export function remedyEdits(snapshot: Snapshot, request: EvaluationRequest, key: string): Fix['edits'] | undefined {
  const asked = askQuestion(snapshot, questionText(request));
  const found = explainAnswer(snapshot, asked.question, asked.answer).remedies?.();
  const remedy = found?.remedies.find((each) => keyOf(snapshot, each) === key);
  return remedy && provedEdits(snapshot, asked, remedy);
}

/** What is written has to allow it. */
function provedEdits(snapshot: Snapshot, { text }: Asked, { changes }: Remedy): Fix['edits'] | undefined {
  const edits = editsOf(snapshot, changes);
  const after = edits && editedSnapshot(snapshot, edits);
  if (after === undefined) return undefined;
  const { answer } = askQuestion(after, text);
  return answer.kind === 'decision' && answer.decision.outcome === 'allowed' ? edits : undefined;
}
