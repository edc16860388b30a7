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

function lineStarts(text: string): number[] {
  const starts = [0];
  addStarts(starts, text, 0, text.length);
  return starts;
}

const startsOf = new WeakMap<LineMap, readonly number[]>();

/** The same as of the text alone, from the lines that it had before a change. */
export function lineMapAfter(before: LineMap, { start, oldEnd, delta }: Change, text: string): LineMap {
  const old = startsOf.get(before);
  if (old === undefined) return lineMap(text);
  // A line start is told by the characters on both sides of it: one at either end of the change may come or go.
  const starts = [0];
  const kept = start === 0 ? 0 : lastAtOrBefore(old, start - 1);
  for (let i = 1; i <= kept; i++) starts.push(old[i] ?? 0);
  addStarts(starts, text, Math.max(0, start - 1), oldEnd + delta);
  const next = (old[0] ?? 0) > oldEnd ? 0 : lastAtOrBefore(old, oldEnd) + 1;
  for (let i = next; i < old.length; i++) starts.push((old[i] ?? 0) + delta);
  return mapOf(starts, text);
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

function mapOf(starts: readonly number[], text: string): LineMap {
  const length = text.length;
  const lineStart = (line: number) => starts[line] ?? (line < 0 ? 0 : length);
  const lineEnd = (line: number) => {
    let end = lineStart(line + 1);
    if (line + 1 >= starts.length) return length;
    while (end > lineStart(line) && (text.charCodeAt(end - 1) === 10 || text.charCodeAt(end - 1) === 13)) end--;
    return end;
  };
  const map: LineMap = {
    lineCount: starts.length,
    length,
    lineStart,
    lineEnd,
    position(offset) {
      const at = Math.min(Math.max(offset, 0), length);
      const line = lastAtOrBefore(starts, at);
      return { line, character: at - lineStart(line) };
    },
    offset({ line, character }) {
      if (line >= starts.length) return length;
      if (line < 0) return 0;
      return Math.min(lineStart(line) + Math.max(character, 0), lineEnd(line));
    },
  };
  startsOf.set(map, starts);
  return map;
}
