// Says beside the language which project a file belongs to, and how it stands.
import { Disposable, type LanguageStatusItem, LanguageStatusSeverity, languages, window } from 'vscode';
import { type ProjectInfo, projectsRequest } from '../../../server/src/lsp/protocol.ts';
import { l10n } from '../l10n.ts';
import type { Writ } from '../writ.ts';

/** `changed` fires when the server may count otherwise. Gives what ends it. */
export function showProjectStatus({ client }: Writ, changed: (listener: () => void) => Disposable): Disposable {
  const item = languages.createLanguageStatusItem('writ.project', { language: 'writ' });
  item.name = l10n.t('Writ project');
  const refresh = async () => {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== 'writ') return;
    const params = { textDocument: { uri: document.uri.toString() } };
    const [project] = await client.sendRequest<ProjectInfo[]>(projectsRequest, params);
    describe(item, project);
  };
  const refreshOrSay = () => {
    refresh().catch(() => describe(item, undefined));
  };
  refreshOrSay();
  return Disposable.from(item, changed(refreshOrSay), window.onDidChangeActiveTextEditor(refreshOrSay));
}

function describe(item: LanguageStatusItem, project: ProjectInfo | undefined): void {
  item.text = project === undefined ? l10n.t('no project') : project.name;
  item.detail = project === undefined ? '' : detailOf(project);
  item.severity = severityOf(project);
  item.command =
    project === undefined
      ? { command: 'writ.newPolicyProject', title: l10n.t('New Policy Project…') }
      : { command: 'workbench.actions.view.problems', title: l10n.t('Problems') };
}

function detailOf({ files, errors, warnings, held, expectations }: ProjectInfo): string {
  const parts = [
    files === 1 ? l10n.t('1 file') : l10n.t('{0} files', files),
    errors === 1 ? l10n.t('1 error') : l10n.t('{0} errors', errors),
    warnings === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warnings),
  ];
  if (expectations === 1) parts.push(l10n.t('{0} of 1 expectation held', held));
  if (expectations > 1) parts.push(l10n.t('{0} of {1} expectations held', held, expectations));
  return parts.join(', ');
}

function severityOf(project: ProjectInfo | undefined): LanguageStatusSeverity {
  if (project === undefined) return LanguageStatusSeverity.Information;
  if (project.errors > 0) return LanguageStatusSeverity.Error;
  return project.warnings > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
}
