// Timing loops for a machine that others use too: short samples, in turns, taken again when the process was interrupted.
import process from 'node:process';

export interface Timed {
  readonly name: string;
  /** Does the thing to be timed some times, and says how often. */
  readonly run: () => number;
}

export interface Turns {
  readonly rounds: number;
  /** How long a sample lasts at least, in milliseconds: the shorter, the less often another process comes in between. */
  readonly sample: number;
  /** How long each is run before anything counts, in milliseconds. */
  readonly warm: number;
}

/** A sample in which another process took the core is taken again, but not for ever, and not where it is long. */
const mostTries = 12;
const longSample = 15;

const interruptions = () => process.resourceUsage().involuntaryContextSwitches;

/** Begins to measure; gives the milliseconds since, and whether another process came in between. */
export function stopwatch(): () => { readonly ms: number; readonly isWhole: boolean } {
  const before = interruptions();
  const used = process.cpuUsage();
  const start = performance.now();
  return () => {
    const elapsed = performance.now() - start;
    if (interruptions() === before) return { ms: elapsed, isWhole: true };
    // What the process had a core for, on all of its threads together, no other process lengthens.
    const { user, system } = process.cpuUsage(used);
    return { ms: Math.min(elapsed, (user + system) / 1000), isWhole: false };
  };
}

/** Milliseconds for one. Of a sample that is interrupted whenever it is taken, those count that the process had a core. */
function takeSample({ run }: Timed, atLeast: number): number {
  for (let tries = 1; ; tries++) {
    const start = performance.now();
    const measured = stopwatch();
    let count = 0;
    do count += run();
    while (performance.now() - start < atLeast);
    const { ms, isWhole } = measured();
    if (isWhole || tries === mostTries || ms > longSample) return ms / count;
  }
}

/** Milliseconds for one, by name, as many as there are rounds. Every other round goes the opposite way. */
export function inTurns(timed: readonly Timed[], turns: Turns): ReadonlyMap<string, readonly number[]> {
  for (const { run } of timed) {
    const start = performance.now();
    do run();
    while (performance.now() - start < turns.warm);
  }
  const all = timed.map((each) => ({ each, samples: [] as number[] }));
  for (let round = 0; round < turns.rounds; round++)
    for (const { each, samples } of round % 2 === 0 ? all : [...all].reverse())
      samples.push(takeSample(each, turns.sample));
  return new Map(all.map(({ each, samples }) => [each.name, samples]));
}

/** What the questions of a batch came to: nothing that is timed is left out by a clever compiler. */
export const sink = { allowed: 0 };

/** A thing to be timed that asks so many of the questions, the next ones each time, round and round. */
export function inBatches<T>(items: readonly T[], isAllowed: (item: T) => boolean, count: number): () => number {
  const most = Math.min(count, items.length);
  let from = 0;
  return () => {
    for (let i = from; i < from + most; i++) {
      const item = items[i % items.length];
      if (item !== undefined && isAllowed(item)) sink.allowed++;
    }
    from = (from + most) % items.length;
    return most;
  };
}

/** Milliseconds of something that takes some, after it ran for `warm` of them, at least once. */
export function times(rounds: number, run: () => unknown, warm = 0): readonly number[] {
  const once = () => {
    run();
    return 1;
  };
  return inTurns([{ name: '', run: once }], { rounds, sample: 0, warm }).get('') ?? [];
}

/** Megabytes on and off the heap, after a collection where `--expose-gc` allows one. */
export function memory(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}
