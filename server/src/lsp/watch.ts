// Has the client watch the files that projects are made of.
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type FileSystemWatcher,
  WatchKind,
} from 'vscode-languageserver';
import { relativeTo } from '../project/file-system.ts';
import { settingsName } from '../project/membership.ts';
import type { Context } from './context.ts';
import { uriOfPath } from './paths.ts';

export interface Watch {
  /** Registers what is to be watched now, where it is not what is registered. */
  update(): Promise<void>;
}

/** A folder that comes or goes is reported alone, without its files: such events are asked for whatever the name. */
const everywhere: readonly FileSystemWatcher[] = [
  { globPattern: '**/*.writ' },
  { globPattern: `**/${settingsName}` },
  { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
];

/** Takes the workspace folders as they are now; a client that cannot be told what to watch is asked nothing. */
export function createWatch(connection: Connection, context: Context, folders: () => readonly string[]): Watch {
  let registered = '';
  let registration: Promise<Disposable> | undefined;
  return {
    async update() {
      const client = context.client().workspace?.didChangeWatchedFiles;
      if (client?.dynamicRegistration !== true) return;
      const watchers = [...everywhere, ...otherWatchers(context, folders(), client.relativePatternSupport === true)];
      const text = JSON.stringify(watchers);
      if (text === registered) return;
      registered = text;
      const before = registration;
      registration = connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      await registration;
      (await before)?.dispose();
    },
  };
}

/** Directory files, which have any name, and projects that lie outside of the workspace folders. */
function otherWatchers(context: Context, folders: readonly string[], canBeRelative: boolean): FileSystemWatcher[] {
  const watchers: FileSystemWatcher[] = [];
  for (const { folder, isFolder, project } of context.workspace.projects()) {
    if (folder === undefined) continue;
    const baseUri = uriOfPath(folder);
    const isOutside = isFolder && !folders.some((each) => relativeTo(each, folder) !== undefined);
    if (isOutside && canBeRelative) {
      for (const { globPattern: pattern, ...rest } of everywhere) {
        if (typeof pattern === 'string') watchers.push({ ...rest, globPattern: { baseUri, pattern } });
      }
    }
    for (const path of project.input.directories.keys()) {
      const pattern = plainGlob(path);
      watchers.push({ globPattern: canBeRelative ? { baseUri, pattern } : `**/${baseOf(pattern)}` });
    }
  }
  return watchers;
}

/** What means something in a glob stands for any one character instead: globs have no escape that all clients know. */
function plainGlob(path: string): string {
  return path.replace(/[*?{}[\]!,]/g, '?');
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
