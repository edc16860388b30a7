// The parsed files of a project: what did not change is taken over from the state before, declaration by declaration.
import { parseFile } from '../syntax/parse.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { type Change, changeBetween } from '../text/change.ts';
import { type Lazy, lazy } from '../text/lazy.ts';
import { type LineMap, lineMap, lineMapAfter } from '../text/line-map.ts';
import type { FileContent } from './types.ts';

export interface ParsedFile {
  readonly source: SourceFile;
  readonly lines: Lazy<LineMap>;
}

/** By path, in order of paths. */
export type Sources = ReadonlyMap<string, ParsedFile>;

export function textOf(content: FileContent | undefined): string | undefined {
  return content !== undefined && 'text' in content ? content.text : undefined;
}

/** Lines that were asked for will be again: they are made at once, as a chain of earlier ones would never be freed. */
function linesAfter(known: ParsedFile, text: string, edit: Change): Lazy<LineMap> {
  const before = known.lines.known();
  if (before === undefined) return lazy(() => lineMap(text));
  const lines = lineMapAfter(before, edit, text);
  return lazy(() => lines);
}

function readAfter(known: ParsedFile | undefined, text: string): ParsedFile {
  if (known === undefined) return { source: parseFile(text), lines: lazy(() => lineMap(text)) };
  const edit = changeBetween(known.source.text, text);
  return { source: parseFile(text, known.source, edit), lines: linesAfter(known, text, edit) };
}

/** Keeps nothing of `before` but the files themselves: a chain of states would never be freed. */
export function readSources(files: ReadonlyMap<string, FileContent>, before: Sources | undefined): Sources {
  const sources = new Map<string, ParsedFile>();
  for (const path of [...files.keys()].sort()) {
    const text = textOf(files.get(path));
    if (text === undefined) continue;
    const known = before?.get(path);
    sources.set(path, known?.source.text === text ? known : readAfter(known, text));
  }
  return sources;
}
