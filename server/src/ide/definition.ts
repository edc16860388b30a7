// From a name to where it is declared.

import type { Snapshot } from '../project/types.ts';
import type { Place } from '../rules/finding.ts';
import type { Span } from '../text/span.ts';
import { declarationsOf } from './all-symbols.ts';
import { directoryPathAt, placeInFile } from './directory-link.ts';
import { locate } from './locate.ts';

export interface Definition {
  /** Of the name that was asked about, in its file. */
  readonly from: Span;
  /** Each place of the declared name; an object has one for every time that it is opened. */
  readonly to: readonly Place[];
}

/** Undefined where no name stands, or one that nothing in the project declares. */
export function definition(snapshot: Snapshot, path: string, offset: number): Definition | undefined {
  const located = locate(snapshot, path, offset);
  if (located === undefined) return undefined;
  if (located.symbol !== undefined) {
    const { symbol } = located.symbol;
    const inFile = placeInFile(snapshot, symbol);
    const to = inFile === undefined ? declarationsOf(symbol).map((origin) => snapshot.place(origin)) : [inFile];
    return to.length === 0 ? undefined : { from: located.symbol.span, to };
  }
  const file = directoryPathAt(located);
  if (file === undefined || !snapshot.input.directories.has(file.path)) return undefined;
  return { from: file.span, to: [{ file: file.path, span: { start: 0, end: 0 } }] };
}
