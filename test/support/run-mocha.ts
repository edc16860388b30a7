// Runs the unit tests under mocha: every test/**/*.test.ts but those that need an editor, or the files named as arguments.
import { globSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { configureGlobal } from 'fast-check';
import Mocha from 'mocha';
import { isProgram, root } from '../../scripts/places.ts';
import { resultsVariable } from './results.ts';

/** Long enough for a machine that is busy with other things; a test that waits for nothing ends far below it. */
const TIMEOUT_MS = 120_000;

/** The files of the unit tests, absolute and sorted. */
export function unitTestFiles(): readonly string[] {
  return globSync('test/**/*.test.ts', { cwd: root, exclude: (name) => name === 'node_modules' || name === 'editor' })
    .map((file) => path.join(root, file))
    .sort();
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { grep: { type: 'string', short: 'g' }, reporter: { type: 'string', default: 'dot' } },
  });
  // The same cases on every run: what is left to chance belongs into the long runs. SEED tries others.
  configureGlobal({ seed: Number(process.env['SEED'] ?? 1) });
  const mocha = new Mocha({ forbidOnly: process.env['CI'] === 'true', reporter: values.reporter, timeout: TIMEOUT_MS });
  if (values.grep !== undefined) mocha.grep(values.grep);
  for (const file of positionals.length > 0 ? positionals.map((name) => path.resolve(name)) : unitTestFiles()) {
    mocha.addFile(file);
  }
  await mocha.loadFilesAsync();
  const runner = mocha.run((failures) => {
    const results = process.env[resultsVariable];
    if (results !== undefined) writeFileSync(results, JSON.stringify(runner.stats));
    process.exitCode = failures > 0 ? 1 : 0;
  });
}

if (isProgram(import.meta.url)) await main();
