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
const mostReadings = 1000;

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
  /** What constants and `starts with` begin with, and after which letters that is still so. */
  readonly heads: Beginnings;
  /** What `contains` and `ends with` begin with, likewise. */
  readonly tails: Beginnings;
  /** A letter that is in no pattern: it stands for all letters that lead nowhere. */
  readonly other: string;
}

/** Each beginning of some texts, the empty one among them, with a number for it and the letters that go on from it. */
type Beginnings = ReadonlyMap<string, { readonly id: number; readonly letters: ReadonlySet<string> }>;

/** Reads on from each state, shortest texts first, until no state is new. */
function explored(patterns: Patterns, count: number): Values<string> {
  const machine = machineOf(patterns);
  const visits = new Map<string, number>();
  const kinds = new Map<string, number>();
  const values: string[] = [];
  const queue: Reading[] = [{ text: '', head: '', started: '', tail: '', contained: '' }];
  for (const reading of queue) {
    if (queue.length > mostReadings) return { values, complete: false };
    if (reading.text !== '' && counted(kinds, kindOf(reading, patterns)) <= count) values.push(reading.text);
    for (const letter of lettersAfter(reading, machine)) {
      const next = readOn(reading, letter, machine);
      if (counted(visits, stateOf(next, machine)) <= count) queue.push(next);
    }
  }
  return { values, complete: true };
}

function counted(counts: Map<string, number>, key: string): number {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count;
}

function stateOf({ head, started, tail, contained }: Reading, { heads, tails }: Machine): string {
  return `${head === undefined ? started : `=${heads.get(head)?.id}`} ${tails.get(tail)?.id} ${contained}`;
}

/** Which patterns the text meets. */
function kindOf({ text, started, contained }: Reading, { equals, ends }: Patterns): string {
  const same = equals.indexOf(text);
  return `${same} ${started} ${marks(ends, (end) => text.endsWith(end))} ${contained}`;
}

/** The letters that lead somewhere, and one for all others. */
function lettersAfter({ head, tail }: Reading, { heads, tails, other }: Machine): ReadonlySet<string> {
  const letters = new Set(head === undefined ? [] : heads.get(head)?.letters);
  for (let end = tail; ; end = shorter(end, tails)) {
    for (const letter of tails.get(end)?.letters ?? []) letters.add(letter);
    if (end === '') return letters.add(other);
  }
}

function readOn(from: Reading, letter: string, { patterns, heads, tails }: Machine): Reading {
  const text = from.text + letter;
  const within = from.head !== undefined && heads.has(text);
  const started = from.head === undefined ? from.started : marks(patterns.starts, (start) => text.startsWith(start));
  let tail = from.tail;
  while (tail !== '' && !tails.has(tail + letter)) tail = shorter(tail, tails);
  tail = tails.has(tail + letter) ? tail + letter : '';
  const met = (part: string, i: number) => from.contained.charAt(i) === '1' || tail.endsWith(part);
  return { text, head: within ? text : undefined, started, tail, contained: marks(patterns.contains, met) };
}

/** The next shorter end of a text that is a beginning. */
function shorter(text: string, beginnings: Beginnings): string {
  for (let at = 1; at < text.length; at++) {
    const end = text.slice(at);
    if (beginnings.has(end)) return end;
  }
  return '';
}

function marks(parts: readonly string[], holds: (part: string, i: number) => boolean): string {
  return parts.map((part, i) => (holds(part, i) ? '1' : '0')).join('');
}

function machineOf(patterns: Patterns): Machine {
  const { equals, starts, ends, contains } = patterns;
  const used = new Set([...equals, ...starts, ...ends, ...contains].flatMap((text) => [...text]));
  return {
    patterns,
    heads: beginningsOf([...equals, ...starts]),
    tails: beginningsOf([...ends, ...contains]),
    other: unusedLetter(used),
  };
}

/** Letters are whole code points, so that no text is cut inside one. */
function beginningsOf(texts: readonly string[]): Beginnings {
  const beginnings = new Map([['', { id: 0, letters: new Set<string>() }]]);
  for (const text of texts) {
    let beginning = '';
    for (const letter of text) {
      beginnings.get(beginning)?.letters.add(letter);
      beginning += letter;
      if (!beginnings.has(beginning)) beginnings.set(beginning, { id: beginnings.size, letters: new Set() });
    }
  }
  return beginnings;
}

/** A letter that reads well in an example where it can. */
export function unusedLetter(used: ReadonlySet<string>): string {
  for (const letter of 'xyzabcdefghijklmnopqrstuvw') if (!used.has(letter)) return letter;
  let code = 0x4e00;
  while (used.has(String.fromCodePoint(code))) code++;
  return String.fromCodePoint(code);
}
