// The start of the server as a process: it is greeted, looks at the first document that is opened, and then reads its larger part.
import process from 'node:process';
import {
  type Connection,
  DidCloseTextDocumentNotification,
  type DidCloseTextDocumentParams,
  DidOpenTextDocumentNotification,
  type DidOpenTextDocumentParams,
  type InitializeParams,
  Message,
  type PublishDiagnosticsParams,
  type TextDocumentItem,
} from 'vscode-languageserver';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { keepCode } from './code-cache.ts';
import { lookFirst } from './first-look.ts';
import { createGate } from './gate.ts';
import { describeServer, readGreeting } from './greeting.ts';
import { logFailure } from './guard.ts';
import type { Platform } from './host.ts';
import { disk } from './workspace-disk.ts';

const platform: Platform = {
  disk,
  now: Date.now,
  soon(task) {
    const immediate = setImmediate(task);
    return () => clearImmediate(immediate);
  },
  after(milliseconds, task) {
    const timeout = setTimeout(task, milliseconds);
    return () => clearTimeout(timeout);
  },
};

/** How long a client that was answered may take to open a document, in milliseconds, before the rest is read without one. */
const patience = 50;

/** By then, in milliseconds, most of what is ever used has been used. */
const busyStart = 10_000;

/** Serves a client on standard input and output, or whatever the arguments of the process name. */
export function startServer(): void {
  let greeting: InitializeParams | undefined;
  let isServing = false;
  const serve = async (document?: TextDocumentItem) => {
    if (isServing) return;
    isServing = true;
    if (document !== undefined && greeting !== undefined)
      await first.say(await lookFirst(disk, readGreeting(greeting), document));
    const { createServer } = await import('./server.ts');
    createServer(connection, platform, greeting);
    gate.open();
    platform.after(busyStart, keepCode);
  };
  const failed = (error: unknown) => {
    logFailure(connection.console, 'starting', error);
    process.exitCode = 1;
    connection.dispose();
  };
  const gate = createGate((message) => {
    const closed = closedBy(message);
    if (closed !== undefined) first.takeBack(closed);
    const opened = openedBy(message);
    if (opened !== undefined) serve(opened).catch(failed);
    else platform.after(patience, () => serve().catch(failed));
  });
  const connection = createConnection(ProposedFeatures.all, { messageStrategy: gate.strategy });
  const first = createFirstWord(connection);
  // A bug that no request can be blamed for must not take the editor's open questions with it.
  process.on('uncaughtException', (error) => logFailure(connection.console, 'uncaught', error));
  process.on('unhandledRejection', (error) => logFailure(connection.console, 'unhandled', error));
  connection.onInitialize((params) => {
    greeting = params;
    return describeServer(readGreeting(params));
  });
  connection.listen();
}

/** Says what is found first; of a document that was closed since, nothing stays. */
function createFirstWord(connection: Connection) {
  const closed = new Set<string>();
  let said: string | undefined;
  return {
    async say(params: PublishDiagnosticsParams | undefined) {
      if (params === undefined || closed.has(params.uri)) return;
      said = params.uri;
      await connection.sendDiagnostics(params);
    },
    takeBack(uri: string) {
      closed.add(uri);
      if (said === uri) connection.sendDiagnostics({ uri, diagnostics: [] }).catch(() => {});
    },
  };
}

function openedBy(message: Message): TextDocumentItem | undefined {
  if (!Message.isNotification(message) || message.method !== DidOpenTextDocumentNotification.method) return undefined;
  return (message.params as Partial<DidOpenTextDocumentParams> | undefined)?.textDocument;
}

function closedBy(message: Message): string | undefined {
  if (!Message.isNotification(message) || message.method !== DidCloseTextDocumentNotification.method) return undefined;
  return (message.params as Partial<DidCloseTextDocumentParams> | undefined)?.textDocument?.uri;
}
