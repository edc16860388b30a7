// The extension as VS Code starts it on a desktop or a remote machine: starts the server, and ends with it.
import { type Disposable, EventEmitter, type ExtensionContext, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { changedNotification } from '../../server/src/lsp/protocol.ts';
import { askInEditor } from './ask-in-editor.ts';
import { allCommands, registerCommands } from './commands/all.ts';
import { createExplanations } from './explanations.ts';
import { createClient } from './language-client.ts';
import { createRulePages } from './rule-pages.ts';
import { showInlineAnswers } from './views/inline-answers.ts';
import { showProjectStatus } from './views/project-status.ts';
import type { Writ } from './writ.ts';

let running: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const client = createClient(
    context,
    allCommands.map(({ id }) => id),
  );
  running = client;
  const explanations = createExplanations();
  const rulePages = createRulePages(client);
  const writ: Writ = { client, explanations, rulePages, ask: askInEditor };
  const changed = new EventEmitter<void>();
  client.onNotification(changedNotification, () => changed.fire());
  context.subscriptions.push(explanations, rulePages, changed, ...registerCommands(writ));
  await client.start();
  context.subscriptions.push(showProjectStatus(writ, changed.event), switchable(writ, changed));
}

export function deactivate(): Promise<void> | undefined {
  return running?.stop();
}

/** Inline answers, as long as the setting wants them. */
function switchable(writ: Writ, changed: EventEmitter<void>): Disposable {
  let view: Disposable | undefined;
  const update = () => {
    const isWanted = workspace.getConfiguration('writ').get('inlineAnswers.enabled', true);
    if (isWanted === (view !== undefined)) return;
    view?.dispose();
    view = isWanted ? showInlineAnswers(writ, changed.event) : undefined;
    if (isWanted) changed.fire();
  };
  update();
  const configured = workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('writ.inlineAnswers')) update();
  });
  return {
    dispose() {
      configured.dispose();
      view?.dispose();
    },
  };
}
