// The extension, wherever VS Code runs it: starts the server, and ends with it.
import { type Disposable, EventEmitter, type ExtensionContext, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { changedNotification } from '../../server/src/lsp/protocol.ts';
import { askInEditor } from './ask-in-editor.ts';
import { allCommands, registerCommands } from './commands/all.ts';
import { createExplanations } from './explanations.ts';
import { readForServer } from './files.ts';
import { clientOptions, ownOptions, restart } from './language-client.ts';
import { createRulePages } from './rule-pages.ts';
import { createSelector } from './selector.ts';
import { showInlineAnswers } from './views/inline-answers.ts';
import { showProjectStatus } from './views/project-status.ts';
import { showTests } from './views/tests.ts';
import type { Writ } from './writ.ts';

/** Takes what makes a client that is not started yet; settles once it has started. */
export async function start(
  context: ExtensionContext,
  createClient: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<void> {
  const selector = createSelector();
  const client = createClient(clientOptions(selector.filters));
  client.registerFeature(ownOptions(allCommands.map(({ id }) => id)));
  const explanations = createExplanations();
  const rulePages = createRulePages(client);
  const changed = new EventEmitter<void>();
  const { extensionUri } = context;
  const writ: Writ = { client, explanations, rulePages, ask: askInEditor, extensionUri, changed: changed.event };
  client.onNotification(changedNotification, () => changed.fire());
  context.subscriptions.push(explanations, rulePages, changed, ...readForServer(client), ...registerCommands(writ));
  await client.start();
  context.subscriptions.push(
    showProjectStatus(writ, changed.event),
    showTests(writ, changed.event),
    switchable(writ, changed),
    selector.onGrown(() => {
      restart(client).catch((error: unknown) => client.error('Writ did not start again', error));
    }),
  );
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
