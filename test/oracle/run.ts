// Compares the engine with others that answer the same questions: `npm run oracle`, or `npm run oracle -- NAME…` for some of
// small, wide, random, broken, cedar and z3. `--quick` takes under a minute.
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Options } from './options.ts';
import { type Part, parts } from './parts.ts';

function chosenParts(names: readonly string[]): readonly Part[] {
  const known = parts.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`\`${unknown}\` is none of ${known.join(', ')}`);
  return parts.filter(({ name }) => names.length === 0 || names.includes(name));
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`\`${text}\` is no whole number`);
  return Number(text);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      show: { type: 'string', default: '5' },
      only: { type: 'string' },
    },
  });
  const { quick, only } = values;
  const options: Options = {
    quick,
    seed: wholeNumber(values.seed),
    show: wholeNumber(values.show),
    only: only === undefined ? undefined : wholeNumber(only),
  };
  const chosen = chosenParts(positionals);
  if (only !== undefined && (chosen.length !== 1 || chosen.some(({ numbered }) => !numbered)))
    throw new Error(
      `\`--only\` takes one of ${parts.flatMap(({ name, numbered }) => (numbered ? name : [])).join(', ')}`,
    );
  const sum = { passed: 0, failed: 0 };
  for (const { name, run } of chosen) {
    console.log(`\n== ${name}`);
    const started = performance.now();
    const { passed, failed } = await run(options);
    console.log(
      `${name}: ${passed} passed, ${failed} failed in ${((performance.now() - started) / 1000).toFixed(1)} s`,
    );
    sum.passed += passed;
    // A part that compared nothing has shown nothing.
    sum.failed += passed + failed === 0 ? 1 : failed;
  }
  process.exitCode = sum.failed > 0 ? 1 : 0;
  console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
}

await main();
