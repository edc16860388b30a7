// The extension, wherever VS Code runs it: starts the server, and ends with it.
import { commands, Disposable, EventEmitter, type ExtensionContext, l10n as vscodeL10n, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { changedNotification } from '../../server/src/lsp/protocol.ts';
import { askInEditor } from './ask-in-editor.ts';
import { offerTools } from './assistant.ts';
import { allCommands, registerCommands } from './commands/all.ts';
import { createComparing } from './comparison/comparing.ts';
import { followHead } from './comparison/follow-head.ts';
import { createExplanations } from './explanations.ts';
import { readForServer } from './files.ts';
import { l10n, translateBy } from './l10n.ts';
import { clientOptions, ownOptions, restart } from './language-client.ts';
import { createRulePages } from './rule-pages.ts';
import { createSelector } from './selector.ts';
import { createAnswerView } from './views/answer-view.ts';
import { showDifferenceStatus } from './views/difference-status.ts';
import { createDifferenceView } from './views/difference-view.ts';
import { showInlineAnswers } from './views/inline-answers.ts';
import { restoreMatrices } from './views/matrix-panel.ts';
import { showProjectStatus } from './views/project-status.ts';
import { showAnswer } from './views/show-answer.ts';
import { followProjects } from './views/start.ts';
import { showTests } from './views/tests.ts';
import type { Writ } from './writ.ts';

/** Takes what makes a client that is not started yet; settles once it has started. */
export async function start(
  context: ExtensionContext,
  createClient: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<void> {
  translateBy(vscodeL10n.t);
  const selector = createSelector();
  const client = createClient(clientOptions(selector.filters));
  client.registerFeature(ownOptions(allCommands.map(({ id }) => id)));
  const changed = new EventEmitter<void>();
  client.onNotification(changedNotification, () => changed.fire());
  const writ = createWrit(context, client, changed);
  const { explanations, rulePages, answers, comparing, differenceView } = writ;
  context.subscriptions.push(explanations, rulePages, answers, comparing, differenceView, changed);
  context.subscriptions.push(...readForServer(client), ...registerCommands(writ));
  await client.start();
  commands.executeCommand('setContext', 'writ.isActive', true);
  context.subscriptions.push(
    followAnswer(writ),
    followProjects(writ),
    showProjectStatus(writ, changed.event),
    showTests(writ, changed.event),
    offerTools(writ),
    switchable(writ, changed),
    showDifferenceStatus(client, comparing),
    followHead(writ),
    restoreMatrices(writ),
    selector.onGrown(() => {
      restart(client).catch((error: unknown) => client.error(l10n.t('Writ did not start again'), error));
    }),
  );
}

function createWrit(
  { extensionUri, workspaceState }: ExtensionContext,
  client: BaseLanguageClient,
  changed: EventEmitter<void>,
): Writ {
  const comparing = createComparing(client, changed.event);
  return {
    client,
    explanations: createExplanations(),
    rulePages: createRulePages(client),
    ask: askInEditor,
    answers: createAnswerView(),
    kept: workspaceState,
    extensionUri,
    changed: changed.event,
    comparing,
    differenceView: createDifferenceView(comparing),
  };
}

/** The answer is that of the project as it is now, as long as anybody sees it. */
function followAnswer(writ: Writ): Disposable {
  let isOld = false;
  const follow = () => {
    const shown = writ.answers.shown();
    isOld = !writ.answers.isSeen();
    if (shown === undefined || isOld) return;
    const { project, request, answer } = shown;
    showAnswer(writ, project, { request, assume: answer.assumed }).catch((error: unknown) =>
      writ.client.error('the answer could not be brought up to date', error, false),
    );
  };
  const seen = writ.answers.onSeen(() => {
    if (isOld) follow();
  });
  return Disposable.from(seen, writ.changed(follow));
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
