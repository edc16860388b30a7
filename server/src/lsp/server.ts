// The language server on any connection and host: joins documents, projects, requests and diagnostics.
import {
  type CancellationToken,
  type ClientCapabilities,
  type Connection,
  type InitializeParams,
  ProgressType,
  TextDocuments,
} from 'vscode-languageserver';
import { answers } from './answers.ts';
import { aroundOf } from './around.ts';
import { canRead, filesOf } from './client-files.ts';
import { createComparisons } from './comparisons.ts';
import type { Context } from './context.ts';
import { documentsIn } from './documents.ts';
import type { Handler } from './feature.ts';
import { features } from './features.ts';
import { eventsOf, toFileEvents, withFolderChange } from './folders.ts';
import { describeServer, noGreeting, readGreeting } from './greeting.ts';
import { guard, guardedly, logFailure } from './guard.ts';
import type { Host, Platform } from './host.ts';
import { createLooking, type Looking, type LookingOptions } from './looking.ts';
import { type Encoding, encodingOf } from './position-encoding.ts';
import { followPreferences } from './preferences.ts';
import type { Progress } from './progress.ts';
import { createRefresh, type Refresh } from './refresh.ts';
import { createStartProgress, type StartProgress } from './start-progress.ts';
import { createWatch, type Watch } from './watch.ts';
import type { Workspace } from './workspace.ts';
import type { FileEvent } from './workspace-events.ts';

/** Has a connection answered, from before it is listened to or, with what it was greeted with, from right behind that; ends with it. */
export function createServer(
  connection: Connection,
  { disk, ...platform }: Platform,
  greeting?: InitializeParams,
): void {
  const host: Host = { ...platform, files: filesOf(connection, disk, () => folders) };
  let { client, folders, preferences, isPulled } = greeting === undefined ? noGreeting : readGreeting(greeting);
  const updateWatch = () => {
    watch.update().catch((error: unknown) => logFailure(connection.console, 'watching files', error));
  };
  const asked = { client: () => client, isPulled: () => isPulled };
  const refresh = createRefresh(connection, host, asked);
  const starting = createStartProgress(connection, () => context);
  const looking = createLooking(connection, host, { ...asked, ...following(starting, refresh, updateWatch) });
  const context: Context = {
    host,
    workspace: looking.workspace,
    comparisons: createComparisons(connection, host.files),
    lensesChanged: refresh.lenses,
    client: () => client,
    preferences: () => preferences,
    tell: telling(connection),
  };
  const watch: Watch = createWatch(connection, context, () => folders);
  const setFolders = (next: readonly string[]) => {
    folders = next.filter((folder) => canRead(folder, disk, client));
    looking.workspace.setFolders(folders);
  };
  connection.onInitialize((params) => {
    const said = readGreeting(params);
    ({ client, folders, preferences, isPulled } = said);
    return describeServer(said);
  });
  connection.onInitialized(() => {
    begin(connection, looking, client, (change) => setFolders(change(folders)));
    starting.begin();
    updateWatch();
    followPreferences(connection, client, (now) => {
      preferences = now;
      refresh.now();
    });
  });
  wireDocuments(connection, looking.workspace, () => encodingOf(client));
  wireFeatures(connection, context);
  connection.onShutdown(() => {
    for (const part of [starting, looking, refresh]) part.end();
  });
}

/** What follows each look, and whatever brings or takes projects. */
function following(
  starting: StartProgress,
  refresh: Refresh,
  updateWatch: () => void,
): Pick<LookingOptions, 'checking' | 'looked' | 'rearranged'> {
  return {
    checking: starting.checking,
    looked(root) {
      starting.looked(root);
      updateWatch();
      refresh.soon();
    },
    rearranged() {
      starting.rearranged();
      updateWatch();
    },
  };
}

function telling(connection: Connection): Context['tell'] {
  return (token, value) => {
    connection
      .sendProgress(new ProgressType<unknown>(), token, value)
      .catch((error: unknown) => logFailure(connection.console, 'telling progress', error));
  };
}

type Folders = readonly string[];

/** The client is ready: reads the folders, and follows them and the days. */
function begin(
  connection: Connection,
  looking: Looking,
  client: ClientCapabilities,
  change: (next: (folders: Folders) => Folders) => void,
): void {
  change((folders) => folders);
  looking.followDays();
  if (client.workspace?.workspaceFolders !== true) return;
  connection.workspace.onDidChangeWorkspaceFolders((event) => {
    guardedly(connection.console, 'changing folders', () => change((folders) => withFolderChange(folders, event)));
  });
}

function wireDocuments(connection: Connection, workspace: Workspace, encoding: () => Encoding): void {
  const documents = new TextDocuments(documentsIn(encoding));
  const log = connection.console;
  documents.onDidChangeContent(({ document }) => {
    guardedly(log, 'changing a document', () => workspace.update(document));
  });
  documents.onDidClose(({ document }) => {
    guardedly(log, 'closing a document', () => workspace.close(document.uri));
  });
  documents.onDidSave(({ document }) => {
    guardedly(log, 'saving a document', () => workspace.save(document));
  });
  connection.onDidChangeWatchedFiles((params) => {
    guardedly(log, 'watching files', () => workspace.filesChanged(toFileEvents(params)));
  });
  documents.listen(connection);
  wireFiles(connection, workspace);
}

/** Not every client watches files: what an editor does with them itself has certainly happened. */
function wireFiles({ console: log, workspace: told }: Connection, workspace: Workspace): void {
  const tell = (what: string, events: readonly FileEvent[]) => {
    guardedly(log, what, () => workspace.filesChanged(events));
  };
  told.onDidCreateFiles(({ files }) =>
    tell(
      'creating files',
      eventsOf(
        files.map(({ uri }) => uri),
        'created',
      ),
    ),
  );
  told.onDidDeleteFiles(({ files }) =>
    tell(
      'deleting files',
      eventsOf(
        files.map(({ uri }) => uri),
        'deleted',
      ),
    ),
  );
  told.onDidRenameFiles(({ files }) => {
    const from = files.map(({ oldUri }) => oldUri);
    const to = files.map(({ newUri }) => newUri);
    tell('renaming files', [...eventsOf(from, 'deleted'), ...eventsOf(to, 'created')]);
  });
}

function wireFeatures(connection: Connection, context: Context): void {
  for (const feature of features) {
    const around = aroundOf(context, feature);
    const { method, empty } = feature;
    const answer: Handler<never, unknown> = answers[feature.answer];
    const handle = (params: never, token: CancellationToken, progress: Progress) =>
      answer(context, params, { token, progress });
    connection.onRequest(method, guard(connection.console, around, { method, empty, handle }));
  }
}
