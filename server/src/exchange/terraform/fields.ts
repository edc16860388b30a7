// Reads the fields of objects, and finds the one that a condition speaks of.
import type { FieldTypeName } from '../../syntax/ast.ts';
import { freeName } from '../free-names.ts';
import { changed, lost, quote } from '../notes.ts';
import { fieldTypes, fieldTypesWithoutConditions, systemFields } from '../terraform-facts.ts';
import { addressOf } from './blocks.ts';
import { type Field, optionsOf } from './field.ts';
import { givenName, labelIn } from './names.ts';
import type { ObjectDraft } from './object-draft.ts';
import { type Objects, objectOf } from './objects.ts';
import { localOf, targetOf } from './references.ts';
import { addField } from './system-fields.ts';
import type { Block, Value } from './tree.ts';
import { entriesOf, itemsOf, nameOf } from './values.ts';

export interface Fields {
  readonly objects: Objects;
  readonly byAddress: ReadonlyMap<string, { readonly object: ObjectDraft; readonly field: Field }>;
}

/** Puts the fields of the export into their objects. */
export function collectFields(objects: Objects): Fields {
  const byAddress = new Map<string, { object: ObjectDraft; field: Field }>();
  for (const [type, blocks] of objects.index.resources) {
    const word = /^elementum_([a-z]+)_field$/.exec(type)?.[1];
    if (word === undefined) continue;
    for (const block of blocks) {
      const found = fieldOf(objects, block, word);
      const isPlain = objects.index.byAddress.get(addressOf(block)) !== undefined;
      if (found !== undefined && isPlain) byAddress.set(addressOf(block), found);
    }
  }
  for (const block of objects.index.resources.get('elementum_table') ?? []) addColumns(objects, block);
  return { objects, byAddress };
}

function fieldOf(objects: Objects, block: Block, word: string): { object: ObjectDraft; field: Field } | undefined {
  const { notes } = objects;
  const given = givenName(block);
  const wanted = given ?? labelIn(block);
  const shown = `the field ${quote(wanted)}`;
  const type = fieldTypes.get(word);
  if (type === undefined) {
    const how = fieldTypesWithoutConditions.has(word) ? 'of a type that no condition speaks of' : 'of no known type';
    lost(notes, block, `${shown} is ${how}, and is not imported`);
    return undefined;
  }
  const object = objectOf(objects, block.body.get('object_id'), block);
  if (object === undefined) {
    lost(notes, block, `which object ${shown} belongs to is not in the export: it is not imported`);
    return undefined;
  }
  if (given === undefined) changed(notes, block, `${shown} says no name and has that of its label`);
  const choice = choiceOf(objects, block, type, shown);
  if (choice === undefined) return undefined;
  return { object, field: put(objects, object, { name: wanted, type, ...choice }, block) };
}

function choiceOf(
  { notes }: Objects,
  block: Block,
  type: FieldTypeName,
  shown: string,
): Pick<Field, 'options' | 'keys'> | undefined {
  if (type !== 'choice' && type !== 'choices') return { options: new Set(), keys: new Map() };
  const choice = optionsOf(block.body.get('options'), 'label', { notes, place: block, of: shown });
  if (choice.options.size > 0) return choice;
  lost(notes, block, `${shown} has no options that are readable, and is not imported`);
  return undefined;
}

/** One that an export declares stands in place of a system field of that name. */
function put({ notes }: Objects, object: ObjectDraft, wanted: Field, block: Block): Field {
  const before = object.fields.get(wanted.name);
  const isSystem =
    before !== undefined && systemFields.some(({ name, type }) => name === before.name && type === before.type);
  const isFirst = before === undefined || (isSystem && object.kind !== 'app');
  const name = isFirst ? wanted.name : freeName(object.fieldNames, wanted.name);
  if (name !== wanted.name) changed(notes, block, `a second field ${quote(wanted.name)} is called ${quote(name)}`);
  const field = { ...wanted, name };
  addField(object, field);
  return field;
}

function addColumns(objects: Objects, block: Block): void {
  const object = objects.byAddress.get(addressOf(block));
  for (const item of itemsOf(block.body.get('fields')) ?? []) {
    const entries = entriesOf(item);
    const name = nameOf(entries?.get('name'));
    const type = fieldTypes.get(nameOf(entries?.get('type'))?.toLowerCase() ?? '');
    const isPlain = type !== undefined && type !== 'choice' && type !== 'choices';
    if (object !== undefined && name !== undefined && isPlain && !object.fields.has(name))
      addField(object, { name, type, options: new Set(), keys: new Map() });
    else {
      const shown = name === undefined ? 'a column' : `the column ${quote(name)}`;
      lost(objects.notes, { ...block, line: item.line }, `${shown} is of no known type, and is not imported`);
    }
  }
}

/** The field of the object that a value means; nothing where it is another object's, or not known. */
export function fieldIn(
  { objects, byAddress }: Fields,
  object: ObjectDraft,
  value: Value | undefined,
): Field | undefined {
  const local = localOf(value);
  if (local !== undefined) {
    const key = systemFields.find(
      (each) => local.name.endsWith(`_${each.key}_field_id`) && isOf(local.name, each.key, object),
    );
    return key === undefined || local.key !== undefined ? undefined : object.fields.get(key.name);
  }
  const target = targetOf(objects.index, value);
  if (target === undefined || target.isDoubtful || target.rest.length !== 1) return undefined;
  const [asked = ''] = target.rest;
  if (target.type === 'elementum_field' && asked === 'id') return dataField(objects, object, target);
  if (asked !== 'id') {
    const system = systemFields.find(({ key }) => asked === `${key}_field_id`);
    return system !== undefined && objects.byAddress.get(target.address) === object
      ? object.fields.get(system.name)
      : undefined;
  }
  const found = byAddress.get(target.address);
  return found?.object === object ? found.field : undefined;
}

function isOf(name: string, key: string, { labels }: ObjectDraft): boolean {
  return [...labels].some((label) => name === `${label}_${key}_field_id`);
}

/** By its name where the export declares it, else by the ending that the vendor's tool gives its label. */
function dataField(
  objects: Objects,
  object: ObjectDraft,
  { block, label, isData }: { readonly block: Block | undefined; readonly label: string; readonly isData: boolean },
): Field | undefined {
  if (!isData) return undefined;
  if (block !== undefined) {
    const isHere = objectOf(objects, block.body.get('app_id'), block) === object;
    const name = givenName(block);
    return isHere && name !== undefined ? object.fields.get(name) : undefined;
  }
  const system = systemFields.find(({ key }) => [...object.labels].some((each) => label === `${each}_${key}`));
  return system === undefined ? undefined : object.fields.get(system.name);
}
