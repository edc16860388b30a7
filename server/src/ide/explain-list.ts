// The answers of `who can` and `what can … do`, line by line.
import type { Answer, ListEntry } from '../access/answer.ts';
import { countText } from './answer-list.ts';
import { type Explanation, judged } from './explain-tree.ts';
import { join, message, type Phrase, phrase, words } from './phrase.ts';

/** How many there are; of none the reason. */
export function listHeadline({ entries, reason }: Extract<Answer, { kind: 'list' }>): Phrase {
  return entries.length === 0 ? message(reason) : words(countText(entries));
}

/** What has the same condition and origin is one line; what needs no condition comes first. */
export function explainList(entries: readonly ListEntry[]): readonly Explanation[] {
  const groups = new Map<string, ListEntry[]>();
  for (const entry of entries) {
    const key = JSON.stringify([entry.whenText, entry.origin]);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  const always = (same: readonly ListEntry[]) => (same[0]?.whenText === undefined ? 0 : 1);
  const ordered = [...groups.values()].sort((a, b) => always(a) - always(b));
  return ordered.flatMap((same): Explanation[] => {
    const [first] = same;
    if (first === undefined) return [];
    const names = join(same.map((entry) => phrase`${entry.name}`));
    const when = first.whenText === undefined ? words(' always') : phrase` when ${first.whenText}`;
    const text = [...names, ...when, ' – ', ...message(first.origin)];
    return [{ ...judged(first.whenText === undefined ? 'true' : 'unknown', text), origin: first.place }];
  });
}
