// Makes a group of users that a role, a policy or an account names one by one, and names the group in their place.

import { listWords } from '../../model/words.ts';
import { addDeclaration } from '../../rules/edits/declare.ts';
import { freeName, isPerson } from '../../rules/edits/names.ts';
import { removeFromList } from '../../syntax/edits/remove-elements.ts';
import { writeName } from '../../syntax/keywords.ts';
import { type PeopleList, peopleListAt } from './listed.ts';
import type { Made, Offer, Refusal, Selected } from './refactoring.ts';

/** More names make no title. */
const mostNames = 3;

const kinds = { members: 'members', to: 'readers', 'usable by': 'users' } as const;

export function extractGroup(selected: Selected): readonly Offer[] {
  const list = peopleListAt(selected);
  if (list === undefined || list.users.length < 2) return [];
  const title = `Extract ${namesOf(list)} into a new group`;
  return [{ title, kind: 'extract.group', access: 'unchanged', make: () => extract(selected, list) }];
}

export function namesOf({ users }: Pick<PeopleList, 'users'>): string {
  const names = users.map(({ user }) => `\`${user.name}\``);
  return names.length > mostNames ? `${names.length} users` : listWords(names, 'and');
}

function extract({ snapshot, context, located }: Selected, list: PeopleList): Made | Refusal {
  const { path: file } = located;
  const group = freeName(`${list.owner.text} ${kinds[list.kind]}`, (name) => isTaken(snapshot.model, name));
  const members = list.users.map(({ index }) => refText(list, index)).join(', ');
  const declaration = addDeclaration(context, file, 'group', `group ${writeName(group)} { members ${members} }`);
  if (declaration.length === 0) return { refused: 'there is no place for a group' };
  return { group, files: [...declaration, { file, edits: inPlaceOf(located.source, list, writeName(group)) }] };
}

/** In an object a bare name is its account's first. */
function isTaken(model: Selected['snapshot']['model'], name: string): boolean {
  return isPerson(model, name) || [...model.objects.values()].some(({ accounts }) => accounts.has(name));
}

/** As a declaration outside of objects names them. */
function refText({ users }: PeopleList, index: number): string {
  return writeName(users.find((each) => each.index === index)?.user.name ?? '');
}

/** What puts a text in the place of the first of the selected users, and takes the others out. */
export function inPlaceOf(source: Selected['located']['source'], { list, users }: PeopleList, text: string) {
  const [first, ...rest] = users.map(({ index }) => index);
  const span = list.elements[first ?? -1];
  if (span === undefined) return [];
  return [{ span, text }, ...removeFromList(source, list, (index) => rest.includes(index))];
}
