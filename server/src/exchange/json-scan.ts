// Reads JSON token by token, strictly and without recursion, so that broken or deeply nested text does no harm.
import { createScanner, type JSONScanner } from 'jsonc-parser';

/** The token kinds of jsonc-parser's scanner, whose own enumeration exists for its compiler only. */
export const tokens = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  nullWord: 7,
  trueWord: 8,
  falseWord: 9,
  string: 10,
  number: 11,
  lineComment: 12,
  blockComment: 13,
  lineBreak: 14,
  space: 15,
  end: 17,
} as const;

/** Where text stops being JSON. */
export interface JsonFault {
  readonly offset: number;
  readonly length: number;
  readonly message: string;
}

export interface JsonExtent {
  readonly end: number;
  readonly fault?: JsonFault;
}

/** Where the token that was read last stands; a comment that is not closed would reach past the end of the text. */
export function tokenPlace(text: string, scanner: JSONScanner): { offset: number; length: number } {
  const offset = scanner.getTokenOffset();
  return { offset, length: Math.min(scanner.getTokenLength(), text.length - offset) };
}

/** The next token that is no white space; comments, which are no JSON, come out as tokens. */
export function nextToken(scanner: JSONScanner): number {
  let kind: number = scanner.scan();
  while (kind === tokens.space || kind === tokens.lineBreak) kind = scanner.scan();
  return kind;
}

export function isScalar(kind: number): boolean {
  return kind >= tokens.nullWord && kind <= tokens.number;
}

export function isOpening(kind: number): boolean {
  return kind === tokens.openBrace || kind === tokens.openBracket;
}

export function isClosing(kind: number): boolean {
  return kind === tokens.closeBrace || kind === tokens.closeBracket;
}

type Expected = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'next';

/** Takes an offset before a value; gives where it ends, or the first token that makes it no JSON. */
export function skipValue(text: string, from: number): JsonExtent {
  const scanner = createScanner(text);
  scanner.setPosition(from);
  const open: number[] = [];
  let expected: Expected = 'value';
  for (;;) {
    const kind = nextToken(scanner);
    const error: number = scanner.getTokenError();
    const next: Expected | undefined = error === 0 ? advance(open, expected, kind) : undefined;
    if (next === undefined)
      return { end: scanner.getPosition(), fault: faultAt(text, scanner, expectation(expected, open.at(-1))) };
    if (next === 'next' && open.length === 0) return { end: scanner.getPosition() };
    expected = next;
  }
}

/** What may follow a token, with `open` kept up to date; `undefined` where the token may not stand. */
function advance(open: number[], expected: Expected, kind: number): Expected | undefined {
  const top = open.at(-1);
  if (isClosing(kind)) {
    const closes = kind === tokens.closeBrace ? tokens.openBrace : tokens.openBracket;
    const first = kind === tokens.closeBrace ? 'first-key' : 'first-value';
    if (top !== closes || (expected !== 'next' && expected !== first)) return undefined;
    open.pop();
    return 'next';
  }
  if (expected === 'colon') return kind === tokens.colon ? 'value' : undefined;
  if (expected === 'key' || expected === 'first-key') return kind === tokens.string ? 'colon' : undefined;
  if (expected === 'next') {
    if (kind !== tokens.comma) return undefined;
    return top === tokens.openBrace ? 'key' : 'value';
  }
  if (isScalar(kind)) return 'next';
  if (!isOpening(kind)) return undefined;
  open.push(kind);
  return kind === tokens.openBrace ? 'first-key' : 'first-value';
}

const scanErrors: readonly string[] = [
  '',
  'a comment that is not closed',
  'a string that is not closed',
  'a number that is not finished',
  'a string with a broken `\\u` escape',
  'a string with an unknown escape',
  'a string with a control character',
];

function faultAt(text: string, scanner: JSONScanner, expected: string): JsonFault {
  const broken = scanErrors[scanner.getTokenError()];
  const what = broken || `expected ${expected}, not ${found(text, scanner)}`;
  return { ...tokenPlace(text, scanner), message: `this is not JSON: ${what}` };
}

function expectation(expected: Expected, open: number | undefined): string {
  if (expected === 'next') return open === tokens.openBrace ? '`,` or `}`' : '`,` or `]`';
  if (expected === 'key') return 'a name in double quotes';
  if (expected === 'first-key') return 'a name in double quotes or `}`';
  if (expected === 'colon') return '`:`';
  return expected === 'value' ? 'a value' : 'a value or `]`';
}

/** What a message calls the token that was read last. */
export function found(text: string, scanner: JSONScanner): string {
  const kind: number = scanner.getToken();
  if (kind === tokens.end) return 'the end of the text';
  if (kind === tokens.lineComment || kind === tokens.blockComment) return 'a comment';
  const start = scanner.getTokenOffset();
  return `\`${shorten(text.slice(start, start + scanner.getTokenLength()))}\``;
}

/** Cuts a word of the text to what a message can hold, between characters. */
export function shorten(word: string): string {
  const characters = [...word.slice(0, 100)];
  return word.length <= 60 ? word : `${characters.slice(0, 57).join('')}...`;
}
