// What of VS Code's git extension is used, in the words of its API (version 1), and the way to it.
import { type Event, extensions, type Uri, workspace } from 'vscode';
import { l10n } from '../l10n.ts';

export interface GitApi {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: Event<unknown>;
  readonly onDidOpenRepository: Event<GitRepository>;
  readonly onDidCloseRepository: Event<GitRepository>;
  getRepository(uri: Uri): GitRepository | null;
  /** What the extension shows a file of a revision under. */
  toGitUri(uri: Uri, ref: string): Uri;
}

export interface GitRepository {
  readonly rootUri: Uri;
  readonly state: {
    readonly HEAD: { readonly name?: string; readonly commit?: string } | undefined;
    readonly submodules: readonly { readonly path: string }[];
    readonly onDidChange: Event<void>;
  };
  getCommit(ref: string): Promise<GitCommit>;
  getObjectDetails(treeish: string, path: string): Promise<{ readonly mode: string; readonly size: number }>;
  buffer(ref: string, path: string): Promise<Uint8Array>;
  /** What of the working tree is not as in a revision; untracked files are not listed. */
  diffWith(ref: string): Promise<readonly GitChange[]>;
  getRefs(query: object): Promise<readonly GitRef[]>;
  log(options: { readonly maxEntries: number }): Promise<readonly GitCommit[]>;
}

export interface GitCommit {
  readonly hash: string;
  readonly message: string;
  readonly authorName?: string;
}

export interface GitChange {
  readonly uri: Uri;
  readonly originalUri: Uri;
  readonly renameUri?: Uri;
}

/** 0: a branch; 1: one of a remote; 2: a tag. */
export interface GitRef {
  readonly type: number;
  readonly name?: string;
  readonly commit?: string;
}

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

/** Why no repository is known of a project. */
export function whyNoRepository(): string {
  return workspace.isTrusted
    ? l10n.t('the project is in no repository that is open')
    : l10n.t('revisions are read by git, which waits until the workspace is trusted');
}

/** Undefined where there is no git, where it is switched off, and where the workspace is not trusted. */
export async function findGit(): Promise<GitApi | undefined> {
  const extension = extensions.getExtension<GitExtension>('vscode.git');
  if (!workspace.isTrusted || extension === undefined) return undefined;
  try {
    const own = await extension.activate();
    return own.enabled ? own.getAPI(1) : undefined;
  } catch {
    // It is there and does not run: as if it were not.
    return undefined;
  }
}
