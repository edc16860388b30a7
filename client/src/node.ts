// The extension on a desktop or a remote machine: the server is a process of its own.
import process from 'node:process';
import { type ExtensionContext, Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { start } from './extension.ts';
import { clientName } from './language-client.ts';

let running: BaseLanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/server/node.mjs');
  // Where VS Code keeps what is this extension's: the server keeps its compiled code there from one start to the next.
  const env = { ...process.env, NODE_COMPILE_CACHE: Uri.joinPath(context.globalStorageUri, 'code').fsPath };
  const run = { module, transport: TransportKind.ipc, options: { env } };
  const debug = { ...run, options: { env, execArgv: ['--nolazy', '--inspect=6009'] } };
  await start(context, (options) => {
    running = new LanguageClient(...clientName, { run, debug }, options);
    return running;
  });
}

export function deactivate(): Promise<void> | undefined {
  return running?.stop();
}
