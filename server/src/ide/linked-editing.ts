// Places that an editor may change together while somebody types: only where that cannot be another edit than was meant.
import type { Snapshot } from '../project/types.ts';
import type { Span } from '../text/span.ts';
import { locate } from './locate.ts';
import { occurrencesOf } from './occurrences.ts';

export interface LinkedEditing {
  /** Without quotes, in the file, all of the same text. */
  readonly spans: readonly Span[];
  /** What may be typed, as a regular expression: anything else ends it. */
  readonly pattern: string;
}

const bare = '[^\\s"{}(),.:<>=/\\\\]+';
const quoted = '[^"\\\\\\r\\n]+';

/**
 * Records of a test, from where they are declared: all that names them stands in that test, and nobody's access hangs on it.
 * Any other name may be used in other files or decide about access, so it is given another one by a rename; and where a name
 * is used, another word is mostly meant to name something else.
 */
export function linkedEditing(snapshot: Snapshot, path: string, offset: number): LinkedEditing | undefined {
  const named = locate(snapshot, path, offset)?.symbol;
  if (named?.declaration !== true || named.symbol.kind !== 'record' || named.symbol.test === undefined)
    return undefined;
  const text = snapshot.source(path)?.text ?? '';
  const places = occurrencesOf(snapshot.model, named.symbol).map(({ origin }) => snapshot.place(origin));
  const written = places.map(({ span }) => text.slice(span.start, span.end));
  const isQuoted = (each: string) => each.startsWith('"');
  const spans = places.map(({ span }, i) =>
    isQuoted(written[i] ?? '') ? { start: span.start + 1, end: span.end - 1 } : span,
  );
  const isSame = written.every((each) => each.replace(/^"|"$/g, '') === named.symbol.name);
  if (!isSame || places.some(({ file }) => file !== path)) return undefined;
  return { spans, pattern: written.every(isQuoted) ? quoted : bare };
}
