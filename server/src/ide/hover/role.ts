// Hover of a role: what it grants, who holds it, how long, and what it gives by auto-share.
import { managedRole } from '../../catalogue/managed-roles.ts';
import { isEmpty, size } from '../../catalogue/permission-set.ts';
import type { Role, ServiceAccount } from '../../model/symbols.ts';
import type { Snapshot } from '../../project/types.ts';
import { writeName } from '../../syntax/keywords.ts';
import { formatDay } from '../../text/calendar.ts';
import { counted, describeSet } from '../permission-text.ts';
import { join, type Phrase, phrase, prose, words } from '../phrase.ts';
import { type Card, names, sentences, text } from './card.ts';
import { countReached, people } from './places.ts';

export function roleCard(snapshot: Snapshot, role: Role): Card {
  const signature = `${role.managed ? 'managed role' : 'role'} ${writeName(role.name)}`;
  const place = role.object === undefined ? 'organization' : 'object';
  const said = role.managed ? managedRole(place, role.name)?.meaning : role.description;
  return {
    signature,
    blocks: [
      text(said === undefined ? [] : prose(said)),
      text(grantsText(role)),
      text(holdersText(snapshot, role)),
      text(sentences(reachText(role), expiryText(role, snapshot.input.today))),
      text(autoShareText(role)),
    ],
  };
}

function grantsText(role: Role): Phrase {
  if (isEmpty(role.permissions)) return words('Grants nothing.');
  const place = role.object === undefined ? 'organization' : 'object';
  const all = describeSet(role.permissions, place, { max: 10 });
  const count = size(role.permissions);
  // A single name needs no count beside it.
  const counting = count === all.length ? [] : [' (', ...counted(count, 'permission'), ')'];
  return [...words('Grants '), ...join(all), ...counting, '.'];
}

function holdersText({ model }: Snapshot, role: Role): Phrase {
  const members = role.members.map(({ member }) => member);
  const accounts = accountsWith(model.objects.values(), role);
  if (members.length + accounts.length === 0) return words('Held by nobody.');
  const direct = [...names(members.map((member) => member.name))];
  const count = members.some((member) => member.kind === 'group') ? [' (', ...people(countReached(members)), ')'] : [];
  const held = members.length === 0 ? [] : [...words('Held by '), ...direct, ...count, '.'];
  const named = accounts.map((account) => account.name);
  return sentences(held, accounts.length === 0 ? [] : [...words('Service accounts: '), ...names(named), '.']);
}

function accountsWith(
  objects: Iterable<{ readonly accounts: ReadonlyMap<string, ServiceAccount> }>,
  role: Role,
): ServiceAccount[] {
  return [...objects].flatMap((object) =>
    [...object.accounts.values()].filter((account) => account.roles.some((each) => each.role === role)),
  );
}

function reachText({ object }: Role): Phrase {
  return object === undefined ? words('Counts in every object.') : phrase`Counts in ${object.name} only.`;
}

function expiryText({ expires, expiryUnsound }: Role, today: number): Phrase {
  if (expiryUnsound) return words('Its expiry cannot be read: it is never in force.');
  if (expires === undefined) return [];
  return words(expires < today ? `Expired on ${formatDay(expires)}.` : `In force through ${formatDay(expires)}.`);
}

const relationWords = {
  watch: 'watches it',
  assign: 'is assigned to it',
  'group-assign': 'is in a group assigned to it',
  mention: 'is mentioned in it',
  share: 'has it shared with them',
  approval: 'is in its approval chain',
} as const;

function autoShareText({ autoShare }: Role): Phrase {
  if (autoShare.size === 0) return [];
  const ways = [...autoShare].map((word) => relationWords[word]);
  const last = ways.at(-1) ?? '';
  const listed = ways.length === 1 ? last : `${ways.slice(0, -1).join(', ')} or ${last}`;
  return words(`By auto-share it counts for one record, for whoever ${listed}.`);
}
