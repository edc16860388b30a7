// Reads HCL: blocks, attributes, and the plain values that exports write; any other expression is known to be there, no more.
import { readString } from './quoted.ts';
import { readTraversal } from './traversal.ts';
import { type Block, type Body, deepest, type Fault, type Parsed, type Value, wantedWords } from './tree.ts';

interface Reader {
  readonly text: string;
  readonly path: string;
  readonly starts: readonly number[];
  readonly faults: Fault[];
  at: number;
  depth: number;
}

/** Half of a block never counts, so the first fault in one ends it. */
interface Broken {
  readonly broken: string;
  /** What follows may stand inside of a comment or text: none of it is read. */
  readonly isFinal?: boolean;
}

const isBroken = (value: object | undefined): value is Broken => value !== undefined && 'broken' in value;

/** Takes the text of a `.tf` file; never throws. A block with a fault in it is lost, with a note. */
export function readHcl(path: string, text: string): Parsed {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const reader: Reader = { text, path, starts, faults: [], at: 0, depth: 0 };
  const blocks: Block[] = [];
  const skipped = new Map<string, number>();
  for (;;) {
    const blank = skipBlank(reader, true);
    const start = reader.at;
    if (blank === undefined && start >= text.length) break;
    const block = blank ?? readBlock(reader);
    if (!isBroken(block)) {
      if (wantedWords.has(block.word)) blocks.push(block);
      else skipped.set(block.word, (skipped.get(block.word) ?? 0) + 1);
      continue;
    }
    const message = `a block could not be read, and nothing of it is imported: ${block.broken}`;
    reader.faults.push({ line: lineAt(reader, start), gravity: 'lost', message });
    const next = block.isFinal === true ? undefined : nextBlock(text, start);
    if (next === undefined) break;
    reader.at = next;
    reader.depth = 0;
  }
  return { blocks, faults: reader.faults, skipped };
}

const blockStart = /^(?:resource|data|import|provider|terraform|locals|variable|output|module|moved|removed|check)\b/gm;

function nextBlock(text: string, after: number): number | undefined {
  blockStart.lastIndex = after + 1;
  return blockStart.exec(text)?.index;
}

function lineAt({ starts }: Reader, offset: number): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

