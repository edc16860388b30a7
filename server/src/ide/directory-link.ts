// From a `directory` declaration, and from the people whom it brings, to the SCIM file.
import { placeInDirectory, readDirectory } from '../exchange/scim.ts';
import { directoryPath } from '../model/bind-directories.ts';
import { originIn } from '../model/profiles.ts';
import type { Snapshot } from '../project/types.ts';
import type { Place } from '../rules/finding.ts';
import { type Span, shift } from '../text/span.ts';
import type { AnySymbol } from './all-symbols.ts';
import type { Located } from './locate.ts';

export interface DirectoryLink {
  /** Relative to the project's root, with `/`. */
  readonly path: string;
  /** Of the quoted path, in the file. */
  readonly span: Span;
}

/** Undefined where no path of a `directory` stands, or one that leads out of the project. */
export function directoryPathAt(located: Located): DirectoryLink | undefined {
  const { declaration } = located.unit;
  if (declaration?.kind !== 'directory' || declaration.path === undefined) return undefined;
  if (!located.nodes.includes(declaration.path)) return undefined;
  const path = directoryPath(located.path, declaration.path.text);
  return path === undefined ? undefined : { path, span: shift(declaration.path.span, located.start) };
}

/** Where a user or group stands in the file that brings it; undefined for what is declared. Reads the file once more. */
export function placeInFile(snapshot: Snapshot, symbol: AnySymbol): Place | undefined {
  if ((symbol.kind !== 'user' && symbol.kind !== 'group') || symbol.declared) return undefined;
  const origin = originIn(snapshot.model, symbol);
  const declaration = origin?.unit.declaration;
  if (origin === undefined || declaration?.kind !== 'directory' || declaration.path === undefined) return undefined;
  const file = directoryPath(origin.file, declaration.path.text);
  const content = file === undefined ? undefined : snapshot.input.directories.get(file);
  if (file === undefined || content === undefined || 'unreadable' in content) return undefined;
  const directory = readDirectory(content.text);
  const all = symbol.kind === 'user' ? directory.users : directory.groups;
  const entry = all.find((each) => each.name === symbol.name);
  const place = entry === undefined ? undefined : placeInDirectory(content.text, entry.place);
  const start = place?.offset ?? 0;
  return { file, span: { start, end: start + (place?.length ?? 0) } };
}
