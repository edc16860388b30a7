// Compares the engine with Cedar on what `writ export cedar` makes.
import { createSnapshot } from '../../../server/src/project/snapshot.ts';
import type { Snapshot } from '../../../server/src/project/types.ts';
import { parseDate } from '../../../server/src/text/calendar.ts';
import { readCorpus } from '../../fuzz/corpus.ts';
import { inputOf } from '../../support/fixture.ts';
import { type Chance, chanceOf } from '../chance.ts';
import type { Options, Result } from '../options.ts';
import { allTypes, organization, type Size, today } from '../random.ts';
import { type Compared, compareModel } from './compare.ts';
import { type Cedar, startCedar } from './engine.ts';
import { hostileText } from './hostile.ts';

const fullRounds = 1000;
const quickSeconds = 8;
/** A difference more would say nothing new. */
const mostDifferences = 50;
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

function add(sum: Sum, name: string, { passed, counts, differences, lacking }: Compared, shown: number): void {
  sum.passed += passed;
  sum.lacking += lacking;
  sum.failed += differences.length;
  for (const [kind, count] of Object.entries(counts)) sum.counts.set(kind, (sum.counts.get(kind) ?? 0) + count);
  for (const difference of differences.slice(0, shown)) console.log(`${name}: ${difference}`);
  if (differences.length > shown) console.log(`${name}: and ${differences.length - shown} more`);
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

async function compareCorpus(cedar: Cedar, sum: Sum, { quick, seed, show }: Options): Promise<void> {
  for (const { name, input } of await readCorpus()) {
    const plan = { questions: (quick ? 1 : 4) * questionsPerProject, days: projectDays };
    add(sum, name, compareModel(createSnapshot(input).model, plan, { chance: chanceOf(seed), cedar }), show);
  }
}

/** The samples, the agreed examples and random organizations; with `only` the random one of that number alone, and its text. */
export async function compareWithCedar(options: Options): Promise<Result> {
  const { quick, seed, only, show } = options;
  const cedar = await startCedar();
  console.log(`seed ${seed}, Cedar ${cedar.version}`);
  const sum: Sum = { passed: 0, failed: 0, lacking: 0, counts: new Map() };
  if (only === undefined) await compareCorpus(cedar, sum, options);
  const until = quick ? performance.now() + 1000 * quickSeconds : Number.POSITIVE_INFINITY;
  const [first, last] = only === undefined ? [0, fullRounds] : [only, only + 1];
  let round = first;
  for (; round < last && performance.now() < until && sum.failed < mostDifferences; round++) {
    const { compared, text } = runRound(cedar, seed, round);
    add(sum, `cedar --seed ${seed} --only ${round}`, compared, show);
    if (only !== undefined) console.log(text);
  }
  console.log(
    `${round - first} random organizations; ${sum.lacking} questions rested on policies that Cedar cannot say`,
  );
  for (const [kind, count] of [...sum.counts].sort()) console.log(`  ${count} ${kind}`);
  return sum;
}
