// Reads for the server what it cannot reach: the files of virtual workspaces, and every file where it runs in a browser.
import { type Disposable, FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type FileParams,
  type ListedEntry,
  type ListedFolder,
  listFolderRequest,
  type NotRead,
  type ReadFile,
  readFileRequest,
} from '../../server/src/lsp/protocol.ts';
import { toBase64 } from './base64.ts';

/** Answers the server's requests for files; gives what ends that. */
export function readForServer(client: BaseLanguageClient): Disposable[] {
  return [
    client.onRequest<ReadFile, void>(readFileRequest, answering(readFile)),
    client.onRequest<ListedFolder, void>(listFolderRequest, answering(listFolder)),
  ];
}

function answering<R>(read: (uri: Uri) => Promise<R>) {
  return ({ uri }: FileParams): Promise<R | NotRead> => read(Uri.parse(uri)).catch(failureOf);
}

async function readFile(uri: Uri): Promise<ReadFile> {
  return { base64: toBase64(await workspace.fs.readFile(uri)) };
}

async function listFolder(uri: Uri): Promise<ListedFolder> {
  const entries = await workspace.fs.readDirectory(uri);
  return { entries: entries.map(([name, type]) => ({ name, kind: kindOf(type) })) };
}

/** Where a link leads is not said: one to a folder may lead round in a circle, and is not entered. */
function kindOf(type: FileType): ListedEntry['kind'] {
  if ((type & FileType.File) !== 0) return 'file';
  return type === FileType.Directory ? 'folder' : 'other';
}

function failureOf(error: unknown): NotRead {
  return { failure: error instanceof FileSystemError ? error.code : 'Unknown' };
}
