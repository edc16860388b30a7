// The users and groups that an import speaks of: those that the export tells, and placeholders for those that it does not.

import { writeName } from '../../syntax/keywords.ts';
import { freeName, type Names, namesOf, systemGroups } from '../free-names.ts';
import { changed, lost, type Notes, type Place, quote } from '../notes.ts';
import { type Written, writeNames, writeText } from '../writ/text.ts';
import { addressOf, type Index, keyOf } from './blocks.ts';
import { givenName, labelIn } from './names.ts';
import { isUuid, thingOf } from './references.ts';
import type { Block, Value } from './tree.ts';
import { itemsOf, nameOf, switchOf } from './values.ts';

export interface People {
  readonly index: Index;
  readonly notes: Notes;
  /** Users and groups share one set of names. */
  readonly taken: Names;
  /** Of groups that are declared. */
  readonly groupsByName: Set<string>;
  readonly users: Map<string, User>;
  readonly groups: Map<string, Group>;
}

interface User {
  readonly name: string;
  readonly address: string;
  readonly isKnown: boolean;
}

interface Group {
  readonly name: string;
  readonly members: readonly string[];
  /** Those of the platform always exist and are not declared. */
  readonly isDeclared: boolean;
}

export interface Principal {
  readonly name: string;
  /** False of a placeholder, which must not stand in a condition: what is not it would be everybody. */
  readonly isKnown: boolean;
}

/** Declares the groups of the export; users and other groups follow as they are spoken of. */
export function collectPeople(index: Index, notes: Notes): People {
  const people: People = {
    index,
    notes,
    taken: namesOf(systemGroups),
    groupsByName: new Set(),
    users: new Map(),
    groups: new Map(),
  };
  const blocks = index.resources.get('elementum_group') ?? [];
  for (const block of blocks) declareGroup(people, block);
  for (const block of blocks) addMembers(people, block);
  for (const block of index.data.get('elementum_user') ?? []) userOf(people, block, labelIn(block));
  for (const block of index.data.get('elementum_group') ?? []) groupOf(people, block, addressOf(block), labelIn(block));
  return people;
}

function declareGroup(people: People, block: Block): void {
  const given = givenName(block);
  if (given === undefined)
    changed(people.notes, block, `the group ${quote(labelIn(block))} says no name and has that of its label`);
  const wanted = given ?? labelIn(block);
  if (systemGroups.has(wanted)) {
    people.groups.set(keyOf(people.index, block), { name: wanted, members: [], isDeclared: false });
    return;
  }
  const name = freeName(people.taken, wanted);
  if (name !== wanted) changed(people.notes, block, `a second group ${quote(wanted)} is called ${quote(name)}`);
  people.groups.set(keyOf(people.index, block), { name, members: [], isDeclared: true });
  people.groupsByName.add(name);
}

function addMembers(people: People, block: Block): void {
  const key = keyOf(people.index, block);
  const group = people.groups.get(key);
  if (group === undefined || !group.isDeclared) return;
  if (switchOf(block.body.get('dynamic')) !== false) {
    const message = `the group ${quote(group.name)} is dynamic and the export does not say of which domain: it has no members`;
    lost(people.notes, block, message);
    return;
  }
  const members = principalsOf(people, block.body.get('members'), 'user', block);
  people.groups.set(key, { ...group, members: [...new Set(members.map(({ name }) => name))] });
}

/** Takes a list of references or ids; each is somebody, a placeholder where the export does not say who. */
export function principalsOf(
  people: People,
  value: Value | undefined,
  kind: 'user' | 'group',
  place: Place,
): readonly Principal[] {
  const items = value?.kind === 'object' ? undefined : itemsOf(value);
  if (items === undefined) lost(people.notes, place, `the list of ${kind}s is not readable: nobody of it is imported`);
  return (items ?? []).map((item) => principalOf(people, item, kind, place));
}

/** A user or group that a value means. */
export function principalOf(people: People, value: Value, kind: 'user' | 'group', place: Place): Principal {
  const at = { path: place.path, line: value.line };
  const target = thingOf(people.index, value);
  if (target !== undefined && target.type === `elementum_${kind}`) {
    const declared = people.groups.get(target.address);
    if (kind === 'group' && declared !== undefined) return { name: declared.name, isKnown: true };
    if (target.isData && target.block !== undefined)
      return kind === 'user'
        ? userOf(people, target.block, target.label)
        : groupOf(people, target.block, target.address, target.label);
    return placeholder(people, kind, target.label, at);
  }
  const isId = value.kind === 'text' && isUuid(value.text);
  return placeholder(people, kind, isId ? value.text : 'unknown', at);
}

function userOf(people: People, block: Block, label: string): Principal {
  const address = nameOf(block.body.get('email'));
  if (address === undefined || !/^[^@\s]+@[^@\s]+$/.test(address)) return placeholder(people, 'user', label, block);
  const known = people.users.get(address.toLowerCase());
  if (known !== undefined) return known;
  const local = address.slice(0, address.indexOf('@'));
  const name = freeName(people.taken, people.taken.taken.has(local) ? address : local);
  const user = { name, address, isKnown: true };
  people.users.set(address.toLowerCase(), user);
  return user;
}

function groupOf(people: People, block: Block, key: string, label: string): Principal {
  const wanted = givenName(block);
  if (wanted === undefined) return placeholder(people, 'group', label, block);
  if (systemGroups.has(wanted)) return { name: wanted, isKnown: true };
  if (people.groupsByName.has(wanted)) return { name: wanted, isKnown: true };
  const name = freeName(people.taken, wanted);
  if (name !== wanted)
    changed(people.notes, block, `the group ${quote(wanted)} is called ${quote(name)}: a user has that name`);
  lost(people.notes, block, `the group ${quote(name)} is only named in the export: its members are not known`);
  people.groups.set(`${key} named`, { name, members: [], isDeclared: true });
  people.groupsByName.add(name);
  return { name, isKnown: true };
}

function placeholder(people: People, kind: 'user' | 'group', label: string, place: Place): Principal {
  const key = `unresolved ${kind} ${label}`;
  const known = kind === 'user' ? people.users.get(key) : people.groups.get(key);
  const name = known?.name ?? freeName(people.taken, label);
  const hint = kind === 'user' ? 'it may be a service account' : 'it has no members';
  lost(
    people.notes,
    place,
    `the export does not tell who the ${kind} ${quote(name)} is: a placeholder stands for it, ${hint}`,
  );
  if (known === undefined && kind === 'user')
    people.users.set(key, { name, address: `not known: ${name}`, isKnown: false });
  if (known === undefined && kind === 'group') people.groups.set(key, { name, members: [], isDeclared: true });
  return { name, isKnown: false };
}

/** All users, then all groups. */
export function writePeople({ users, groups }: People): (string | Written)[] {
  return [
    ...[...users.values()].map(({ name, address }) => `user ${writeName(name)} ${writeText(address)}`),
    ...[...groups.values()]
      .filter(({ isDeclared }) => isDeclared)
      .map(({ name, members }) => ({
        head: `group ${writeName(name)}`,
        lines: members.length === 0 ? [] : [`members ${writeNames(members)}`],
      })),
  ];
}
