// Moves over the text of HCL: blanks, comments, words, and expressions whose value is not read.
import { readString } from './quoted.ts';
import type { Fault, Value } from './tree.ts';

export interface Reader {
  readonly text: string;
  readonly path: string;
  readonly starts: readonly number[];
  readonly faults: Fault[];
  at: number;
  depth: number;
}

/** Half of a block never counts, so the first fault in one ends it. */
export interface Broken {
  readonly broken: string;
  /** What follows may stand inside of a comment or text: none of it is read. */
  readonly isFinal?: boolean;
}

export const isBroken = (value: object | undefined): value is Broken => value !== undefined && 'broken' in value;

export function lineAt({ starts }: Reader, offset: number): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

const blanks = /[ \t\r\ufeff]+|(?:#|\/\/)[^\n]*/y;

/** Blanks and comments, and line ends where those mean nothing. */
export function skipBlank(reader: Reader, withLines: boolean): Broken | undefined {
  const { text } = reader;
  for (;;) {
    blanks.lastIndex = reader.at;
    if (blanks.test(text)) reader.at = blanks.lastIndex;
    else if (text[reader.at] === '\n' && withLines) reader.at++;
    else if (text.startsWith('/*', reader.at)) {
      const end = text.indexOf('*/', reader.at + 2);
      if (end < 0) return { broken: 'a comment is not closed', isFinal: true };
      reader.at = end + 2;
    } else return undefined;
  }
}

const identifier = /[\p{L}_][\p{L}\p{N}_-]*/uy;

export function readWord(reader: Reader): string | undefined {
  identifier.lastIndex = reader.at;
  const word = identifier.exec(reader.text)?.[0];
  reader.at += word?.length ?? 0;
  return word;
}

/** Where a text over several lines may begin, whole or torn; what follows may be its text then. */
const textOpener = /<<|<-?[\p{L}_][\p{L}\p{N}_-]*[ \t\r]*(?![^\n])/uy;

/** Any expression that is no plain value: over where its line ends, outside of brackets. */
export function skipExpression(reader: Reader): Value | Broken {
  const line = lineAt(reader, reader.at);
  const { text } = reader;
  const start = reader.at;
  for (let open = 0; reader.at < text.length; reader.at++) {
    const sign = text.charAt(reader.at);
    textOpener.lastIndex = reader.at;
    if (sign === '<' && textOpener.test(text))
      return { broken: 'a text over several lines is not read', isFinal: true };
    if (sign === '"') {
      const quoted = readString(text, reader.at);
      if (quoted === undefined) return { broken: 'a string is not closed on its line' };
      reader.at = quoted.end - 1;
    } else if (sign === '#' || text.startsWith('//', reader.at) || text.startsWith('/*', reader.at)) {
      const blank = skipBlank(reader, false);
      if (blank !== undefined) return blank;
      reader.at--;
    } else if ('([{'.includes(sign)) open++;
    else if (open > 0 && ')]}'.includes(sign)) open--;
    else if (open === 0 && /[\n,\])}]/.test(sign)) break;
  }
  return reader.at > start ? { kind: 'opaque', line } : { broken: 'expected a value' };
}

const landmark =
  /^(?:resource|data|import|provider|terraform|locals|variable|output|module|moved|removed|check)\b|<<-?([\p{L}_][\p{L}\p{N}_-]{0,80})[ \t\r]*$|<<|<-?[\p{L}_]\S{0,80}[ \t\r]*$|\/\*|\*\//gmu;

/** Where the next block begins after a broken one; nothing where a comment or a text may be open from there on. */
export function nextBlock(text: string, after: number): number | undefined {
  landmark.lastIndex = after + 1;
  for (let found = landmark.exec(text); found !== null; found = landmark.exec(text)) {
    if (/^[a-z]/.test(found[0])) return found.index;
    const end = found[1] === undefined ? undefined : endOfText(text, text.indexOf('\n', found.index) + 1, found[1]);
    if (end === undefined) return undefined;
    landmark.lastIndex = end.stop;
  }
  return undefined;
}

/** Of a text over several lines that begins at `from`: where its last line begins and stops. */
export function endOfText(text: string, from: number, word: string): { start: number; stop: number } | undefined {
  for (let at = from; from > 0 && at < text.length; ) {
    const end = text.indexOf('\n', at);
    const stop = end < 0 ? text.length : end;
    if (text.slice(at, stop).trim() === word) return { start: at, stop };
    at = stop + 1;
  }
  return undefined;
}
