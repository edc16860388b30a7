// Lines and positions of a text as the protocol counts them, written apart from the server's own so that both can be compared.
import type { Position, Range } from 'vscode-languageserver';
import type { Encoding } from '../../../server/src/lsp/position-encoding.ts';

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

const units: Readonly<Record<Encoding, (text: string) => number>> = {
  'utf-8': (text) => Buffer.byteLength(text),
  'utf-16': (text) => text.length,
  'utf-32': (text) => [...text].length,
};

/** A position outside of its line or of the text is cut to it, one within a character to its start. */
export function offsetOf(text: string, { line, character }: Position, encoding: Encoding): number {
  if (line < 0) return 0;
  const found = linesOf(text)[line];
  if (found === undefined) return text.length;
  let at = found.start;
  let left = character;
  for (const each of text.slice(found.start, found.end)) {
    left -= units[encoding](each);
    if (left < 0) return at;
    at += each.length;
  }
  return at;
}

/** Of an offset within a line end, the end of the line. */
export function positionOf(text: string, offset: number, encoding: Encoding): Position {
  const lines = linesOf(text);
  const line = lines.findLastIndex(({ start }) => start <= offset);
  const { start = 0, end = 0 } = lines[line] ?? {};
  return { line, character: units[encoding](text.slice(start, Math.min(offset, end))) };
}

/** Why the position is none of the text; undefined where it is one. */
export function faultOf(text: string, position: Position, encoding: Encoding): string | undefined {
  const found = linesOf(text)[position.line];
  if (found === undefined) return 'there is no such line';
  const length = units[encoding](text.slice(found.start, found.end));
  if (position.character < 0 || position.character > length) return `the line has ${length} units of ${encoding}`;
  return splitsCharacter(text, position, encoding) ? 'it stands within a character' : undefined;
}

export function splitsCharacter(text: string, position: Position, encoding: Encoding): boolean {
  const { start, end } = linesOf(text)[position.line] ?? { start: 0, end: 0 };
  const again = positionOf(text, offsetOf(text, position, encoding), encoding);
  return position.character < units[encoding](text.slice(start, end)) && again.character !== position.character;
}

export interface Change {
  readonly range?: Range;
  readonly text: string;
}

/** The text after a change of `textDocument/didChange`; one without a range is the whole text. */
export function changed(text: string, { range, text: by }: Change, encoding: Encoding): string {
  if (range === undefined) return by;
  const ends = [offsetOf(text, range.start, encoding), offsetOf(text, range.end, encoding)];
  return text.slice(0, Math.min(...ends)) + by + text.slice(Math.max(...ends));
}

/** The one change that leads from a text to another, of whole characters. */
export function changeBetween(old: string, next: string, encoding: Encoding): Change {
  let start = 0;
  while (start < old.length && old[start] === next[start]) start++;
  let end = 0;
  while (end < Math.min(old.length, next.length) - start && old.at(-1 - end) === next.at(-1 - end)) end++;
  const isCut = (offset: number) => splitsPair(old, offset) || (old[offset - 1] === '\r' && old[offset] === '\n');
  while (start > 0 && (isCut(start) || splitsPair(next, start))) start--;
  while (end > 0 && (isCut(old.length - end) || splitsPair(next, next.length - end))) end--;
  const range = { start: positionOf(old, start, encoding), end: positionOf(old, old.length - end, encoding) };
  return { range, text: next.slice(start, next.length - end) };
}
