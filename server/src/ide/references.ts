// Every place where something is named: a symbol of the project, an option, an attribute or a word of the catalogue.
import type { Snapshot } from '../project/types.ts';
import type { Place } from '../rules/finding.ts';
import { shift } from '../text/span.ts';
import { listedPlace } from './definition.ts';
import { type Located, locate } from './locate.ts';
import { type Mention, mentionsOf } from './mentions.ts';
import { occurrencesOf } from './occurrences.ts';
import { placesOf, targetAt } from './rename/target.ts';

/** A place of the name; a declaration's is the declared name, not the whole of it. */
export interface NamedPlace extends Place {
  readonly declaration: boolean;
}

/** Takes an offset in the file; gives all places of what is named there, by file and position. */
export function references(
  snapshot: Snapshot,
  path: string,
  offset: number,
  includeDeclaration: boolean,
): NamedPlace[] {
  const files = [...snapshot.input.files.keys()];
  const found = namedPlaces(snapshot, { path, offset }, files);
  return includeDeclaration ? found : found.filter((place) => !place.declaration);
}

/** The places in the same file, its declaration among them. */
export function highlights(snapshot: Snapshot, path: string, offset: number): NamedPlace[] {
  return namedPlaces(snapshot, { path, offset }, [path]);
}

interface Spot {
  readonly path: string;
  readonly offset: number;
}

function namedPlaces(snapshot: Snapshot, { path, offset }: Spot, files: readonly string[]): NamedPlace[] {
  const located = locate(snapshot, path, offset);
  if (located === undefined) return [];
  const mention = located.symbol === undefined ? located.mention?.mention : undefined;
  if (mention !== undefined) return [...files].sort().flatMap((file) => mentionPlaces(snapshot, mention, file));
  const wanted = new Set(files);
  const all =
    located.symbol === undefined
      ? writtenPlaces(snapshot, located, offset)
      : occurrencesOf(snapshot.model, located.symbol.symbol).map(({ origin, declaration }) => ({
          ...snapshot.place(origin),
          declaration,
        }));
  return all
    .filter(({ file }) => wanted.has(file))
    .sort((a, b) => (a.file === b.file ? a.span.start - b.span.start : a.file < b.file ? -1 : 1));
}

/** Of an option or an attribute. */
function writtenPlaces(snapshot: Snapshot, located: Located, offset: number): NamedPlace[] {
  const target = targetAt(snapshot, located, offset)?.target;
  if (target === undefined) return [];
  const listed = listedPlace(snapshot, target);
  return placesOf(snapshot, target).map((place) => ({
    ...place,
    declaration: listed?.file === place.file && listed.span.start === place.span.start,
  }));
}

function mentionPlaces(snapshot: Snapshot, wanted: Mention, file: string): NamedPlace[] {
  const source = snapshot.source(file);
  if (source === undefined) return [];
  return source.units.flatMap((unit, i) => {
    const same = mentionsOf(unit).filter((mention) => isSame(mention, wanted));
    return same.map((mention) => ({ file, span: shift(mention.span, source.starts[i] ?? 0), declaration: false }));
  });
}

/** A level is a word of its group: `view on Records` and `view on Charts` are two things. */
function isSame(a: Mention, b: Mention): boolean {
  return a.kind === b.kind && a.name === b.name && (a.kind !== 'level' || a.group === b.group);
}
