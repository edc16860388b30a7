// Runs a program from its start to its end: how long it takes, what it holds at most, and what it says.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectNode } from '../../scripts/run.mjs';

export interface Ran {
  readonly status: number | null;
  readonly ms: number;
  readonly megabytes: number;
  /** What it wrote to standard output, in bytes, and how many lines that is. */
  readonly bytes: number;
  readonly lines: number;
  /** The end of that. */
  readonly end: string;
  /** The beginning of what it wrote to standard error. */
  readonly errors: string;
}

const mostKept = 4000;
const peak = pathToFileURL(path.join(import.meta.dirname, 'peak.mjs')).href;

/** Runs a script on the project's Node in a folder. What it prints is taken as fast as it comes, and not kept. */
export function runWhole(script: string, args: readonly string[], folder: string): Promise<Ran> {
  const started = performance.now();
  const stdio = ['ignore', 'pipe', 'pipe', 'pipe'] as const;
  const child = spawn(projectNode(), ['--import', peak, script, ...args], { cwd: folder, stdio: [...stdio] });
  const said = { bytes: 0, lines: 0, end: '', errors: '', peak: '' };
  child.stdout?.on('data', (chunk: Buffer) => {
    said.bytes += chunk.length;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) said.lines++;
    said.end = (said.end + chunk.toString('latin1').slice(-mostKept)).slice(-mostKept);
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    if (said.errors.length < mostKept) said.errors += chunk.toString();
  });
  child.stdio[3]?.on('data', (chunk: Buffer) => {
    said.peak += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => {
      const { peak: kilobytes, ...rest } = said;
      resolve({ status, ms: performance.now() - started, megabytes: Number(kilobytes) / 1000, ...rest });
    });
  });
}
