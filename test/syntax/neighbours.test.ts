// What breaks costs only itself: every token of a sound text is deleted, doubled, replaced and cut off at, one at a time, and
// whatever stands beside the declaration or property that it belongs to keeps its tree.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { lex } from '../../server/src/syntax/lexer.ts';
import { parseFile } from '../../server/src/syntax/parse.ts';
import type { SourceFile } from '../../server/src/syntax/source-file.ts';
import { endOf } from '../../server/src/syntax/tokens.ts';
import { type Span, shift } from '../../server/src/text/span.ts';
import { type Item, printItem } from '../support/tree.ts';

/** A test that never closes takes the expectations behind it, which says the same: so none stands there. */
const text = readFileSync(new URL('../conformance/desk/desk.writ', import.meta.url), 'utf8').replace(
  /^expect.*\n/m,
  '',
);

interface Place {
  /** The declaration or property that is edited, and the block that it ends with. */
  readonly whole: Span;
  readonly token: Span;
}

const edits: Readonly<Record<string, (place: Place) => string>> = {
  'a token is missing': ({ token }) => text.slice(0, token.start) + text.slice(token.end),
  'a token stands twice': ({ token }) =>
    `${text.slice(0, token.end)} ${text.slice(token.start, token.end)}${text.slice(token.end)}`,
  'a token is unreadable': ({ token }) => `${text.slice(0, token.start)}%${text.slice(token.end)}`,
  'a token has a letter too many': ({ token }) => `${text.slice(0, token.start)}x${text.slice(token.start)}`,
  'the rest is not yet typed': ({ whole, token }) => `${text.slice(0, token.end)}\n${text.slice(whole.end)}`,
};

/** A declaration or property: where it stands, and what it says. */
interface Piece {
  readonly span: Span;
  readonly lines: string;
}

function itemsOf(item: Item): readonly Item[] {
  return 'items' in item ? item.items : [];
}

/** The pieces at a depth: declarations, what stands in them, and what stands in that. */
function piecesOf(file: SourceFile, depth: number): Piece[] {
  return file.units.flatMap(({ declaration, length }, i) => {
    const start = file.starts[i] ?? 0;
    const unitText = file.text.slice(start, start + length);
    let items: readonly Item[] = declaration === undefined ? [] : [declaration];
    for (let level = 0; level < depth; level++) items = items.flatMap(itemsOf);
    return items.map((item) => ({ span: shift(item.span, start), lines: printItem(item, unitText).join('\n') }));
  });
}

/** All pieces but one are there after the edit, in order. */
function keeps(pieces: readonly Piece[], but: Piece, edited: string, depth: number): boolean {
  const got = piecesOf(parseFile(edited), depth).map(({ lines }) => lines);
  let at = 0;
  for (const piece of pieces) {
    if (piece === but) continue;
    const found = got.indexOf(piece.lines, at);
    if (found < 0) return false;
    at = found + 1;
  }
  return true;
}

/** Edits after which a neighbour is lost, each as the line of the text where it is made. */
function lost(depth: number, edit: (place: Place) => string): string[] {
  const pieces = piecesOf(parseFile(text), depth);
  const { tokens } = lex(text);
  return pieces.flatMap((piece) =>
    tokens.flatMap((each) => {
      const token = { start: each.startOffset, end: endOf(each) };
      if (token.start < piece.span.start || token.end > piece.span.end) return [];
      const edited = edit({ whole: piece.span, token });
      if (keeps(pieces, piece, edited, depth)) return [];
      const line = edited.slice(0, token.end).split('\n').length - 1;
      return [edited.split('\n')[line]?.trim() ?? ''];
    }),
  );
}

describe('syntax: what breaks costs only itself', () => {
  ['declarations', 'what stands in declarations', 'what stands in those'].forEach((name, depth) => {
    for (const [title, edit] of Object.entries(edits))
      it(`${name}: ${title}`, () => assert.deepEqual(lost(depth, edit), []));
  });
});
