// Reads the values of HCL: plain ones, and of any other that it is there.
import {
  type Broken,
  endOfText,
  isBroken,
  lineAt,
  type Reader,
  readWord,
  skipBlank,
  skipExpression,
} from './hcl-scan.ts';
import { readString, templateOf } from './quoted.ts';
import { quotedValue, referenceOf } from './quoted-value.ts';
import { readTraversal } from './traversal.ts';
import { deepest, type Value } from './tree.ts';

/** An expression up to where it ends; `isInside` brackets a line end does not end it. */
export function readValue(reader: Reader, isInside: boolean): Value | Broken {
  const blank = skipBlank(reader, isInside);
  if (blank !== undefined) return blank;
  const { at: start, depth } = reader;
  const value = readPlain(reader);
  if (isBroken(value)) return value;
  if (value !== undefined) {
    const end = reader.at;
    const after = skipBlank(reader, isInside);
    if (after !== undefined) return after;
    if (/^[\n,}\]]?$/.test(reader.text[reader.at] ?? '') || reader.text[end] === '\n') return value;
    if (isInside && /\n/.test(reader.text.slice(end, reader.at))) return value;
  }
  reader.at = start;
  reader.depth = depth;
  return skipExpression(reader);
}

const number = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function readPlain(reader: Reader): Value | Broken | undefined {
  const { text, at } = reader;
  const line = lineAt(reader, at);
  const sign = text[at];
  if (sign === '[') return readList(reader);
  if (sign === '{') return readObject(reader);
  if (sign === '"') return readQuoted(reader);
  if (text.startsWith('<<', at)) return readHeredoc(reader);
  number.lastIndex = at;
  const digits = number.exec(text)?.[0];
  if (digits !== undefined) {
    reader.at += digits.length;
    return { kind: 'number', number: Number(digits), line };
  }
  const reference = readTraversal(text, at);
  if (reference === undefined) return undefined;
  reader.at = reference.end;
  const value = referenceOf(reference.steps, line);
  // No value is a word alone; it may be what is left of the opening of a text over several lines.
  const isTorn = value.kind === 'opaque' && /^[ \t\r]*(?:\n|$)/.test(text.slice(reader.at, reader.at + 99));
  return isTorn ? { broken: 'expected a value', isFinal: true } : value;
}

function readQuoted(reader: Reader): Value | Broken {
  const { text, at } = reader;
  const line = lineAt(reader, at);
  const quoted = readString(text, at);
  if (quoted === undefined) return { broken: 'a string is not closed on its line' };
  reader.at = quoted.end;
  if (quoted.isLenient)
    reader.faults.push({ line, gravity: 'changed', message: 'escapes that Terraform does not know are read as in Go' });
  return quotedValue(quoted, line, reader.faults);
}

const heredoc = /<<(-?)([\p{L}_][\p{L}\p{N}_-]*)\r?\n/uy;

function readHeredoc(reader: Reader): Value | Broken {
  const line = lineAt(reader, reader.at);
  heredoc.lastIndex = reader.at;
  const [opening, dash, word = ''] = heredoc.exec(reader.text) ?? [];
  if (opening === undefined) return { broken: 'a text over several lines has no name', isFinal: true };
  const from = reader.at + opening.length;
  const end = endOfText(reader.text, from, word);
  if (end !== undefined) {
    reader.at = end.stop;
    const lines = reader.text.slice(from, end.start);
    return quotedValue(templateOf(dash === '-' ? withoutIndent(lines) : lines), line, reader.faults);
  }
  return { broken: 'a text over several lines is not closed', isFinal: true };
}

/** Without the blanks that all lines begin with. */
function withoutIndent(text: string): string {
  const lines = text.split('\n');
  const widths = lines.flatMap((each) => (each.trim() === '' ? [] : [each.search(/\S/)]));
  const width = widths.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY);
  return lines.map((each) => each.slice(Math.min(width, each.length))).join('\n');
}

function readList(reader: Reader): Value | Broken | undefined {
  const line = lineAt(reader, reader.at++);
  if (++reader.depth > deepest) return { broken: `nested deeper than ${deepest}` };
  const items: Value[] = [];
  for (;;) {
    const blank = skipBlank(reader, true);
    if (blank !== undefined) return blank;
    if (reader.text[reader.at] === ']') break;
    if (/^for\s/.test(reader.text.slice(reader.at, reader.at + 4))) return undefined;
    const item = readValue(reader, true);
    if (isBroken(item)) return item;
    items.push(item);
    if (reader.text[reader.at] === ',') reader.at++;
    else if (reader.text[reader.at] !== ']') return { broken: 'expected `,` or `]`' };
  }
  reader.at++;
  reader.depth--;
  return { kind: 'list', items, line };
}

function readObject(reader: Reader): Value | Broken | undefined {
  const line = lineAt(reader, reader.at++);
  if (++reader.depth > deepest) return { broken: `nested deeper than ${deepest}` };
  const entries = new Map<string, Value>();
  for (;;) {
    const blank = skipBlank(reader, true);
    if (blank !== undefined) return blank;
    if (reader.text[reader.at] === '}') break;
    const name = reader.text[reader.at] === '"' ? readKey(reader) : readWord(reader);
    if (name === undefined) return { broken: 'expected the name of an attribute, or `}`' };
    const between = skipBlank(reader, false);
    if (between !== undefined) return between;
    if (!/^[=:]$/.test(reader.text[reader.at] ?? '')) return name === 'for' ? undefined : { broken: 'expected `=`' };
    reader.at++;
    const value = readValue(reader, true);
    if (isBroken(value)) return value;
    if (entries.has(name)) return { broken: 'an attribute is there twice' };
    entries.set(name, value);
    if (reader.text[reader.at] === ',') reader.at++;
  }
  reader.at++;
  reader.depth--;
  return { kind: 'object', entries, line };
}

function readKey(reader: Reader): string | undefined {
  const quoted = readString(reader.text, reader.at);
  reader.at = quoted?.end ?? reader.at;
  return quoted?.text;
}
