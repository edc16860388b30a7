// The language server as a process of its own: on standard input and output, or whatever its arguments name.
import process from 'node:process';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { logFailure } from './guard.ts';
import type { Platform } from './host.ts';
import { createServer } from './server.ts';
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

const connection = createConnection(ProposedFeatures.all);
// A bug that no request can be blamed for must not take the editor's open questions with it.
process.on('uncaughtException', (error) => logFailure(connection.console, 'uncaught', error));
process.on('unhandledRejection', (error) => logFailure(connection.console, 'unhandled', error));
createServer(connection, platform);
connection.listen();
