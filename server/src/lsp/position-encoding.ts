// Columns as the client counts them, in UTF-8, UTF-16 or UTF-32 units: which of them counts, and positions to offsets and back.
import type { ClientCapabilities } from 'vscode-languageserver';
import { type LineMap, lastAtOrBefore } from '../text/line-map.ts';

export type Encoding = 'utf-8' | 'utf-16' | 'utf-32';

export const encodings: readonly Encoding[] = ['utf-8', 'utf-16', 'utf-32'];

/** The first that a client offers and the server knows; every client understands UTF-16. */
export function encodingOf({ general }: ClientCapabilities): Encoding {
  const offered = general?.positionEncodings ?? [];
  return offered.flatMap((each) => encodings.find((one) => one === each) ?? [])[0] ?? 'utf-16';
}

/**
 * Takes the lines of a text, which count UTF-16 units; gives the same with positions as the client counts them. A position
 * inside of a character is cut to the start of it.
 */
export function encodedLines(lines: LineMap, text: string, encoding: Encoding): LineMap {
  const made = byEncoding[encoding].get(lines) ?? make(lines, text, encoding);
  byEncoding[encoding].set(lines, made);
  return made;
}

const byEncoding: Readonly<Record<Encoding, WeakMap<LineMap, LineMap>>> = {
  'utf-8': new WeakMap(),
  'utf-16': new WeakMap(),
  'utf-32': new WeakMap(),
};

function make(lines: LineMap, text: string, encoding: Encoding): LineMap {
  if (encoding === 'utf-16') return { ...lines, offset: (position) => wholeCharacter(text, lines.offset(position)) };
  const wide = widthsOf(text, encoding);
  return wide.starts.length === 0 ? lines : recounted(lines, text, wide);
}

function wholeCharacter(text: string, offset: number): number {
  return isPair(text, offset - 1) ? offset - 1 : offset;
}

/** Whether two units from here on are one character. */
function isPair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
}

/** The characters of a text that do not count as one for one, in order. */
interface Widths {
  /** Where each starts, in UTF-16 units of the text. */
  readonly starts: readonly number[];
  /** Where each starts as the client counts, from the start of the text. */
  readonly counts: readonly number[];
  /** How much each counts. */
  readonly sizes: readonly number[];
}

function widthsOf(text: string, encoding: Encoding): Widths {
  const [starts, counts, sizes]: [number[], number[], number[]] = [[], [], []];
  let ahead = 0;
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < 0x80) continue;
    const length = isPair(text, at) ? 2 : 1;
    const size = encoding === 'utf-32' ? 1 : bytesOf(text.codePointAt(at) ?? 0);
    if (size !== length) {
      starts.push(at);
      counts.push(at + ahead);
      sizes.push(size);
      ahead += size - length;
    }
    at += length - 1;
  }
  return { starts, counts, sizes };
}

/** Half a pair is no character of UTF-8: it is sent as the sign that stands for such, which has three. */
function bytesOf(codePoint: number): number {
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

function recounted(lines: LineMap, text: string, { starts, counts, sizes }: Widths): LineMap {
  const find = (sorted: readonly number[], value: number) => {
    const i = lastAtOrBefore(sorted, value);
    const [start = 0, count = 0, size = 0] = [starts[i], counts[i], sizes[i]];
    return { start, count, size, length: isPair(text, start) ? 2 : 1 };
  };
  const countAt = (offset: number) => {
    const { start, count, size, length } = find(starts, offset);
    if (offset < start) return offset;
    return offset < start + length ? count : count + size + (offset - start - length);
  };
  const offsetAt = (counted: number) => {
    const { start, count, size, length } = find(counts, counted);
    if (counted < count) return counted;
    return counted < count + size ? start : start + length + (counted - count - size);
  };
  return {
    ...lines,
    position(offset) {
      const { line, character } = lines.position(offset);
      const start = lines.lineStart(line);
      return { line, character: countAt(start + character) - countAt(start) };
    },
    offset({ line, character }) {
      if (line < 0 || line >= lines.lineCount) return lines.offset({ line, character });
      const at = offsetAt(countAt(lines.lineStart(line)) + Math.max(character, 0));
      return Math.min(at, lines.lineEnd(line));
    },
  };
}
