// Texts that stand for all others: for everything that patterns can tell apart, texts that show it.
import type { Values } from './line-values.ts';

/** What a formula asks of texts. None of them is empty. */
export interface Patterns {
  readonly equals: readonly string[];
  readonly starts: readonly string[];
  readonly ends: readonly string[];
  readonly contains: readonly string[];
}

/** More readings than this are given up. */
const mostReadings = 3000;

/**
 * Texts such that every non-empty text meets the same patterns as one of them, and as `count` of them where so many
 * texts do. Constants are among them.
 */
export function textValues(patterns: Patterns, count: number): Values<string> {
  const { starts, ends, contains } = patterns;
  if (starts.length + ends.length + contains.length > 0) return explored(patterns, count);
  const equals = [...new Set(patterns.equals)];
  return { values: [...equals, ...others(equals, count)], complete: true };
}

function others(taken: readonly string[], count: number): string[] {
  const texts: string[] = [];
  for (let n = 1; texts.length < count; n++) {
    const text = n === 1 ? 'other' : `other ${n}`;
    if (!taken.includes(text)) texts.push(text);
  }
  return texts;
}

/**
 * A text as it has been read so far, letter by letter. Two texts of one state have the same future: every end of one
 * meets the patterns that the same end of the other meets. So it is enough to go on from `count` texts of each state.
 */
interface Reading {
  readonly text: string;
  /** The text itself while it still begins a constant or a `starts with`, else undefined. */
  readonly head: string | undefined;
  /** Which `starts with` it has met. */
  readonly started: string;
  /** Its longest end that begins a `contains` or an `ends with`. */
  readonly tail: string;
  /** Which `contains` it has met. */
  readonly contained: string;
}

interface Machine {
  readonly patterns: Patterns;
  readonly heads: ReadonlySet<string>;
  readonly tails: ReadonlySet<string>;
  /** The letters of the patterns, and one that is in none of them: it stands for all others. */
  readonly letters: readonly string[];
}

/** Reads on from each state, shortest texts first, until no state is new. */
function explored(patterns: Patterns, count: number): Values<string> {
  const machine = machineOf(patterns);
  const visits = new Map<string, number>();
  const kinds = new Map<string, number>();
  const values: string[] = [];
  const queue: Reading[] = [{ text: '', head: '', started: '', tail: '', contained: '' }];
  for (let at = 0; at < queue.length; at++) {
    if (at > mostReadings) return { values, complete: false };
    const reading = queue[at];
    if (reading === undefined) break;
    if (reading.text !== '' && counted(kinds, kindOf(reading, patterns)) <= count) values.push(reading.text);
    for (const letter of machine.letters) {
      const next = readOn(reading, letter, machine);
      const state = JSON.stringify([next.head ?? null, next.started, next.tail, next.contained]);
      if (counted(visits, state) <= count) queue.push(next);
    }
  }
  return { values, complete: true };
}

function counted(counts: Map<string, number>, key: string): number {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count;
}

/** Which patterns the text meets. */
function kindOf({ text, started, contained }: Reading, { equals, ends }: Patterns): string {
  const same = equals.includes(text) ? text : undefined;
  return JSON.stringify([same ?? null, started, marks(ends, (end) => text.endsWith(end)), contained]);
}

function readOn(from: Reading, letter: string, { patterns, heads, tails }: Machine): Reading {
  const text = from.text + letter;
  const within = from.head !== undefined && heads.has(text);
  const started = from.head === undefined ? from.started : marks(patterns.starts, (start) => text.startsWith(start));
  let tail = from.tail + letter;
  while (tail !== '' && !tails.has(tail)) tail = tail.slice(firstLetter(tail).length);
  const met = (part: string, i: number) => from.contained.charAt(i) === '1' || tail.endsWith(part);
  return { text, head: within ? text : undefined, started, tail, contained: marks(patterns.contains, met) };
}

function marks(parts: readonly string[], holds: (part: string, i: number) => boolean): string {
  return parts.map((part, i) => (holds(part, i) ? '1' : '0')).join('');
}

function firstLetter(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0);
}

function machineOf(patterns: Patterns): Machine {
  const { equals, starts, ends, contains } = patterns;
  const letters = new Set([...equals, ...starts, ...ends, ...contains].flatMap((text) => [...text]));
  return {
    patterns,
    heads: new Set([...equals, ...starts].flatMap(beginnings)),
    tails: new Set([...ends, ...contains].flatMap(beginnings)),
    letters: [...letters, unusedLetter(letters)],
  };
}

function beginnings(text: string): string[] {
  const letters = [...text];
  return letters.map((_, i) => letters.slice(0, i + 1).join(''));
}

/** A letter that reads well in an example where it can. */
function unusedLetter(used: ReadonlySet<string>): string {
  for (const letter of 'xyzabcdefghijklmnopqrstuvw') if (!used.has(letter)) return letter;
  let code = 0x4e00;
  while (used.has(String.fromCodePoint(code))) code++;
  return String.fromCodePoint(code);
}
