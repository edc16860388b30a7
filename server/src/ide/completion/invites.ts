// Invite policies of the organization.
import type { InvitePolicy } from '../../syntax/ast.ts';
import { type Found, ranks } from './suggestion.ts';

const meanings: Readonly<Record<InvitePolicy, string>> = {
  'allowed-domains': 'addresses of `domains`, by those who may create users',
  'admins-only': 'by administrators alone; the same as leaving it out',
  'any-domain': 'any address, by those who may create users',
};

export function invitePolicies(): Found {
  return Object.entries(meanings).map(([word, detail]) => ({
    kind: 'word',
    label: word,
    insert: { words: word },
    detail,
    rank: ranks.name,
  }));
}
