// Reads roles: their members, what they grant by levels and one by one, and what shares records with them.

import { managedRole } from '../../catalogue/managed-roles.ts';
import { levels, permission } from '../../catalogue/permissions.ts';
import type { Level } from '../../catalogue/types.ts';
import { writeName } from '../../syntax/keywords.ts';
import { freeName } from '../free-names.ts';
import { changed, lost, type Notes, type Place, quote } from '../notes.ts';
import { autoShareNames, levelNames, managedRoleNames, objectGroups } from '../terraform-facts.ts';
import { writeNames } from '../writ/text.ts';
import { describe } from './description.ts';
import { givenName, labelIn } from './names.ts';
import type { ObjectDraft } from './object-draft.ts';
import { type Objects, objectOf } from './objects.ts';
import { type People, principalsOf } from './people.ts';
import type { Block, Value } from './tree.ts';
import { entriesOf, isAbsent, itemsOf, textOf } from './values.ts';

/** Puts the roles of the export into their objects. */
export function readRoles(objects: Objects, people: People): void {
  for (const block of objects.index.resources.get('elementum_role') ?? []) readRole(objects, people, block);
}

const managedNames = new Map(Object.entries(managedRoleNames).map(([name, alias]) => [alias, name]));

function readRole(objects: Objects, people: People, block: Block): void {
  const { notes } = objects;
  const given = givenName(block);
  const wanted = given ?? labelIn(block);
  const object = objectOf(objects, block.body.get('object_id'), block);
  if (object === undefined || object.kind === 'table') {
    const why = object === undefined ? 'its object is not in the export' : 'tables have no roles';
    lost(notes, block, `the role ${quote(wanted)} is not imported: ${why}`);
    return;
  }
  if (given === undefined) changed(notes, block, `the role ${quote(wanted)} says no name and has that of its label`);
  const members = [
    ...principalsOf(people, block.body.get('group_ids'), 'group', block),
    ...principalsOf(people, block.body.get('user_ids'), 'user', block),
  ].map(({ name }) => name);
  const grants = grantsOf(notes, block, wanted);
  const managed = managedRole('object', managedNames.get(wanted) ?? wanted)?.name;
  if (managed !== undefined && isBare(block)) {
    changed(
      notes,
      block,
      `the role ${quote(wanted)} lists no permissions and is taken for the managed role ${quote(managed)}`,
    );
    const known = object.managed.get(managed) ?? new Set<string>();
    for (const member of members) known.add(member);
    object.managed.set(managed, known);
    return;
  }
  const shares = sharesOf(notes, block);
  object.roles.push({
    head: `role ${writeName(roleName(notes, object, wanted, block))}`,
    lines: [
      ...describe(block),
      ...(members.length === 0 ? [] : [`members ${writeNames([...new Set(members)])}`]),
      ...(grants.length === 0 ? [] : [`grants ${grants.join(', ')}`]),
      ...(shares.length === 0 ? [] : [`auto-share on ${shares.join(', ')}`]),
    ],
  });
}

/** Of a managed role the platform knows what it grants, so nothing of the kind is listed. */
function isBare({ body }: Block): boolean {
  return itemsOf(body.get('permissions'))?.length === 0 && isAbsent(body.get('auto_share'));
}

function roleName(notes: Notes, object: ObjectDraft, wanted: string, place: Place): string {
  const isManaged = managedRole('object', wanted) !== undefined;
  const name = freeName(object.roleNames, isManaged ? `Custom ${wanted}` : wanted);
  if (name !== wanted) {
    const why = isManaged ? 'a managed role has that name' : 'another role has that name';
    changed(notes, place, `the role ${quote(wanted)} is called ${quote(name)}: ${why}`);
  }
  return name;
}

function sharesOf(notes: Notes, block: Block): string[] {
  const known = new Map<string, string>(Object.entries(autoShareNames).map(([word, name]) => [name, word]));
  const value = block.body.get('auto_share');
  const items = itemsOf(value);
  const words = (items ?? []).map((item) => known.get(textOf(item) ?? ''));
  if (items === undefined || words.includes(undefined))
    lost(
      notes,
      { ...block, line: value?.line ?? block.line },
      'an auto-share trigger is not known, and is not imported',
    );
  return [...new Set(words.flatMap((word) => word ?? []))];
}

function grantsOf(notes: Notes, block: Block, role: string): string[] {
  const value = block.body.get('permissions');
  const items = itemsOf(value);
  const shown = `the role ${quote(role)}`;
  if (items === undefined) lost(notes, block, `the permissions of ${shown} are not readable: it grants nothing`);
  return [...new Set((items ?? []).flatMap((item) => grantOf(notes, item, { ...block, line: item.line }, shown)))];
}

function grantOf(notes: Notes, item: Value, place: Place, shown: string): readonly string[] {
  const entries = entriesOf(item);
  const group = textOf(entries?.get('group'));
  const level = textOf(entries?.get('level'));
  if (level === 'NONE') return [];
  if (level === 'CUSTOM') return customOf(notes, entries?.get('custom_permissions'), place, shown);
  const known = objectGroups.find((each) => each.group.constant === group);
  const word = levels.find((each) => levelNames[each] === level);
  if (known === undefined || word === undefined) {
    const what = isWord(group) && isWord(level) ? `\`${level}\` of \`${group}\`` : 'a level of permissions';
    lost(notes, place, `${shown} says ${what}, which no role of an object can be given: it is not imported`);
    return [];
  }
  return [
    `${capped(notes, { word, cap: known.cap, group: known.group.name }, place, shown)} on ${writeName(known.group.name)}`,
  ];
}

function isWord(text: string | undefined): boolean {
  return text !== undefined && /^[A-Z_]{1,40}$/.test(text);
}

function capped(
  notes: Notes,
  { word, cap, group }: { readonly word: Level; readonly cap: Level; readonly group: string },
  place: Place,
  shown: string,
): Level {
  if (levels.indexOf(word) <= levels.indexOf(cap)) return word;
  changed(
    notes,
    place,
    `${shown} says \`${word}\` of ${quote(group)}: \`${cap}\` is the highest level in an object, and is what is imported`,
  );
  return cap;
}

function customOf(notes: Notes, value: Value | undefined, place: Place, shown: string): readonly string[] {
  const items = itemsOf(value) ?? [];
  if (items.length === 0)
    lost(notes, place, `${shown} has permissions of its own choice and does not say which: they grant nothing`);
  return items.flatMap((item) => {
    const constant = textOf(item) ?? '';
    const known = permission(constant);
    if (known?.scopes.includes('object') === true) return [constant];
    const what = isWord(constant) ? `\`${constant}\`` : 'a permission';
    const why = known === undefined ? 'which is not known' : 'which only a role of the organization can grant';
    lost(notes, { ...place, line: item.line }, `${shown} lists ${what}, ${why}: it is not imported`);
    return [];
  });
}
