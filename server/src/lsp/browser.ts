// The language server in a worker of a browser: it speaks through the worker's messages, and its client reads the files.
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { logFailure } from './guard.ts';
import type { Platform } from './host.ts';
import { createServer } from './server.ts';

/** What a worker has of its own, as far as it is needed. */
interface WorkerScope {
  addEventListener(type: 'error', listener: (event: { readonly error: unknown }) => void): void;
  addEventListener(type: 'unhandledrejection', listener: (event: { readonly reason: unknown }) => void): void;
}

declare const self: WorkerScope;

/** A message to oneself comes behind those that are there, and earlier than any timer. */
const { port1, port2 } = new MessageChannel();
const waiting = new Set<() => void>();
port1.addEventListener('message', () => {
  const [task] = waiting;
  if (task === undefined) return;
  waiting.delete(task);
  task();
});
port1.start();

const platform: Platform = {
  disk: undefined,
  now: Date.now,
  soon(task) {
    // Of its own, so that the same task given twice is done twice.
    const own = () => task();
    waiting.add(own);
    port2.postMessage(undefined);
    return () => waiting.delete(own);
  },
  after(milliseconds, task) {
    const timeout = setTimeout(task, milliseconds);
    return () => clearTimeout(timeout);
  },
};

const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
);
// A bug that no request can be blamed for must not take the editor's open questions with it.
self.addEventListener('error', ({ error }) => logFailure(connection.console, 'uncaught', error));
self.addEventListener('unhandledrejection', ({ reason }) => logFailure(connection.console, 'unhandled', reason));
createServer(connection, platform);
connection.listen();
