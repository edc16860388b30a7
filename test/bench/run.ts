// Runs benchmarks: `npm run bench -- NAME… [--quick] [--json FILE]`, or puts such a file's tables into docs/performance.md:
// `--docs FILE`. What an engine decides is compared before anything is timed, and only that can fail; times are printed
// beside what they are held against.
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { writePerformancePage } from './docs.ts';
import {
  load,
  machine,
  type Options,
  type Result,
  type Results,
  type Suite,
  shortNumber,
  tableText,
} from './figures.ts';
import { suites } from './suites.ts';

async function runSuite(suite: Suite, options: Options): Promise<Result> {
  const loadBefore = load();
  const measured = await suite.run(options);
  const loadAfter = load();
  const tables = suite.tables(measured).map(tableText);
  console.log(`\n== ${suite.name}\n\n${[...tables, ...(suite.notes?.(measured) ?? [])].join('\n\n')}`);
  console.log(`\nload of the machine: ${shortNumber(loadBefore)} before, ${shortNumber(loadAfter)} after`);
  for (const { name, detail } of measured.checks.filter(({ passed }) => !passed))
    console.log(`failed: ${name}: ${detail}`);
  return { suite: suite.name, loadBefore, loadAfter, ...measured };
}

async function runAll(chosen: readonly Suite[], quick: boolean): Promise<Results> {
  const { cpu, cores, node } = machine();
  console.log(`${cores} × ${cpu}, Node ${node}`);
  const results: Result[] = [];
  for (const suite of chosen) results.push(await runSuite(suite, { quick, before: results }));
  return { cpu, cores, node, effort: quick ? 'quick' : 'full', results };
}

async function main(): Promise<void> {
  const options = { quick: { type: 'boolean' }, json: { type: 'string' }, docs: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (values.docs !== undefined) {
    writePerformancePage(suites, JSON.parse(readFileSync(values.docs, 'utf8')));
    return;
  }
  const unknown = positionals.find((name) => !suites.some((suite) => suite.name === name));
  if (unknown !== undefined)
    throw new Error(`no benchmark \`${unknown}\`: there are ${suites.map(({ name }) => name).join(', ')}`);
  const chosen = suites.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const all = await runAll(chosen, values.quick === true);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(all, undefined, 2)}\n`);
  const checks = all.results.flatMap((result) => result.checks);
  const failed = checks.filter(({ passed }) => !passed).length;
  console.log(`\n${checks.length - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || checks.length === 0 ? 1 : 0;
}

await main();
