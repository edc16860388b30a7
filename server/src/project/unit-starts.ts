// Where declarations start in their files, from state to state: most stand where they stood, or all moved by as much.
import type { SourceFile, Unit } from '../syntax/source-file.ts';
import { sharedEnds } from '../text/same.ts';

/** The start of a declaration in its file, a UTF-16 offset; undefined of one that the file has not. */
export type StartOf = (file: string, unit: Unit) => number | undefined;

/** Positions of the declarations of a file, as they once were. */
interface Positions {
  readonly units: readonly Unit[];
  readonly of: ReadonlyMap<Unit, number>;
}

/** Of each file, by path: what the next state may build upon. */
export type CarriedPositions = Map<string, Positions>;

/** From so many declarations that are not as they were, positions are noted anew. */
const mostChanged = 64;

export function startsIn(sources: ReadonlyMap<string, SourceFile>, carried: CarriedPositions): StartOf {
  const files = new Map<SourceFile, (unit: Unit) => number | undefined>();
  return (file, unit) => {
    const source = sources.get(file);
    if (source === undefined) return undefined;
    const known = files.get(source) ?? startsOf(file, source, carried);
    files.set(source, known);
    return known(unit);
  };
}

function startsOf(
  file: string,
  { units, starts }: SourceFile,
  carried: CarriedPositions,
): (unit: Unit) => number | undefined {
  const before = carried.get(file);
  const [start, end] = before === undefined ? [0, 0] : sharedEnds(before.units, units);
  if (before === undefined || units.length - start - end > mostChanged) {
    const now = positionsOf(units);
    carried.set(file, { units, of: now });
    return (unit) => starts[now.get(unit) ?? -1];
  }
  const between = positionsOf(units.slice(start, units.length - end));
  const rest = before.units.length - end;
  const by = units.length - before.units.length;
  return (unit) => {
    const own = between.get(unit);
    if (own !== undefined) return starts[start + own];
    const old = before.of.get(unit);
    if (old === undefined || (old >= start && old < rest)) return undefined;
    return starts[old < start ? old : old + by];
  };
}

function positionsOf(units: readonly Unit[]): Map<Unit, number> {
  const positions = new Map<Unit, number>();
  let at = 0;
  for (const unit of units) positions.set(unit, at++);
  return positions;
}
