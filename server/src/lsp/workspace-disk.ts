// The disk of the machine that the server runs on.
import { readdir, readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { Failure, FileSystem, FolderEntry } from '../project/file-system.ts';

/** Reads files with Node; paths with `/` are understood by it on every platform. */
export const disk: FileSystem = {
  async list(folder) {
    try {
      const entries = await readdir(folder, { withFileTypes: true });
      return { entries: entries.map((entry) => ({ name: entry.name, kind: kindOf(entry) })) };
    } catch (error) {
      return failureOf(error);
    }
  },
  async read(file) {
    try {
      return { bytes: await readFile(file) };
    } catch (error) {
      return failureOf(error);
    }
  },
  async realPath(file) {
    try {
      return withSlashes(await realpath(file));
    } catch {
      return undefined;
    }
  },
};

/** A path of this platform as the core writes it; a backslash is a plain character where it divides nothing. */
function withSlashes(native: string): string {
  return path.sep === '\\' ? native.replaceAll('\\', '/').replace(/^[A-Z]:/, (drive) => drive.toLowerCase()) : native;
}

interface EntryKind {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

function kindOf(entry: EntryKind): FolderEntry['kind'] {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : 'other';
}

const failures: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ELOOP: 'it is a link that leads nowhere',
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
};

function failureOf(error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return { failure: failures[code] ?? `it cannot be read (${code})`, missing: code === 'ENOENT' || code === 'ENOTDIR' };
}
