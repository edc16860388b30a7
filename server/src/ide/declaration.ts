// From a name to the one place in Writ that brings it into the project.

import { originIn } from '../model/profiles.ts';
import type { Snapshot } from '../project/types.ts';
import { type Definition, definition } from './definition.ts';
import { locate } from './locate.ts';

/**
 * The definition, but of whom a directory brings the `directory` that names the file, and of an object the place where it is
 * opened first, which says what kind it is.
 */
export function declaration(snapshot: Snapshot, path: string, offset: number): Definition | undefined {
  const found = definition(snapshot, path, offset);
  const named = locate(snapshot, path, offset)?.symbol;
  if (named === undefined) return found;
  const { symbol, span } = named;
  const origin = symbol.kind === 'object' ? symbol.openings[0] : originIn(snapshot.model, symbol);
  return origin === undefined ? found : { from: span, to: [snapshot.place(origin)] };
}
