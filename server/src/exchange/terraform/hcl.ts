// Reads HCL: blocks, attributes, and the plain values that exports write; any other expression is known to be there, no more.
import { type Broken, isBroken, lineAt, nextBlock, type Reader, readWord, skipBlank } from './hcl-scan.ts';
import { readValue } from './hcl-values.ts';
import { readString } from './quoted.ts';
import { type Block, type Body, deepest, type Fault, keep, type Parsed, type Value, wantedWords } from './tree.ts';

/** Takes the text of a `.tf` file; never throws. A block with a fault in it is lost, with a note. */
export function readHcl(path: string, text: string): Parsed {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const reader: Reader = { text, path, starts, faults: [], at: 0, depth: 0 };
  const blocks: Block[] = [];
  const skipped = new Map<string, number>();
  // How much was read again after faults: text that is broken all over must not be read without end.
  let again = 0;
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
    if (next === undefined) {
      if (reader.at < text.length || block.isFinal === true) reader.faults.push(restLost(reader));
      break;
    }
    again += reader.at - next;
    if (again > 20 * text.length + 1_000_000) {
      reader.faults.push(restLost(reader));
      break;
    }
    reader.at = next;
    reader.depth = 0;
  }
  return { blocks, faults: reader.faults, skipped };
}

function restLost(reader: Reader): Fault {
  return { line: lineAt(reader, reader.at), gravity: 'lost', message: 'nothing of the file behind this place is read' };
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
  return { word, labels, body: isWanted ? keep(body) : new Map(), path: reader.path, line };
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
  const blocks = new Map<string, Value[]>();
  for (;;) {
    const blank = skipBlank(reader, true);
    if (blank !== undefined) return blank;
    if (reader.text[reader.at] === '}') {
      reader.at++;
      reader.depth--;
      return entries;
    }
    const fault = readMember(reader, entries, blocks);
    if (fault !== undefined) return fault;
  }
}

/** An attribute, or a block that is another way to write one. */
function readMember(reader: Reader, entries: Map<string, Value>, blocks: Map<string, Value[]>): Broken | undefined {
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
  // No attribute is written so: it is the next block, and this one has lost its end.
  if (labels.length > 1) return { broken: 'a block begins inside of it' };
  const body = readBody(reader);
  if (isBroken(body)) return body;
  const value: Value = labels.length > 0 ? { kind: 'opaque', line } : { kind: 'object', entries: body, line };
  const all = blocks.get(name) ?? [];
  if (before !== undefined && all.length === 0) return { broken: 'an attribute is there twice' };
  all.push(value);
  blocks.set(name, all);
  entries.set(name, all.length === 1 ? value : { kind: 'list', items: all, line });
  return endOfMember(reader);
}

function endOfMember(reader: Reader): Broken | undefined {
  const blank = skipBlank(reader, false);
  if (blank !== undefined) return blank;
  const sign = reader.text[reader.at];
  return sign === undefined || sign === '\n' || sign === '}' ? undefined : { broken: 'expected the end of the line' };
}
