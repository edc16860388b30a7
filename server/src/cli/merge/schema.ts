// Reads JSON that has to be as a schema says, and tells in words where it is not.
import { Ajv, type ErrorObject, type SchemaObject } from 'ajv';
import type { JsonPath } from '../../exchange/json-entries.ts';
import { pathText, placesOf } from '../../exchange/json-places.ts';
import type { Fault, Source } from './format.ts';

/** Gives what takes a source that is to hold what the schema describes. */
export function readerOf<Value>(
  schema: SchemaObject,
): (source: Source) => { readonly value: Value } | { readonly fault: Fault } {
  const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile<Value>(schema);
  return ({ text, value }) => {
    if (validate(value)) return { value };
    const [error] = validate.errors ?? [];
    return {
      fault: error === undefined ? { offset: 0, message: 'these are no results' } : faultOf(text, value, error),
    };
  };
}

function faultOf(text: string, value: unknown, error: ErrorObject): Fault {
  const path = pathOf(value, error);
  const [place] = placesOf(text, text.charCodeAt(0) === 0xfeff ? 1 : 0, [path]);
  const where = path.length === 0 ? 'the whole' : `\`${pathText(path)}\``;
  return { offset: place?.offset ?? 0, message: `${where} ${wordsOf(error)}` };
}

/** A pointer tells names from numbers only by what they are looked up in. */
function pathOf(value: unknown, { instancePath, keyword, params }: ErrorObject): JsonPath {
  const path: (string | number)[] = [];
  let at = value;
  for (const part of instancePath.split('/').slice(1)) {
    const step = part.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(at) ? Number(step) : step);
    at = typeof at === 'object' && at !== null ? Object.entries(at).find(([key]) => key === step)?.[1] : undefined;
  }
  return keyword === 'additionalProperties' ? [...path, String(params['additionalProperty'])] : path;
}

function wordsOf({ keyword, params, message = 'is wrong' }: ErrorObject): string {
  if (keyword === 'additionalProperties') return 'is nothing that such results have';
  if (keyword === 'required') return `lacks \`${String(params['missingProperty'])}\``;
  if (keyword === 'const') return `must be ${JSON.stringify(params['allowedValue'])}`;
  if (keyword === 'enum') return `must be one of ${[params['allowedValues']].flat().map(String).join(', ')}`;
  return message;
}
