// Attributes that users have: to compare with, and to give to one more user.
import type { Model } from '../../model/model.ts';
import type { Profiles } from '../../model/profiles.ts';
import type { AttributeSlot } from '../../syntax/context-slots.ts';
import { writeName } from '../../syntax/keywords.ts';
import { escapeSnippet } from './snippet.ts';
import { type Request, ranks, type Suggestion } from './suggestion.ts';

/** By what is said of the users of a model, since there may be many. */
const counted = new WeakMap<Profiles['attributes'], readonly (readonly [name: string, count: number])[]>();

/** Names of attributes and how many users have each, most often had first. */
export function countedAttributes({ profiles }: Model): readonly (readonly [name: string, count: number])[] {
  const known = counted.get(profiles.attributes);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  for (const own of profiles.attributes) for (const name of own.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const sorted = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  counted.set(profiles.attributes, sorted);
  return sorted;
}

export function attributes(
  { snapshot, context }: Request,
  { declared, present }: AttributeSlot,
): readonly Suggestion[] {
  const tail = context.followed ? '' : ' "$0"';
  return countedAttributes(snapshot.model)
    .filter(([name]) => !present.has(name))
    .map(([name, count]) => ({
      kind: 'attribute',
      label: name,
      insert: declared && tail !== '' ? { snippet: escapeSnippet(writeName(name)) + tail } : { name },
      detail: `attribute of ${count} ${count === 1 ? 'user' : 'users'}`,
      rank: ranks.name,
    }));
}
