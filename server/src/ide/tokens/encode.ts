// Coloured words as an editor takes them: five numbers each, with positions relative to the word before, unit by unit.
import { modifiersOf, typeOf } from './legend.ts';
import type { Seen } from './unit-looks.ts';

/** How far it is from one place to a later one. With lines between, `chars` counts from the start of the last. */
export interface Gap {
  readonly lines: number;
  readonly chars: number;
}

/** The words of a stretch of text, wherever that stands. */
export interface Encoded {
  /** Line and character from the word before (of the first: from the start of the stretch), length, type, modifiers. */
  readonly data: readonly number[];
  /** From the start of the last word, or of the stretch where it has none, to its end. */
  readonly tail: Gap;
}

export const numbersOfToken = 5;
export const noGap: Gap = { lines: 0, chars: 0 };

export function add(a: Gap, b: Gap): Gap {
  return b.lines === 0 ? { lines: a.lines, chars: a.chars + b.chars } : { lines: a.lines + b.lines, chars: b.chars };
}

/** Takes a text and words of it in order; a word of several lines becomes one for each. */
export function encode(text: string, seen: readonly Seen[]): Encoded {
  const data: number[] = [];
  let at = 0;
  for (const { start, end, look } of seen)
    for (const [from, to] of linesOf(text, start, end)) {
      const { lines, chars } = gapBetween(text, at, from);
      data.push(lines, chars, to - from, typeOf(look), modifiersOf(look));
      at = from;
    }
  return { data, tail: gapBetween(text, at, text.length) };
}

const lineEnd = /\r\n|\r|\n/g;

function gapBetween(text: string, from: number, to: number): Gap {
  let lines = 0;
  let start = from;
  for (let at = from; at < to; at++) {
    const c = text.charCodeAt(at);
    if (c !== 10 && c !== 13) continue;
    if (c === 13 && text.charCodeAt(at + 1) === 10) at++;
    lines++;
    start = at + 1;
  }
  return { lines, chars: to - start };
}

function linesOf(text: string, start: number, end: number): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  let from = start;
  for (const { index, 0: sign } of text.slice(start, end).matchAll(lineEnd)) {
    found.push([from, start + index]);
    from = start + index + sign.length;
  }
  found.push([from, end]);
  return found.filter(([a, b]) => a < b);
}

/** Puts stretches behind one another, the first at a gap from what the result is relative to. */
export function joined(stretches: readonly Encoded[], before: Gap): { readonly data: number[]; readonly tail: Gap } {
  const data: number[] = [];
  let gap = before;
  for (const { data: own, tail } of stretches) {
    if (own.length === 0) {
      gap = add(gap, tail);
      continue;
    }
    const first = add(gap, { lines: own[0] ?? 0, chars: own[1] ?? 0 });
    data.push(first.lines, first.chars);
    for (let i = 2; i < own.length; i++) data.push(own[i] ?? 0);
    gap = tail;
  }
  return { data, tail: gap };
}

/** From the last word before a stretch, or from the start of all where there is none, to its start. */
export function gapBefore(stretches: readonly Encoded[], index: number): Gap {
  const passed: Gap[] = [];
  for (let i = index - 1; i >= 0; i--) {
    const stretch = stretches[i];
    if (stretch === undefined) continue;
    passed.push(stretch.tail);
    if (stretch.data.length > 0) break;
  }
  return passed.reduceRight(add, noGap);
}
