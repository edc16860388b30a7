// Runs the tests, stage by stage, and closes with `N passed, N failed` over all of them: `npm test`, or `npm test -- GROUP…`.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { inTemporaryFolder } from '../test/editor/host/profile.ts';
import { describeResults, type Results, readResults, resultsVariable } from '../test/support/results.ts';
import { root } from './places.ts';
import { projectNode } from './run.mjs';
import { type Stage, stages } from './stages.ts';

type Ended = { readonly status: number; readonly printed: string };

/** Runs a stage's command, shows what it prints, and keeps it. */
function runCommand(stage: Stage, args: readonly string[], results: string): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(projectNode(), [...stage.command, ...args], {
      cwd: root,
      env: { ...process.env, [resultsVariable]: results },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const end = (): void => {
      child.once('close', () => process.exit(143));
      child.kill('SIGTERM');
    };
    process.once('SIGTERM', end);
    let printed = '';
    child.stdout.on('data', (bytes: Buffer) => {
      printed += bytes.toString();
      process.stdout.write(bytes);
    });
    child.on('close', (code) => {
      process.off('SIGTERM', end);
      resolve({ status: code ?? 1, printed });
    });
  });
}

/** The last `N passed, N failed` that stands alone on a line. */
function closingLine(printed: string): Results | undefined {
  const found = [...printed.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)].at(-1);
  if (found === undefined) return undefined;
  return { passes: Number(found[1]), failures: Number(found[2]), pending: Number(found[3] ?? 0) };
}

function count(stage: Stage, ended: Ended, resultsFile: string): Results | undefined {
  if (stage.counting === 'status') {
    return { passes: ended.status === 0 ? 1 : 0, failures: ended.status === 0 ? 0 : 1, pending: 0 };
  }
  return stage.counting === 'line' ? closingLine(ended.printed) : readResults(resultsFile);
}

/** One failure for a stage that did not say what it ran, ran nothing, or ended badly though all its tests passed. */
function judge(stage: Stage, ended: Ended, counted: Results | undefined): Results {
  const failed = { passes: counted?.passes ?? 0, failures: 1, pending: counted?.pending ?? 0 };
  if (counted === undefined) {
    console.log(`${stage.name} ended with status ${ended.status} and did not say what it ran`);
    return failed;
  }
  if (counted.passes + counted.failures === 0) {
    console.log(`${stage.name} ran no test`);
    return failed;
  }
  if (counted.failures === 0 && ended.status !== 0) {
    console.log(`${stage.name} ended with status ${ended.status} though its tests passed`);
    return failed;
  }
  return counted;
}

async function runStage(stage: Stage, args: readonly string[]): Promise<Results> {
  console.log(`\n== ${stage.name}`);
  const started = performance.now();
  const results = await inTemporaryFolder(async (folder) => {
    const resultsFile = path.join(folder, 'results.json');
    const ended = await runCommand(stage, args, resultsFile);
    return judge(stage, ended, count(stage, ended, resultsFile));
  });
  console.log(`${stage.name}: ${describeResults(results)} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return results;
}

/** Words up to the first that names no group choose stages; what follows goes to the one stage chosen. */
async function main(words: readonly string[]): Promise<void> {
  const groups = new Set(stages.map((stage) => stage.group));
  const firstOther = words.findIndex((word) => !groups.has(word));
  const named = firstOther === -1 ? words : words.slice(0, firstOther);
  const rest = words.slice(named.length);
  if (rest.length > 0 && named.length !== 1) throw new Error(`name one of ${[...groups].join(', ')} before ${rest[0]}`);
  const chosen = stages.filter((stage) => named.length === 0 || named.includes(stage.group));
  const present = chosen.filter((stage) => stage.needs === undefined || existsSync(stage.needs));
  const sum = { passes: 0, failures: 0, pending: 0 };
  for (const stage of present) {
    const results = await runStage(stage, rest);
    sum.passes += results.passes;
    sum.failures += results.failures;
    sum.pending += results.pending;
  }
  process.exitCode = sum.failures > 0 || sum.passes === 0 ? 1 : 0;
  console.log(`\n${describeResults(sum)}`);
}

await main(process.argv.slice(2));
