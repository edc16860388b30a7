// Writ: New Policy Project… makes a project out of a template in a folder, and opens what to read first.
import { commands, FileType, Uri, window, workspace } from 'vscode';
import {
  type NewProject,
  type NewProjectParams,
  newProjectRequest,
  type TemplateInfo,
  templatesRequest,
} from '../../../server/src/lsp/protocol-projects.ts';
import type { Option } from '../ask.ts';
import { l10n } from '../l10n.ts';
import { inMessage } from '../shown-text.ts';
import type { Command, Writ } from '../writ.ts';

/** Called with the id of a `template` and the URI of a `folder`, it asks nothing. Gives the URI of the file that it opens. */
export const newPolicyProject: Command = {
  id: 'writ.newPolicyProject',
  async run(writ, argument) {
    const given = new Map<string, unknown>(
      typeof argument === 'object' && argument !== null ? Object.entries(argument) : [],
    );
    const [named, at] = [given.get('template'), given.get('folder')];
    const template = typeof named === 'string' ? named : await chooseTemplate(writ);
    if (template === undefined) return undefined;
    const folder = typeof at === 'string' ? Uri.parse(at) : await chooseFolder(writ);
    return folder === undefined ? undefined : make(writ, template, folder);
  },
};

async function chooseTemplate({ client, ask }: Writ): Promise<string | undefined> {
  const all = await client.sendRequest<TemplateInfo[]>(templatesRequest, {});
  const options = all.map(({ id, title, description }) => ({ label: title, detail: description, value: id }));
  return ask.pick(l10n.t('New policy project: what to begin with?'), options);
}

/** A folder that is open and has no policies, or any other. */
async function chooseFolder({ ask }: Writ): Promise<Uri | undefined> {
  const options: Option<Uri | 'other'>[] = [];
  for (const { uri, name } of workspace.workspaceFolders ?? []) {
    const isFree = (await inTheWay(uri, [])).length === 0;
    if (isFree) options.push({ label: name, description: l10n.t('this folder, which has no policies'), value: uri });
  }
  if (options.length === 0) return browse();
  options.push({ label: l10n.t('Another folder…'), value: 'other' });
  const chosen = await ask.pick(l10n.t('In which folder?'), options);
  return chosen === 'other' ? browse() : chosen;
}

async function browse(): Promise<Uri | undefined> {
  const [folder] =
    (await window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      openLabel: l10n.t('Make Project Here'),
      title: l10n.t('The folder of the new policy project'),
    })) ?? [];
  return folder;
}

async function make({ client }: Writ, template: string, folder: Uri): Promise<string | undefined> {
  const params: NewProjectParams = { template, name: folder.path.replace(/\/$/, '').replace(/^.*\//, '') };
  const project = await client.sendRequest<NewProject | null>(newProjectRequest, params);
  if (project === null) return undefined;
  const names = await inTheWay(folder, project.files);
  if (names.length > 0) {
    const list = names.map((name) => inMessage(name)).join(', ');
    window.showErrorMessage(l10n.t('No project is made: the folder already has {0}.', list));
    return undefined;
  }
  const encoder = new TextEncoder();
  await workspace.fs.createDirectory(folder);
  for (const { path, text } of project.files)
    await workspace.fs.writeFile(Uri.joinPath(folder, path), encoder.encode(text));
  const main = Uri.joinPath(folder, project.main);
  await window.showTextDocument(main);
  if (workspace.getWorkspaceFolder(folder) === undefined) offerToOpen(folder);
  return main.toString();
}

/** Names of what would be written over, and of policies that would become part of the project. */
async function inTheWay(folder: Uri, files: NewProject['files']): Promise<string[]> {
  const wanted = new Set(['writ.json', ...files.map(({ path }) => path)]);
  const entries = await entriesOf(folder);
  return entries.filter((name) => wanted.has(name) || name.endsWith('.writ')).sort();
}

/** None where there is no such folder yet; whatever else is wrong with it is said when it is written. */
async function entriesOf(folder: Uri): Promise<string[]> {
  try {
    const { type } = await workspace.fs.stat(folder);
    if ((type & FileType.Directory) === 0) return [];
  } catch {
    return [];
  }
  return (await workspace.fs.readDirectory(folder)).map(([name]) => name);
}

/** Of a folder that is not open only the files are known that are: a project is looked at as a whole. */
function offerToOpen(folder: Uri): void {
  const open = l10n.t('Open Folder');
  const said = window.showInformationMessage(l10n.t('The project is made. Open its folder to have all of it.'), open);
  said.then((chosen) => {
    if (chosen === open) commands.executeCommand('vscode.openFolder', folder);
  });
}
