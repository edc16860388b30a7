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

/** The unit of something that stands in no file. */
export const emptyUnit: Unit = { length: 0, declaration: undefined, rest: undefined, displaced: false, problems: [] };

/** Where something stands that nobody has written. */
export const nowhere: Origin = { file: '', unit: emptyUnit, span: { start: 0, end: 0 } };
