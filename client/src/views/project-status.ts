// Says beside the language which project a file belongs to, and how it stands.
import { Disposable, type LanguageStatusItem, LanguageStatusSeverity, languages, window } from 'vscode';
import { type ProjectInfo, projectsRequest } from '../../../server/src/lsp/protocol.ts';
import type { Writ } from '../writ.ts';

/** `changed` fires when the server may count otherwise. Gives what ends it. */
export function showProjectStatus({ client }: Writ, changed: (listener: () => void) => Disposable): Disposable {
  const item = languages.createLanguageStatusItem('writ.project', { language: 'writ' });
  item.name = 'Writ project';
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
  item.text = project === undefined ? 'no project' : project.name;
  item.detail = project === undefined ? '' : detailOf(project);
  item.severity = severityOf(project);
  item.command = { command: 'workbench.actions.view.problems', title: 'Problems' };
}

function detailOf({ files, errors, warnings, held, expectations }: ProjectInfo): string {
  const expected = expectations === 0 ? [] : [`${held} of ${counted(expectations, 'expectation')} held`];
  return [counted(files, 'file'), counted(errors, 'error'), counted(warnings, 'warning'), ...expected].join(', ');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function severityOf(project: ProjectInfo | undefined): LanguageStatusSeverity {
  if (project === undefined) return LanguageStatusSeverity.Information;
  if (project.errors > 0) return LanguageStatusSeverity.Error;
  return project.warnings > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
}
