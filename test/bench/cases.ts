// A case of a benchmark in a process of its own: it prints what it measured as one line of JSON.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { at } from '../../scripts/places.ts';
import { projectNode } from '../../scripts/run.mjs';
import { load, type Measured, shortNumber } from './figures.ts';

const gigabytes = 12;

/** What one case of the largest size may hold. */
export const mostGigabytes = gigabytes;

/** `file` stands in this folder. Says on the console how long it took and what else the machine did meanwhile. */
export async function runCase(file: string, ...args: readonly string[]): Promise<Measured> {
  const started = performance.now();
  const measured = await inProcess(file, args);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.error(`${args.join(' ')}: ${seconds} s, load ${shortNumber(load())}`);
  return measured;
}

function inProcess(file: string, args: readonly string[]): Promise<Measured> {
  const options = ['--expose-gc', `--max-old-space-size=${gigabytes * 1000}`];
  const program = [...options, path.join(import.meta.dirname, file), ...args];
  return new Promise((resolve, reject) => {
    const child = spawn(projectNode(), program, { cwd: at(), stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    child.stdout.on('data', (bytes: Buffer) => {
      printed += bytes.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(printed));
      else reject(new Error(`${args.join(' ')} of ${file} ended with status ${code}`));
    });
  });
}

/** Runs a program on the project's Node; throws with what it printed where it fails. */
export async function runNode(args: readonly string[], folder: string): Promise<void> {
  const child = spawn(projectNode(), args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => {
      printed += bytes.toString();
    });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${args.join(' ')} ended with status ${code}\n${printed}`);
}

/** Everything that was measured, one behind the other. */
export function together(all: readonly Measured[]): Measured {
  return { figures: all.flatMap(({ figures }) => figures), checks: all.flatMap(({ checks }) => checks) };
}
