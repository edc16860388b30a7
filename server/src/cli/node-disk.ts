// The disk of the machine that the command line runs on.
import { watch } from 'node:fs';
import { mkdir, readdir, readFile, realpath, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Failure, FolderEntry } from '../project/file-system.ts';
import type { Disk, NewContent, NotWritten } from './disk.ts';
import { diskError, type Over, putFiles } from './whole-files.ts';

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
  replace: (files) => written(() => putFiles(files, 'file')),
  create: (folder, files) => inFolders(folder, files, 'nothing'),
  write: (folder, files) => inFolders(folder, files, 'either'),
  watch(folder, changed) {
    try {
      const watcher = watch(folder, (_, name) => changed(name ?? undefined));
      // A folder that goes away is told of by the one above it.
      watcher.on('error', () => watcher.close());
      return { end: () => watcher.close() };
    } catch (error) {
      return failureOf(error, 'watched');
    }
  },
};

/** Puts files into folders that are made where they are missing, and removed where something fails. */
function inFolders(folder: string, files: readonly NewContent[], over: Over): Promise<NotWritten | undefined> {
  return written(async () => {
    const made: string[] = [];
    try {
      for (const each of new Set([folder, ...files.map((file) => path.dirname(file.path))]))
        await makeFolder(path.resolve(each), made);
      await putFiles(files, over);
    } catch (error) {
      // One in which somebody else put something meanwhile stays.
      for (const each of made.toReversed()) await rmdir(each).catch(() => undefined);
      throw error;
    }
  });
}

async function written(work: () => Promise<void>): Promise<NotWritten | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    const file = error instanceof Error && 'file' in error ? withSlashes(String(error.file)) : undefined;
    return { ...failureOf(error, 'written'), ...(file === undefined ? {} : { file }) };
  }
}

/**
 * Adds the folders that it makes to `made`, the outermost first. One by one: Node, asked for all of them, tries for ever
 * where a system has none made, as in `/proc`.
 */
async function makeFolder(folder: string, made: string[]): Promise<void> {
  const found = await stat(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (found?.isDirectory()) return;
  if (found !== undefined) throw diskError('ENOTDIR');
  if (folder !== path.dirname(folder)) await makeFolder(path.dirname(folder), made);
  try {
    await mkdir(folder);
    made.push(folder);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    // Somebody else made it meanwhile, or what stands there is no folder.
    const other = await stat(folder).catch(() => undefined);
    if (other?.isDirectory() !== true) throw diskError('ENOTDIR');
  }
}

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
    return failureOf(error, 'read');
  }
}

const failures: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EEXIST: 'there is something of that name',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ELOOP: 'it is a link that leads nowhere',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'there is no such file or folder',
  EMFILE: 'too many files are open',
  EROFS: 'the disk is read-only',
};

const special: Readonly<Record<'read' | 'written' | 'watched', Readonly<Record<string, string>>>> = {
  read: { ENOSPC: 'the disk is full' },
  written: {
    EISDIR: 'a folder stands where a file has to',
    ENOSPC: 'the disk is full',
    ENOTDIR: 'a file stands where a folder has to',
  },
  watched: { ENOSPC: 'the system watches no more folders' },
};

/** `done`: what could not be done. */
function failureOf(error: unknown, done: 'read' | 'written' | 'watched'): Failure {
  const code = codeOf(error);
  const said = { ...failures, ...special[done] };
  const failure = said[code];
  return { failure: failure ?? `it cannot be ${done} (${code})`, missing: code === 'ENOENT' || code === 'ENOTDIR' };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
