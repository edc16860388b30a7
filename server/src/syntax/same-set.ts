// Whether two files say the same in another order: the same declarations, comments and suppressions.

import { lineMap } from '../text/line-map.ts';
import { lex } from './lexer.ts';
import type { SourceFile } from './source-file.ts';
import { suppressions } from './suppressions.ts';

/** What of a tree means the same in any order. */
const unordered: ReadonlySet<string> = new Set(['items', 'refs', 'grants', 'words', 'domains', 'except']);

/** Takes two files that are read without problems. */
export function isSameSet(one: SourceFile, other: SourceFile): boolean {
  const [texts, others] = [unitTexts(one), unitTexts(other)];
  // What is written alike says the same.
  const rest = isSame(readings(one, others), readings(other, texts));
  return rest && isSame(comments(one), comments(other)) && isSame(hidden(one), hidden(other));
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && JSON.stringify(a.toSorted()) === JSON.stringify(b.toSorted());
}

/** How often each declaration stands there word for word. */
function unitTexts(file: SourceFile): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const index of file.units.keys()) {
    const text = textOf(file, index);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

function textOf({ text, units, starts }: SourceFile, index: number): string {
  const [start, span] = [starts[index] ?? 0, units[index]?.declaration?.span];
  return span === undefined ? text.slice(start, starts[index + 1]) : text.slice(start + span.start, start + span.end);
}

/** What the declarations say that do not stand in the other file as well. */
function readings(file: SourceFile, others: ReadonlyMap<string, number>): string[] {
  const left = new Map(others);
  const own = file.units.flatMap(({ declaration, problems, displaced, rest }, i) => {
    const text = textOf(file, i);
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    if (count > 0) return [];
    const messages = problems.map(({ message }) => message);
    return [JSON.stringify([canonical(declaration), messages, displaced, rest !== undefined])];
  });
  return [...own, ...file.problems.map(({ message }) => message), ...file.strays.map(() => 'a stray brace')];
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
