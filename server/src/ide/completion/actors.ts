// What `runs as` takes: the object's own service accounts, the publisher and whoever triggers.
import type { ActorSlot } from '../../syntax/context-slots.ts';
import { account } from './principals.ts';
import { type Found, type Request, ranks, type Suggestion } from './suggestion.ts';

const words: readonly Suggestion[] = [
  {
    kind: 'keyword',
    label: 'publisher',
    insert: { words: 'publisher' },
    detail: 'who built it, with their rights',
    rank: ranks.further,
  },
  {
    kind: 'keyword',
    label: 'current user',
    insert: { words: 'current user' },
    detail: 'whoever triggers it: cannot be checked beforehand',
    rank: ranks.further,
  },
];

export function actors({ snapshot }: Request, { home, qualifier }: ActorSlot): Found {
  if (qualifier?.kind === 'organization' || (qualifier !== undefined && qualifier.name !== home)) return [];
  const object = home === undefined ? undefined : snapshot.model.objects.get(home);
  const accounts = [...(object?.accounts.values() ?? [])].map((each) => account(each, undefined));
  return qualifier === undefined ? [...accounts, ...words] : accounts;
}
