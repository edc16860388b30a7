// Token types. Words are read as one and told apart by look-up, so that a hyphenated or longer name that starts with a keyword
// is never split.
import { createToken, EOF, type IToken, type TokenType } from 'chevrotain';
import { contextualWords, reservedWords, type Word } from './keywords.ts';

/** Whatever may begin a name: a bare word or a quoted string. */
export const NameLike = createToken({ name: 'NameLike' });
export const BareWord = createToken({ name: 'BareWord' });

/** A bare word that is no reserved word. */
export const Identifier = createToken({ name: 'Identifier', categories: [NameLike, BareWord] });
export const StringToken = createToken({ name: 'String', categories: [NameLike] });
/** A string that its line ends before its quote does. */
export const OpenString = createToken({ name: 'OpenString' });
/** Date-shaped; whether such a day exists is decided later. */
export const DateTime = createToken({ name: 'DateTime' });
export const DateToken = createToken({ name: 'Date' });
export const NumberToken = createToken({ name: 'Number' });

export const LCurly = createToken({ name: '{' });
export const RCurly = createToken({ name: '}' });
export const LParen = createToken({ name: '(' });
export const RParen = createToken({ name: ')' });
export const Comma = createToken({ name: ',' });
export const Colon = createToken({ name: ':' });
export const Dot = createToken({ name: '.' });
export const GreaterEqual = createToken({ name: '>=' });
export const LessEqual = createToken({ name: '<=' });
export const Greater = createToken({ name: '>' });
export const Less = createToken({ name: '<' });
/** One code point that starts no token: an error, kept as a token so that the parser sees where it stands. */
export const Unknown = createToken({ name: 'Unknown' });

const wordTypes = new Map<string, TokenType>();
for (const word of reservedWords) wordTypes.set(word, createToken({ name: `K_${word}`, categories: [BareWord] }));
for (const word of contextualWords) wordTypes.set(word, createToken({ name: `K_${word}`, categories: [Identifier] }));

/** The token type of a word of the grammar. */
export function wordType(word: Word): TokenType {
  const type = wordTypes.get(word);
  if (type === undefined) throw new Error(`no such word: ${word}`);
  return type;
}

/** The token type of any bare word. */
export function typeOfWord(image: string): TokenType {
  return wordTypes.get(image) ?? Identifier;
}

const plain = [
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
export const allTokens: TokenType[] = [NameLike, BareWord, ...plain, ...wordTypes.values()];

/** True for the tokens that a name may be: quoted, or a bare word that is not reserved. */
export function canBeName(type: TokenType): boolean {
  return type === StringToken || type === Identifier || type.CATEGORIES?.includes(Identifier) === true;
}

/** True for every bare word, reserved or not. */
export function isBareWord(type: TokenType): boolean {
  return type === Identifier || type.CATEGORIES?.some((each) => each === BareWord || each === Identifier) === true;
}

export function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}
