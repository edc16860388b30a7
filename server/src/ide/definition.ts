// From a name to where it is declared.
import type { Snapshot } from '../project/types.ts';
import type { Place } from '../rules/finding.ts';
import type { Span } from '../text/span.ts';
import { declarationsOf } from './all-symbols.ts';
import { directoryPathAt, placeInFile } from './directory-link.ts';
import { type Located, locate } from './locate.ts';
import { placesOf, type Target, targetAt } from './rename/target.ts';

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
    const to =
      inFile === undefined ? declarationsOf(snapshot.model, symbol).map((origin) => snapshot.place(origin)) : [inFile];
    return to.length === 0 ? undefined : { from: located.symbol.span, to };
  }
  const option = optionDefinition(snapshot, located, offset);
  if (option !== undefined) return option;
  const file = directoryPathAt(located);
  if (file === undefined || !snapshot.input.directories.has(file.path)) return undefined;
  return { from: file.span, to: [{ file: file.path, span: { start: 0, end: 0 } }] };
}

/** From an option to where the field lists it. */
function optionDefinition(snapshot: Snapshot, located: Located, offset: number): Definition | undefined {
  const found = targetAt(snapshot, located, offset);
  const to = found && listedPlace(snapshot, found.target);
  return found === undefined || to === undefined ? undefined : { from: found.span, to: [to] };
}

/** Of an option: among those of its field's declaration. */
export function listedPlace(snapshot: Snapshot, target: Target): Place | undefined {
  if (target.kind !== 'option' || target.field.origin === undefined) return undefined;
  const { file, span } = snapshot.place(target.field.origin);
  // They stand right behind the name.
  const behind = placesOf(snapshot, target).filter((place) => place.file === file && place.span.start > span.start);
  return behind.sort((a, b) => a.span.start - b.span.start)[0];
}
