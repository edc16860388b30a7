// Lines and positions of a text as the protocol counts them, written apart from the server's own so that both can be compared.
import type { Position, Range } from 'vscode-languageserver';

const lineEnds = /\r\n|\r|\n/g;

/** Where each line starts, and where its text ends before the line end. */
function linesOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const lines: { start: number; end: number }[] = [];
  let start = 0;
  for (const { index, 0: ending } of text.matchAll(lineEnds)) {
    lines.push({ start, end: index });
    start = index + ending.length;
  }
  return [...lines, { start, end: text.length }];
}

/** True where a text would be cut within a character of two code units. */
export function splitsPair(text: string, offset: number): boolean {
  const [before, after] = [text.charCodeAt(offset - 1), text.charCodeAt(offset)];
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
}

/** A position outside of its line or of the text is cut to it. */
export function offsetOf(text: string, { line, character }: Position): number {
  if (line < 0) return 0;
  const found = linesOf(text)[line];
  return found === undefined ? text.length : Math.min(found.start + Math.max(character, 0), found.end);
}

/** Of an offset within a line end, the end of the line. */
export function positionOf(text: string, offset: number): Position {
  const lines = linesOf(text);
  const line = lines.findLastIndex(({ start }) => start <= offset);
  const { start = 0, end = 0 } = lines[line] ?? {};
  return { line, character: Math.min(offset, end) - start };
}

export function rangeOf(text: string, start: number, end: number): Range {
  return { start: positionOf(text, start), end: positionOf(text, end) };
}

/** Why the position is none of the text; undefined where it is one. */
export function faultOf(text: string, { line, character }: Position): string | undefined {
  const found = linesOf(text)[line];
  if (found === undefined) return 'there is no such line';
  const { start, end } = found;
  if (character < 0 || start + character > end) return `the line has ${end - start} characters`;
  return splitsPair(text, start + character) ? 'it stands within a character' : undefined;
}

export interface Change {
  readonly range?: Range;
  readonly text: string;
}

/** The text after a change of `textDocument/didChange`; one without a range is the whole text. */
export function changed(text: string, { range, text: by }: Change): string {
  if (range === undefined) return by;
  const ends = [offsetOf(text, range.start), offsetOf(text, range.end)];
  return text.slice(0, Math.min(...ends)) + by + text.slice(Math.max(...ends));
}

/** The one change that leads from a text to another, of whole characters. */
export function changeBetween(old: string, next: string): Change {
  let start = 0;
  while (start < old.length && old[start] === next[start]) start++;
  let end = 0;
  while (end < Math.min(old.length, next.length) - start && old.at(-1 - end) === next.at(-1 - end)) end++;
  const isCut = (offset: number) => splitsPair(old, offset) || (old[offset - 1] === '\r' && old[offset] === '\n');
  while (start > 0 && (isCut(start) || splitsPair(next, start))) start--;
  while (end > 0 && (isCut(old.length - end) || splitsPair(next, next.length - end))) end--;
  return { range: rangeOf(old, start, old.length - end), text: next.slice(start, next.length - end) };
}
