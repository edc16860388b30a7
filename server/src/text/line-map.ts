// Offsets to lines and back, with the line ends of the language server protocol: LF, CRLF and a lone CR.

import type { Change } from './change.ts';

/** Zero-based line, and UTF-16 code units from its start. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface LineMap {
  readonly lineCount: number;
  readonly length: number;
  /** The offset at which a line starts; past the last line, the end of the text. */
  lineStart(line: number): number;
  /** Where a line's text ends, before its line end. */
  lineEnd(line: number): number;
  /** An offset outside the text is cut to it. */
  position(offset: number): Position;
  /** A position outside its line is cut to it, one outside the text to the text. */
  offset(position: Position): number;
}

/** Adds where lines start behind the line ends that stand from one offset up to another. */
function addStarts(starts: number[], text: string, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
}

/** Where lines start: as it was once counted, and by how much lines have been moved since. */
interface Starts {
  readonly counted: readonly number[];
  /** Ascending, none of the first line. */
  readonly moves: readonly Move[];
}

/** From one line on, up to that of the next move, all stand so much further on. */
interface Move {
  readonly line: number;
  readonly by: number;
}

/** From so many moves lines are counted anew: each look-up goes through them. */
const mostMoves = 16;

function lineStarts(text: string): Starts {
  const counted = [0];
  addStarts(counted, text, 0, text.length);
  return { counted, moves: [] };
}

/** Of a line that is there. */
function startAt({ counted, moves }: Starts, line: number): number {
  return (counted[line] ?? 0) + movedBy(moves, line);
}

function movedBy(moves: readonly Move[], line: number): number {
  for (let i = moves.length - 1; i >= 0; i--) {
    const move = moves[i];
    if (move !== undefined && move.line <= line) return move.by;
  }
  return 0;
}

/** The last line that does not start behind an offset; the first where all do. */
function lineAt(starts: Starts, offset: number): number {
  let low = 0;
  let high = starts.counted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startAt(starts, middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

const startsOf = new WeakMap<LineMap, Starts>();

/** The same as of the text alone, from the lines that it had before a change. */
export function lineMapAfter(before: LineMap, { start, oldEnd, delta }: Change, text: string): LineMap {
  const old = startsOf.get(before);
  if (old === undefined) return lineMap(text);
  // A line start is told by the characters on both sides of it: one at either end of the change may come or go.
  const kept = start === 0 ? 0 : lineAt(old, start - 1);
  const next = lineAt(old, oldEnd) + 1;
  const between: number[] = [];
  addStarts(between, text, Math.max(0, start - 1), oldEnd + delta);
  const isAsBefore = between.length === next - kept - 1 && between.every((at, i) => at === startAt(old, kept + 1 + i));
  if (!isAsBefore) return mapOf({ counted: counted(old, { kept, between, next, delta }), moves: [] }, text);
  const moves = moved(old.moves, next, delta);
  const isFew = moves.length <= mostMoves;
  return mapOf(isFew ? { counted: old.counted, moves } : { counted: counted({ ...old, moves }), moves: [] }, text);
}

/** All lines from the one on stand further on by so much. */
function moved(moves: readonly Move[], line: number, delta: number): readonly Move[] {
  return [
    ...moves.filter((move) => move.line < line),
    { line, by: movedBy(moves, line) + delta },
    ...moves.filter((move) => move.line > line).map((move) => ({ line: move.line, by: move.by + delta })),
  ];
}

/** What stands in the place of the lines behind `kept` and before `next`, which stand further on by `delta` from there. */
interface Other {
  readonly kept: number;
  readonly between: readonly number[];
  readonly next: number;
  readonly delta: number;
}

/** Where lines start, as plain numbers. */
function counted(
  old: Starts,
  { kept, between, next, delta }: Other = { kept: 0, between: [], next: 1, delta: 0 },
): number[] {
  const starts = [0];
  for (let line = 1; line <= kept; line++) starts.push(startAt(old, line));
  for (const at of between) starts.push(at);
  for (let line = next; line < old.counted.length; line++) starts.push(startAt(old, line) + delta);
  return starts;
}

/** The position of the last of ascending offsets that is not behind the one; 0 where all are. */
export function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function lineMap(text: string): LineMap {
  return mapOf(lineStarts(text), text);
}

function mapOf(starts: Starts, text: string): LineMap {
  const length = text.length;
  const lineCount = starts.counted.length;
  const lineStart = (line: number) => {
    if (line >= lineCount) return length;
    return line < 0 ? 0 : startAt(starts, line);
  };
  const lineEnd = (line: number) => {
    let end = lineStart(line + 1);
    if (line + 1 >= lineCount) return length;
    while (end > lineStart(line) && (text.charCodeAt(end - 1) === 10 || text.charCodeAt(end - 1) === 13)) end--;
    return end;
  };
  const map: LineMap = {
    lineCount,
    length,
    lineStart,
    lineEnd,
    position(offset) {
      const at = Math.min(Math.max(offset, 0), length);
      const line = lineAt(starts, at);
      return { line, character: at - lineStart(line) };
    },
    offset({ line, character }) {
      if (line >= lineCount) return length;
      if (line < 0) return 0;
      return Math.min(lineStart(line) + Math.max(character, 0), lineEnd(line));
    },
  };
  startsOf.set(map, starts);
  return map;
}
