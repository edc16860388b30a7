// Workspace folders and file events as the protocol tells them, by path.
import {
  type DidChangeWatchedFilesParams,
  FileChangeType,
  type InitializeParams,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import { pathOfUri } from './paths.ts';
import type { FileEvent } from './workspace-events.ts';

/** The folders that a client opens with, in any of the ways that the protocol has had for them. */
export function initialFolders({ workspaceFolders, rootUri, rootPath }: InitializeParams): string[] {
  if (workspaceFolders !== undefined && workspaceFolders !== null)
    return toPaths(workspaceFolders.map(({ uri }) => uri));
  if (typeof rootUri === 'string') return toPaths([rootUri]);
  return typeof rootPath === 'string' && rootPath !== '' ? [rootPath.replaceAll('\\', '/')] : [];
}

export function withFolderChange(folders: readonly string[], event: WorkspaceFoldersChangeEvent): string[] {
  const removed = new Set(toPaths(event.removed.map(({ uri }) => uri)));
  const added = toPaths(event.added.map(({ uri }) => uri));
  return [...new Set([...folders.filter((folder) => !removed.has(folder)), ...added])];
}

export function toFileEvents({ changes }: DidChangeWatchedFilesParams): FileEvent[] {
  return changes.flatMap(({ uri, type }) => eventsOf([uri], kinds[type]));
}

/** What happened to each of some files and folders; none of what is on no disk. */
export function eventsOf(uris: readonly string[], kind: FileEvent['kind']): FileEvent[] {
  return toPaths(uris).map((path) => ({ path, kind }));
}

const kinds: Readonly<Record<FileChangeType, FileEvent['kind']>> = {
  [FileChangeType.Created]: 'created',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
};

function toPaths(uris: readonly string[]): string[] {
  return uris.flatMap((uri) => pathOfUri(uri) ?? []);
}
