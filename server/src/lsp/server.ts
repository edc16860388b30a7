// The language server on any connection and host: joins documents, projects, requests and diagnostics.
import type { ClientCapabilities, Connection, InitializeResult, ServerCapabilities } from 'vscode-languageserver';
import { ProgressType, TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver';
import { aroundOf } from './around.ts';
import { canRead, filesOf } from './client-files.ts';
import { createComparisons } from './comparisons.ts';
import type { Context } from './context.ts';
import { documentsIn } from './documents.ts';
import { capabilities, merged } from './feature.ts';
import { features } from './features.ts';
import { everyFile } from './file-operations.ts';
import { eventsOf, initialFolders, toFileEvents, withFolderChange } from './folders.ts';
import { guard, guardedly, logFailure } from './guard.ts';
import type { Host, Platform } from './host.ts';
import { createLooking, type Looking, type LookingOptions } from './looking.ts';
import { pathOfUri } from './paths.ts';
import { type Encoding, encodingOf } from './position-encoding.ts';
import { followPreferences, readPreferences } from './preferences.ts';
import { isPulling } from './pull.ts';
import { createRefresh, type Refresh } from './refresh.ts';
import { createStartProgress, type StartProgress } from './start-progress.ts';
import { createWatch, type Watch } from './watch.ts';
import type { Workspace } from './workspace.ts';
import type { FileEvent } from './workspace-events.ts';

/** Has a connection that is not listened to yet answered; it ends with the connection. */
export function createServer(connection: Connection, { disk, ...platform }: Platform): void {
  const host: Host = { ...platform, files: filesOf(connection, disk, () => folders) };
  let client: ClientCapabilities = {};
  let folders: readonly string[] = [];
  let preferences = readPreferences(undefined);
  let isPulled = false;
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
    client = params.capabilities ?? {};
    folders = initialFolders(params);
    preferences = readPreferences(params.initializationOptions);
    isPulled = isPulling(params.initializationOptions);
    return describeServer(client, isPulled);
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

function describeServer(client: ClientCapabilities, isPulled: boolean): InitializeResult {
  const rows = isPulled ? features : features.filter(({ capability }) => capability.diagnosticProvider === undefined);
  return {
    serverInfo: { name: 'writ' },
    capabilities: merged<ServerCapabilities>(
      {
        positionEncoding: encodingOf(client),
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          fileOperations: { didCreate: everyFile, didRename: everyFile, didDelete: everyFile },
        },
      },
      capabilities(rows, client),
    ),
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
  // Not every client watches files: what one saves has certainly changed.
  documents.onDidSave(({ document }) => {
    const path = pathOfUri(document.uri);
    if (path === undefined) return;
    guardedly(log, 'saving a document', () => workspace.filesChanged([{ path, kind: 'changed' }]));
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
    connection.onRequest(feature.method, guard(connection.console, around, feature.handler(context)));
  }
}
