// What a project is made of and what can be asked of one state of it.

import type { Answer, Outcome } from '../access/answer.ts';
import type { AccessIndex } from '../access/index/access-index.ts';
import type { AskedQuestion, Model } from '../model/model.ts';
import type { Origin } from '../model/origin.ts';
import type { Finding, Fix, Place, SuppressedFinding } from '../rules/finding.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { LineMap } from '../text/line-map.ts';
import type { Settings } from './settings.ts';

/** Text of a file, or why it has none. */
export type FileContent = { readonly text: string } | { readonly unreadable: string };

/** All that a project is read from. Paths are relative to its root, with `/`. */
export interface ProjectInput {
  /** The `.writ` files. */
  readonly files: ReadonlyMap<string, FileContent>;
  /** Content of `writ.json`; undefined for a project without one. */
  readonly settings: FileContent | undefined;
  /** Content of the files that `directory` declarations may name, as far as they are loaded. */
  readonly directories: ReadonlyMap<string, FileContent>;
  /** Today, as days since 1970-01-01 UTC. */
  readonly today: number;
}

/** One state of a project. Immutable; every member is computed when first asked for and kept. No copy has them all. */
export interface Snapshot {
  readonly input: ProjectInput;
  readonly settings: Settings;
  source(path: string): SourceFile | undefined;
  lines(path: string): LineMap | undefined;
  /** Paths that the `directory` declarations name, resolved below the root, whether loaded or not. */
  readonly directoryPaths: readonly string[];
  readonly model: Model;
  /** Of the model, for today. */
  readonly accessIndex: AccessIndex;
  /** All findings that are not switched off or suppressed, sorted by file and position. */
  readonly findings: readonly Finding[];
  /** Those of one rule alone, which asks no other rule; none for an id that no rule has. */
  findingsOf(rule: string): readonly Finding[];
  /** The best first; of a finding of this state. They are found when they are asked for. */
  fixesOf(finding: Finding): readonly Fix[];
  /** What would be findings of all rules, but for the comments that suppress them, likewise. */
  readonly suppressed: readonly SuppressedFinding[];
  /** The answers of the queries, in order of files and positions. */
  readonly answers: readonly { readonly asked: AskedQuestion; readonly place: Place; readonly answer: Answer }[];
  /** The outcomes of the expectations, likewise. */
  readonly outcomes: readonly { readonly asked: AskedQuestion; readonly place: Place; readonly outcome: Outcome }[];
  /** Where something derived stands in its file now. */
  place(origin: Origin): Place;
}
