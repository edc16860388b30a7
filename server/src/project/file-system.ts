// What the core asks of a disk, and the first things done with what it gives: paths taken apart, bytes read as text.
import { fromUtf8 } from '../text/utf8.ts';
import type { FileContent } from './types.ts';

/** Paths are absolute, with `/` on every platform and none at the end (but for the topmost folder). */
export interface FileSystem {
  list(folder: string): Promise<{ readonly entries: readonly FolderEntry[] } | Failure>;
  read(file: string): Promise<{ readonly bytes: Uint8Array } | Failure>;
  /** The path with every symbolic link in it resolved; undefined where nothing is there. */
  realPath(path: string): Promise<string | undefined>;
}

export interface FolderEntry {
  readonly name: string;
  /** A symbolic link is a `link`, whatever it leads to. */
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

/** `missing` where nothing is there at all; `failure` says why in a few words, as in "permission denied". */
export interface Failure {
  readonly failure: string;
  readonly missing: boolean;
}

export function decode(bytes: Uint8Array): FileContent {
  const text = fromUtf8(bytes);
  return text === undefined ? { unreadable: 'it is not UTF-8' } : { text };
}

/** The text of a file; undefined where there is none. */
export async function readContent(files: FileSystem, path: string): Promise<FileContent | undefined> {
  const result = await files.read(path);
  if ('bytes' in result) return decode(result.bytes);
  return result.missing ? undefined : { unreadable: result.failure };
}

export function joinPath(folder: string, relative: string): string {
  if (relative === '') return folder;
  return folder.endsWith('/') ? folder + relative : `${folder}/${relative}`;
}

/** The folder that a path stands in; undefined for the topmost one. */
export function parentPath(path: string): string | undefined {
  const slash = path.lastIndexOf('/');
  if (slash < 0 || slash === path.length - 1) return undefined;
  // `/` and `C:/` keep their slash: without it they are no folders.
  return slash === 0 || path[slash - 1] === ':' ? path.slice(0, slash + 1) : path.slice(0, slash);
}

/** The path below `folder`, empty for the folder itself; undefined where it lies elsewhere. */
export function relativeTo(folder: string, path: string): string | undefined {
  if (path === folder) return '';
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
}
