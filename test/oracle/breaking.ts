// Nothing broken allows, nothing broken passes: sound organizations with one thing in them broken.
import type { Outcome } from '../../server/src/access/answer.ts';
import type { Place } from '../../server/src/rules/finding.ts';
import { type Chance, chanceOf } from './chance.ts';
import { type Damage, damage, without } from './damage.ts';
import { errorsOf, type Files, snapshotOf } from './engine.ts';
import {
  allTypes,
  fullExpectation,
  type Organization,
  openExpectation,
  organization,
  type Size,
  today,
} from './random.ts';
import { questionOf } from './random-worlds.ts';
import { check, weight } from './reference/expectations.ts';
import { readWorld } from './reference/world.ts';
import { shrink } from './shrink.ts';
import { compare, count, type Tally } from './tally.ts';

const size: Size = { users: 4, objects: 2, fields: 3, types: allTypes, records: 3, depth: 1 };

/** A sound text, what is done to one of its lines, and the expectations that are asked of both. */
interface Broken {
  readonly lines: readonly string[];
  readonly index: number;
  readonly done: Damage;
  readonly others: Files;
  readonly expectations: readonly string[];
}

function filesOf(lines: readonly string[], expectations: readonly string[], others: Files): Files {
  return {
    'main.writ': `${lines.join('\n')}\n`,
    'questions.writ': `${expectations.map((text) => `expect ${text}`).join('\n')}\n`,
    ...others,
  };
}

function brokenFiles({ lines, index, done, others, expectations }: Broken): Files {
  return filesOf(
    lines.map((line, at) => (at === index ? done.line : line)),
    expectations,
    others,
  );
}

function makeExpectations(chance: Chance, of: Organization): string[] {
  const world = readWorld(filesOf(of.lines, [], of.others));
  const all = Array.from({ length: 30 }, () =>
    chance.oneIn(2) ? fullExpectation(chance, of) : openExpectation(chance, of, size.depth),
  );
  return all.filter((text) => weight(world, questionOf(text), today) < 3000);
}

/** Breaks one line after another of one organization, each on its own. */
export function breakWorld(tally: Tally, seed: number): void {
  const chance = chanceOf(seed);
  const of = organization(chance, size);
  const expectations = makeExpectations(chance, of);
  const world = readWorld(filesOf(of.lines, [], of.others));
  const originally = expectations.map((text) => check(world, questionOf(text), today).held);
  for (let i = 0; i < 12; i++) {
    const index = chance.below(of.lines.length);
    const line = of.lines[index] ?? '';
    if (line === '}') continue;
    const done = damage(chance, line);
    checkBroken(tally, seed, { lines: of.lines, index, done, others: of.others, expectations }, originally);
  }
}

/** What the engine says of the broken text; undefined where the line is sound, and only makes something else break. */
function outcomesOf(broken: Broken): Outcome[] | undefined {
  const { lines, index, done } = broken;
  const snapshot = snapshotOf(brokenFiles(broken), today);
  const start = lines.slice(0, index).reduce((length, line) => length + line.length + 1, 0);
  const end = start + done.line.length + 1;
  const isThere = ({ file, span }: Place): boolean => file === 'main.writ' && span.start >= start && span.start <= end;
  const isError = snapshot.findings.some(({ severity, place }) => severity === 'error' && isThere(place));
  return isError ? snapshot.outcomes.map(({ outcome }) => outcome) : undefined;
}

/** Whether the sound text has it, and, for what is allowed, the text without what is broken; undefined where nobody can say. */
function heldIn(lines: readonly string[], text: string, others: Files): boolean | undefined {
  const files = filesOf(lines, [], others);
  if (errorsOf(snapshotOf(files, today)).length > 0) return undefined;
  try {
    return check(readWorld(files), questionOf(text), today).held;
  } catch {
    return undefined;
  }
}

function isPlainCan(text: string): boolean {
  const question = questionOf(text);
  return 'negated' in question && !question.negated;
}

type Wrong = 'the sound text makes it fail' | 'without what is broken it fails';

/** Why an expectation that has held should not have. */
function wrongIn(
  { lines, index, done, others }: Broken,
  text: string,
  original: boolean | undefined,
): Wrong | undefined {
  if (original === false) return 'the sound text makes it fail';
  if (!isPlainCan(text)) return undefined;
  const rest = without(lines, index, done);
  if (rest === undefined || heldIn(rest, text, others) !== false) return undefined;
  return 'without what is broken it fails';
}

function checkBroken(tally: Tally, seed: number, broken: Broken, originally: readonly boolean[]): void {
  const outcomes = outcomesOf(broken);
  if (outcomes === undefined) {
    count(tally, 'damages that leave a sound line');
    return;
  }
  count(tally, 'damages');
  for (const [i, text] of broken.expectations.entries()) {
    const outcome = outcomes[i]?.outcome ?? 'error';
    count(tally, `broken: ${outcome}`);
    if (outcome !== 'held') continue;
    const wrong = wrongIn(broken, text, originally[i]);
    if (wrong === undefined) tally.passed++;
    else report(tally, seed, { ...broken, expectations: [text] }, wrong);
  }
}

/** The disagreement in the smallest text that still shows it. */
function report(tally: Tally, seed: number, broken: Broken, wrong: Wrong): void {
  const [text = ''] = broken.expectations;
  const smaller = (kept: readonly number[]): Broken => ({
    ...broken,
    lines: kept.map((at) => broken.lines[at] ?? ''),
    index: kept.indexOf(broken.index),
  });
  const shows = (kept: readonly number[]): boolean => {
    const less = smaller(kept);
    if (less.index < 0 || outcomesOf(less)?.[0]?.outcome !== 'held') return false;
    const original = heldIn(less.lines, text, less.others);
    return original !== undefined && wrongIn(less, text, original) === wrong;
  };
  const files = brokenFiles(smaller(shrink([...broken.lines.keys()], shows)));
  const what = `organization ${seed}, ${broken.done.how}: expect ${text}`;
  compare(tally, { what, expected: `not held: ${wrong}`, got: 'held', files, today });
}
