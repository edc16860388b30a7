// The parser, on edited samples and on bytes: it never throws, its units tile the text, and problems and nodes lie in it.
import { strict as assert } from 'node:assert';
import { parseFile, parseQuestion, syntaxProblems } from '../../server/src/syntax/parse.ts';
import { suppressions } from '../../server/src/syntax/suppressions.ts';
import { lineMap } from '../../server/src/text/line-map.ts';
import { type CorpusProject, pickFile } from './corpus.ts';
import { mutate } from './mutate.ts';
import type { Random } from './random.ts';
import type { Target } from './target.ts';

function bytes(random: Random): string {
  const codes = Array.from({ length: random.below(300) }, () => random.below(256));
  return new TextDecoder().decode(Uint8Array.from(codes));
}

function checkFile(text: string): void {
  const file = parseFile(text);
  file.units.forEach((unit, i) => {
    const [start = 0, next = text.length] = file.starts.slice(i);
    assert.ok(unit.length > 0 && start + unit.length <= next, 'units stand one behind the other');
    const whole = { start: 0, end: unit.length };
    checkSpans(unit.declaration, whole);
  });
  for (const { span, message, fix } of syntaxProblems(file)) {
    for (const each of [span, ...(fix === undefined ? [] : [fix.span])])
      assert.ok(each.start >= 0 && each.start <= each.end && each.end <= text.length, `${message} lies in the text`);
    assert.notEqual(message, 'this cannot be read', 'the grammar reads every text');
  }
  suppressions(file, () => lineMap(text));
}

function checkSpans(node: unknown, whole: { start: number; end: number }): void {
  if (typeof node !== 'object' || node === null) return;
  if ('start' in node && 'end' in node && typeof node.start === 'number' && typeof node.end === 'number')
    assert.ok(whole.start <= node.start && node.start <= node.end && node.end <= whole.end, 'a node lies in its unit');
  for (const value of Object.values(node)) checkSpans(value, whole);
}

function round(random: Random, corpus: readonly CorpusProject[]): void {
  if (random.chance(0.1)) {
    const text = bytes(random);
    checkFile(text);
    parseQuestion(text);
    return;
  }
  const { text } = pickFile(random.pick(corpus).input, random);
  checkFile(mutate(text, random));
}

export const parser: Target = { name: 'parser', weight: 1, round };
