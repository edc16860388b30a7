// The answers of `who can` and `what can … do` in one line: `3 people: alice, carol always; bob when …`.
import type { ListEntry } from '../access/answer.ts';

export function listLine(entries: readonly ListEntry[]): string {
  const byWhen = new Map<string | undefined, string[]>();
  for (const { name, whenText } of entries) byWhen.set(whenText, [...(byWhen.get(whenText) ?? []), name]);
  const always = byWhen.get(undefined)?.join(', ');
  const rest = [...byWhen].flatMap(([when, names]) => (when === undefined ? [] : [`${names.join(', ')} when ${when}`]));
  const first = always === undefined ? [] : [rest.length === 0 ? always : `${always} always`];
  return `${countText(entries)}: ${[...first, ...rest].join('; ')}`;
}

/** `3 people`, `1 permission`, `4 principals` where they are of several kinds. */
export function countText(entries: readonly ListEntry[]): string {
  const kinds = new Set(entries.map((entry) => entry.principal?.kind ?? 'permission'));
  const [kind] = kinds;
  const noun = kinds.size === 1 && kind !== undefined ? kind : 'principal';
  const plural = noun === 'user' ? 'people' : `${noun}s`;
  const singular = noun === 'user' ? 'person' : noun;
  return `${entries.length} ${entries.length === 1 ? singular : plural}`;
}
