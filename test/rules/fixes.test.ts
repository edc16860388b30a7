// The fixes of all rules: on the pages' examples, the samples, and made-up organizations, sound ones and broken ones.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { createSnapshot } from '../../server/src/project/snapshot.ts';
import type { Snapshot } from '../../server/src/project/types.ts';
import { readCorpus } from '../fuzz/corpus.ts';
import { chanceOf } from '../oracle/chance.ts';
import { damage } from '../oracle/damage.ts';
import { snapshotOf } from '../oracle/engine.ts';
import { allTypes, organization, today } from '../oracle/random.ts';
import { judgeFixes } from './fix-laws.ts';
import { pages, projectOf } from './page.ts';

/** More for a longer look: `FIX_WORLDS=500 FIX_FIRST=1000`. */
const worlds = Number(process.env['FIX_WORLDS'] ?? 30);
const first = Number(process.env['FIX_FIRST'] ?? 0);

function checkFixes(snapshot: Snapshot, where: string): void {
  for (const { finding, fix, faults } of judgeFixes(snapshot)) {
    const { file, span } = finding.place;
    const words = snapshot.source(file)?.text.slice(span.start, span.end) ?? '';
    const line = snapshot.lines(file)?.position(span.start).line ?? 0;
    const what = `${finding.rule}: ${finding.message}\n${fix.title}\nat \`${words}\`, ${file}:${line + 1} of ${where}`;
    assert.deepEqual(faults, [], `${what}\n\n${snapshot.source(file)?.text ?? ''}`);
  }
}

/** One line in so many is damaged. */
function madeUp(seed: number, isBroken: boolean): Snapshot {
  const chance = chanceOf(seed);
  const size = { users: 5, objects: 2, fields: 3, types: allTypes, records: 2, depth: 2 };
  const { lines, others } = organization(chance, size);
  const text = lines.map((line) => (isBroken && chance.oneIn(12) ? damage(chance, line).line : line));
  return snapshotOf({ 'main.writ': `${text.join('\n')}\n`, ...others }, today);
}

describe('every fix can be made, mends what it is for, brings no error, and is safe where it says so', () => {
  for (const { id, blocks } of pages())
    it(`on the page of ${id}`, () => {
      for (const block of blocks) checkFixes(projectOf(block).snapshot, `${block.section} ${block.index}`);
    });

  it('on the samples and the agreed examples', async () => {
    for (const { name, input } of await readCorpus()) checkFixes(createSnapshot(input), name);
  });

  it(`on ${worlds} sound organizations`, () => {
    for (let seed = first; seed < first + worlds; seed++) checkFixes(madeUp(seed, false), `seed ${seed}`);
  });

  it(`on ${worlds} broken organizations`, () => {
    for (let seed = first; seed < first + worlds; seed++) checkFixes(madeUp(seed, true), `broken seed ${seed}`);
  });
});
