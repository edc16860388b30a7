// Writ: Compare Access with… asks for HEAD, a branch, a tag, a commit or a folder, and shows who gains and loses what.
import { commands, Uri, window, workspace } from 'vscode';
import { type DifferenceTree, headComparison } from '../../../server/src/lsp/protocol-difference.ts';
import type { Option } from '../ask.ts';
import { chosenComparison } from '../comparison/comparing.ts';
import { findGit, type GitCommit, type GitRef, type GitRepository, whyNoRepository } from '../git/git-api.ts';
import { compareWithRevision, type Where } from '../git/revisions.ts';
import { l10n } from '../l10n.ts';
import { inMessage } from '../shown-text.ts';
import { type Command, chooseProject, type Writ } from '../writ.ts';

/**
 * Called with a `revision` or the URI of a `folder`, and a `project` where there are several, it asks nothing. Gives the
 * `DifferenceTree` that it shows.
 */
export const compareAccess: Command = {
  id: 'writ.compareAccess',
  async run(writ, argument) {
    const given = new Map<string, unknown>(
      typeof argument === 'object' && argument !== null ? Object.entries(argument) : [],
    );
    const named = given.get('project');
    const project =
      typeof named === 'string'
        ? named
        : (await chooseProject(writ, window.activeTextEditor?.document.uri.toString()))?.project;
    if (project === undefined) return undefined;
    const git = await findGit();
    const repository = git?.getRepository(Uri.parse(project)) ?? undefined;
    const target = targetIn(given) ?? (await chooseTarget(writ, repository));
    return target === undefined ? undefined : compare(writ, { project, git, repository }, target);
  },
};

/** A revision as git knows it, or a folder. */
type Target = { readonly revision: string } | { readonly folder: Uri };

function targetIn(given: ReadonlyMap<string, unknown>): Target | undefined {
  const [revision, folder] = [given.get('revision'), given.get('folder')];
  if (typeof revision === 'string') return { revision };
  return typeof folder === 'string' ? { folder: Uri.parse(folder) } : undefined;
}

async function compare(writ: Writ, where: Where, target: Target): Promise<DifferenceTree | undefined> {
  const { project } = where;
  const isHead = 'revision' in target && target.revision === headComparison;
  const comparison = isHead ? headComparison : chosenComparison;
  const label = 'revision' in target ? target.revision : target.folder.path.replace(/^.*\//, '');
  const problem =
    'revision' in target
      ? await compareWithRevision(writ.comparing, where, comparison, target.revision)
      : await writ.comparing.withFolder(project, target.folder, label);
  if (problem !== undefined) {
    window.showErrorMessage(l10n.t('Access is not compared with {0}: {1}.', inMessage(label), problem));
    return undefined;
  }
  return (await writ.differenceView.show({ project, comparison }, undefined)) ?? undefined;
}

type Choice = Target | 'commit' | 'folder';

/** Without a repository there are folders alone. */
async function chooseTarget({ ask }: Writ, repository: GitRepository | undefined): Promise<Target | undefined> {
  if (repository === undefined) return workspace.isTrusted ? chooseFolder() : chooseUntrusted(ask);
  const refs = (await repository.getRefs({})).filter(({ name }) => name !== undefined);
  const options: Option<Choice>[] = [
    { label: headComparison, description: l10n.t('the last commit'), value: { revision: headComparison } },
    { label: l10n.t('Commit…'), description: l10n.t('one of the last hundred'), value: 'commit' },
    { label: l10n.t('Folder…'), description: l10n.t('another state of the project on the disk'), value: 'folder' },
    ...refs.map(refOption),
  ];
  const choice = await ask.pick(l10n.t('Compare access with what?'), options);
  if (choice === 'folder') return chooseFolder();
  return choice === 'commit'
    ? ask.pick(l10n.t('Which commit?'), (await repository.log({ maxEntries: 100 })).map(commitOption))
    : choice;
}

function refOption({ name = '', type, commit = '' }: GitRef): Option<Choice> {
  const kinds = [l10n.t('branch'), l10n.t('remote branch'), l10n.t('tag')];
  return {
    label: name,
    description: `${kinds[type] ?? l10n.t('reference')} ${commit.slice(0, 7)}`,
    value: { revision: name },
  };
}

function commitOption({ hash, message, authorName = '' }: GitCommit): Option<Target> {
  const [subject = ''] = message.split('\n');
  return { label: subject, description: `${hash.slice(0, 7)} ${authorName}`, value: { revision: hash } };
}

/** Says that there could be revisions, and how. */
async function chooseUntrusted(ask: Writ['ask']): Promise<Target | undefined> {
  const choice = await ask.pick<'folder' | 'trust'>(l10n.t('Compare access with what?'), [
    { label: l10n.t('Folder…'), description: l10n.t('another state of the project on the disk'), value: 'folder' },
    { label: l10n.t('Manage Workspace Trust…'), description: whyNoRepository(), value: 'trust' },
  ]);
  if (choice === 'folder') return chooseFolder();
  if (choice === 'trust') await commands.executeCommand('workbench.trust.manage');
  return undefined;
}

async function chooseFolder(): Promise<Target | undefined> {
  const [folder] =
    (await window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      openLabel: l10n.t('Compare'),
      title: l10n.t('The other state of the project'),
    })) ?? [];
  return folder === undefined ? undefined : { folder };
}
