// Where a word, string, number, date or comment ends, by the place where it begins.

/** What an ASCII character may be a part of. */
const [space, letter, digit] = [1, 2, 4];
const kinds = new Uint8Array(128);
const codeOf = (sign: string) => sign.charCodeAt(0);
for (const each of ' \t\r\n\f\v') kinds[codeOf(each)] = space;
for (const each of '0123456789') kinds[codeOf(each)] = digit;
for (const each of 'abcdefghijklmnopqrstuvwxyz') {
  kinds[codeOf(each)] = letter;
  kinds[codeOf(each.toUpperCase())] = letter;
}
kinds[codeOf('_')] = letter;

function is(code: number, kind: number): boolean {
  return code < 128 && ((kinds[code] ?? 0) & kind) !== 0;
}

export function isSpace(code: number): boolean {
  return is(code, space) || code === 0xa0 || code === 0xfeff;
}

const isDigit = (code: number) => is(code, digit);

/** Where a match that begins there ends, or where it begins. Before code is warm a pattern is quicker than a loop. */
function endOf(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : start;
}

const spaces = /[ \t\r\n\f\v\u00a0\ufeff]+/y;

export function endOfSpace(text: string, start: number): number {
  return endOf(spaces, text, start);
}

const [plainWord, anyWord] = [/[A-Za-z_][A-Za-z0-9_-]*/y, /[\p{L}_][\p{L}0-9_-]*/uy];

/** Gives where it begins where none does. */
export function endOfWord(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (first < 128 && !is(first, letter)) return start;
  const end = endOf(plainWord, text, start);
  const isAllPlain = end > start && !(text.charCodeAt(end) >= 128);
  return isAllPlain ? end : endOf(anyWord, text, start);
}

const [quote, backslash, lineFeed, carriageReturn] = ['"', '\\', '\n', '\r'].map(codeOf);
const [minus, plus, dot, colon] = ['-', '+', '.', ':'].map(codeOf);

const isLineEnd = (code: number) => code === lineFeed || code === carriageReturn;

const plainString = /"[^"\\\r\n]*"/y;

/** Of one that its line or the text ends before its quote does, the end is there. */
export function endOfString(text: string, start: number): { readonly end: number; readonly isClosed: boolean } {
  const plain = endOf(plainString, text, start);
  if (plain > start) return { end: plain, isClosed: true };
  let at = start + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === quote) return { end: at + 1, isClosed: true };
    if (isLineEnd(code)) break;
    const isEscape = code === backslash && at + 1 < text.length && !isLineEnd(text.charCodeAt(at + 1));
    at += isEscape ? 2 : 1;
  }
  return { end: at, isClosed: false };
}

function endOfDigits(text: string, start: number): number {
  let at = start;
  while (isDigit(text.charCodeAt(at))) at++;
  return at;
}

/** Digits with a sign and a fraction, or where it begins. */
export function endOfNumber(text: string, start: number): number {
  const first = text.charCodeAt(start) === minus ? start + 1 : start;
  const whole = endOfDigits(text, first);
  if (whole === first) return start;
  const fraction = text.charCodeAt(whole) === dot ? endOfDigits(text, whole + 1) : whole;
  return fraction > whole + 1 ? fraction : whole;
}

/** Three numbers with a hyphen between, or where it begins. */
export function endOfDate(text: string, start: number): number {
  let at = endOfDigits(text, start);
  if (at === start) return start;
  for (let part = 0; part < 2; part++) {
    if (text.charCodeAt(at) !== minus) return start;
    const end = endOfDigits(text, at + 1);
    if (end === at + 1) return start;
    at = end;
  }
  return at;
}

const isT = (code: number) => code === codeOf('T') || code === codeOf('t');
const isZ = (code: number) => code === codeOf('Z') || code === codeOf('z');

/** Behind a date: a time of day and its offset, or where it begins. */
export function endOfTime(text: string, date: number): number {
  if (!isT(text.charCodeAt(date))) return date;
  const time = endOfClock(text, date + 1, dot);
  const code = text.charCodeAt(time);
  if (isZ(code)) return time + 1;
  return code === plus || code === minus ? endOfClock(text, time + 1, undefined) : time;
}

/** Digits and colons, and one sign more. */
function endOfClock(text: string, start: number, also: number | undefined): number {
  let at = start;
  for (let code = text.charCodeAt(at); isDigit(code) || code === colon || code === also; code = text.charCodeAt(at))
    at++;
  return at;
}

export function endOfLine(text: string, start: number): number {
  let at = start;
  while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++;
  return at;
}

export function endOfCodePoint(text: string, start: number): number {
  return start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
}
