// Compares the engine with the reference: `--quick` in under 40 seconds, otherwise as many worlds as `--count` says from `--seed` on.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { breakWorld } from './breaking.ts';
import { compareSmallWorlds } from './exhaustive.ts';
import { compareRandomWorld } from './random-worlds.ts';
import { newTally, show, smallest, type Tally } from './tally.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    /** How many disagreements are shown whole, each in the smallest text that still shows it. */
    show: { type: 'string', default: '5' },
    only: { type: 'string', default: 'small,random,broken' },
  },
});
const seed = Number(values.seed);
const parts = values.only.split(',');

/** Runs through the seeds, at most until so many milliseconds are over. */
function walk(name: string, milliseconds: number, run: (tally: Tally, seed: number) => void): Tally {
  const tally = newTally();
  if (!parts.includes(name)) return tally;
  const from = performance.now();
  let at = seed;
  const last = seed + (values.quick ? 100_000 : Number(values.count));
  for (; at < last && performance.now() - from < milliseconds; at++) run(tally, at);
  console.log(`${name}: seeds ${seed} to ${at - 1} in ${((performance.now() - from) / 1000).toFixed(1)} s`);
  return tally;
}

function smallWorlds(): Tally {
  const tally = newTally();
  if (!parts.includes('small')) return tally;
  const from = performance.now();
  const worlds = values.quick ? 700 : Number(values.count);
  const until = values.quick ? from + 15_000 : Number.POSITIVE_INFINITY;
  const done = compareSmallWorlds(tally, { worlds, recordsPerWorld: values.quick ? 12 : 60, seed, until });
  console.log(`small: seed ${seed}, worlds ${done.join('; ')} in ${((performance.now() - from) / 1000).toFixed(1)} s`);
  return tally;
}

function tell(name: string, tally: Tally): void {
  const counts = Object.entries(tally.counts).map(([what, count]) => `${count} ${what}`);
  if (counts.length > 0) console.log(`${name}: ${[...counts, `${tally.undecided} not decided`].join(', ')}`);
  for (const each of tally.disagreements.slice(0, Number(values.show))) console.log(`\n${show(smallest(each))}\n`);
  for (const { what } of tally.disagreements.slice(Number(values.show))) console.log(`also ${what}`);
}

const forever = Number.POSITIVE_INFINITY;
const tallies = {
  small: smallWorlds(),
  random: walk('random', values.quick ? 12_000 : forever, compareRandomWorld),
  broken: walk('broken', values.quick ? 8000 : forever, breakWorld),
};
for (const [name, tally] of Object.entries(tallies)) tell(name, tally);
const passed = Object.values(tallies).reduce((sum, tally) => sum + tally.passed, 0);
const failed = Object.values(tallies).reduce((sum, tally) => sum + tally.disagreements.length, 0);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
console.log(`\n${passed} passed, ${failed} failed`);
