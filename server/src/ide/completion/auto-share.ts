// What shares a role or a record by itself.
import { autoShareWordsOf } from '../../model/bind-roles.ts';
import type { AutoShareWord } from '../../model/symbols.ts';
import type { AutoShareSlot } from '../../syntax/context-slots.ts';
import { type Found, ranks } from './suggestion.ts';

const meanings: Readonly<Record<AutoShareWord, string>> = {
  watch: 'whoever watches the record',
  assign: 'whoever the record is assigned to',
  'group-assign': 'the groups that the record is assigned to',
  mention: 'whoever is mentioned in the record',
  share: 'whoever the record is shared with',
  approval: 'whoever is in the approval chain of the record',
};

export function autoShareWords({ records, named }: AutoShareSlot): Found {
  const words = autoShareWordsOf(records ? 'records' : 'role').filter((word) => !named.includes(word));
  return words.map((word) => ({
    kind: 'word',
    label: word,
    insert: { name: word, bare: true },
    detail: meanings[word],
    rank: ranks.name,
  }));
}
