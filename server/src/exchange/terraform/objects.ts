// The objects that an import speaks of, with what is put into each.

import type { ObjectKind } from '../../syntax/ast.ts';
import { writeName } from '../../syntax/keywords.ts';
import { freeName, type Names, namesOf } from '../free-names.ts';
import { changed, lost, type Notes, type Place, quote } from '../notes.ts';
import { labelOf, objectTypes } from '../terraform-facts.ts';
import type { Written } from '../writ/text.ts';
import { addressOf, type Index } from './blocks.ts';
import { writeField } from './field.ts';
import { givenName, labelIn } from './names.ts';
import type { ObjectDraft } from './object-draft.ts';
import { type Target, thingOf } from './references.ts';
import { addSystemFields } from './system-fields.ts';
import type { Block, Value } from './tree.ts';
import { nameOf } from './values.ts';

export interface Objects {
  readonly index: Index;
  readonly notes: Notes;
  readonly taken: Names;
  readonly byName: Map<string, ObjectDraft>;
  readonly byAddress: Map<string, ObjectDraft>;
  readonly all: ObjectDraft[];
}

const kinds = new Map<string, ObjectKind>([
  [objectTypes.app, 'app'],
  [objectTypes.element, 'element'],
  [objectTypes.task, 'task'],
  [objectTypes.table, 'table'],
]);

/** Declares the objects of the export; others follow as they are spoken of. */
export function collectObjects(index: Index, notes: Notes): Objects {
  const objects: Objects = {
    index,
    notes,
    taken: namesOf(['organization']),
    byName: new Map(),
    byAddress: new Map(),
    all: [],
  };
  for (const [type, kind] of kinds)
    for (const block of index.resources.get(type) ?? []) {
      const draft = declare(objects, kind, block);
      addSystemFields(draft, block, notes);
      // Two that differ under one address are both there; what refers to that address means neither.
      if (index.byAddress.get(addressOf(block)) !== undefined) objects.byAddress.set(addressOf(block), draft);
    }
  return objects;
}

function declare(objects: Objects, kind: ObjectKind, block: Block): ObjectDraft {
  const given = givenName(block);
  const wanted = given ?? labelIn(block);
  if (given === undefined)
    changed(objects.notes, block, `the ${kind} ${quote(wanted)} says no name and has that of its label`);
  const name = freeName(objects.taken, wanted);
  if (name !== wanted) changed(objects.notes, block, `a second object ${quote(wanted)} is called ${quote(name)}`);
  const said = ['namespace', 'handle', 'name'].flatMap((attribute) => nameOf(block.body.get(attribute)) ?? []);
  return add(objects, kind, name, [labelIn(block), ...said.map(labelOf)]);
}

function add(objects: Objects, kind: ObjectKind, name: string, labels: readonly string[]): ObjectDraft {
  const draft: ObjectDraft = {
    kind,
    name,
    labels: new Set(labels),
    fields: new Map(),
    fieldNames: namesOf(),
    roleNames: namesOf(),
    policyNames: namesOf(),
    actorNames: namesOf(),
    managed: new Map(),
    roles: [],
    policies: [],
    automations: [],
    agents: [],
  };
  objects.all.push(draft);
  objects.byName.set(`${kind} ${name}`, draft);
  return draft;
}

/** The object that a value means; one that is only referred to is declared, with what is known of it. */
export function objectOf(objects: Objects, value: Value | undefined, place: Place): ObjectDraft | undefined {
  const target = thingOf(objects.index, value);
  const kind = target === undefined ? undefined : kinds.get(target.type);
  if (target === undefined || kind === undefined || target.isDoubtful) return undefined;
  const known = objects.byAddress.get(target.address);
  if (known !== undefined) return known;
  const draft = elsewhere(objects, kind, target, place);
  if (draft !== undefined) objects.byAddress.set(target.address, draft);
  return draft;
}

/** An object that the export names, or does no more than refer to. */
function elsewhere(objects: Objects, kind: ObjectKind, target: Target, place: Place): ObjectDraft | undefined {
  const given = target.block === undefined ? undefined : givenName(target.block);
  const same = given === undefined ? undefined : objects.byName.get(`${kind} ${given}`);
  if (same !== undefined && target.isData) return same;
  const name = freeName(objects.taken, given ?? target.label);
  const how =
    given === undefined
      ? 'is only referred to in the export and has the name of its label'
      : 'is only named in the export';
  lost(objects.notes, target.block ?? place, `the ${kind} ${quote(name)} ${how}: its fields are not known`);
  const draft = add(objects, kind, name, [target.label, labelOf(name)]);
  addSystemFields(draft, undefined, objects.notes);
  return draft;
}

export function writeObject(draft: ObjectDraft): Written {
  const managed = [...draft.managed].map(([name, members]) => ({
    head: `managed role ${writeName(name)}`,
    lines: members.size === 0 ? [] : [`members ${[...members].map(writeName).join(', ')}`],
  }));
  return {
    head: `${draft.kind} ${writeName(draft.name)}`,
    lines: [
      ...[...draft.fields.values()].map(writeField),
      ...managed,
      ...draft.roles,
      ...draft.policies,
      ...draft.automations,
      ...draft.agents,
    ],
  };
}
