// Token types and the lexer. Words are read by one pattern and told apart by look-up, so that a hyphenated or longer
// name that starts with a keyword is never split.
import { createToken, EOF, type IToken, Lexer, type TokenType } from 'chevrotain';
import type { Span } from '../text/span.ts';
import { contextualWords, reservedWords, type Word } from './keywords.ts';

const wordPattern = /[\p{L}_][\p{L}0-9_-]*/uy;

function matchWord(text: string, offset: number): RegExpExecArray | null {
  wordPattern.lastIndex = offset;
  return wordPattern.exec(text);
}

const anyPattern = /[\s\S]/uy;
/** One code point that starts no token: an error, kept as a token so that the parser sees where it stands. */
function matchAny(text: string, offset: number): RegExpExecArray | null {
  anyPattern.lastIndex = offset;
  return anyPattern.exec(text);
}

/** Whatever may begin a name: a bare word or a quoted string. */
export const NameLike = createToken({ name: 'NameLike', pattern: Lexer.NA });
export const BareWord = createToken({ name: 'BareWord', pattern: Lexer.NA });

const Whitespace = createToken({ name: 'Whitespace', pattern: /[ \t\r\n\f\v\u00a0\ufeff]+/, group: Lexer.SKIPPED });
const LineComment = createToken({ name: 'LineComment', pattern: /\/\/[^\r\n]*/, group: 'comments' });
const BlockComment = createToken({ name: 'BlockComment', pattern: /\/\*[\s\S]*?\*\//, group: 'comments' });
/** Runs to the end of the text. */
export const OpenComment = createToken({ name: 'OpenComment', pattern: /\/\*[\s\S]*/, group: 'comments' });

/** A bare word that is no reserved word. */
export const Identifier = createToken({
  name: 'Identifier',
  pattern: matchWord,
  categories: [NameLike, BareWord],
  line_breaks: false,
});
export const StringToken = createToken({
  name: 'String',
  pattern: /"(?:\\[^\r\n]|[^"\\\r\n])*"/,
  categories: [NameLike],
  line_breaks: false,
});
/** A string that its line ends before its quote does. */
export const OpenString = createToken({
  name: 'OpenString',
  pattern: /"(?:\\[^\r\n]|[^"\\\r\n])*\\?/,
  line_breaks: false,
});
/** Date-shaped; whether such a day exists is decided later. */
export const DateTime = createToken({
  name: 'DateTime',
  pattern: /\d+-\d+-\d+[Tt][0-9:.]*(?:[Zz]|[+-][0-9:]*)?/,
  line_breaks: false,
});
export const DateToken = createToken({ name: 'Date', pattern: /\d+-\d+-\d+/, line_breaks: false });
export const NumberToken = createToken({ name: 'Number', pattern: /-?\d+(?:\.\d+)?/, line_breaks: false });

export const LCurly = createToken({ name: '{', pattern: '{' });
export const RCurly = createToken({ name: '}', pattern: '}' });
export const LParen = createToken({ name: '(', pattern: '(' });
export const RParen = createToken({ name: ')', pattern: ')' });
export const Comma = createToken({ name: ',', pattern: ',' });
export const Colon = createToken({ name: ':', pattern: ':' });
export const Dot = createToken({ name: '.', pattern: '.' });
export const GreaterEqual = createToken({ name: '>=', pattern: '>=' });
export const LessEqual = createToken({ name: '<=', pattern: '<=' });
export const Greater = createToken({ name: '>', pattern: '>' });
export const Less = createToken({ name: '<', pattern: '<' });
export const Unknown = createToken({ name: 'Unknown', pattern: matchAny, line_breaks: false });

const wordTypes = new Map<string, TokenType>();
for (const word of reservedWords)
  wordTypes.set(word, createToken({ name: `K_${word}`, pattern: Lexer.NA, categories: [BareWord] }));
for (const word of contextualWords)
  wordTypes.set(word, createToken({ name: `K_${word}`, pattern: Lexer.NA, categories: [Identifier] }));

/** The token type of a word of the grammar. */
export function wordType(word: Word): TokenType {
  const type = wordTypes.get(word);
  if (type === undefined) throw new Error(`no such word: ${word}`);
  return type;
}

const lexed = [
  Whitespace,
  LineComment,
  BlockComment,
  OpenComment,
  StringToken,
  OpenString,
  DateTime,
  DateToken,
  NumberToken,
  GreaterEqual,
  LessEqual,
  Greater,
  Less,
  LCurly,
  RCurly,
  LParen,
  RParen,
  Comma,
  Colon,
  Dot,
  Identifier,
  Unknown,
];
export const endOfInput: TokenType = EOF;
export const allTokens: TokenType[] = [NameLike, BareWord, ...lexed, ...wordTypes.values()];

/** True for the tokens that a name may be: quoted, or a bare word that is not reserved. */
export function canBeName(type: TokenType): boolean {
  return type === StringToken || type === Identifier || type.CATEGORIES?.includes(Identifier) === true;
}

/** True for every bare word, reserved or not. */
export function isBareWord(type: TokenType): boolean {
  return type === Identifier || type.CATEGORIES?.some((each) => each === BareWord || each === Identifier) === true;
}

let lexer: Lexer | undefined;

export interface Lexed {
  readonly tokens: readonly IToken[];
  /** In order; each from its first slash to its end. */
  readonly comments: readonly Span[];
  /** The last comment lacks its end. */
  readonly openComment: boolean;
}

/** Reads any text: what is no token becomes an `Unknown` one, a code point at a time. */
export function lex(text: string): Lexed {
  lexer ??= new Lexer(lexed, { positionTracking: 'onlyOffset', skipValidations: true });
  const { tokens, groups } = lexer.tokenize(text);
  for (const token of tokens) {
    if (token.tokenType !== Identifier) continue;
    const type = wordTypes.get(token.image);
    if (type === undefined) continue;
    token.tokenType = type;
    token.tokenTypeIdx = type.tokenTypeIdx ?? 0;
  }
  const comments = groups['comments'] ?? [];
  return {
    tokens,
    comments: comments.map((t) => ({ start: t.startOffset, end: endOf(t) })),
    openComment: comments.at(-1)?.tokenType === OpenComment,
  };
}

export function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}
