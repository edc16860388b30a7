// The files of an export as they are filled: blocks by word, type and label; none is put over another.
import { compareTexts } from '../../text/order.ts';

export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };
export type Body = { readonly [key: string]: Json };

export interface Block {
  readonly word: 'data' | 'resource';
  readonly type: string;
  readonly label: string;
  readonly body: Body;
}

export interface Sheet {
  readonly data: Map<string, Map<string, Body>>;
  readonly resource: Map<string, Map<string, Body>>;
}

export function newSheet(): Sheet {
  return { data: new Map(), resource: new Map() };
}

/** Whether the block can stand there: look-ups of the same thing are the same block, no two resources are. */
export function fits(sheet: Sheet, { word, type, label, body }: Block): boolean {
  const known = sheet[word].get(type)?.get(label);
  return known === undefined || (word === 'data' && JSON.stringify(known) === JSON.stringify(body));
}

export function put(sheet: Sheet, { word, type, label, body }: Block): void {
  const known = sheet[word].get(type) ?? new Map<string, Body>();
  known.set(label, body);
  sheet[word].set(type, known);
}

/** Sorted, so that the order of declarations does not show; nothing where it is empty. */
export function printSheet({ data, resource }: Sheet): string | undefined {
  const parts = [
    ['data', data],
    ['resource', resource],
  ] as const;
  const root = parts.flatMap(([word, types]) => (types.size === 0 ? [] : [[word, sorted(types, (of) => sorted(of))]]));
  return root.length === 0 ? undefined : printJson(Object.fromEntries(root));
}

export function printJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function sorted<T>(of: ReadonlyMap<string, T>, inner: (value: T) => unknown = (value) => value): object {
  const keys = [...of].sort(([a], [b]) => compareTexts(a, b));
  return Object.fromEntries(keys.map(([key, value]) => [key, inner(value)]));
}
