// A slice of the comparison with the reference, in tests short enough to be run for every change.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { breakWorld } from '../../oracle/breaking.ts';
import { compareRandomWorld } from '../../oracle/random-worlds.ts';
import { newTally, type Tally } from '../../oracle/tally.ts';
import { compareWideWorlds } from '../../oracle/wide/walk.ts';

/** The disagreements as they were found: making them small takes long. */
function assertAgreement({ passed, disagreements }: Tally): void {
  assert.ok(passed > 0);
  const [first] = disagreements;
  assert.equal(disagreements.length, 0, `${first?.what}: ${first?.got} for ${first?.expected}`);
}

describe('the engine against the reference', () => {
  for (let seed = 1; seed <= 2; seed++)
    it(`worlds of every operator ${seed}`, () => {
      const tally = newTally();
      compareWideWorlds(tally, { worlds: 7, recordsPerWorld: 4, seed, until: Number.POSITIVE_INFINITY });
      assertAgreement(tally);
    });

  for (let seed = 1; seed <= 4; seed++)
    it(`organization ${seed}`, () => {
      const tally = newTally();
      compareRandomWorld(tally, seed);
      assertAgreement(tally);
    });

  for (let seed = 1; seed <= 1; seed++)
    it(`broken organization ${seed}`, () => {
      const tally = newTally();
      breakWorld(tally, seed);
      assertAgreement(tally);
    });
});
