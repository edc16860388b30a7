// One file under several names: in other case, where the disk does not tell that apart, or by way of a symbolic link.
import { type FileSystem, joinPath } from '../project/file-system.ts';

/** Files of projects, by root and then by their paths in it. */
export type KnownFiles = ReadonlyMap<string, ReadonlyMap<string, unknown>>;

/**
 * Takes an absolute path; gives the path under which a project has the file that lies there, where that is another one. The
 * disk is asked: names that differ by their case alone are two files on one disk and one on another.
 */
export async function otherName(disk: FileSystem, known: KnownFiles, path: string): Promise<string | undefined> {
  const real = await disk.realPath(path);
  if (real === undefined) return undefined;
  const names = new Set([path, real].map(foldedName));
  for (const [root, files] of known) {
    for (const each of files.keys()) {
      const candidate = joinPath(root, each);
      if (candidate === path || !names.has(foldedName(candidate))) continue;
      if ((await disk.realPath(candidate)) === real) return candidate;
    }
  }
  return undefined;
}

function foldedName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}
