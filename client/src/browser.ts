// The extension in a browser: the server is a worker.
import { type ExtensionContext, Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { start } from './extension.ts';
import { clientName } from './language-client.ts';

/** What browsers have, as far as it is needed here. */
interface BrowserWorker {
  terminate(): void;
}

declare const Worker: new (url: string) => BrowserWorker;

let running: BaseLanguageClient | undefined;
let worker: BrowserWorker | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'web', 'server.js').toString(true);
  // VS Code has a way of its own to make workers: the library would not take for one what comes of it.
  const connect = async () => {
    worker?.terminate();
    worker = new Worker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  await start(context, (options) => {
    running = new LanguageClient(...clientName, connect, options);
    return running;
  });
}

export async function deactivate(): Promise<void> {
  await running?.stop();
  worker?.terminate();
}
