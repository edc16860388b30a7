// Compares every project with HEAD and follows it, as long as lenses or the status bar want to say so; and follows the branch or tag that was chosen.
import { Disposable, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ProjectInfo, projectsRequest } from '../../../server/src/lsp/protocol.ts';
import { headComparison } from '../../../server/src/lsp/protocol-difference.ts';
import { findGit, type GitApi, type GitRepository } from '../git/git-api.ts';
import { revisionOf } from '../git/revisions.ts';
import { projectInSight } from '../views/difference-status.ts';
import type { DifferenceView } from '../views/difference-view.ts';
import type { Writ } from '../writ.ts';
import { type Comparing, chosenComparison, headOf } from './comparing.ts';

/** Nothing is shown and no error said where there is no git, no repository or no trust. Gives what ends it. */
export function followHead({ client, comparing, differenceView, changed }: Writ): Disposable {
  let git: GitApi | undefined;
  let running = Promise.resolve();
  const watched = new Map<GitRepository, Disposable>();
  const update = () => {
    running = running
      .then(() => compareAll(client, comparing, git, watch))
      .then(() => offer(client, comparing, differenceView))
      .catch((error: unknown) => client.debug(`Comparing with HEAD failed: ${error}`));
  };
  const watch = (repository: GitRepository) => {
    if (watched.has(repository)) return;
    // It fires for every file that is saved as well; what is compared with where HEAD is already stays as it is.
    const follow = repository.state.onDidChange(update);
    watched.set(repository, follow);
  };
  const events: Disposable[] = [
    changed(update),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('writ.codeLens') || event.affectsConfiguration('writ.difference')) update();
    }),
  ];
  const connect = async () => {
    git = await findGit();
    if (git === undefined) return;
    events.push(git.onDidOpenRepository(update), git.onDidCloseRepository(update), git.onDidChangeState(update));
    update();
  };
  const connectOrSay = () => {
    connect().catch((error: unknown) => client.debug(`Git is not used: ${error}`));
  };
  events.push(workspace.onDidGrantWorkspaceTrust(connectOrSay));
  connectOrSay();
  return new Disposable(() => {
    for (const each of [...events, ...watched.values()]) each.dispose();
  });
}

/** The tree begins with the project that is looked at. */
async function offer(client: BaseLanguageClient, comparing: Comparing, view: DifferenceView): Promise<void> {
  const project = await projectInSight(client);
  const isCompared = project !== undefined && comparing.revisionOf(project, headComparison) !== undefined;
  if (isCompared) view.offer({ project, comparison: headComparison });
}

function isWanted(): boolean {
  const settings = workspace.getConfiguration('writ');
  return settings.get('codeLens.difference', true) || settings.get('difference.statusBar', true);
}

/** Those that are compared with where HEAD is stay as they are. */
async function compareAll(
  client: BaseLanguageClient,
  comparing: Comparing,
  git: GitApi | undefined,
  watch: (repository: GitRepository) => void,
): Promise<void> {
  if (git === undefined) return;
  const wanted = isWanted();
  for (const { root } of await client.sendRequest<ProjectInfo[]>(projectsRequest, {})) {
    const repository = git.getRepository(Uri.parse(root));
    if (repository !== null) watch(repository);
    const head = repository === null ? undefined : headOf(repository);
    if (!wanted || head === undefined) await comparing.end(root, headComparison);
    else if (comparing.revisionOf(root, headComparison)?.commit !== head.commit)
      await comparing.withRevision(root, headComparison, git, head);
    if (repository !== null) await followChosen(comparing, git, root, repository);
  }
}

/** A branch that has moved on is compared with where it is now; one that is gone, with where it was last. */
async function followChosen(comparing: Comparing, git: GitApi, root: string, repository: GitRepository): Promise<void> {
  const known = comparing.revisionOf(root, chosenComparison);
  if (known?.follows === undefined) return;
  const next = await revisionOf(repository, known.follows);
  // Something else may have been chosen meanwhile.
  if (next === undefined || comparing.revisionOf(root, chosenComparison) !== known) return;
  if (next.commit !== known.commit) await comparing.withRevision(root, chosenComparison, git, next);
}
