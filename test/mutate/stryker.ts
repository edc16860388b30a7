// Stryker itself: installed when first needed, set up to change files of one folder, its results as plain values.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { at, root } from '../../scripts/places.ts';
import { ensureInstalled } from '../../scripts/run.mjs';
import { shareVariable } from '../support/share.ts';
import { testsVariable } from './folders.ts';

const home = import.meta.dirname;

interface Position {
  readonly line: number;
  readonly column: number;
}

/** One change of the code, and what came of it. */
export interface Mutant {
  /** Absolute. */
  readonly fileName: string;
  readonly mutatorName: string;
  readonly replacement: string;
  readonly location: { readonly start: Position; readonly end: Position };
  readonly status: 'Killed' | 'Survived' | 'Timeout' | 'NoCoverage' | 'Ignored' | 'RuntimeError' | 'CompileError';
  readonly statusReason?: string;
}

export interface Job {
  readonly name: string;
  /** Patterns of files to change, also with lines: `a.ts:1-20`. */
  readonly files: readonly string[];
  /** Files with tests, relative to the root. */
  readonly tests: readonly string[];
  readonly share: number;
  /** Whether what an earlier run found of unchanged code by unchanged tests is taken over. */
  readonly resumed: boolean;
}

/** The part of the package that is used here. */
interface Package {
  readonly Stryker: new (options: object) => { runMutationTest(): Promise<Mutant[]> };
}

/** What the tests read; everything else is left out of the copy that is changed. */
const copied = ['package.json', 'server', 'test', 'scripts', 'samples'];
const notCopied = [
  'node_modules',
  'test/editor',
  'test/bench/peers',
  'test/clients',
  'tsconfig.json',
  'server/tsconfig.json',
];

const reportOf = (name: string) => path.join('.cache', 'mutate', `${name.replaceAll('/', '-')}.json`);

function optionsOf({ name, files, resumed }: Job): object {
  const report = reportOf(name);
  mkdirSync(at('.cache', 'mutate'), { recursive: true });
  return {
    mutate: [...files],
    ignorePatterns: ['/*', ...copied.map((each) => `!/${each}`), ...notCopied.map((each) => `/${each}`)],
    tempDirName: path.join('.cache', 'mutate', 'sandbox'),
    plugins: [path.join(home, 'runner.ts'), path.join(home, 'ignore.ts')],
    ignorers: ['words'],
    testRunner: 'writ',
    testRunnerNodeArgs: ['--max-old-space-size=1500'],
    coverageAnalysis: 'perTest',
    concurrency: 1,
    timeoutMS: 10_000,
    timeoutFactor: 3,
    incremental: resumed,
    incrementalFile: report,
    disableTypeChecks: false,
    reporters: process.stdout.isTTY ? ['progress'] : ['progress-append-only'],
    allowConsoleColors: false,
    logLevel: 'error',
    warnings: { slow: false },
  };
}

/** Whether a file, relative to the root, is one of those that a job changes. */
function isAmong(file: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => path.posix.matchesGlob(file, pattern));
}

/** Takes from what an earlier run found what survived: that is tried again, as tests elsewhere may notice it by now. */
function forgetSurvivors(report: string, patterns: readonly string[]): void {
  if (!existsSync(report)) return;
  const found: { files: Record<string, { mutants: { status: string }[] }> } = JSON.parse(readFileSync(report, 'utf8'));
  for (const [name, file] of Object.entries(found.files))
    if (isAmong(name, patterns))
      file.mutants = file.mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout');
  writeFileSync(report, JSON.stringify(found));
}

/** Changes the files of a job one place at a time and runs the tests on each change. */
export async function mutate(job: Job): Promise<readonly Mutant[]> {
  await ensureInstalled(home);
  process.chdir(root);
  process.env[testsVariable] = JSON.stringify(job.tests);
  process.env[shareVariable] = String(job.share);
  if (job.resumed) forgetSurvivors(reportOf(job.name), job.files);
  const specifier: string = '@stryker-mutator/core';
  const { Stryker }: Package = await import(specifier);
  const mutants = await new Stryker(optionsOf(job)).runMutationTest();
  // What is known of other files comes along.
  return mutants.filter(({ fileName }) => isAmong(path.relative(root, fileName).replaceAll(path.sep, '/'), job.files));
}
