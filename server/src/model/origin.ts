// Where something derived comes from: a span in a unit of a file. It stays right when text before the unit changes.
import type { Unit } from '../syntax/source-file.ts';
import type { Span } from '../text/span.ts';

export interface Origin {
  /** Path of the file, relative to the project's root, with `/`. */
  readonly file: string;
  readonly unit: Unit;
  /** Relative to the unit. */
  readonly span: Span;
}

/** The same unit, another span. */
export function at(origin: Origin, span: Span): Origin {
  return { file: origin.file, unit: origin.unit, span };
}
