// The contract of a format: the values of a check in, text for standard output out.
import type pc from 'picocolors';
import type { CheckResult, FindingResult, Located, ProjectResult } from '../check-result.ts';
import type { ExitStatus } from '../host.ts';

export type Colors = ReturnType<typeof pc.createColors>;

/** What a fix would do, and by which edits. */
export interface FixResult {
  readonly title: string;
  readonly edits: readonly (Located & { readonly text: string })[];
}

export interface SuppressedResult {
  readonly finding: FindingResult;
  /** Why its comment suppresses it. */
  readonly reason: string;
}

/** What is known of a project beyond its results. */
export interface ProjectDetails {
  /** Of a finding of the project; found when it is asked for. */
  readonly fixesOf: (finding: FindingResult) => readonly FixResult[];
  readonly suppressed: readonly SuppressedResult[];
}

export interface ReportContext {
  readonly colors: Colors;
  /** Columns that a line may take. */
  readonly width: number;
  /** The working folder below the root of the repository that GitHub checks; empty where it is that root. */
  readonly folder: string;
  /** With which status the run ends. */
  readonly status: ExitStatus;
  /** What of the run could not be done, as it is told on standard error. */
  readonly problems: readonly string[];
  /** How many warnings are still well; undefined for any number. */
  readonly maxWarnings: number | undefined;
  details(project: ProjectResult): ProjectDetails;
  /** A line of a file, zero-based, without its line end; undefined where the file could not be read. */
  lineText(project: ProjectResult, file: string, line: number): string | undefined;
}

export type Reporter = (result: CheckResult, context: ReportContext) => string;
