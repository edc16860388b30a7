// The parts of `npm run oracle`: one row each.
import { breakWorld } from './breaking.ts';
import { compareWithCedar } from './cedar/part.ts';
import type { Options, Result } from './options.ts';
import { compareRandomWorld } from './random-worlds.ts';
import { compareSmallWorlds } from './small/every.ts';
import { newTally, show, smallest, type Tally } from './tally.ts';
import { compareWideWorlds } from './wide/walk.ts';
import { compareWithZ3 } from './z3/part.ts';

export interface Part {
  readonly name: string;
  /** Whether one of what it goes through can be asked for by its number. */
  readonly numbered: boolean;
  run(options: Options): Result | Promise<Result>;
}

const forever = Number.POSITIVE_INFINITY;
/** Milliseconds since the start of the process. */
const until = (seconds: number): number => performance.now() + 1000 * seconds;

export const parts: readonly Part[] = [
  { name: 'small', numbered: false, run: runSmall },
  { name: 'wide', numbered: false, run: runWide },
  {
    name: 'random',
    numbered: true,
    run: (options) => walk(options, { full: 7000, quickSeconds: 6, run: compareRandomWorld }),
  },
  { name: 'broken', numbered: true, run: (options) => walk(options, { full: 2000, quickSeconds: 5, run: breakWorld }) },
  { name: 'cedar', numbered: true, run: compareWithCedar },
  { name: 'z3', numbered: true, run: compareWithZ3 },
];

function runSmall(options: Options): Result {
  const { quick, seed } = options;
  const tally = newTally();
  const share = quick ? { oneIn: 2000, samples: 20, until: until(12) } : { oneIn: 1, samples: 1000, until: forever };
  compareSmallWorlds(tally, { ...share, seed, say: console.log });
  return told(tally, options);
}

function runWide(options: Options): Result {
  const { quick, seed } = options;
  const tally = newTally();
  const share = quick
    ? { worlds: 140, recordsPerWorld: 8, until: until(5) }
    : { worlds: 3500, recordsPerWorld: 40, until: forever };
  console.log(`seed ${seed}, worlds ${compareWideWorlds(tally, { ...share, seed }).join('; ')}`);
  return told(tally, options);
}

interface Seeds {
  /** How many organizations a full run takes. */
  readonly full: number;
  readonly quickSeconds: number;
  run(tally: Tally, seed: number): void;
}

/** Organizations by their numbers, from the seed on. */
function walk(options: Options, { full, quickSeconds, run }: Seeds): Result {
  const { quick, seed, only } = options;
  const tally = newTally();
  const end = quick ? until(quickSeconds) : forever;
  const [first, last] = only === undefined ? [seed, seed + full] : [only, only + 1];
  let at = first;
  for (; at < last && performance.now() < end; at++) run(tally, at);
  console.log(`organizations ${first} to ${at - 1}`);
  return told(tally, options);
}

/** Shows what was counted and what disagrees. */
function told(tally: Tally, { show: shown }: Options): Result {
  const counts = Object.entries(tally.counts).map(([what, count]) => `${count} ${what}`);
  console.log([...counts, `${tally.undecided} not decided`].join(', '));
  for (const each of tally.disagreements.slice(0, shown)) console.log(`\n${show(smallest(each))}\n`);
  for (const { what } of tally.disagreements.slice(shown)) console.log(`also ${what}`);
  return { passed: tally.passed, failed: tally.disagreements.length };
}
