// What a call says of a record, as a record body writes it: by the type of each field, whatever JSON it came as.
import type { Model } from '../../model/model.ts';
import type { Field, ObjectSymbol } from '../../model/symbols.ts';
import { writeName } from '../../syntax/keywords.ts';
import { relationWords } from '../written.ts';
import { type Read, readName, readPrincipal } from './names.ts';

/** The body without its braces; empty where nothing is said. */
export function readRecord(model: Model, object: ObjectSymbol, given: object): Read {
  const texts: string[] = [];
  for (const [key, value] of Object.entries(given)) {
    const read = readItem(model, object, key, value);
    if ('problem' in read) return read;
    texts.push(read.text);
  }
  return { text: texts.join('  ') };
}

function readItem(model: Model, object: ObjectSymbol, key: string, value: unknown): Read {
  const relation = Object.values(relationWords).find((each) => each === key.trim().toLowerCase());
  if (relation !== undefined)
    return behind(
      relation,
      readAll(value, (each) => readPrincipal(model, relation, each)),
    );
  const fields = [...object.fields.values()];
  const candidates = fields.map(({ name }) => ({ text: name, names: [name] }));
  const found = readName('record', key, candidates, { what: `field of \`${writeName(object.name)}\`` });
  if ('problem' in found) return found;
  const field = object.fields.get(found.text);
  if (field === undefined) return found;
  const name = writeName(field.name);
  if (isEmpty(value)) return { text: `${name} empty` };
  const read = readAll(value, (each) => readValue(model, field, each));
  return behind(name, Array.isArray(value) && 'text' in read ? { text: `(${read.text})` } : read);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || value === 'empty' || (Array.isArray(value) && value.length === 0);
}

function behind(word: string, read: Read): Read {
  return 'text' in read ? { text: `${word} ${read.text}` } : read;
}

/** One value, or several. */
function readAll(value: unknown, readOne: (text: string) => Read): Read {
  const texts: string[] = [];
  for (const each of Array.isArray(value) ? value : [value]) {
    const read = readOne(String(each));
    if ('problem' in read) return read;
    texts.push(read.text);
  }
  return { text: texts.join(', ') };
}

/** What is written as the language has it stays as it is: a quoted text, several of them in parentheses. */
function readValue(model: Model, { name, type, options }: Field, value: string): Read {
  const isWritten = /^(?:"(?:[^"\\]|\\.)*"|\(.*\))$/.test(value);
  switch (type) {
    case 'text':
    case 'attachment':
      return { text: isWritten ? value : JSON.stringify(value) };
    case 'choice':
    case 'choices': {
      const candidates = options.map((option) => ({ text: JSON.stringify(option), names: [option] }));
      return /^\(.*\)$/.test(value)
        ? { text: value }
        : readName('record', value, candidates, { what: `option of \`${name}\`` });
    }
    case 'user':
    case 'group':
      return readPrincipal(model, name, value);
    default:
      return { text: value };
  }
}
