// An organization as Terraform JSON: groups, roles of objects and policies, and a checklist of what has to be done by hand.
import type { Group, ObjectSymbol, Policy, Role } from '../../model/symbols.ts';
import { compareTexts } from '../../text/order.ts';
import type { Exported, ExportSource } from '../exporter.ts';
import { printChecklist } from './checklist.ts';
import { commit, groupId, isFilledHere, listed, nameIn, newDraft, objectId, type Sheets, userId } from './draft.ts';
import { filterOf } from './filter.ts';
import { lackingOf } from './lacking.ts';
import { type LeftOut, nothingLeft } from './left.ts';
import type { Manual } from './manual.ts';
import { label } from './names.ts';
import { neighboursOf } from './neighbours.ts';
import { reasonsAgainst, roleBody } from './roles.ts';
import { newSheet, printJson, printSheet, type Sheet } from './sheets.ts';

interface Work {
  readonly sheets: Sheets;
  readonly place: ExportSource['place'];
  readonly left: LeftOut;
}

/**
 * Gives a file for the people, one for each object, and `checklist.md`; without `beside` one that names the provider, too.
 * The same project gives the same bytes, and a declaration that did not change the same block.
 */
export function exportTerraform({ model, problems, place, beside }: ExportSource): Exported {
  const neighbours = beside === undefined ? undefined : neighboursOf(beside);
  const sheets = { model, neighbours, people: newSheet() };
  const work = { sheets, place, left: nothingLeft() };
  for (const group of sortedByName([...model.groups.values()].filter(isFilledHere))) writeGroup(work, group);
  const objects = sortedByName(model.objects.values());
  const files = objectFiles(work, objects);
  const people = printSheet(sheets.people);
  const manual: Manual = { model, objects, place, left: work.left, neighbours, problems };
  const steps = printChecklist(manual);
  return {
    files: [
      { path: 'checklist.md', text: steps.text },
      ...(beside === undefined ? [{ path: 'writ-provider.tf.json', text: provider }] : []),
      ...(people === undefined ? [] : [{ path: 'writ-people.tf.json', text: people }]),
      ...files,
    ],
    lacking: lackingOf(work.left, steps.count),
    isOwn: (name) => /^writ[-_][a-z0-9_]+\.tf\.json$/.test(name),
  };
}

/** The vendor's tool sets what the provider is given, as variables of the environment. */
const provider = printJson({ terraform: { required_providers: { elementum: { source: 'elementumltd/elementum' } } } });

function sortedByName<T extends { readonly name: string }>(symbols: Iterable<T>): T[] {
  return [...symbols].sort((a, b) => compareTexts(a.name, b.name));
}

function objectFiles(work: Work, objects: readonly ObjectSymbol[]): Exported['files'] {
  const sheets = new Map<string, Sheet>();
  for (const object of objects) {
    const path = `${label(object.name)}.tf.json`;
    const sheet = sheets.get(path) ?? newSheet();
    sheets.set(path, sheet);
    for (const role of sortedByName(object.roles.values())) if (!role.managed) writeRole(work, sheet, role, object);
    for (const policy of sortedByName(object.policies)) writePolicy(work, sheet, policy);
  }
  return [...sheets].flatMap(([path, sheet]) => {
    const text = printSheet(sheet);
    return text === undefined ? [] : [{ path, text }];
  });
}

/** What the project does not speak of stays as it is where an existing group is taken over. */
const unspoken = ['approver', 'assignable', 'mentionable', 'tags', 'watchable'];

function writeGroup({ sheets, place, left }: Work, group: Group): void {
  const { name, members, origin } = group;
  if (sheets.neighbours?.groups.get(name) !== undefined) return;
  const draft = newDraft(sheets, sheets.people);
  const ids = [...members].filter(({ sound }) => sound).map((user) => userId(draft, user));
  const body = { name: nameIn(draft, name), ...listed('members', ids), lifecycle: { ignore_changes: unspoken } };
  const reasons = commit(draft, { word: 'resource', type: 'elementum_group', label: label(name), body });
  if (reasons.length > 0) left.groups.push({ of: group, place: origin ? place(origin) : '', reasons });
}

function writeRole({ sheets, place, left }: Work, sheet: Sheet, role: Role, object: ObjectSymbol): void {
  const { name, origin } = role;
  const draft = newDraft(sheets, sheet);
  for (const reason of reasonsAgainst(role)) draft.reasons.add(reason);
  if (object.type === 'table') draft.reasons.add('a table has no roles');
  const body = roleBody(draft, role, object);
  const reasons = commit(draft, { word: 'resource', type: 'elementum_role', label: label(object.name, name), body });
  if (reasons.length > 0) left.roles.push({ of: role, place: origin ? place(origin) : '', reasons });
}

function writePolicy({ sheets, place, left }: Work, sheet: Sheet, policy: Policy): void {
  const { object, name, when, to, isDefault, origin } = policy;
  const draft = newDraft(sheets, sheet);
  const at = origin ? place(origin) : '';
  const subjects = to.map(({ subject }) => subject);
  const accounts = subjects.filter(({ kind }) => kind === 'service account');
  const users = subjects.flatMap((each) => (each.kind === 'user' && each.sound ? [userId(draft, each)] : []));
  const groups = subjects.flatMap((each) => (each.kind === 'group' ? [groupId(draft, each)] : []));
  if (when === undefined) draft.reasons.add('it is broken');
  if (object.type === 'table') draft.reasons.add('a resource cannot be about a table');
  if (users.length + groups.length === 0 && when !== undefined)
    draft.reasons.add(accounts.length > 0 ? 'a resource cannot name a service account' : 'it names nobody');
  const body = {
    '//': isDefault ? 'the default policy' : name.toWellFormed(),
    object_id: objectId(draft, object),
    filter: filterOf(when ?? { op: 'false' }, draft),
    ...listed('user_ids', users),
    ...listed('group_ids', groups),
  };
  const own = isDefault ? label(object.name, 'Default', 'Policy') : label(object.name, name);
  const reasons = commit(draft, { word: 'resource', type: 'elementum_access_policy', label: own, body });
  if (reasons.length > 0) left.policies.push({ of: policy, place: at, reasons });
  else if (accounts.length > 0) left.subjects.push({ policy, place: at, accounts });
}
