// The extension on a desktop or a remote machine: the server is a process of its own.
import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { start } from './extension.ts';
import { clientName } from './language-client.ts';

let running: BaseLanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/server.cjs');
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  await start(context, (options) => {
    running = new LanguageClient(...clientName, { run, debug }, options);
    return running;
  });
}

export function deactivate(): Promise<void> | undefined {
  return running?.stop();
}
