// Ids of options, which are known where an export of the vendor's tool stands beside: it has maps from their labels.
import type { Field } from '../../model/symbols.ts';
import { type Draft, labelAt } from './draft.ts';
import { element, isSayable } from './names.ts';
import { neighbourField, neighbourObject } from './neighbours.ts';

/** A reference to the id; where it is not known, a reason against the resource. */
export function optionId(option: string, field: Field, { sheets, reasons }: Draft): string {
  if (!isSayable(option)) reasons.add('an option in it is no text that Terraform holds as it is');
  const declared = neighbourField(sheets.neighbours, field);
  if (declared !== undefined) {
    const own = labelAt(declared);
    if (sheets.neighbours?.ambiguous.has(own) === true)
      reasons.add(
        'two fields of the export beside have the label of a field, so the ids of its options cannot be told',
      );
    return element(`local.${own}_options_by_label`, option);
  }
  const owner = neighbourObject(sheets.neighbours, field.object);
  if (owner !== undefined && field.object.type === 'app' && field.type === 'choice') {
    if (field.name === 'Status') return element(`${owner}.status_option_ids_by_label`, option);
    if (field.name === 'Stage') return element(`local.${labelAt(owner)}_stage_options_by_label`, option);
  }
  reasons.add('the ids of its options are known only beside an export of the object (`--beside`)');
  return '';
}
