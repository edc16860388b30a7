// How long the solver takes for a pair, and how long Z3: medians of rounds, the order alternated.
import { ask } from './engine.ts';
import { type Pair, questionNames, soughtBy } from './pair.ts';
import { wordsFor } from './translate.ts';
import type { Z3 } from './z3.ts';

const engineRounds = 9;
const z3Rounds = 3;

export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export interface Race {
  readonly pairs: number;
  /** Milliseconds for the three questions of a pair. */
  readonly engine: Spread;
  readonly z3: Spread;
  /** How many times as long Z3 takes, pair by pair. */
  readonly ratio: Spread;
}

/**
 * Times both on the same pairs. Z3 has the pair's words declared already and is timed from the text of the questions to
 * its answers; the solver from the conditions as they are bound.
 */
export async function race(pairs: readonly Pair[], z3: Z3): Promise<Race> {
  warmUp(pairs);
  const [engine, other, ratio]: [number[], number[], number[]] = [[], [], []];
  for (const [i, pair] of pairs.entries()) {
    const first = i % 2 === 0 ? engineMs(pair) : undefined;
    const z3Ms = await timeZ3(pair, z3);
    const ms = first ?? engineMs(pair);
    engine.push(ms);
    other.push(z3Ms);
    ratio.push(z3Ms / ms);
  }
  return { pairs: pairs.length, engine: spread(engine), z3: spread(other), ratio: spread(ratio) };
}

/** The median of a few rounds for each pair, in milliseconds. */
export function engineTimes(pairs: readonly Pair[]): readonly number[] {
  warmUp(pairs);
  return pairs.map(engineMs);
}

/** What is measured is the program as the machine has come to know it. */
function warmUp(pairs: readonly Pair[]): void {
  for (let asked = 0; asked < 3000; ) for (const pair of pairs) if (asked++ < 3000) ask(pair);
}

function engineMs(pair: Pair): number {
  return spread(Array.from({ length: engineRounds }, () => timed(() => ask(pair)))).median;
}

function timed(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

async function timeZ3(pair: Pair, z3: Z3): Promise<number> {
  const words = wordsFor(pair);
  const questions = questionNames.map((name) => words.formula(soughtBy(name, pair)));
  const times: number[] = [];
  for (let round = 0; round < z3Rounds; round++) {
    await z3.begin(words.declarations);
    times.push((await z3.check(questions)).ms);
  }
  return spread(times).median;
}

function spread(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b);
  return { median: sorted[sorted.length >> 1] ?? 0, least: sorted[0] ?? 0, most: sorted.at(-1) ?? 0 };
}
