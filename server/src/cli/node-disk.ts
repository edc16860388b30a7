// The disk of the machine that the command line runs on.
import { watch } from 'node:fs';
import {
  chmod,
  constants,
  copyFile,
  link,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  rmdir,
  stat,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type { Failure, FolderEntry } from '../project/file-system.ts';
import type { Disk, NewContent } from './disk.ts';

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
  replace: async (files) => {
    const drafts: Draft[] = [];
    try {
      for (const file of files) drafts.push(await draftOf(file));
      for (const { place, draft } of drafts) await rename(draft, place);
      return undefined;
    } catch (error) {
      for (const { draft } of drafts) await rm(draft, { force: true }).catch(() => undefined);
      return failureOf(error, 'written');
    }
  },
  create: async (folder, files) => {
    const made: string[] = [];
    const folders: string[] = [];
    try {
      for (const each of new Set([folder, ...files.map((file) => path.dirname(file.path))]))
        folders.push(...(await makeFolder(each)));
      for (const file of files) {
        await place(file);
        made.push(file.path);
      }
      return undefined;
    } catch (error) {
      for (const file of made) await rm(file, { force: true }).catch(() => undefined);
      // One in which somebody else put something meanwhile stays.
      for (const each of folders.toReversed()) await rmdir(each).catch(() => undefined);
      return failureOf(error, 'written');
    }
  },
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

/** Gives the folders that it made, the outermost first. */
async function makeFolder(folder: string): Promise<string[]> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return [];
  const made: string[] = [];
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    made.unshift(at);
    if (at === path.resolve(first) || at === path.dirname(at)) return made;
  }
}

interface Draft {
  /** Where the content is to stand, links followed. */
  readonly place: string;
  readonly draft: string;
}

/** What is written beside the place may be read by the same people. */
async function draftOf({ path: file, bytes }: NewContent): Promise<Draft> {
  const place = await realpath(file);
  const draft = path.join(path.dirname(place), `.${path.basename(place)}.${process.pid}.tmp`);
  const { mode } = await stat(place);
  try {
    await writeFile(draft, bytes, { flag: 'wx' });
    await chmod(draft, mode);
    return { place, draft };
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Whole or not at all, and only where nothing stands: a second name, unlike a new one, is refused where there is one. */
async function place({ path: file, bytes }: NewContent): Promise<void> {
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
  try {
    await writeFile(draft, bytes, { flag: 'wx' });
    // Some disks have no second names.
    await link(draft, file).catch((error: unknown) => {
      if (codeOf(error) === 'EEXIST') throw error;
      return copyFile(draft, file, constants.COPYFILE_EXCL);
    });
  } finally {
    await rm(draft, { force: true }).catch(() => undefined);
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

/** `done`: what could not be done. */
function failureOf(error: unknown, done: 'read' | 'written' | 'watched'): Failure {
  const code = codeOf(error);
  const isBlocked = code === 'ENOTDIR' && done === 'written';
  const full = done === 'watched' ? 'the system watches no more folders' : 'the disk is full';
  const failure = code === 'ENOSPC' ? full : isBlocked ? 'a file stands where a folder has to' : failures[code];
  return { failure: failure ?? `it cannot be ${done} (${code})`, missing: code === 'ENOENT' || code === 'ENOTDIR' };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
