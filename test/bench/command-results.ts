// What workers leave that check a part of the project each: results as files, and what one result of them has to be.
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectNode } from '../../scripts/run.mjs';
import { runWhole } from './whole-process.ts';

export interface Results {
  /** Absolute. */
  readonly folder: string;
  /** How many lines the merged result has. */
  readonly lines: number;
}

export interface AllResults {
  readonly sarif: Results;
  readonly junit: Results;
}

const workers = 4;

/** Parts of all files in the order of findings, so that those of the parts, one after the other, are those of a single run. */
function partsOf(project: string): string[][] {
  const files = readdirSync(project, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.writ'))
    .sort();
  const each = Math.ceil(files.length / workers);
  return Array.from({ length: workers }, (_, i) => files.slice(i * each, (i + 1) * each));
}

function printTo(file: string, script: string, args: readonly string[], folder: string): Promise<void> {
  const out = openSync(file, 'w');
  const child = spawn(projectNode(), [script, ...args], { cwd: folder, stdio: ['ignore', out, 'inherit'] });
  closeSync(out);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0) resolve();
      else reject(new Error(`writ ${args.slice(0, 3).join(' ')} ended with ${status}`));
    });
  });
}

/** Gives the files, in the order of the parts. */
async function check(script: string, project: string, format: string, folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const files: string[] = [];
  for (const [i, paths] of partsOf(project).entries()) {
    const file = path.join(folder, `worker-${i}.${format === 'junit' ? 'xml' : format}`);
    await printTo(file, script, ['check', '--format', format, ...paths], project);
    files.push(file);
  }
  return files;
}

function linesOf(file: string): number {
  return readFileSync(file, 'utf8').split('\n').length - 1;
}

/** The head of the file and both ends of its root, which stand once when several are one. */
const around = 3;

/** Takes the script of the command line, a project without errors, and a folder for what is written. */
export async function checkInParts(script: string, project: string, folder: string): Promise<AllResults> {
  const at = (format: string) => path.join(folder, format);
  await check(script, project, 'sarif', at('sarif'));
  const whole = await runWhole(script, ['check', '--format', 'sarif'], project);
  const junit = await check(script, project, 'junit', at('junit'));
  const cases = junit.map((file) => linesOf(file) - around).reduce((a, b) => a + b, 0);
  return { sarif: { folder: at('sarif'), lines: whole.lines }, junit: { folder: at('junit'), lines: cases + around } };
}
