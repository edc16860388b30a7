// The disk of the machine that the command line runs on; it is read and watched, never written.
import { watch } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Failure, FolderEntry } from '../project/file-system.ts';
import type { Disk } from './disk.ts';

/** A larger file is no policy that anyone wrote, and may not fit into one string. */
const largestBytes = 256 * 1024 * 1024;

export const nodeDisk: Disk = {
  list: (folder) =>
    guarded(async () => {
      const entries = await readdir(folder, { withFileTypes: true });
      return { entries: entries.map((entry) => ({ name: entry.name, kind: entryKind(entry) })) };
    }),
  read: (file) =>
    guarded(async () => {
      // A pipe would keep its reader waiting for ever.
      const found = await stat(file);
      if (found.isDirectory()) return { failure: 'it is a folder', missing: false };
      if (!found.isFile()) return { failure: 'it is no regular file', missing: false };
      if (found.size > largestBytes) return { failure: 'it is larger than 256 MB', missing: false };
      return { bytes: await readFile(file) };
    }),
  realPath: async (file) => {
    try {
      return withSlashes(await realpath(file));
    } catch {
      return undefined;
    }
  },
  kind: (file) =>
    guarded(async () => {
      const found = await stat(file);
      if (found.isDirectory()) return { kind: 'folder' };
      return { kind: found.isFile() ? 'file' : 'other' };
    }),
  watch(folder, changed) {
    try {
      const watcher = watch(folder, (_, name) => changed(name ?? undefined));
      // A folder that goes away is told of by the one above it.
      watcher.on('error', () => watcher.close());
      return { end: () => watcher.close() };
    } catch (error) {
      return failureOf(error);
    }
  },
};

/** Takes a path of this platform; gives it as the core writes it. A backslash is a plain character where it divides nothing. */
export function withSlashes(native: string): string {
  if (path.sep !== '\\') return native;
  return native.replaceAll('\\', '/').replace(/^[A-Z]:/, (drive) => drive.toLowerCase());
}

interface EntryKind {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

function entryKind(entry: EntryKind): FolderEntry['kind'] {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : 'other';
}

async function guarded<T>(work: () => Promise<T>): Promise<T | Failure> {
  try {
    return await work();
  } catch (error) {
    return failureOf(error);
  }
}

const failures: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ELOOP: 'it is a link that leads nowhere',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'there is no such file or folder',
  EMFILE: 'too many files are open',
  ENOSPC: 'the system watches no more folders',
};

function failureOf(error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return { failure: failures[code] ?? `it cannot be read (${code})`, missing: code === 'ENOENT' || code === 'ENOTDIR' };
}