const blanks = /(?:[ \t\r\ufeff]|(?:#|\/\/)[^\n]*)+/y;

/** Blanks and comments, and line ends where those mean nothing. */
function skipBlank(reader: Reader, withLines: boolean): Broken | undefined {
  const { text } = reader;
  for (;;) {
    blanks.lastIndex = reader.at;
    if (blanks.test(text)) reader.at = blanks.lastIndex;
    if (text[reader.at] === '\n' && withLines) reader.at++;
    else if (text.startsWith('/*', reader.at)) {
      const end = text.indexOf('*/', reader.at + 2);
      if (end < 0) return { broken: 'a comment is not closed', isFinal: true };
      reader.at = end + 2;
    } else return undefined;
  }
}

const identifier = /[\p{L}_][\p{L}\p{N}_-]*/uy;

function readWord(reader: Reader): string | undefined {
  identifier.lastIndex = reader.at;
  const word = identifier.exec(reader.text)?.[0];
  reader.at += word?.length ?? 0;
  return word;
}

function readBlock(reader: Reader): Block | Broken {
  const line = lineAt(reader, reader.at);
  const word = readWord(reader);
  if (word === undefined) return { broken: 'expected the beginning of a block' };
  const labels = readLabels(reader);
  if (isBroken(labels)) return labels;
  const isWanted = wantedWords.has(word);
  const body = readBody(reader);
  if (isBroken(body)) return body;
  return { word, labels, body: isWanted ? body : new Map(), path: reader.path, line };
}

/** The labels of a block, with the brace behind them. */
function readLabels(reader: Reader): string[] | Broken {
  const labels: string[] = [];
  for (;;) {
    const blank = skipBlank(reader, false);
    if (blank !== undefined) return blank;
    if (reader.text[reader.at] === '{') {
      reader.at++;
      return labels;
    }
    const quoted = reader.text[reader.at] === '"' ? readString(reader.text, reader.at) : undefined;
    if (quoted !== undefined) reader.at = quoted.end;
    const label = quoted?.text ?? readWord(reader);
    if (label === undefined) return { broken: 'expected `{`' };
    labels.push(label);
  }
}

function readBody(reader: Reader): Body | Broken {
  if (++reader.depth > deepest) return { broken: `nested deeper than ${deepest}` };
  const entries = new Map<string, Value>();
  for (;;) {
    const blank = skipBlank(reader, true);
    if (blank !== undefined) return blank;
    if (reader.text[reader.at] === '}') {
      reader.at++;
      reader.depth--;
      return entries;
    }
    const fault = readMember(reader, entries);
    if (fault !== undefined) return fault;
  }
}

/** An attribute, or a block that is another way to write one. */
function readMember(reader: Reader, entries: Map<string, Value>): Broken | undefined {
  const line = lineAt(reader, reader.at);
  const name = readWord(reader);
  if (name === undefined) return { broken: 'expected the name of an attribute, or `}`' };
  const blank = skipBlank(reader, false);
  if (blank !== undefined) return blank;
  const before = entries.get(name);
  if (reader.text[reader.at] === '=' && reader.text[reader.at + 1] !== '=') {
    reader.at++;
    if (before !== undefined) return { broken: 'an attribute is there twice' };
    const value = readValue(reader, false);
    if (isBroken(value)) return value;
    entries.set(name, value);
    return endOfMember(reader);
  }
  const labels = readLabels(reader);
  if (isBroken(labels)) return labels;
  const body = readBody(reader);
  if (isBroken(body)) return body;
  const value: Value = labels.length > 0 ? { kind: 'opaque', line } : { kind: 'object', entries: body, line };
  if (before !== undefined && before.kind !== 'list' && before.kind !== 'object')
    return { broken: 'an attribute is there twice' };
  const earlier = before?.kind === 'list' ? before.items : before === undefined ? [] : [before];
  entries.set(name, earlier.length === 0 ? value : { kind: 'list', items: [...earlier, value], line });
  return endOfMember(reader);
}

function endOfMember(reader: Reader): Broken | undefined {
  const blank = skipBlank(reader, false);
  if (blank !== undefined) return blank;
  const sign = reader.text[reader.at];
  return sign === undefined || sign === '\n' || sign === '}' ? undefined : { broken: 'expected the end of the line' };
}

/** An expression up to where it ends; `isInside` brackets a line end does not end it. */
function readValue(reader: Reader, isInside: boolean): Value | Broken {
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
  return referenceOf(reference.steps, line);
}

/** A word alone may be one that means a value. */
export function referenceOf(steps: readonly string[], line: number): Value {
  const [word = ''] = steps;
  if (steps.length > 1) return { kind: 'reference', steps, line };
  if (word === 'true' || word === 'false') return { kind: 'boolean', value: word === 'true', line };
  return word === 'null' ? { kind: 'null', line } : { kind: 'opaque', line };
}

function readQuoted(reader: Reader): Value | Broken {
  const { text, at } = reader;
  const line = lineAt(reader, at);
  const quoted = readString(text, at);
  if (quoted === undefined) return { broken: 'a string is not closed on its line' };
  reader.at = quoted.end;
  if (quoted.isLenient)
    reader.faults.push({ line, gravity: 'changed', message: 'escapes that Terraform does not know are read as in Go' });
  return quotedValue(quoted, line);
}

/** What a string of either spelling means. */
export function quotedValue(
  { text, template }: { readonly text: string | undefined; readonly template?: string },
  line: number,
): Value {
  if (text !== undefined) return { kind: 'text', text: text.toWellFormed(), line };
  const reference = template === undefined ? undefined : readTraversal(template, 0);
  if (reference === undefined || reference.end !== template?.length) return { kind: 'opaque', line };
  return referenceOf(reference.steps, line);
}

const heredoc = /<<(-?)([\p{L}_][\p{L}\p{N}_-]*)\r?\n/uy;

function readHeredoc(reader: Reader): Value | Broken {
  const line = lineAt(reader, reader.at);
  heredoc.lastIndex = reader.at;
  const [opening, , word = ''] = heredoc.exec(reader.text) ?? [];
  if (opening === undefined) return { broken: 'a text over several lines has no name' };
  const from = reader.at + opening.length;
  for (let at = from; at < reader.text.length; ) {
    const end = reader.text.indexOf('\n', at);
    const stop = end < 0 ? reader.text.length : end;
    if (reader.text.slice(at, stop).trim() === word) {
      reader.at = stop;
      return { kind: 'text', text: reader.text.slice(from, at).toWellFormed(), line };
    }
    at = stop + 1;
  }
  return { broken: 'a text over several lines is not closed', isFinal: true };
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

/** Any expression that is no plain value: over where its line ends, outside of brackets. */
function skipExpression(reader: Reader): Value | Broken {
  const line = lineAt(reader, reader.at);
  const { text } = reader;
  const start = reader.at;
  for (let open = 0; reader.at < text.length; reader.at++) {
    const sign = text.charAt(reader.at);
    if (sign === '"') {
      const quoted = readString(text, reader.at);
      if (quoted === undefined) return { broken: 'a string is not closed on its line' };
      reader.at = quoted.end - 1;
    } else if (sign === '#' || text.startsWith('//', reader.at) || text.startsWith('/*', reader.at)) {
      const blank = skipBlank(reader, false);
      if (blank !== undefined) return blank;
      reader.at--;
    } else if ('([{'.includes(sign)) open++;
    else if (open > 0 && ')]}'.includes(sign)) open--;
    else if (open === 0 && /[\n,\])}]/.test(sign)) break;
  }
  return reader.at > start ? { kind: 'opaque', line } : { broken: 'expected a value' };
}
