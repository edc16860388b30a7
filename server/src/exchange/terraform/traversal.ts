// Reads references such as `elementum_app.desk.status_option_ids_by_label["Open"]` into their steps.
import { readString } from './quoted.ts';

export interface Traversal {
  readonly steps: readonly string[];
  readonly end: number;
}

const word = /[\p{L}_][\p{L}\p{N}_-]*/uy;
const index = /\d+/y;

/** Takes where an identifier may begin; gives nothing where what stands there is no plain reference. */
export function readTraversal(text: string, from: number): Traversal | undefined {
  const first = match(word, text, from);
  if (first === undefined) return undefined;
  const steps = [first];
  let at = from + first.length;
  for (;;) {
    const step = text[at] === '.' ? dotStep(text, at + 1) : text[at] === '[' ? bracketStep(text, at + 1) : undefined;
    if (step === undefined) return { steps, end: at };
    steps.push(step.name);
    at = step.end;
  }
}

interface Step {
  readonly name: string;
  readonly end: number;
}

function dotStep(text: string, at: number): Step | undefined {
  const name = match(word, text, at) ?? match(index, text, at);
  return name === undefined ? undefined : { name, end: at + name.length };
}

function bracketStep(text: string, at: number): Step | undefined {
  const number = match(index, text, at);
  const key =
    number === undefined
      ? text[at] === '"'
        ? readString(text, at)
        : undefined
      : { text: number, end: at + number.length };
  // A key with a template in it is computed: nothing says which one it is.
  if (key?.text === undefined || text[key.end] !== ']') return undefined;
  return { name: key.text, end: key.end + 1 };
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
