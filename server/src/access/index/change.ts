// What differs between two states of a project's files, as far as an access index needs to know.
import type { Declaration } from '../../syntax/ast.ts';
import type { SourceFile, Unit } from '../../syntax/source-file.ts';

export interface Change {
  /** Declarations that went or came; everything else is the same and in the same order. */
  readonly declarations: readonly (Declaration | undefined)[];
  /** True where more may have changed: which files there are, what directories say, the settings. */
  readonly elsewhere: boolean;
}

/**
 * Takes the files of both states by path, sorted by it. Units that are the same object are the same declaration; around
 * what they have in common at both ends of a file, everything counts as changed. Directories and settings are the
 * caller's to compare.
 */
export function changeBetween(before: ReadonlyMap<string, SourceFile>, after: ReadonlyMap<string, SourceFile>): Change {
  const paths = [...before.keys()];
  const elsewhere = paths.length !== after.size || [...after.keys()].some((path, i) => path !== paths[i]);
  if (elsewhere) return { declarations: [], elsewhere };
  const declarations = paths.flatMap((path) => {
    const [old, now] = [before.get(path)?.units ?? [], after.get(path)?.units ?? []];
    return old === now ? [] : changed(old, now).map((unit) => unit.declaration);
  });
  return { declarations, elsewhere: false };
}

function changed(before: readonly Unit[], after: readonly Unit[]): Unit[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return [...before.slice(start, before.length - end), ...after.slice(start, after.length - end)];
}
