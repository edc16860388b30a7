// What a string means in HCL and in JSON: a text, or the reference that is the whole of it.
import { readTraversal } from './traversal.ts';
import { type Fault, longest, type Value } from './tree.ts';

/** A word alone may be one that means a value. */
export function referenceOf(steps: readonly string[], line: number): Value {
  const [word = ''] = steps;
  if (steps.length > 1) return { kind: 'reference', steps, line };
  if (word === 'true' || word === 'false') return { kind: 'boolean', value: word === 'true', line };
  return word === 'null' ? { kind: 'null', line } : { kind: 'opaque', line };
}

interface Read {
  readonly text: string | undefined;
  readonly template?: string;
  /** `${` stands in the text as it is. */
  readonly hasTemplate?: boolean;
}

/** Takes a string without its escapes. A template that names nothing is text: names are exported without doubling `${`. */
export function quotedValue({ text, template, hasTemplate }: Read, line: number, faults: Fault[]): Value {
  if (text !== undefined) {
    if (text.length > longest) {
      faults.push({ line, gravity: 'lost', message: `a text of more than ${longest} characters is not read` });
      return { kind: 'opaque', line };
    }
    if (hasTemplate === true) faults.push(asText(line));
    return { kind: 'text', text: text.toWellFormed(), line };
  }
  const reference = template === undefined ? undefined : readTraversal(template, 0);
  if (reference === undefined || reference.end !== template?.length) return { kind: 'opaque', line };
  const value = referenceOf(reference.steps, line);
  if (value.kind !== 'opaque') return value;
  faults.push(asText(line));
  return { kind: 'text', text: `\${${template}}`, line };
}

function asText(line: number): Fault {
  return { line, gravity: 'changed', message: '`${` that is not doubled is read as text' };
}
