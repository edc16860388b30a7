// A git repository around a folder, and the commits that revisions name in it.
import { parentPath } from '../../project/file-system.ts';
import type { Host } from '../host.ts';
import type { Unusable } from '../named.ts';
import { linesOf } from './git.ts';

export interface Repository {
  /** Where its files stand: the topmost folder of the working tree; of a bare repository the repository itself. */
  readonly top: string;
  readonly isBare: boolean;
}

export interface Commit {
  /** Its whole name, in hexadecimal digits. */
  readonly id: string;
}

/** Takes an absolute folder, of which only those around it need to be there. */
export async function findRepository(host: Host, folder: string): Promise<Repository | Unusable> {
  const from = await nearestFolder(host, folder);
  const asked = await linesOf(host.git, from, ['rev-parse', '--is-bare-repository', '--is-inside-work-tree']);
  if ('failure' in asked) return { problem: repositoryProblem(asked.failure) };
  const [isBare, isInside] = asked.lines;
  if (isInside !== 'true' && isBare !== 'true') return { problem: 'the folder is inside of a `.git` folder' };
  const option = isInside === 'true' ? '--show-toplevel' : '--absolute-git-dir';
  const found = await linesOf(host.git, from, ['rev-parse', option]);
  if ('failure' in found) return { problem: found.failure };
  const top = host.resolve(found.lines.join('\n'));
  return { top: (await host.disk.realPath(top)) ?? top, isBare: isInside !== 'true' };
}

async function nearestFolder({ disk }: Host, folder: string): Promise<string> {
  for (let at: string | undefined = folder; at !== undefined; at = parentPath(at)) {
    const found = await disk.kind(at);
    if ('kind' in found && found.kind === 'folder') return at;
  }
  return folder;
}

function repositoryProblem(failure: string): string {
  return failure.includes('not a git repository') ? 'the project is in no git repository' : failure;
}

const commitLine = /^([0-9a-f]{40}(?:[0-9a-f]{24})?) commit \d+$/;

/** What a user writes is given to git as a line of input, and so is never an option; undefined where it names no commit. */
export async function findCommit(host: Host, { top }: Repository, revision: string): Promise<Commit | undefined> {
  if (revision === '' || revision.startsWith('-') || /[\n\0]/.test(revision)) return undefined;
  const asked = await linesOf(host.git, top, ['cat-file', '--batch-check'], `${revision}^{commit}\n`);
  const [, id] = ('lines' in asked ? commitLine.exec(asked.lines[0] ?? '') : undefined) ?? [];
  return id === undefined ? undefined : { id };
}

/** Why a revision names no commit, as far as the repository tells. */
export async function whyNoCommit(host: Host, repository: Repository, revision: string): Promise<string> {
  const { git } = host;
  if (revision.startsWith('-')) return `\`${revision}\` is no revision: it begins with \`-\``;
  const head = await findCommit(host, repository, 'HEAD');
  if (head === undefined && revision === 'HEAD') return '`HEAD` is no revision: the repository has no commit yet';
  const shallow = await linesOf(git, repository.top, ['rev-parse', '--is-shallow-repository']);
  const isShallow = 'lines' in shallow && shallow.lines[0] === 'true';
  const hint = isShallow ? '; the clone is shallow, so it may have to be fetched with more of its history' : '';
  return `\`${revision}\` is neither a folder nor a revision of the repository${hint}`;
}
