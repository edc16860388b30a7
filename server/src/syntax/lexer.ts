// Text to tokens, by hand: a lexer that is put together from patterns takes longer to make than most projects take to read.
import type { IToken, TokenType } from 'chevrotain';
import type { Span } from '../text/span.ts';
import * as ends from './lexeme-ends.ts';
import * as t from './tokens.ts';

export interface Lexed {
  readonly tokens: readonly IToken[];
  /** In order; each from its first slash to its end. */
  readonly comments: readonly Span[];
  /** The last comment lacks its end. */
  readonly openComment: boolean;
}

interface Reading {
  readonly text: string;
  readonly tokens: IToken[];
  readonly comments: Span[];
  openComment: boolean;
}

/** Reads any text: what is no token becomes an `Unknown` one, a code point at a time. */
export function lex(text: string): Lexed {
  const reading: Reading = { text, tokens: [], comments: [], openComment: false };
  let at = 0;
  while (at < text.length) at = readAt(reading, at);
  const { tokens, comments, openComment } = reading;
  return { tokens, comments, openComment };
}

const signs = new Map<number, TokenType>(
  [t.LCurly, t.RCurly, t.LParen, t.RParen, t.Comma, t.Colon, t.Dot, t.Greater, t.Less].map((type) => [
    type.name.charCodeAt(0),
    type,
  ]),
);
const [quote, slash, star, equals] = ['"', '/', '*', '='].map((sign) => sign.charCodeAt(0));

/** Takes where something begins; gives where it ends. */
function readAt(reading: Reading, at: number): number {
  const { text } = reading;
  const code = text.charCodeAt(at);
  if (ends.isSpace(code)) return ends.endOfSpace(text, at);
  const word = ends.endOfWord(text, at);
  if (word > at) return take(reading, at, word, t.typeOfWord(text.slice(at, word)));
  if (code === quote) return readString(reading, at);
  const number = ends.endOfNumber(text, at);
  if (number > at) return readNumber(reading, at, number);
  if (code === slash) return readComment(reading, at);
  const sign = signs.get(code);
  if (sign === undefined) return take(reading, at, ends.endOfCodePoint(text, at), t.Unknown);
  const isLonger = (sign === t.Greater || sign === t.Less) && text.charCodeAt(at + 1) === equals;
  if (!isLonger) return take(reading, at, at + 1, sign);
  return take(reading, at, at + 2, sign === t.Greater ? t.GreaterEqual : t.LessEqual);
}

function take({ text, tokens }: Reading, start: number, end: number, tokenType: TokenType): number {
  const tokenTypeIdx = tokenType.tokenTypeIdx ?? 0;
  tokens.push({ image: text.slice(start, end), startOffset: start, tokenTypeIdx, tokenType });
  return end;
}

function readString(reading: Reading, at: number): number {
  const { end, isClosed } = ends.endOfString(reading.text, at);
  return take(reading, at, end, isClosed ? t.StringToken : t.OpenString);
}

/** What begins as a number may be a date. */
function readNumber(reading: Reading, at: number, number: number): number {
  const { text } = reading;
  const date = ends.endOfDate(text, at);
  if (date === at) return take(reading, at, number, t.NumberToken);
  const time = ends.endOfTime(text, date);
  return time === date ? take(reading, at, date, t.DateToken) : take(reading, at, time, t.DateTime);
}

function readComment(reading: Reading, at: number): number {
  const { text, comments } = reading;
  const next = text.charCodeAt(at + 1);
  if (next !== slash && next !== star) return take(reading, at, at + 1, t.Unknown);
  const close = next === star ? text.indexOf('*/', at + 2) : 0;
  const end = next === slash ? ends.endOfLine(text, at) : close < 0 ? text.length : close + 2;
  reading.openComment = close < 0;
  comments.push({ start: at, end });
  return end;
}
