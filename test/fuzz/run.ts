// Throws random edits and bytes at the parser, at projects, at what is read from elsewhere and at the server.
// `--quick` takes under a minute; else `--minutes N` (10). A failure names the arguments that repeat its round. With `--steps N`
// one session of the protocol goes on for so long, and its memory is measured.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { broken } from './broken.ts';
import { type CorpusProject, readCorpus } from './corpus.ts';
import { exchange } from './exchange.ts';
import { formatting } from './formatting.ts';
import { parser } from './parser.ts';
import { playLong } from './protocol/long.ts';
import { protocol } from './protocol.ts';
import { randomOf } from './random.ts';
import { rebinding } from './rebinding.ts';
import { refactoring } from './refactoring.ts';
import { reparsing } from './reparsing.ts';
import { snapshots } from './snapshots.ts';
import type { Target } from './target.ts';

const targets: readonly Target[] = [
  parser,
  reparsing,
  snapshots,
  rebinding,
  broken,
  exchange,
  formatting,
  refactoring,
  protocol,
];

/** More of one target say nothing new. */
const shownFailures = 5;
const quickSeconds = 48;

interface Count {
  passed: number;
  failed: number;
}

function countOf(isPassed: boolean): Count {
  return isPassed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function runRound(
  target: Target,
  seed: string,
  round: number,
  corpus: readonly CorpusProject[],
): Promise<boolean> {
  try {
    await target.round(randomOf(seed, target.name, round), corpus);
    return true;
  } catch (error) {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    console.log(`\n${target.name} --seed ${seed} --target ${target.name} --round ${round}\n${said}`);
    return false;
  }
}

/** Rounds until the time is over, or enough of them have failed. */
async function runTarget(
  target: Target,
  seed: string,
  seconds: number,
  corpus: readonly CorpusProject[],
): Promise<Count> {
  const count: Count = { passed: 0, failed: 0 };
  const end = performance.now() + seconds * 1000;
  for (let round = 0; performance.now() < end && count.failed < shownFailures; round++) {
    if (await runRound(target, seed, round, corpus)) count.passed++;
    else count.failed++;
  }
  console.log(`${target.name}: ${count.passed} rounds passed, ${count.failed} failed`);
  return count;
}

async function runLong(seed: string, steps: number, corpus: readonly CorpusProject[]): Promise<void> {
  const isPassed = await runRound(longSession(steps), seed, 0, corpus);
  process.exitCode = isPassed ? 0 : 1;
  console.log(`protocol: a session of ${steps} steps ${isPassed ? 'passed' : 'failed'}`);
}

function longSession(steps: number): Target {
  const say = (line: string) => console.log(line);
  return { name: 'protocol', weight: 1, round: (random, corpus) => playLong({ steps, random, corpus, say }) };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      minutes: { type: 'string', default: '10' },
      seed: { type: 'string' },
      target: { type: 'string' },
      round: { type: 'string' },
      steps: { type: 'string' },
    },
  });
  const { quick, target: only, round } = values;
  // The short run is a test: it is the same each time.
  const seed = values.seed ?? (quick ? '1' : String(Math.floor(Math.random() * 1e9)));
  console.log(`seed ${seed}`);
  const corpus = await readCorpus();
  if (values.steps !== undefined) return runLong(seed, Number(values.steps), corpus);
  const chosen = targets.filter(({ name }) => only === undefined || name === only);
  const whole = chosen.reduce((sum, { weight }) => sum + weight, 0);
  const seconds = quick ? quickSeconds : Number(values.minutes) * 60;
  const sum: Count = { passed: 0, failed: 0 };
  for (const target of chosen) {
    const count =
      round === undefined
        ? await runTarget(target, seed, (seconds * target.weight) / whole, corpus)
        : countOf(await runRound(target, seed, Number(round), corpus));
    sum.passed += count.passed;
    sum.failed += count.failed;
  }
  process.exitCode = sum.failed > 0 ? 1 : 0;
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
}

await main();
