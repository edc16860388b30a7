// Files in memory as a client reads them for the server, and as the disk of a machine that holds some of them.
import type { ProtocolConnection } from 'vscode-languageserver/node';
import { driveOf, pathOfUri } from '../../server/src/lsp/paths.ts';
import {
  type FileParams,
  type ListedFolder,
  listFolderRequest,
  type ReadFile,
  readFileRequest,
} from '../../server/src/lsp/protocol.ts';
import type { Failure, FileSystem } from '../../server/src/project/file-system.ts';
import type { MemoryFiles } from './memory-files.ts';

const pathOf = ({ uri }: FileParams): string => pathOfUri(uri) ?? uri;

const failureOf = ({ missing }: Failure) => ({ failure: missing ? 'FileNotFound' : 'NoPermissions' });

/** Answers the server's requests for files. */
export function readForServer(client: ProtocolConnection, files: MemoryFiles): void {
  client.onRequest<ReadFile, void>(readFileRequest, async (params: FileParams) => {
    const read = await files.read(pathOf(params));
    return 'bytes' in read ? { base64: Buffer.from(read.bytes).toString('base64') } : failureOf(read);
  });
  client.onRequest<ListedFolder, void>(listFolderRequest, async (params: FileParams) => {
    const listed = await files.list(pathOf(params));
    if ('failure' in listed) return failureOf(listed);
    return { entries: listed.entries.map(({ name, kind }) => ({ name, kind: kind === 'link' ? 'other' : kind })) };
  });
}

/** A disk that has of these files those that no scheme sets apart. */
export function onlyLocal(files: MemoryFiles): FileSystem {
  const checked = (path: string) => {
    if (driveOf(path) !== undefined) throw new Error(`${path} is on no disk`);
    return path;
  };
  return {
    list: async (folder) => files.list(checked(folder)),
    read: async (file) => files.read(checked(file)),
    realPath: async (path) => files.realPath(checked(path)),
  };
}
