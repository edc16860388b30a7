// What merging one kind of results takes and gives.
import { lineMap } from '../../text/line-map.ts';
import { compareTexts } from '../../text/order.ts';
import type { ExitStatus } from '../host.ts';

export interface Source {
  /** As the user named it. */
  readonly name: string;
  readonly text: string;
  /** Of JSON, which its kind is told by; undefined of XML. */
  readonly value?: unknown;
}

export interface Merged {
  readonly text: string;
  /** The worst that the results say. */
  readonly status: ExitStatus;
}

/** Why nothing can be made of them, as messages with their places. */
export interface Unmerged {
  readonly problems: readonly string[];
}

/** Takes at least one; gives the same whatever their order. */
export type MergeFormat = (sources: readonly Source[]) => Merged | Unmerged;

export interface Fault {
  readonly offset: number;
  readonly message: string;
}

/** What was read of a source. */
export interface Read<Value> {
  readonly source: Source;
  readonly value: Value;
}

/** Gives what is read of each, or what is wrong with every one that cannot be. */
export function readEach<Value>(
  sources: readonly Source[],
  read: (source: Source) => { readonly value: Value } | { readonly fault: Fault },
): { readonly all: readonly Read<Value>[] } | Unmerged {
  const all: Read<Value>[] = [];
  const problems: string[] = [];
  for (const source of sources) {
    const one = read(source);
    if ('fault' in one) problems.push(faultText(source, one.fault));
    else all.push({ source, value: one.value });
  }
  return problems.length > 0 ? { problems } : { all };
}

function faultText({ name, text }: Source, { offset, message }: Fault): string {
  const { line, character } = lineMap(text).position(offset);
  return `${name}:${line + 1}:${character + 1}: ${message}`;
}

/** Says of which source something differs that has to be the same in all. */
export function differing<Value>(
  all: readonly Read<Value>[],
  what: (value: Value) => string,
): { readonly first: string; readonly other: string; readonly name: string; readonly firstName: string } | undefined {
  const [first] = all;
  if (first === undefined) return undefined;
  const expected = what(first.value);
  const odd = all.find(({ value }) => what(value) !== expected);
  if (odd === undefined) return undefined;
  return { first: expected, firstName: first.source.name, other: what(odd.value), name: odd.source.name };
}

/** In the order of their keys, whatever order they were named in; what each holds stays as it is. */
export function inOrder<Value>(all: readonly Read<Value>[], key: (value: Value) => string): readonly Value[] {
  const keyed = all.map(({ source, value }) => ({ value, key: key(value), text: source.text }));
  return keyed.toSorted((a, b) => compareTexts(a.key, b.key) || compareTexts(a.text, b.text)).map(({ value }) => value);
}

/** Each once that is the same as one before. */
export function foldEqual<Value>(all: readonly Value[]): Value[] {
  const known = new Map<string, Value>();
  for (const value of all) {
    const text = JSON.stringify(value);
    if (!known.has(text)) known.set(text, value);
  }
  return [...known.values()];
}
