// References to objects, fields and people from a resource that is being written, with the look-ups that they need.
import type { Model } from '../../model/model.ts';
import { addressOf } from '../../model/profiles.ts';
import type { Field, Group, ObjectSymbol, User } from '../../model/symbols.ts';
import { objectTypes, systemFields } from '../terraform-facts.ts';
import { isSayable, isSayableName, label, literal, reference } from './names.ts';
import { type Neighbours, neighbourField, neighbourObject } from './neighbours.ts';
import { type Block, type Body, fits, put, type Sheet } from './sheets.ts';

export interface Sheets {
  readonly model: Model;
  readonly neighbours: Neighbours | undefined;
  /** Users and groups, of which any object may speak. */
  readonly people: Sheet;
}

/** One resource: nothing of it is written until all of it is known to be right. */
export interface Draft {
  readonly sheets: Sheets;
  readonly sheet: Sheet;
  readonly wanted: { readonly sheet: Sheet; readonly block: Block }[];
  /** Why it cannot be written; filled while it is. */
  readonly reasons: Set<string>;
}

export function newDraft(sheets: Sheets, sheet: Sheet): Draft {
  return { sheets, sheet, wanted: [], reasons: new Set() };
}

/** Writes the resource and its look-ups; gives why not, empty where it is written. */
export function commit({ sheet, wanted, reasons }: Draft, block: Block): readonly string[] {
  const all = [...wanted, { sheet, block }];
  if (all.some((each) => !fits(each.sheet, each.block))) reasons.add('another thing has its label');
  if (reasons.size === 0) for (const each of all) put(each.sheet, each.block);
  return [...reasons];
}

function lookUp({ wanted }: Draft, sheet: Sheet, block: Omit<Block, 'word'>): string {
  wanted.push({ sheet, block: { word: 'data', ...block } });
  return reference(`data.${block.type}.${block.label}.id`);
}

/** The text as Terraform has it; one that it cannot hold is a reason against the resource. */
export function textIn({ reasons }: Draft, text: string): string {
  if (!isSayable(text)) reasons.add('a text or name in it is none that Terraform holds as it is');
  return literal(text.toWellFormed());
}

/** A name as Terraform has it, likewise. */
export function nameIn(draft: Draft, name: string): string {
  if (!isSayableName(name))
    draft.reasons.add('a name in it has blanks around it, or is none that Terraform holds as it is');
  return literal(name.toWellFormed());
}

export function objectId(draft: Draft, object: ObjectSymbol): string {
  const address = neighbourObject(draft.sheets.neighbours, object);
  if (address !== undefined) return reference(`${address}.id`);
  const { name, type } = object;
  return lookUp(draft, draft.sheet, {
    type: objectTypes[type],
    label: label(name),
    body: { name: nameIn(draft, name) },
  });
}

export function fieldId(draft: Draft, field: Field): string {
  const { name, object } = field;
  const { neighbours } = draft.sheets;
  const declared = neighbourField(neighbours, field);
  if (declared !== undefined) return reference(`${declared}.id`);
  const owner = neighbourObject(neighbours, object);
  const system = systemFields.find((each) => each.name === name && each.type === field.type);
  if (owner !== undefined && system !== undefined && object.type === 'app') {
    const isDirect = system.key === 'title' || system.key === 'status';
    return reference(isDirect ? `${owner}.${system.key}_field_id` : `local.${labelAt(owner)}_${system.key}_field_id`);
  }
  const body = { app_id: objectId(draft, object), name: nameIn(draft, name) };
  return lookUp(draft, draft.sheet, { type: 'elementum_field', label: label(object.name, name), body });
}

export function labelAt(address: string): string {
  return address.slice(address.indexOf('.') + 1);
}

export function userId(draft: Draft, user: User): string {
  const body = { email: textIn(draft, addressOf(draft.sheets.model, user)) };
  return lookUp(draft, draft.sheets.people, { type: 'elementum_user', label: label(user.name), body });
}

/** One that the project fills is a resource; those of the platform, of directories and of domains are looked up. */
export function groupId(draft: Draft, group: Group): string {
  const { name } = group;
  const known = draft.sheets.neighbours?.groups.get(name);
  if (known !== undefined) return reference(`${known}.id`);
  if (isFilledHere(group)) {
    if (!isSayableName(name)) draft.reasons.add('a group in it is not exported');
    return reference(`elementum_group.${label(name)}.id`);
  }
  return lookUp(draft, draft.sheets.people, {
    type: 'elementum_group',
    label: label(name),
    body: { name: nameIn(draft, name) },
  });
}

export function isFilledHere({ declared, system, domain, origin }: Group): boolean {
  return declared && system === undefined && domain === undefined && origin !== undefined;
}

/** An attribute that is a list without order; none where it is empty. */
export function listed(name: string, values: readonly string[]): Body {
  const sorted = [...new Set(values)].sort();
  return sorted.length === 0 ? {} : { [name]: sorted };
}
