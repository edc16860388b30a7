// The solver and Z3 on the same pairs of conditions, and how many of the pairs that policies give are decided soon.
// node solver-case.ts solver quick|full
import process from 'node:process';
import { randomOf } from '../fuzz/random.ts';
import { compare } from '../oracle/z3/compare.ts';
import type { Pair } from '../oracle/z3/pair.ts';
import { randomPair } from '../oracle/z3/pairs.ts';
import { policyPairs } from '../oracle/z3/policies.ts';
import { engineTimes, type Race, race } from '../oracle/z3/timing.ts';
import { startZ3, type Z3 } from '../oracle/z3/z3.ts';
import { type Check, type Figure, figureOf } from './figures.ts';

const seed = 'bench';
/** In milliseconds. */
const soon = 0.1;

function sample(pairs: readonly Pair[], count: number): readonly Pair[] {
  const random = randomOf(seed, 'sample');
  return pairs.length <= count ? pairs : Array.from({ length: count }, () => random.pick(pairs));
}

/** Both must say the same of a pair before it is timed. */
async function agreement(kind: string, pairs: readonly Pair[], z3: Z3): Promise<Check> {
  let [wrong, compared] = [0, 0];
  for (const pair of pairs)
    for (const { outcome } of await compare(pair, z3)) {
      if (outcome === 'different') wrong++;
      compared++;
    }
  const detail = `${pairs.length} pairs, ${compared} answers compared, ${wrong} different`;
  return { name: `the solver and Z3 agree on ${kind}`, passed: wrong === 0 && compared > 0, detail };
}

function raceFigures(kind: string, { pairs, engine, z3, ratio }: Race): Figure[] {
  const figure = (
    what: Pick<Figure, 'name' | 'engine' | 'unit'>,
    { median, least, most }: Race['engine'],
    times = 1,
  ): Figure => ({ ...what, size: '', median: median * times, min: least * times, max: most * times, samples: pairs });
  return [
    figure({ name: `a pair, ${kind}`, engine: 'Writ solver', unit: 'µs' }, engine, 1000),
    figure({ name: `a pair, ${kind}`, engine: 'Z3', unit: 'µs' }, z3, 1000),
    figure({ name: `Z3 to the solver, pair by pair, ${kind}`, engine: 'Z3', unit: '×' }, ratio),
  ];
}

async function main(): Promise<void> {
  const quick = process.argv[3] === 'quick';
  const z3 = await startZ3();
  const policies = await policyPairs();
  const count = quick ? 15 : 600;
  const kinds = [
    ['random conditions', Array.from({ length: count }, (_, i) => randomPair(`${seed} timing`, i))],
    ['policies', sample(policies, count)],
  ] as const;
  const [checks, figures]: [Check[], Figure[]] = [[], []];
  for (const [kind, pairs] of kinds) {
    checks.push(await agreement(kind, pairs, z3));
    figures.push(...raceFigures(kind, await race(pairs, z3)));
  }
  const all = quick ? sample(policies, 1000) : policies;
  const times = engineTimes(all);
  const late = times.filter((ms) => ms >= soon).length;
  const note = `${late} of ${all.length}`;
  const what = { name: 'pairs of policies that take 0.1 ms or more', engine: 'Writ solver', size: '' } as const;
  figures.push({ ...figureOf({ ...what, unit: '%', note }, [(late / all.length) * 100]), samples: 1 });
  await z3.end();
  console.log(JSON.stringify({ figures, checks }));
}

await main();
