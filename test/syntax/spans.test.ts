// Exact spans: each node of a tree by its path, with the stretch of the text that it covers. UPDATE=1 writes the file anew.
import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { describe, it } from 'mocha';
import { parseFile } from '../../server/src/syntax/parse.ts';

const folder = new URL('./spans/', import.meta.url);
const source = readFileSync(new URL('all.writ', folder), 'utf8');
const baseline = new URL('all.spans', folder);

const isSpan = (value: object): value is { start: number; end: number } => 'start' in value && 'end' in value;

/** `path: text` for each span below a node; line ends as `⏎`. */
function spansOf(node: object, text: string, path: string): string[] {
  return Object.entries(node).flatMap(([key, value]) => {
    if (typeof value !== 'object' || value === null) return [];
    const here = Array.isArray(node) ? `${path}[${key}]` : `${path}.${key}`;
    if (!isSpan(value)) return spansOf(value, text, here);
    return [`${here.replace(/\.span$/, '')}: ${text.slice(value.start, value.end).replaceAll('\n', '⏎')}`];
  });
}

function allSpans(text: string): string {
  const file = parseFile(text);
  return file.units
    .map(({ declaration, length }, i) => {
      const start = file.starts[i] ?? 0;
      const lines = spansOf(declaration ?? {}, text.slice(start, start + length), '');
      return `${declaration?.kind}\n${lines.map((line) => `  ${line}`).join('\n')}\n`;
    })
    .join('\n');
}

describe('syntax: spans', () => {
  it('cover exactly what they are of', () => {
    const got = allSpans(source);
    if (process.env['UPDATE'] === '1') writeFileSync(baseline, got);
    assert.equal(got, readFileSync(baseline, 'utf8'));
  });

  it('are relative to the declaration: what stands before it moves none', () => {
    assert.equal(
      allSpans(`user before "a@b.c"\n// note\n${source}`).replace(/^user\n( .*\n)+\n/, ''),
      allSpans(source),
    );
  });
});
