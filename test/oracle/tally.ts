// What the comparisons count and what they found.
import type { Files } from './engine.ts';
import { shrink } from './shrink.ts';

export interface Disagreement {
  readonly what: string;
  readonly expected: string;
  readonly got: string;
  readonly files: Files;
  readonly today: string;
  /** Whether other files show the same. */
  readonly again?: (files: Files) => boolean;
}

export interface Tally {
  passed: number;
  /** Undecided by the engine, which the language allows. */
  undecided: number;
  readonly counts: Record<string, number>;
  readonly disagreements: Disagreement[];
}

export function newTally(): Tally {
  return { passed: 0, undecided: 0, counts: {}, disagreements: [] };
}

export function count(tally: Tally, name: string, by = 1): void {
  tally.counts[name] = (tally.counts[name] ?? 0) + by;
}

export function compare(tally: Tally, found: Disagreement): void {
  if (found.expected === found.got) tally.passed++;
  else tally.disagreements.push(found);
}

/** The same with fewer lines of its policies, where it can be tried again. */
export function smallest(found: Disagreement): Disagreement {
  const { again, files } = found;
  const lines = files['main.writ']?.trimEnd().split('\n');
  if (again === undefined || lines === undefined) return found;
  const filesOf = (left: readonly string[]): Files => ({ ...files, 'main.writ': `${left.join('\n')}\n` });
  return { ...found, files: filesOf(shrink(lines, (left) => again(filesOf(left)))) };
}

/** One disagreement with everything that is needed to see it again. */
export function show({ what, expected, got, files, today }: Disagreement): string {
  const texts = Object.entries(files).map(([path, text]) => `--- file: ${path}\n${text.trimEnd()}`);
  return `${what} (on ${today})\n  expected ${expected}\n  got      ${got}\n${texts.join('\n')}`;
}
