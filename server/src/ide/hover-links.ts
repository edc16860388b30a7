// Where a hover leads: to the declarations of what is named, and to its uses.
import type { Snapshot } from '../project/types.ts';
import type { Place } from '../rules/finding.ts';
import { type AnySymbol, declarationsOf } from './all-symbols.ts';
import { placeInFile } from './directory-link.ts';
import { locate } from './locate.ts';
import { occurrencesOf } from './occurrences.ts';

export interface HoverLinks {
  /** The first places of its declaration, less the one that is hovered over; in a directory's file for what that brings. */
  readonly declared: readonly Place[];
  /** How often it is named besides; undefined where that is not counted. */
  readonly uses: number | undefined;
  /** Its name under the cursor. */
  readonly from: Place;
}

/** An object may be opened in many files. */
const mostPlaces = 3;

/** Undefined where no symbol is named. */
export function hoverLinks(snapshot: Snapshot, path: string, offset: number): HoverLinks | undefined {
  const named = locate(snapshot, path, offset)?.symbol;
  if (named === undefined) return undefined;
  const { symbol, span } = named;
  const origins = declarationsOf(snapshot.model, symbol).map((origin) => snapshot.place(origin));
  const inFile = origins.length === 0 ? placeInFile(snapshot, symbol) : undefined;
  const others = origins.filter(({ file, span: at }) => file !== path || at.start !== span.start);
  return {
    declared: inFile === undefined ? others.slice(0, mostPlaces) : [inFile],
    uses: usesOf(snapshot, symbol),
    from: { file: path, span },
  };
}

/** People are named too often, and fields say it in their hover. */
function usesOf({ model }: Snapshot, symbol: AnySymbol): number | undefined {
  if (symbol.kind === 'user' || symbol.kind === 'field') return undefined;
  return occurrencesOf(model, symbol).filter(({ declaration }) => !declaration).length;
}
