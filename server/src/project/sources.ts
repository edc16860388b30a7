// The parsed files of a project: what did not change is taken over from the state before, declaration by declaration.
import { parseFile } from '../syntax/parse.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import { lazy } from '../text/lazy.ts';
import { type LineMap, lineMap } from '../text/line-map.ts';
import type { FileContent } from './types.ts';

export interface ParsedFile {
  readonly source: SourceFile;
  readonly lines: () => LineMap;
}

/** By path, in order of paths. */
export type Sources = ReadonlyMap<string, ParsedFile>;

export function textOf(content: FileContent | undefined): string | undefined {
  return content !== undefined && 'text' in content ? content.text : undefined;
}

/** Keeps nothing of `before` but the files themselves: a chain of states would never be freed. */
export function readSources(files: ReadonlyMap<string, FileContent>, before: Sources | undefined): Sources {
  const sources = new Map<string, ParsedFile>();
  for (const path of [...files.keys()].sort()) {
    const text = textOf(files.get(path));
    if (text === undefined) continue;
    const known = before?.get(path);
    if (known?.source.text === text) sources.set(path, known);
    else {
      const source = parseFile(text, known?.source);
      sources.set(path, { source, lines: lazy(() => lineMap(text)) });
    }
  }
  return sources;
}
