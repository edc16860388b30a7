// Changes the code of decisions one place at a time and runs the tests on each change: `run.ts [--quick] [--fresh] [--update] [FOLDER or FILE…]`.
import { globSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { root } from '../../scripts/places.ts';
import { type Folder, folders, quick } from './folders.ts';
import { type Mutant, mutate } from './stryker.ts';
import { compareWithList, isSurvivor, reasons, unexamined } from './survivors.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    /** Forgets what earlier runs found of code and tests that are still the same. */
    fresh: { type: 'boolean', default: false },
    /** Writes the list of survivors anew. */
    update: { type: 'boolean', default: false },
  },
});
/** The share of changes that has to be noticed, in percent. */
const wanted = 90;

interface Result {
  readonly passed: number;
  readonly failed: number;
}

function count(mutants: readonly Mutant[], ...statuses: readonly Mutant['status'][]): number {
  return mutants.filter(({ status }) => statuses.includes(status)).length;
}

/** The score in percent, as Stryker has it: of the changes that could be tried, how many were noticed. */
function scoreOf(mutants: readonly Mutant[]): number {
  const noticed = count(mutants, 'Killed', 'Timeout');
  return (100 * noticed) / Math.max(1, noticed + count(mutants, 'Survived', 'NoCoverage'));
}

async function run(folder: Folder): Promise<Result> {
  const started = performance.now();
  const tests = folder.tests.flatMap((pattern) => globSync(pattern, { cwd: root }).sort());
  const mutants = await mutate({ ...folder, tests, resumed: !values.fresh });
  const list = folder.list ?? folder.name;
  const { byReason, unlisted, noticed } = compareWithList(list, mutants, values.update);
  const survived = mutants.filter(isSurvivor).length;
  const errors = mutants.filter(({ status }) => status === 'RuntimeError' || status === 'CompileError');
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(
    `\n${folder.name}: ${scoreOf(mutants).toFixed(1)} % of ${mutants.length} changes noticed, in ${seconds} s`,
  );
  console.log(
    `  ${count(mutants, 'Killed')} killed, ${count(mutants, 'Timeout')} without end, ${count(mutants, 'Survived')} survived, ` +
      `${count(mutants, 'NoCoverage')} met by no test, ${count(mutants, 'Ignored')} left out`,
  );
  for (const [reason, number] of byReason)
    console.log(`  ${number} survive: ${reason === unexamined ? reason : (reasons()[reason] ?? `${reason}?`)}`);
  for (const each of unlisted) console.log(`  not in the list: ${each}`);
  for (const each of noticed) console.log(`  in the list, and noticed: ${each}`);
  for (const each of errors)
    console.log(`  not run: ${each.fileName}:${each.location.start.line}: ${each.statusReason}`);
  const low = scoreOf(mutants) < wanted ? 1 : 0;
  if (low > 0) console.log(`  less than ${wanted} % are noticed`);
  const failed = unlisted.length + noticed.length + errors.length + low;
  return { passed: mutants.length - count(mutants, 'Ignored') - survived + (survived - unlisted.length), failed };
}

/** The folders that are named, and of those of which files are named (`access/decide.ts`) only these. */
function chosen(): readonly Folder[] {
  const folderOf = (name: string) => (name.endsWith('.ts') ? path.posix.dirname(name) : name);
  for (const name of positionals)
    if (folders.every((folder) => folder.name !== folderOf(name))) throw new Error(`no such folder: ${folderOf(name)}`);
  if (positionals.length === 0) return folders;
  return folders.flatMap((folder): Folder[] => {
    const named = positionals.filter((name) => folderOf(name) === folder.name);
    if (named.length === 0 || named.includes(folder.name)) return named.length === 0 ? [] : [folder];
    return [{ ...folder, files: named.map((name) => `server/src/${name}`) }];
  });
}

const results: Result[] = [];
for (const folder of values.quick ? [quick] : chosen()) results.push(await run(folder));
const sum = (of: (result: Result) => number) => results.reduce((total, result) => total + of(result), 0);
const failed = sum((result) => result.failed);
process.exitCode = failed > 0 ? 1 : 0;
console.log(`\n${sum((result) => result.passed)} passed, ${failed} failed`);
