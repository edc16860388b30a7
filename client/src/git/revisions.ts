// From what somebody calls a revision to the comparison of a project with it.
import type { Comparing } from '../comparison/comparing.ts';
import { l10n } from '../l10n.ts';
import type { Revision } from './earlier-state.ts';
import { type GitApi, type GitRepository, whyNoRepository } from './git-api.ts';

export interface Where {
  readonly project: string;
  readonly git: GitApi | undefined;
  readonly repository: GitRepository | undefined;
}

/** Compares from now on; gives what is wrong, if anything is. */
export async function compareWithRevision(
  comparing: Comparing,
  { project, git, repository }: Where,
  comparison: string,
  name: string,
): Promise<string | undefined> {
  if (git === undefined || repository === undefined) return whyNoRepository();
  const revision = await revisionOf(repository, name);
  return revision === undefined
    ? l10n.t('it is no commit')
    : comparing.withRevision(project, comparison, git, revision);
}

/** What a name means now; undefined where it is no commit. */
export async function revisionOf(repository: GitRepository, name: string): Promise<Revision | undefined> {
  // What begins so would be an option of git's.
  if (name.startsWith('-')) return undefined;
  try {
    const { hash } = await repository.getCommit(name);
    const isCommit = /^[0-9a-f]{40,}$/.test(name);
    return isCommit ? { label: name.slice(0, 7), commit: hash } : { label: name, commit: hash, follows: name };
  } catch {
    return undefined;
  }
}
