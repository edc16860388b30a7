// A file as it was read: its declarations one by one, each knowing only itself.
import type { Span } from '../text/span.ts';
import type { Declaration, Hole } from './ast.ts';
import type { SyntaxProblem } from './parser-base.ts';

/**
 * One declaration of a file with whatever trails it that is no blank and no comment: those are the file's, so that it stays
 * the same unit when only they change. Immutable; every span in it is relative to its start.
 */
export interface Unit {
  /** Length of the unit's text, up to the end of its last word. */
  readonly length: number;
  /** Undefined where the text begins with no declaration. */
  readonly declaration: Declaration | undefined;
  /** What stands behind the declaration and could not be read. */
  readonly rest: Hole | undefined;
  /** It may have stood inside of something whose beginning was lost: whose it is cannot be told. */
  readonly displaced: boolean;
  readonly problems: readonly SyntaxProblem[];
}

export interface SourceFile {
  readonly text: string;
  readonly units: readonly Unit[];
  /** Where each unit starts in the text, ascending. */
  readonly starts: readonly number[];
  /** Spans in the file, in order, each from its first slash. */
  readonly comments: readonly Span[];
  /** Problems that belong to no declaration; spans in the file. */
  readonly problems: readonly SyntaxProblem[];
  /** Positions of the units with problems and of those that name a directory, ascending: few among many. */
  readonly notable: readonly number[];
  /** Where braces stand that close nothing, ascending. */
  readonly strays: readonly number[];
}

/** The positions that `SourceFile.notable` has of the units. */
export function notableIn(units: readonly Unit[]): number[] {
  const notable: number[] = [];
  for (const [i, { problems, declaration }] of units.entries())
    if (problems.length > 0 || declaration?.kind === 'directory') notable.push(i);
  return notable;
}
