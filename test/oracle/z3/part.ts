// Checks the solver against Z3, and times both.
import { cpus, loadavg } from 'node:os';
import { printFormula } from '../../../server/src/condition/print.ts';
import { randomOf } from '../../fuzz/random.ts';
import type { Options, Result } from '../options.ts';
import { compare, type Judged, showRecord } from './compare.ts';
import { differencesOf, minimised } from './minimise.ts';
import type { Pair } from './pair.ts';
import { randomPair } from './pairs.ts';
import { policyPairs } from './policies.ts';
import { engineTimes, type Race, race } from './timing.ts';
import { startZ3, type Z3 } from './z3.ts';

const fullPairs = 20_000;
const quickPairs = 150;
const fullPolicyPairs = 5000;
const quickPolicyPairs = 30;
/** Z3 takes this many times as long, at the median. */
const wantedRatio = 100;
/** This share of the pairs that policies give is decided in the time. */
const wantedShare = 0.999;
const wantedMs = 0.1;
const timedPairs = 600;

interface Tally {
  readonly counts: Map<string, number>;
  passed: number;
  failed: number;
}

function add(tally: Tally, judged: readonly Judged[]): void {
  for (const { kind, outcome, words } of judged) {
    const name = `${kind}: ${outcome === 'same' ? words : outcome}`;
    tally.counts.set(name, (tally.counts.get(name) ?? 0) + 1);
    if (outcome === 'same') tally.passed++;
    if (outcome === 'different') tally.failed++;
  }
}

/** Compares all pairs; differences are shown as small as they can be made. */
async function compareAll(title: string, pairs: Iterable<Pair>, z3: Z3, shown: number): Promise<Tally> {
  const tally: Tally = { counts: new Map(), passed: 0, failed: 0 };
  const started = performance.now();
  let [index, left] = [0, shown];
  for (const pair of pairs) {
    const judged = await compare(pair, z3);
    add(tally, judged);
    if (judged.some(({ outcome }) => outcome === 'different') && left-- > 0) await show(index, pair, z3);
    index++;
  }
  const seconds = (performance.now() - started) / 1000;
  console.log(`\n${title}: ${index} pairs in ${seconds.toFixed(0)} s, ${tally.failed} differences`);
  for (const [name, count] of [...tally.counts].sort(([a], [b]) => (a < b ? -1 : 1))) console.log(`  ${count} ${name}`);
  return tally;
}

async function show(index: number, pair: Pair, z3: Z3): Promise<void> {
  const small = await minimised(pair, z3);
  const { actor, today, actorHeld } = small.world;
  console.log(`\npair ${index}: ${printFormula(small.a)}  |  ${printFormula(small.b)}`);
  console.log(`  known ${showRecord(small.known)}; actor ${actor.principal.name}; day ${today}; held ${actorHeld}`);
  for (const difference of await differencesOf(small, z3)) console.log(`  ${difference}`);
}

function* randomPairs(seed: string, count: number): Generator<Pair> {
  for (let index = 0; index < count; index++) yield randomPair(seed, index);
}

/** Some of the pairs, spread over all of them. */
function sample(pairs: readonly Pair[], count: number, seed: string): readonly Pair[] {
  if (pairs.length <= count) return pairs;
  const random = randomOf(seed, 'sample');
  return Array.from({ length: count }, () => random.pick(pairs));
}

function showRace(title: string, { pairs, engine, z3, ratio }: Race): void {
  const us = (ms: number) => `${(ms * 1000).toFixed(1)} µs`;
  const spread = ({ median, least, most }: Race['engine']) => `${us(median)} (${us(least)} to ${us(most)})`;
  const perSecond = (ms: number) => Math.round(1000 / ms);
  console.log(`\n${title}: ${pairs} pairs of three questions each, medians with least and most`);
  console.log(`  solver ${spread(engine)}, ${perSecond(engine.median)} pairs a second`);
  console.log(`  Z3     ${spread(z3)}, ${perSecond(z3.median)} pairs a second`);
  console.log(
    `  Z3 takes ${ratio.median.toFixed(0)} times as long (${ratio.least.toFixed(1)} to ${ratio.most.toFixed(0)})`,
  );
}

/** True where the target is met. */
function showShare(pairs: readonly Pair[]): boolean {
  const times = engineTimes(pairs);
  const share = times.filter((ms) => ms < wantedMs).length / times.length;
  const percent = (share * 100).toFixed(2);
  console.log(`\npolicies: ${percent} % of ${pairs.length} pairs are decided in less than ${wantedMs} ms each`);
  return share >= wantedShare;
}

/** Which of the targets of time are met. */
async function measure(policies: readonly Pair[], seed: string, z3: Z3): Promise<boolean[]> {
  const timing = {
    random: [...randomPairs(`${seed} timing`, timedPairs)],
    policies: sample(policies, timedPairs, seed),
  };
  const [random, real] = [await race(timing.random, z3), await race(timing.policies, z3)];
  showRace('random', random);
  showRace('policies', real);
  const [load = 0] = loadavg();
  console.log(`  on ${cpus().length} cores with a load of ${load.toFixed(1)}`);
  return [random.ratio.median >= wantedRatio, real.ratio.median >= wantedRatio, showShare(policies)];
}

/** All pairs and the times; with `only` that random pair alone. */
export async function compareWithZ3({ quick, seed, only, show: shown }: Options): Promise<Result> {
  const z3 = await startZ3();
  console.log(`${z3.version}, seed ${seed}`);
  const name = String(seed);
  const tallies: Tally[] = [];
  if (only !== undefined) tallies.push(await compareAll('random', [randomPair(name, only)], z3, 1));
  else {
    const policies = sample(await policyPairs(), quick ? quickPolicyPairs : fullPolicyPairs, name);
    tallies.push(await compareAll('random', randomPairs(name, quick ? quickPairs : fullPairs), z3, shown));
    tallies.push(await compareAll('policies', policies, z3, shown));
    if (!quick) await showTimes(name, z3);
  }
  await z3.end();
  return { passed: sumOf(tallies, 'passed'), failed: sumOf(tallies, 'failed') };
}

/** Times are told and not judged: a machine that is busy with other things would fail them. */
async function showTimes(seed: string, z3: Z3): Promise<void> {
  const met = await measure(await policyPairs(), seed, z3);
  const missed = met.filter((each) => !each).length;
  if (missed > 0) console.log(`\n${missed} of ${met.length} targets of time are missed`);
}

function sumOf(tallies: readonly Tally[], name: 'passed' | 'failed'): number {
  return tallies.reduce((sum, tally) => sum + tally[name], 0);
}
