// Reads Terraform's JSON into the same blocks as HCL.
import { createScanner, type JSONScanner } from 'jsonc-parser';
import { nextToken, skipValue, tokens } from '../json-scan.ts';
import { templateOf } from './quoted.ts';
import { quotedValue } from './quoted-value.ts';
import { type Block, deepest, type Fault, keep, type Parsed, type Value, wantedWords } from './tree.ts';

interface Reader {
  readonly scanner: JSONScanner;
  readonly faults: Fault[];
}

/** Takes the text of a `.tf.json` file; never throws. A file that is no JSON is lost whole. */
export function readTerraformJson(path: string, text: string): Parsed {
  const faults: Fault[] = [];
  const skipped = new Map<string, number>();
  const lost = (line: number, message: string): Parsed => {
    return { blocks: [], faults: [{ line, gravity: 'lost', message }], skipped };
  };
  const { fault, end } = skipValue(text, 0);
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length - 1;
  if (fault !== undefined) return lost(lineOf(fault.offset), 'the file is no JSON, and nothing of it is imported');
  if (text.slice(end).trim() !== '') return lost(lineOf(end), 'the file holds more than one JSON value');
  const scanner = createScanner(text);
  nextToken(scanner);
  const root = readValue({ scanner, faults }, 0, true);
  const blocks: Block[] = [];
  for (const { key: word, value } of membersOf(root)) {
    if (word === '//') continue;
    if (!wantedWords.has(word)) {
      skipped.set(word, (skipped.get(word) ?? 0) + 1);
      continue;
    }
    for (const block of blocksOf(word, value)) blocks.push({ ...block, body: keep(block.body), path });
  }
  return { blocks, faults, skipped };
}

/** Objects of the outer levels may stand in lists, and may have a key twice. */
function membersOf(value: Value): readonly { readonly key: string; readonly value: Value }[] {
  if (value.kind === 'list') return value.items.flatMap(membersOf);
  return value.kind === 'object' ? [...value.entries].map(([key, each]) => ({ key, value: each })) : [];
}

function blocksOf(word: string, value: Value): Omit<Block, 'path'>[] {
  const block = (labels: readonly string[], body: Value): Omit<Block, 'path'>[] => {
    if (body.kind === 'list') return body.items.flatMap((each) => block(labels, each));
    return body.kind === 'object' ? [{ word, labels, body: body.entries, line: body.line }] : [];
  };
  if (word === 'import') return block([], value);
  return membersOf(value).flatMap(({ key: type, value: labelled }) =>
    membersOf(labelled).flatMap(({ key: label, value: body }) =>
      type === '//' || label === '//' ? [] : block([type, label], body),
    ),
  );
}

/** At the first token of a value, in sound JSON. What is not wanted is gone over, and nothing of it is kept. */
function readValue(reader: Reader, depth: number, isRoot = false): Value {
  const { scanner } = reader;
  const kind: number = scanner.getToken();
  const line = scanner.getTokenStartLine();
  if (kind === tokens.string) return quotedValue(templateOf(scanner.getTokenValue()), line, reader.faults);
  if (kind === tokens.number) return { kind: 'number', number: Number(scanner.getTokenValue()), line };
  if (kind === tokens.trueWord || kind === tokens.falseWord)
    return { kind: 'boolean', value: kind === tokens.trueWord, line };
  if (kind === tokens.nullWord) return { kind: 'null', line };
  if (depth >= deepest) {
    skipNested(scanner);
    reader.faults.push({ line, gravity: 'lost', message: `what is nested deeper than ${deepest} is not read` });
    return { kind: 'opaque', line };
  }
  return kind === tokens.openBracket ? readList(reader, depth) : readObject(reader, depth, isRoot);
}

function skipNested(scanner: JSONScanner): void {
  for (let open = 1; open > 0; ) {
    const kind = nextToken(scanner);
    if (kind === tokens.openBrace || kind === tokens.openBracket) open++;
    else if (kind === tokens.closeBrace || kind === tokens.closeBracket) open--;
    else if (kind === tokens.end) return;
  }
}

function readList(reader: Reader, depth: number): Value {
  const line = reader.scanner.getTokenStartLine();
  const items: Value[] = [];
  for (let kind = nextToken(reader.scanner); kind !== tokens.closeBracket; kind = nextToken(reader.scanner))
    if (kind !== tokens.comma) items.push(readValue(reader, depth + 1));
  return { kind: 'list', items, line };
}

/** Of a key that is there twice nothing says which one is meant, so the object is no value; the root's are added up. */
function readObject(reader: Reader, depth: number, isRoot: boolean): Value {
  const { scanner } = reader;
  const line = scanner.getTokenStartLine();
  const entries = new Map<string, Value>();
  const several = new Map<string, Value[]>();
  let isTwice = false;
  for (let kind = nextToken(scanner); kind !== tokens.closeBrace; kind = nextToken(scanner)) {
    if (kind === tokens.comma) continue;
    const key = scanner.getTokenValue();
    nextToken(scanner);
    const start: number = nextToken(scanner);
    if (isRoot && !wantedWords.has(key)) {
      if (start === tokens.openBrace || start === tokens.openBracket) skipNested(scanner);
      entries.set(key, { kind: 'null', line });
      continue;
    }
    const value = readValue(reader, depth + 1);
    isTwice ||= entries.has(key) && !isRoot;
    const all = several.get(key) ?? [];
    all.push(value);
    if (isRoot) several.set(key, all);
    entries.set(key, isRoot ? { kind: 'list', items: all, line } : value);
  }
  if (!isTwice) return { kind: 'object', entries, line };
  reader.faults.push({ line, gravity: 'lost', message: 'an object has a key twice, and is not read' });
  return { kind: 'opaque', line };
}
