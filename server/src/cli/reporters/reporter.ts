// The contract of a format: the values of a check in, text for standard output out.
import type pc from 'picocolors';
import type { CheckResult, ProjectResult } from '../check-result.ts';

export type Colors = ReturnType<typeof pc.createColors>;

export interface ReportContext {
  readonly colors: Colors;
  /** Columns that a line may take. */
  readonly width: number;
  /** The working folder below the root of the repository that GitHub checks; empty where it is that root. */
  readonly folder: string;
  /** A line of a file, zero-based, without its line end; undefined where the file could not be read. */
  lineText(project: ProjectResult, file: string, line: number): string | undefined;
}

export type Reporter = (result: CheckResult, context: ReportContext) => string;
