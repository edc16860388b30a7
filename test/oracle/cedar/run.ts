// Compares the engine with Cedar on what `writ export cedar` makes: `run.ts [--quick] [--seed N] [--minutes N] [--round N]`.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { createSnapshot } from '../../../server/src/project/snapshot.ts';
import type { Snapshot } from '../../../server/src/project/types.ts';
import { parseDate } from '../../../server/src/text/calendar.ts';
import { readCorpus } from '../../fuzz/corpus.ts';
import { inputOf } from '../../support/fixture.ts';
import { type Chance, chanceOf } from '../chance.ts';
import { allTypes, organization, type Size, today } from '../random.ts';
import { type Compared, compareModel } from './compare.ts';
import { type Cedar, startCedar } from './engine.ts';
import { hostileText } from './hostile.ts';

const quickSeconds = 20;
const shownDifferences = 5;
const questionsPerProject = 120;
const size: Size = { users: 4, objects: 2, fields: 6, types: allTypes, records: 3, depth: 2 };

const days = (...texts: readonly string[]) => texts.flatMap((text) => parseDate(text) ?? []);
/** Months of different lengths, a leap day, and the days around those on which roles expire. */
const randomDays = days(today, '2026-03-30', '2026-04-01', '2024-02-29', '2026-05-31', '2027-01-01', '2025-12-31');
const projectDays = days('2026-11-21', '2027-01-31', '2027-02-01', '2026-03-31');

interface Sum {
  passed: number;
  lacking: number;
  failed: number;
  readonly counts: Map<string, number>;
}

function add(sum: Sum, name: string, { passed, counts, differences, lacking }: Compared): void {
  sum.passed += passed;
  sum.lacking += lacking;
  sum.failed += differences.length;
  for (const [kind, count] of Object.entries(counts)) sum.counts.set(kind, (sum.counts.get(kind) ?? 0) + count);
  for (const difference of differences.slice(0, shownDifferences)) console.log(`${name}: ${difference}`);
  if (differences.length > shownDifferences) console.log(`${name}: and ${differences.length - shownDifferences} more`);
}

/** A random organization, or one with names that nobody expects; of both, some with a piece missing. */
function randomText(seed: number, round: number): ReadonlyMap<string, string> {
  const chance = chanceOf(seed * 1_000_003 + round);
  const isBroken = chance.oneIn(5);
  const text = (whole: string) => (isBroken ? damaged(chance, whole) : whole);
  if (round % 3 === 2) return new Map([['main.writ', text(hostileText(chance))]]);
  const of = organization(chance, size);
  return new Map([['main.writ', text(`${of.lines.join('\n')}\n`)], ...Object.entries(of.others)]);
}

/** No letter is cut in half: a request could not name what comes of that. */
function damaged(chance: Chance, whole: string): string {
  const letters = [...whole];
  letters.splice(chance.below(letters.length), 1 + chance.below(20));
  return letters.join('');
}

function runRound(cedar: Cedar, seed: number, round: number): { readonly compared: Compared; readonly text: string } {
  const files = randomText(seed, round);
  const snapshot: Snapshot = createSnapshot(inputOf(files, parseDate(today) ?? 0));
  const chance = chanceOf(seed * 7_000_003 + round);
  const compared = compareModel(
    snapshot.model,
    { questions: questionsPerProject, days: randomDays },
    { chance, cedar },
  );
  return { compared, text: [...files].map(([path, text]) => `--- file: ${path}\n${text}`).join('') };
}

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1e6)) },
    minutes: { type: 'string', default: '5' },
    round: { type: 'string' },
  },
});
const seed = Number(values.seed);
const cedar = await startCedar();
console.log(`seed ${seed}, Cedar ${cedar.version}`);
const sum: Sum = { passed: 0, failed: 0, lacking: 0, counts: new Map() };
if (values.round === undefined)
  for (const { name, input } of await readCorpus()) {
    const plan = { questions: 4 * questionsPerProject, days: projectDays };
    add(sum, name, compareModel(createSnapshot(input).model, plan, { chance: chanceOf(seed), cedar }));
  }
const until = performance.now() + 1000 * (values.quick ? quickSeconds : 60 * Number(values.minutes));
let round = Number(values.round ?? 0);
do {
  const { compared, text } = runRound(cedar, seed, round);
  add(sum, `--seed ${seed} --round ${round}`, compared);
  if (values.round !== undefined) console.log(text);
  round++;
} while (values.round === undefined && performance.now() < until && sum.failed < 50);
console.log(`${round} random organizations; ${sum.lacking} questions rested on policies that Cedar cannot say`);
for (const [kind, count] of [...sum.counts].sort()) console.log(`  ${count} ${kind}`);
process.exitCode = sum.failed > 0 ? 1 : 0;
console.log(`${sum.passed} passed, ${sum.failed} failed`);
