// Random organizations of the comparison with the reference, and questions about them, as fast-check makes them.
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { Snapshot } from '../../../server/src/project/types.ts';
import { type Chance, chanceOf } from '../../oracle/chance.ts';
import { answer, errorsOf, type Files, snapshotOf } from '../../oracle/engine.ts';
import {
  allTypes,
  fullQuestion,
  type Organization,
  openExpectation,
  organization,
  type Size,
  today,
} from '../../oracle/random.ts';

const size: Size = { users: 4, objects: 2, fields: 4, types: allTypes, records: 4, depth: 1 };
const questionsPerCase = 60;

/** An organization, what is asked of it, and what further choices come from. */
export interface Case {
  readonly of: Organization;
  /** On records that say every field, on the organization, on invitations and accounts. */
  readonly questions: readonly string[];
  /** On all records, or on those that meet a condition. */
  readonly open: readonly string[];
  readonly chance: Chance;
}

export const cases: fc.Arbitrary<Case> = fc.nat({ max: 1_000_000 }).map((seed) => {
  const chance = chanceOf(seed);
  const of = organization(chance, size);
  const questions = Array.from({ length: questionsPerCase }, () => fullQuestion(chance, of));
  const open = Array.from({ length: 10 }, () => openExpectation(chance, of, size.depth));
  return { of, questions, open, chance };
});

export function filesOf({ others }: Organization, lines: readonly string[]): Files {
  return { 'main.writ': `${lines.join('\n')}\n`, ...others };
}

/** A snapshot of sound files. */
export function soundSnapshot(files: Files): Snapshot {
  const snapshot = snapshotOf(files, today);
  assert.deepEqual(errorsOf(snapshot), [], files['main.writ']);
  return snapshot;
}

/** The answer to each question; a refusal with its reason. */
export function answersTo(snapshot: Snapshot, questions: readonly string[]): string[] {
  return questions.map((question) => answer(snapshot, question));
}

/** How many questions come out otherwise, none of which `isWrong` says; what is wrong is shown with both texts. */
export function countChanges(
  [before, after]: readonly [Files, Files],
  questions: readonly string[],
  isWrong: (was: string, is: string) => boolean,
): number {
  const [was, is] = [before, after].map((files) => answersTo(soundSnapshot(files), questions));
  let changed = 0;
  for (const [at, question] of questions.entries()) {
    const [one = '', other = ''] = [was?.[at], is?.[at]];
    if (one !== other) changed++;
    const said = `query ${question}: ${one}, then ${other}\n${before['main.writ']}\n=== and then\n${after['main.writ']}`;
    assert.ok(!isWrong(one, other), said);
  }
  return changed;
}
