// What is fuzzed: a target checks one random case a round, and throws where something does not hold that must.
import type { CorpusProject } from './corpus.ts';
import type { Random } from './random.ts';

export interface Target {
  readonly name: string;
  /** Its share of the time, relative to the others. */
  readonly weight: number;
  readonly round: (random: Random, corpus: readonly CorpusProject[]) => void | Promise<void>;
}
