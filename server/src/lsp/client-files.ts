// Files that only the client can read: all of them where the server runs in a browser, those of virtual workspaces elsewhere.
import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { type Failure, type FileSystem, relativeTo } from '../project/file-system.ts';
import { driveOf, uriOfPath } from './paths.ts';
import {
  type FileParams,
  filesOption,
  type ListedFolder,
  listFolderRequest,
  type NotRead,
  type ReadFile,
  readFileRequest,
} from './protocol.ts';

/** Whether a path can be read: on the disk, if there is one, or through the client. */
export function canRead(path: string, disk: FileSystem | undefined, client: ClientCapabilities): boolean {
  return (disk !== undefined && driveOf(path) === undefined) || client.experimental?.[filesOption] === true;
}

/** Reads from the disk, if there is one, what lies on it, and through the client everything else. Asks for the folders each time. */
export function filesOf(
  connection: Connection,
  disk: FileSystem | undefined,
  folders: () => readonly string[],
): FileSystem {
  const client = clientFiles(connection, (path) => folders().some((each) => relativeTo(each, path) !== undefined));
  const of = (path: string) => (disk !== undefined && driveOf(path) === undefined ? disk : client);
  return {
    list: (folder) => of(folder).list(folder),
    read: (file) => of(file).read(file),
    realPath: (path) => of(path).realPath(path),
  };
}

/**
 * An editor says of links that they are some, and not where they lead: each file lies where it was found. What it does not read
 * outside of the workspace is not there: above a folder that somebody opened, many disks have nothing but errors.
 */
function clientFiles(connection: Connection, isInside: (path: string) => boolean): FileSystem {
  const ask = <R>(method: string, path: string): Promise<R | NotRead> =>
    connection.sendRequest<R>(method, { uri: uriOfPath(path) } satisfies FileParams).catch(() => unavailable);
  return {
    async list(folder) {
      const listed = await ask<ListedFolder>(listFolderRequest, folder);
      return 'entries' in listed ? listed : failureOf(listed, isInside(folder));
    },
    async read(file) {
      const read = await ask<ReadFile>(readFileRequest, file);
      return 'base64' in read ? { bytes: toBytes(read.base64) } : failureOf(read, isInside(file));
    },
    realPath: (path) => Promise.resolve(path),
  };
}

/** The client has no answer: it has gone, or never offered any. */
export const unavailable: NotRead = { failure: 'Unavailable' };

const failures: Readonly<Record<string, string>> = {
  FileIsADirectory: 'it is a folder',
  FileNotADirectory: 'there is no such file',
  FileNotFound: 'there is no such file',
  NoPermissions: 'permission denied',
  Unavailable: 'the editor cannot read it',
};

const missing: ReadonlySet<string> = new Set(['FileNotADirectory', 'FileNotFound']);

export function failureOf({ failure }: NotRead, isInside: boolean): Failure {
  const why = failures[failure] ?? `it cannot be read (${failure})`;
  return { failure: why, missing: missing.has(failure) || !isInside };
}

export function toBytes(base64: string): Uint8Array {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
