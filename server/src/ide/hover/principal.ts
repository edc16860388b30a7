// Hovers of users, groups and service accounts: who they are, and what they may do where.

import { addressOf, attributesOf } from '../../model/profiles.ts';
import type { Group, ServiceAccount, User } from '../../model/symbols.ts';
import type { Snapshot } from '../../project/types.ts';
import { writeName } from '../../syntax/keywords.ts';
import { join, type Phrase, phrase, prose, words } from '../phrase.ts';
import { type Block, type Card, firstNames, names, sentences, text } from './card.ts';
import { people, placesBlocks } from './places.ts';

export function userCard(snapshot: Snapshot, user: User): Card {
  const marks = [user.external ? 'external' : '', user.inactive ? 'inactive' : ''].filter((mark) => mark !== '');
  const body = marks.length === 0 ? '' : ` { ${marks.join('  ')} }`;
  const signature = `user ${writeName(user.name)} ${JSON.stringify(addressOf(snapshot.model, user))}${body}`;
  const groups = [...(snapshot.model.groupsOf.get(user) ?? [])].map((group) => group.name);
  const member = groups.length === 0 ? words('In no group.') : [...words('In '), ...names(groups), '.'];
  const known = [...attributesOf(snapshot.model, user)].filter(([name]) => name !== 'userName');
  const attributes = join(
    known.slice(0, 3).map(([name, value]) => phrase`${`${writeName(name)} ${JSON.stringify(value)}`}`),
  );
  const facts = sentences(
    member,
    attributes.length === 0 ? [] : [...attributes, '.'],
    user.declared ? [] : words('From the directory.'),
  );
  if (!user.sound) return { signature, blocks: [text(facts), broken] };
  return { signature, blocks: [text(facts), ...placesBlocks(snapshot, user)] };
}

const broken: Block = text(words('Its declaration has an error: nothing is decided for it.'));

export function groupCard(snapshot: Snapshot, group: Group): Card {
  const { size } = group.members;
  const count =
    size === 0 ? words('No members.') : sentences([...people(size), ': ', ...firstNames(group.members), '.']);
  const description = group.description === undefined ? [] : prose(group.description);
  return {
    signature: groupSignature(group),
    blocks: [text(description), text(sentences(originOfMembers(group), count)), ...placesBlocks(snapshot, group)],
  };
}

function groupSignature(group: Group): string {
  const domain = group.domain === undefined ? '' : ` { domain ${JSON.stringify(group.domain)} }`;
  return `group ${writeName(group.name)}${domain}`;
}

function originOfMembers(group: Group): Phrase {
  if (group.system === 'internal') return words('Every active user who is not external.');
  if (group.system === 'external') return words('Every active user who is external.');
  if (group.domain !== undefined) return phrase`Every active user of the domain ${group.domain}.`;
  return group.declared ? [] : words('From the directory.');
}

export function accountCard(snapshot: Snapshot, account: ServiceAccount): Card {
  const { object, purpose, usableBy } = account;
  const usable = usableBy.map(({ subject }) => subject.name);
  const users = [...object.automations, ...object.agents]
    .filter((each) => [each, ...each.steps].some(({ actor }) => actor?.as === 'account' && actor.account === account))
    .map((each) => each.name);
  const facts = sentences(
    phrase`Of ${object.name}.`,
    usable.length === 0 ? words('Usable by nobody.') : [...words('Usable by '), ...names(usable), '.'],
    users.length === 0 ? words('Runs nothing.') : [...words('Runs '), ...names(users, 3), '.'],
  );
  const said = purpose === undefined ? [] : prose(purpose);
  const signature = `service account ${writeName(account.name)}${account.inactive ? ' { inactive }' : ''}`;
  const blocks = [text(said), text(facts)];
  return { signature, blocks: account.sound ? [...blocks, ...placesBlocks(snapshot, account)] : [...blocks, broken] };
}
