// A project as it was at a commit: which files it may have had, and what they held.
import { RelativePattern, Uri, workspace } from 'vscode';
import type { ReadFile } from '../../../server/src/lsp/protocol.ts';
import type { EarlierFiles } from '../../../server/src/lsp/protocol-difference.ts';
import { toBase64 } from '../base64.ts';
import type { GitApi, GitRepository } from './git-api.ts';

export interface EarlierProject {
  readonly files: EarlierFiles;
  /** What a file below the root held. */
  read(path: string): Promise<ReadFile>;
}

export interface Revision {
  readonly label: string;
  readonly commit: string;
  /** The name that may come to mean another commit: of a branch or a tag. */
  readonly follows?: string;
}

/** Takes the folder of the project; undefined where the repository has it under another name, as by a link. */
export async function earlierProject(
  api: GitApi,
  repository: GitRepository,
  root: Uri,
  { label, commit }: Revision,
): Promise<EarlierProject | undefined> {
  if (below(repository.rootUri, root) === undefined) return undefined;
  const read = (path: string) => readAt(repository, commit, Uri.joinPath(root, path).fsPath);
  const paths = await candidates(repository, root, commit);
  const settings = paths.filter((path) => path.endsWith('writ.json'));
  // A folder is a project for the settings that it has: whether it had any has to be known first.
  const missing = await Promise.all(settings.map(async (path) => ('failure' in (await read(path)) ? path : undefined)));
  const files = paths.filter((path) => !missing.includes(path));
  const closed = repository.state.submodules.flatMap(({ path }) => {
    const inside = below(root, Uri.joinPath(repository.rootUri, path));
    return inside === undefined || inside === '' ? [] : [inside];
  });
  const shown = files.map((path) => ({ path, uri: api.toGitUri(Uri.joinPath(root, path), commit).toString() }));
  return { files: { label, files: shown, closed: closed.filter((each) => holdsAny(paths, each)) }, read };
}

function holdsAny(paths: readonly string[], folder: string): boolean {
  return paths.some((path) => path.startsWith(`${folder}/`));
}

/** What is there now, and what of the commit is there no more. */
async function candidates(repository: GitRepository, root: Uri, commit: string): Promise<string[]> {
  const present = await workspace.findFiles(new RelativePattern(root, '**/{*.writ,writ.json}'), null);
  const changes = await repository.diffWith(commit);
  const changed = changes.flatMap(({ uri, originalUri, renameUri }) => [
    uri,
    originalUri,
    ...(renameUri ? [renameUri] : []),
  ]);
  const paths = [...present, ...changed].flatMap((uri) => below(root, uri) ?? []);
  return [...new Set(paths)].filter((path) => /(?:\.writ|(?:^|\/)writ\.json)$/.test(path)).sort();
}

/** Git's mode of a symbolic link, whose content is where it leads. */
const link = '120000';

const largestBytes = 256 * 1024 * 1024;

async function readAt(repository: GitRepository, commit: string, file: string): Promise<ReadFile> {
  try {
    const { mode, size } = await repository.getObjectDetails(commit, file);
    if (mode === link) return { failure: 'Link' };
    if (size > largestBytes) return { failure: 'TooLarge' };
    return { base64: toBase64(await repository.buffer(commit, file)) };
  } catch (error) {
    return { failure: isUnknownPath(error) ? 'FileNotFound' : 'Unknown' };
  }
}

function isUnknownPath(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'gitErrorCode' in error && error.gitErrorCode === 'UnknownPath';
}

/** The path below a folder, empty for itself; undefined for what lies elsewhere. A drive's letter has two cases and one meaning. */
export function below(folder: Uri, uri: Uri): string | undefined {
  const [from, to] = [folder, uri].map(({ path }) =>
    path.replace(/\/$/, '').replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase()),
  );
  if (folder.scheme !== uri.scheme || folder.authority !== uri.authority || from === undefined || to === undefined)
    return undefined;
  if (from === to) return '';
  return to.startsWith(`${from}/`) ? to.slice(from.length + 1) : undefined;
}
