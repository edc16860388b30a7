// Whether two files say the same in another order: the same declarations, comments and suppressions.

import { lineMap } from '../text/line-map.ts';
import type { SourceFile } from './source-file.ts';
import { suppressions } from './suppressions.ts';
import { lex } from './tokens.ts';

/** What of a tree means the same in any order. */
const unordered: ReadonlySet<string> = new Set(['items', 'refs', 'grants', 'words', 'domains', 'except']);

/** Takes two files that are read without problems. */
export function isSameSet(one: SourceFile, other: SourceFile): boolean {
  return (
    isSame(declarations(one), declarations(other)) &&
    isSame(comments(one), comments(other)) &&
    isSame(hidden(one), hidden(other))
  );
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return JSON.stringify(a.toSorted()) === JSON.stringify(b.toSorted());
}

function declarations({ units, problems, strays }: SourceFile): string[] {
  const read = units.map(({ declaration, problems: own, displaced, rest }) =>
    JSON.stringify([canonical(declaration), own.map(({ message }) => message), displaced, rest !== undefined]),
  );
  return [...read, ...problems.map(({ message }) => message), ...strays.map(() => 'a stray brace')];
}

/** Without places, and sorted where order means nothing. */
function canonical(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    const all = value.map((each) => JSON.stringify(canonical(each)));
    return unordered.has(key) ? all.sort() : all;
  }
  if (typeof value !== 'object' || value === null) return value;
  if ('start' in value && 'end' in value) return undefined;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, canonical(each, name)]));
}

function comments({ text, comments: all }: SourceFile): string[] {
  return all.map(({ start, end }) => text.slice(start, end).trimEnd());
}

/** Each suppression with the words of the line that it speaks of. */
function hidden(file: SourceFile): string[] {
  const lines = lineMap(file.text);
  const found = suppressions(file, () => lines);
  if (found.length === 0) return [];
  const words = new Map<number, string[]>();
  for (const { image, startOffset } of lex(file.text).tokens) {
    const { line } = lines.position(startOffset);
    if (image !== ',') words.set(line, [...(words.get(line) ?? []), image]);
  }
  return found.map(({ rules, reason, line }) =>
    JSON.stringify([rules.map(({ id }) => id), reason, (words.get(line) ?? []).toSorted()]),
  );
}
