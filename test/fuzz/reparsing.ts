// States of a file that follow one another: each is read as it would be from nothing, and what no edit came near is the same.
import { strict as assert } from 'node:assert';
import { parseFile } from '../../server/src/syntax/parse.ts';
import { reparse } from '../../server/src/syntax/reparse.ts';
import { type CorpusProject, pickFile } from './corpus.ts';
import { mutate } from './mutate.ts';
import type { Random } from './random.ts';
import type { Target } from './target.ts';

/** A few lines of it are edited, so that there is something around them. */
function editSome(text: string, random: Random): string {
  const start = random.below(text.length + 1);
  const end = Math.min(text.length, start + random.below(400));
  return text.slice(0, start) + mutate(text.slice(start, end), random) + text.slice(end);
}

function longText(random: Random, corpus: readonly CorpusProject[]): string {
  const parts = Array.from({ length: 1 + random.below(5) }, () => pickFile(random.pick(corpus).input, random).text);
  return parts.join(random.chance(0.8) ? '\n' : ' ');
}

function round(random: Random, corpus: readonly CorpusProject[]): void {
  let text = longText(random, corpus);
  let file = parseFile(text);
  for (let step = 0; step < 8; step++) {
    const before = file;
    text = random.chance(0.2) ? before.text.slice(1) : editSome(text, random);
    file = parseFile(text, before);
    assert.deepEqual(file, parseFile(text), 'a file that is read on and one that is read from nothing');
    assert.equal(new Set(file.units).size, file.units.length, 'no declaration stands at two places');
  }
}

export const reparsing: Target = { name: 'reparsing', weight: 2, round };

/** How many of the edits of a round need no more than their surroundings read. */
export function shareOfReparsed(random: Random, corpus: readonly CorpusProject[]): { all: number; reparsed: number } {
  const share = { all: 0, reparsed: 0 };
  let text = longText(random, corpus);
  for (let step = 0; step < 8; step++) {
    const before = parseFile(text);
    text = editSome(text, random);
    share.all++;
    if (reparse(text, before) !== undefined) share.reparsed++;
  }
  return share;
}
