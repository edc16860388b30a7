// A field as it is imported, and how it is written.
import type { FieldTypeName } from '../../syntax/ast.ts';
import { writeName } from '../../syntax/keywords.ts';
import { changed, lost, type Notes, type Place, quote } from '../notes.ts';
import { writeText } from '../writ/text.ts';
import type { Value } from './tree.ts';
import { entriesOf, itemsOf, nameOf, textOf } from './values.ts';

export interface Field {
  readonly name: string;
  readonly type: FieldTypeName;
  /** Of `choice` and `choices`. */
  readonly options: ReadonlySet<string>;
  /** Options by the keys that stages have. */
  readonly keys: ReadonlyMap<string, string>;
}

export function writeField({ name, type, options }: Field): string {
  const list = type === 'choice' || type === 'choices' ? `(${[...options].map(writeText).join(', ')})` : '';
  return `field ${writeName(name)}: ${type}${list}`;
}

/** The options of a list of structures, by the attribute that names one; nothing where there are none. */
export function optionsOf(
  value: Value | undefined,
  attribute: 'label' | 'name',
  { notes, place, of }: { readonly notes: Notes; readonly place: Place; readonly of: string },
): Pick<Field, 'options' | 'keys'> {
  const options = new Set<string>();
  const keys = new Map<string, string>();
  const items = itemsOf(value);
  for (const item of items ?? []) {
    const entries = entriesOf(item);
    const text = textOf(entries?.get(attribute));
    if (text === undefined || text === '')
      lost(notes, { ...place, line: item.line }, `an option of ${of} has no readable name`);
    else if (options.has(text))
      changed(notes, { ...place, line: item.line }, `${of} has the option ${quote(text)} once`);
    else options.add(text);
    const key = nameOf(entries?.get('key'));
    if (key !== undefined && text !== undefined) keys.set(key, text);
  }
  if (items === undefined) lost(notes, place, `the options of ${of} are not readable`);
  return { options, keys };
}
