// Where declarations start in their files, in one state.
import type { SourceFile, Unit } from '../syntax/source-file.ts';
import { lazy } from '../text/lazy.ts';

/** The start of a declaration in its file, a UTF-16 offset; 0 of one that no file has. */
export type StartOf = (unit: Unit) => number;

export function startsIn(sources: ReadonlyMap<string, SourceFile>): StartOf {
  const starts = lazy(() => startsOf(sources));
  // Much is asked of the same declaration one after the other.
  let last: Unit | undefined;
  let start = 0;
  return (unit) => {
    if (unit !== last) {
      start = starts().get(unit) ?? 0;
      last = unit;
    }
    return start;
  };
}

function startsOf(files: ReadonlyMap<string, SourceFile>): ReadonlyMap<Unit, number> {
  const starts = new Map<Unit, number>();
  for (const { units, starts: offsets } of files.values()) {
    let at = 0;
    for (const unit of units) starts.set(unit, offsets[at++] ?? 0);
  }
  return starts;
}
