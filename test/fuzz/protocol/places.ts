// Whatever an answer points at lies inside of its document, and what it would have edited does not overlap.
import { strict as assert } from 'node:assert';
import type { Position, Range } from 'vscode-languageserver';
import type { Encoding } from '../../../server/src/lsp/position-encoding.ts';
import { faultOf, offsetOf } from './text.ts';

/** What is pointed at, and how. */
export interface Documents {
  /** The text of a document; undefined where there is none. */
  textOf(uri: string): string | undefined;
  readonly encoding: Encoding;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isPosition(value: unknown): value is Position {
  return isFields(value) && typeof value['line'] === 'number' && typeof value['character'] === 'number';
}

function isRange(value: unknown): value is Range {
  return isFields(value) && isPosition(value['start']) && isPosition(value['end']);
}

interface Here {
  /** The document that a bare place is in. */
  readonly uri: string;
  /** The document that was asked about. */
  readonly asked: string;
}

/** Takes what was answered about a document; throws where a place in it is none. */
export function checkPlaces(answer: unknown, asked: string, documents: Documents): void {
  walk(answer, { uri: asked, asked }, documents);
}

/** What only the server reads, and may be of a text before. */
const opaque = new Set(['data', 'tooltip', 'documentation']);

function walk(value: unknown, here: Here, documents: Documents): void {
  if (Array.isArray(value)) {
    if (value.some((each) => isFields(each) && 'newText' in each)) checkEdits(value, here.uri, documents);
    if (!value.every((each) => typeof each === 'number')) for (const each of value) walk(each, here, documents);
    return;
  }
  if (!isFields(value)) return;
  const uri = uriIn(value) ?? here.uri;
  if (isPosition(value)) checkPosition(value, uri, documents);
  if (isRange(value)) checkRange(value, uri, documents);
  checkCompletion(value, uri, documents);
  for (const [key, each] of Object.entries(value)) {
    if (opaque.has(key)) continue;
    if (key === 'changes' && isFields(each))
      for (const [of, edits] of Object.entries(each)) walk(edits, { ...here, uri: of }, documents);
    else walk(each, { ...here, uri: uriFor(value, key, { ...here, uri }) }, documents);
  }
}

function uriIn({ uri, textDocument }: Fields): string | undefined {
  if (typeof uri === 'string') return uri;
  return isFields(textDocument) ? uriIn(textDocument) : undefined;
}

function uriFor(value: Fields, key: string, { uri, asked }: Here): string {
  const { targetUri, from } = value;
  if (typeof targetUri === 'string') return key === 'originSelectionRange' ? asked : targetUri;
  if (key === 'fromRanges') return isFields(from) ? (uriIn(from) ?? uri) : asked;
  return uri;
}

function checkPosition(position: Position, uri: string, documents: Documents): void {
  const { line, character } = position;
  // What cannot be read has one place, its beginning.
  const fault = faultOf(documents.textOf(uri) ?? '', position, documents.encoding);
  assert.equal(fault, undefined, `a place is none of its document\n${uri} ${line}:${character} ${fault}`);
}

function checkRange({ start, end }: Range, uri: string, documents: Documents): void {
  const isOrdered = start.line < end.line || (start.line === end.line && start.character <= end.character);
  assert.ok(isOrdered, `a range ends before it starts\n${uri} ${JSON.stringify({ start, end })}`);
  checkPosition(start, uri, documents);
  checkPosition(end, uri, documents);
}

function checkEdits(edits: readonly unknown[], uri: string, documents: Documents): void {
  const { encoding } = documents;
  const text = documents.textOf(uri) ?? '';
  const spans = edits
    .flatMap((edit) => (isFields(edit) && isRange(edit['range']) ? [edit['range']] : []))
    .map(({ start, end }) => ({ start: offsetOf(text, start, encoding), end: offsetOf(text, end, encoding) }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  for (const [index, { start }] of spans.entries()) {
    const before = spans[index - 1];
    assert.ok(before === undefined || before.end <= start, `edits overlap\n${uri} ${JSON.stringify(edits)}`);
  }
}

/** What completion writes stands on one line, apart from what it edits besides. */
function checkCompletion({ textEdit, additionalTextEdits }: Fields, uri: string, documents: Documents): void {
  if (!isFields(textEdit)) return;
  const { range, insert, replace } = textEdit;
  const [short, long] = [range ?? insert, range ?? replace];
  if (!isRange(short) || !isRange(long)) return;
  const words = `${uri} ${JSON.stringify(textEdit)}`;
  assert.equal(long.start.line, long.end.line, `completion replaces more than a line\n${words}`);
  assert.deepEqual(short.start, long.start, `completion inserts elsewhere than it replaces\n${words}`);
  const besides: readonly unknown[] = Array.isArray(additionalTextEdits) ? additionalTextEdits : [];
  checkEdits([{ range: long, newText: '' }, ...besides], uri, documents);
}

/** Shapes of single requests beyond places as such. */
export function checkShape(method: string, answer: unknown, uri: string, documents: Documents): void {
  const lines = (documents.textOf(uri) ?? '').split(/\r\n|\r|\n/);
  if (method === 'textDocument/foldingRange') checkFolds(answer, lines.length);
  if (method.startsWith('textDocument/semanticTokens')) checkTokens(answer, lines, documents.encoding);
  if (method === 'textDocument/documentSymbol' || method.endsWith('Hierarchy')) checkSelections(answer);
  if (method === 'textDocument/selectionRange' && Array.isArray(answer)) answer.forEach(checkGrowing);
}

function checkFolds(answer: unknown, lineCount: number): void {
  for (const { startLine, endLine } of (answer ?? []) as readonly { startLine: number; endLine: number }[])
    assert.ok(
      startLine >= 0 && startLine < endLine && endLine < lineCount,
      `fold ${startLine}-${endLine} of ${lineCount}`,
    );
}

function checkTokens(answer: unknown, lines: readonly string[], encoding: Encoding): void {
  const { data } = answer as { readonly data: readonly number[] };
  let [line, character, end] = [0, 0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0] = data.slice(at, at + 3);
    [line, character, end] = down > 0 ? [line + down, right, 0] : [line, character + right, end];
    const isFree = character >= end && length > 0;
    end = character + length;
    const fault = faultOf(lines[line] ?? '', { line: 0, character: end }, encoding);
    const place = `${line}:${character}-${end} of ${lines.length} lines`;
    assert.ok(isFree && line < lines.length && fault === undefined, `a colour is none of its line\n${place} ${fault}`);
  }
}

const contains = (outer: Range, inner: Range) => isBefore(outer.start, inner.start) && isBefore(inner.end, outer.end);

const isBefore = (a: Position, b: Position) => a.line < b.line || (a.line === b.line && a.character <= b.character);

/** What is selected of a symbol lies in it, as do its parts. */
function checkSelections(answer: unknown): void {
  for (const { range, selectionRange, children } of (answer ?? []) as readonly Fields[]) {
    if (!isRange(range) || !isRange(selectionRange)) continue;
    assert.ok(contains(range, selectionRange), `a symbol is named outside of itself\n${JSON.stringify(range)}`);
    checkSelections(children);
  }
}

function checkGrowing({ range, parent }: Fields): void {
  if (!isFields(parent)) return;
  assert.ok(
    isRange(range) && isRange(parent['range']) && contains(parent['range'], range),
    `a selection does not grow\n${JSON.stringify({ range, parent })}`,
  );
  checkGrowing(parent);
}
