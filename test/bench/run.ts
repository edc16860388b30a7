// Runs benchmarks: `npm run bench -- NAME… [--quick] [--json FILE]`. What an engine decides is compared before anything is
// timed, and only that can fail; times are printed beside what they are held against.
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { decisions } from './decisions.ts';
import { directory } from './directory.ts';
import { type Check, type Figure, load, machine, type Suite, shortNumber } from './figures.ts';

const suites: readonly Suite[] = [decisions, directory];

interface Result {
  readonly suite: string;
  readonly loadBefore: number;
  readonly loadAfter: number;
  readonly figures: readonly Figure[];
  readonly checks: readonly Check[];
}

async function runSuite(suite: Suite, quick: boolean): Promise<Result> {
  const loadBefore = load();
  const measured = await suite.run({ quick });
  const loadAfter = load();
  console.log(`\n== ${suite.name}\n\n${suite.report(measured)}`);
  console.log(`\nload of the machine: ${shortNumber(loadBefore)} before, ${shortNumber(loadAfter)} after`);
  for (const { name, detail } of measured.checks.filter(({ passed }) => !passed))
    console.log(`failed: ${name}: ${detail}`);
  return { suite: suite.name, loadBefore, loadAfter, ...measured };
}

async function main(): Promise<void> {
  const options = { quick: { type: 'boolean' }, json: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const unknown = positionals.find((name) => !suites.some((suite) => suite.name === name));
  if (unknown !== undefined)
    throw new Error(`no benchmark \`${unknown}\`: there are ${suites.map(({ name }) => name).join(', ')}`);
  const chosen = suites.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const { cpu, cores, node } = machine();
  console.log(`${cores} × ${cpu}, Node ${node}`);
  const results: Result[] = [];
  for (const suite of chosen) results.push(await runSuite(suite, values.quick === true));
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify({ ...machine(), results }, undefined, 2)}\n`);
  const checks = results.flatMap((result) => result.checks);
  const failed = checks.filter(({ passed }) => !passed).length;
  console.log(`\n${checks.length - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || checks.length === 0 ? 1 : 0;
}

await main();
