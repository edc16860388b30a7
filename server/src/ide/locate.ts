// What stands at an offset of a file: the unit, the way down its tree, and the symbol or catalogue word named there.
import type { Snapshot } from '../project/types.ts';
import { type AstNode, bestAt, pathAt } from '../syntax/ast-path.ts';
import type { SourceFile, Unit } from '../syntax/source-file.ts';
import { type Span, shift } from '../text/span.ts';
import type { AnySymbol } from './all-symbols.ts';
import { type Mention, mentionsOf } from './mentions.ts';
import { occurrencesIn } from './occurrences.ts';

export interface UnitAt {
  readonly unit: Unit;
  /** Its position among the units of the file. */
  readonly index: number;
  /** Where the unit starts in the file. */
  readonly start: number;
}

export interface Located extends UnitAt {
  readonly path: string;
  readonly source: SourceFile;
  /** From the declaration to the leaf, spans relative to the unit; empty where the offset is in none. */
  readonly nodes: readonly AstNode[];
  readonly symbol: NamedSymbol | undefined;
  readonly mention: NamedMention | undefined;
}

export interface NamedSymbol {
  readonly symbol: AnySymbol;
  /** Of the name in the file. */
  readonly span: Span;
  /** True where the symbol is declared here. */
  readonly declaration: boolean;
}

export interface NamedMention {
  readonly mention: Mention;
  /** Of the word in the file. */
  readonly span: Span;
}

/** The unit that holds an offset of the file; none before the first. */
export function unitAt(source: SourceFile, offset: number): UnitAt | undefined {
  let low = 0;
  let high = source.starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((source.starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  // Where one unit ends right at the next one, the cursor belongs to the next.
  const unit = source.units[low - 1];
  const start = source.starts[low - 1];
  return unit === undefined || start === undefined ? undefined : { unit, index: low - 1, start };
}

/** Takes an offset in the file; undefined where the file is unknown or the offset lies before its first unit. */
export function locate(snapshot: Snapshot, path: string, offset: number): Located | undefined {
  const source = snapshot.source(path);
  const at = source === undefined ? undefined : unitAt(source, offset);
  if (source === undefined || at === undefined) return undefined;
  const { unit, index, start } = at;
  const inside = offset - start;
  const named = bestAt(occurrencesIn(snapshot.model, { path, unit, index }), inside);
  const mention = bestAt(mentionsOf(unit), inside);
  return {
    path,
    source,
    unit,
    index,
    start,
    nodes: pathAt(unit, inside),
    symbol: named && { symbol: named.symbol, span: shift(named.span, start), declaration: named.declaration },
    mention: mention && { mention, span: shift(mention.span, start) },
  };
}
