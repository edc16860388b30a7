// Keeps answers at their questions while the text changes and the server has not answered yet.
import type { WireAnswer } from '../../../server/src/lsp/protocol.ts';

interface Place {
  readonly line: number;
  readonly character: number;
}

/** A stretch that a text took the place of. */
export interface TextChange {
  readonly start: Place;
  readonly end: Place;
  readonly text: string;
}

/**
 * Takes changes as an editor reports them, each in places of the text before all of them; gives the answers with their lines
 * in the text after them. An answer whose question is gone is left out.
 */
export function moveAnswers(answers: readonly WireAnswer[], changes: readonly TextChange[]): WireAnswer[] {
  // From the last to the first, none moves the places of the next one.
  const ordered = changes.toSorted((a, b) => compare(b.start, a.start));
  return answers.flatMap((answer) =>
    ordered.reduce<WireAnswer[]>((all, change) => all.flatMap((each) => move(each, change)), [answer]),
  );
}

function move(answer: WireAnswer, { start, end, text }: TextChange): WireAnswer[] {
  const by = lineBreaks(text) - (end.line - start.line);
  if (compare(answer.end, start) < 0) return [answer];
  if (compare(end, answer.start) <= 0) return [withLines(answer, answer.start.line + by, answer.end.line + by)];
  if (compare(start, answer.start) <= 0 && compare(answer.end, end) <= 0) return [];
  return [withLines(answer, Math.min(answer.start.line, start.line), Math.max(answer.end.line + by, start.line))];
}

function withLines(answer: WireAnswer, start: number, end: number): WireAnswer {
  return { ...answer, start: { ...answer.start, line: start }, end: { ...answer.end, line: end } };
}

function compare(a: Place, b: Place): number {
  return a.line - b.line || a.character - b.character;
}

function lineBreaks(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
