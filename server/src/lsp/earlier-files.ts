// The files of an earlier state as a disk: listed by the client once, and read through it when they are asked for.
import type { Connection } from 'vscode-languageserver';
import { type Failure, type FileSystem, type FolderEntry, joinPath, relativeTo } from '../project/file-system.ts';
import { failureOf, toBytes, unavailable } from './client-files.ts';
import type { ReadFile } from './protocol.ts';
import { type EarlierFiles, type ReadEarlierParams, readEarlierRequest } from './protocol-difference.ts';

const missing: Failure = { failure: 'there is no such file', missing: true };

const closedFolder: Failure = { failure: 'it is another repository, which is not compared', missing: false };

/** They stand below the root of the project, where the files of today stand. */
export function earlierFiles(
  connection: Connection,
  root: string,
  asked: Omit<ReadEarlierParams, 'path'>,
  { files, closed }: EarlierFiles,
): FileSystem {
  const folders = foldersOf([...files.map(({ path }) => path), ...closed.map((path) => joinPath(path, 'x'))]);
  const closedPaths = new Set(closed);
  const below = (path: string) => relativeTo(root, path);
  return {
    async list(folder) {
      const path = below(folder);
      if (path !== undefined && closedPaths.has(path)) return closedFolder;
      const entries = path === undefined ? undefined : folders.get(path);
      if (entries !== undefined) return { entries: [...entries].map(([name, kind]) => ({ name, kind })) };
      return path === '' ? { entries: [] } : missing;
    },
    async read(file) {
      const path = below(file);
      if (path === undefined) return missing;
      const params: ReadEarlierParams = { ...asked, path };
      const read = await connection.sendRequest<ReadFile>(readEarlierRequest, params).catch(() => unavailable);
      return 'base64' in read ? { bytes: toBytes(read.base64) } : failureOf(read, true);
    },
    realPath: (path) => Promise.resolve(path),
  };
}

/** What lies in each folder, by the folder's path. */
function foldersOf(paths: readonly string[]): Map<string, Map<string, FolderEntry['kind']>> {
  const folders = new Map<string, Map<string, FolderEntry['kind']>>();
  for (const path of paths) {
    let kind: FolderEntry['kind'] = 'file';
    for (let at = path; at !== ''; kind = 'folder') {
      const slash = at.lastIndexOf('/');
      const parent = at.slice(0, Math.max(slash, 0));
      const entries = folders.get(parent) ?? new Map<string, FolderEntry['kind']>();
      folders.set(parent, entries.set(at.slice(slash + 1), kind));
      at = parent;
    }
  }
  return folders;
}
