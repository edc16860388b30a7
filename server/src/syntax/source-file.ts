// A file as it was read: its declarations one by one, each knowing only itself.
import type { Span } from '../text/span.ts';
import type { Declaration, Hole } from './ast.ts';
import type { SyntaxProblem } from './parser-base.ts';

/** One declaration of a file with whatever trails it. Immutable; every span in it is relative to its start. */
export interface Unit {
  /** Length of the unit's text, up to where the next one starts. */
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
  /** Where braces stand that close nothing, ascending. */
  readonly strays: readonly number[];
}
