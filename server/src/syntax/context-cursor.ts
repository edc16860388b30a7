// The word at a cursor, and the tokens before and after it.
import { type IToken, tokenMatcher } from 'chevrotain';
import type { Span } from '../text/span.ts';
import type { CursorToken } from './context-reader.ts';
import { lex } from './lexer.ts';
import type { SourceFile } from './source-file.ts';
import { decodeString } from './strings.ts';
import * as t from './tokens.ts';

/** What is being written at the cursor, and what stands around it. */
export interface CursorWord {
  /** Of the whole word, in the file; empty at the cursor where none is begun. */
  readonly replace: Span;
  /** Its text up to the cursor: of a quoted one what follows the quote. */
  readonly typed: string;
  readonly quoted: boolean;
  readonly before: readonly CursorToken[];
  /** From the word's end to the end of the line. */
  readonly after: readonly CursorToken[];
  /** The word is the first of its line. */
  readonly onNewLine: boolean;
}

/** Takes where to begin to read: the start of a declaration before the cursor. */
export function cursorWord(text: string, from: number, offset: number): CursorWord {
  const { tokens } = lex(text.slice(from, offset));
  const last = tokens.at(-1);
  const typed = last !== undefined && from + t.endOf(last) === offset && isWordLike(last) ? last : undefined;
  const start = typed === undefined ? offset : from + typed.startOffset;
  const replace = { start, end: typed === undefined ? offset : wordEnd(text, typed, { start, end: offset }) };
  const before = readTokens(text, from, typed === undefined ? tokens : tokens.slice(0, -1));
  const lineEnd = endOfLine(text, replace.end);
  const after = readTokens(text, replace.end, lex(text.slice(replace.end, lineEnd)).tokens);
  const onNewLine = isFirstOfLine(text, start, before.at(-1)?.end ?? from);
  return {
    replace,
    typed: typed === undefined ? '' : typedText(typed),
    quoted: isString(typed),
    before,
    after,
    onNewLine,
  };
}

function isString(token: IToken | undefined): boolean {
  return token?.tokenType === t.StringToken || token?.tokenType === t.OpenString;
}

function isBare(token: IToken): boolean {
  return tokenMatcher(token, t.BareWord) || tokenMatcher(token, t.Identifier);
}

function isLiteral({ tokenType }: IToken): boolean {
  return tokenType === t.NumberToken || tokenType === t.DateToken || tokenType === t.DateTime;
}

function isWordLike(token: IToken): boolean {
  return isString(token) || isBare(token) || isLiteral(token);
}

function typedText(token: IToken): string {
  if (token.tokenType === t.StringToken) return decodeString(token.image).text;
  return token.tokenType === t.OpenString ? decodeString(`${token.image}"`).text : token.image;
}

/** Where the word that begins before the cursor ends behind it; `typed` is what of it stands before the cursor. */
function wordEnd(text: string, typed: IToken, { start, end }: Span): number {
  const lineEnd = endOfLine(text, end);
  if (typed.tokenType === t.StringToken) return end;
  const { tokens } = lex(text.slice(start, lineEnd));
  const [whole] = tokens;
  if (whole === undefined) return end;
  if (typed.tokenType !== t.OpenString) return Math.max(end, start + t.endOf(whole));
  // A quote that is open: where closing it at the next one leaves another open, the next one opens a text of its own.
  if (whole.tokenType === t.StringToken && !tokens.some((token) => token.tokenType === t.OpenString))
    return start + t.endOf(whole);
  const [rest] = lex(text.slice(end, lineEnd)).tokens;
  return rest !== undefined && rest.startOffset === 0 && isBare(rest) ? end + t.endOf(rest) : end;
}

function readTokens(text: string, from: number, tokens: readonly IToken[]): CursorToken[] {
  let end = from;
  return tokens.map((token) => {
    const start = from + token.startOffset;
    const newLine = isFirstOfLine(text, start, end);
    end = from + t.endOf(token);
    return { kind: kindOf(token), text: wordText(token), start, end, newLine };
  });
}

function wordText(token: IToken): string {
  return isString(token) ? typedText(token) : token.image;
}

function kindOf(token: IToken): CursorToken['kind'] {
  if (isString(token)) return 'string';
  if (tokenMatcher(token, t.Identifier)) return 'name';
  if (tokenMatcher(token, t.BareWord)) return 'word';
  return isLiteral(token) ? 'literal' : 'sign';
}

/** True where the line of `start` begins after `end`, where what stands before it ends, or with the text. */
function isFirstOfLine(text: string, start: number, end: number): boolean {
  if (end === 0) return true;
  for (let i = end; i < start; i++) if (isLineEnd(text.charCodeAt(i))) return true;
  return false;
}

export function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++;
  return at;
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

/** The comment that the cursor stands in, from its first slash to the cursor; undefined outside of comments. */
export function commentAt(file: SourceFile, offset: number): string | undefined {
  let low = 0;
  let high = file.comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((file.comments[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  const comment = file.comments[low - 1];
  if (comment === undefined) return undefined;
  const isLine = file.text.startsWith('//', comment.start);
  const isOpen = comment.end === file.text.length && !file.text.endsWith('*/');
  const inside = isLine || isOpen ? offset <= comment.end : offset < comment.end;
  return inside ? file.text.slice(comment.start, offset) : undefined;
}
