// A text as words, literals and signs, without a tree: what an editor colours that knows no grammar of its own.
import type { TokenType } from 'chevrotain';
import { isContextual } from './keywords.ts';
import { lex } from './lexer.ts';
import {
  Colon,
  Comma,
  DateTime,
  DateToken,
  Dot,
  endOf,
  Identifier,
  isBareWord,
  LCurly,
  LParen,
  NumberToken,
  OpenString,
  RCurly,
  RParen,
  StringToken,
  Unknown,
} from './tokens.ts';

/** `contextual`: a word that is a keyword in conditions and a name elsewhere. Dates count as numbers. */
export type LexemeKind =
  | 'keyword'
  | 'contextual'
  | 'word'
  | 'string'
  | 'number'
  | 'operator'
  | 'punctuation'
  | 'comment'
  | 'unknown';

export interface Lexeme {
  readonly start: number;
  readonly end: number;
  readonly kind: LexemeKind;
}

const kinds = new Map<TokenType, LexemeKind>([
  [StringToken, 'string'],
  [OpenString, 'string'],
  [NumberToken, 'number'],
  [DateToken, 'number'],
  [DateTime, 'number'],
  [Unknown, 'unknown'],
  [Identifier, 'word'],
  ...[LCurly, RCurly, LParen, RParen, Comma, Colon, Dot].map((type) => [type, 'punctuation'] as const),
]);

/** Takes any text; gives what stands in it in order, comments among it. */
export function lexemes(text: string): Lexeme[] {
  const { tokens, comments } = lex(text);
  const all: Lexeme[] = tokens.map((token) => ({
    start: token.startOffset,
    end: endOf(token),
    kind: kindOf(token.tokenType, token.image),
  }));
  for (const { start, end } of comments) all.push({ start, end, kind: 'comment' });
  return comments.length === 0 ? all : all.sort((a, b) => a.start - b.start);
}

function kindOf(type: TokenType, image: string): LexemeKind {
  const known = kinds.get(type);
  if (known !== undefined) return known;
  if (!isBareWord(type)) return 'operator';
  return isContextual(image) ? 'contextual' : 'keyword';
}
