// A status bar item with the sum of what differs from HEAD, of the project that is looked at.
import { Disposable, StatusBarAlignment, type StatusBarItem, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ProjectInfo, projectsRequest } from '../../../server/src/lsp/protocol.ts';
import {
  type DifferenceTree,
  headComparison,
  showDifferenceCommand,
} from '../../../server/src/lsp/protocol-difference.ts';
import type { Comparing } from '../comparison/comparing.ts';
import { l10n } from '../l10n.ts';

/** Gives what ends it. */
export function showDifferenceStatus(client: BaseLanguageClient, comparing: Comparing): Disposable {
  const item = window.createStatusBarItem('writ.difference', StatusBarAlignment.Left, 40);
  item.name = l10n.t('Writ: Access Compared with HEAD');
  let asked = 0;
  const refresh = async () => {
    const own = ++asked;
    const project = await projectInSight(client);
    const tree = project === undefined ? null : await comparing.difference(project, headComparison);
    if (own === asked) show(item, project, tree);
  };
  const refreshOrHide = () => {
    refresh().catch(() => item.hide());
  };
  refreshOrHide();
  return Disposable.from(item, comparing.onDidChange(refreshOrHide), window.onDidChangeActiveTextEditor(refreshOrHide));
}

/** That of the document in front, or the only one. */
export async function projectInSight(client: BaseLanguageClient): Promise<string | undefined> {
  const document = window.activeTextEditor?.document;
  const own =
    document?.languageId === 'writ'
      ? await client.sendRequest<ProjectInfo[]>(projectsRequest, { textDocument: { uri: document.uri.toString() } })
      : [];
  const all = own.length > 0 ? own : await client.sendRequest<ProjectInfo[]>(projectsRequest, {});
  return all.length === 1 ? all[0]?.root : undefined;
}

function show(item: StatusBarItem, project: string | undefined, tree: DifferenceTree | null): void {
  // Where only lenses are wanted, asking is what keeps them right.
  const isWanted = workspace.getConfiguration('writ').get('difference.statusBar', true);
  if (tree === null || project === undefined || !isWanted) {
    item.hide();
    return;
  }
  const words = l10n.t('Access compared with {0}: {1}', tree.label, tree.words);
  item.text = `$(git-compare) ${l10n.t('{0} vs {1}', tree.signs === '' ? '±0' : tree.signs, tree.label)}`;
  item.tooltip = words;
  item.accessibilityInformation = { label: words };
  item.command = { command: showDifferenceCommand, title: l10n.t('Show Difference'), arguments: [{ project }] };
  item.show();
}
