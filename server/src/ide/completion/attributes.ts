// Attributes that users have: to compare with, and to give to one more user.
import type { User } from '../../model/symbols.ts';
import type { AttributeSlot } from '../../syntax/context-slots.ts';
import { writeName } from '../../syntax/keywords.ts';
import { escapeSnippet } from './snippet.ts';
import { type Request, ranks, type Suggestion } from './suggestion.ts';

/** By the users of a model, since there may be many. */
const counted = new WeakMap<ReadonlyMap<string, User>, readonly (readonly [name: string, count: number])[]>();

/** Names of attributes and how many users have each, most often had first. */
export function attributesOf(users: ReadonlyMap<string, User>): readonly (readonly [name: string, count: number])[] {
  const known = counted.get(users);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  for (const user of users.values())
    for (const name of user.attributes.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const sorted = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  counted.set(users, sorted);
  return sorted;
}

export function attributes(
  { snapshot, context }: Request,
  { declared, present }: AttributeSlot,
): readonly Suggestion[] {
  const tail = context.followed ? '' : ' "$0"';
  return attributesOf(snapshot.model.users)
    .filter(([name]) => !present.has(name))
    .map(([name, count]) => ({
      kind: 'attribute',
      label: name,
      insert: declared && tail !== '' ? { snippet: escapeSnippet(writeName(name)) + tail } : { name },
      detail: `attribute of ${count} ${count === 1 ? 'user' : 'users'}`,
      rank: ranks.name,
    }));
}
