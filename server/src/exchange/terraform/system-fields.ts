// Fields that every object has and that no export declares.

import { lost, type Notes } from '../notes.ts';
import { systemFields } from '../terraform-facts.ts';
import { type Field, optionsOf } from './field.ts';
import type { ObjectDraft } from './object-draft.ts';
import type { Block } from './tree.ts';

/** A table has columns alone; `Status` and `Stage` are an app's, where it says which there are. */
export function addSystemFields(draft: ObjectDraft, block: Block | undefined, notes: Notes): void {
  if (draft.kind === 'table') return;
  for (const { name, type } of systemFields) {
    if (type !== 'choice') {
      addField(draft, { name, type, options: new Set(), keys: new Map() });
      continue;
    }
    if (draft.kind !== 'app' || block === undefined) continue;
    const isStatus = name === 'Status';
    const value = block.body.get(isStatus ? 'status_options' : 'stages');
    const choice = optionsOf(value, isStatus ? 'label' : 'name', { notes, place: block, of: `\`${name}\`` });
    if (choice.options.size > 0) addField(draft, { name, type, ...choice });
    else if (isStatus) lost(notes, block, 'the app says no options of `Status`, so it has no such field');
  }
}

export function addField(draft: ObjectDraft, field: Field): void {
  draft.fields.set(field.name, field);
  draft.fieldNames.taken.add(field.name);
}
