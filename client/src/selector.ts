// Which documents the server is told of: Writ itself and the settings of projects, on every disk of the workspace.
import { type Disposable, workspace } from 'vscode';
import type { TextDocumentFilter } from 'vscode-languageclient';

/** Open documents that are on no disk. */
const untitled: TextDocumentFilter = { scheme: 'untitled', language: 'writ' };

export interface Selector {
  /** The documents; it grows, and a client that starts anew takes it as it is. */
  readonly filters: TextDocumentFilter[];
  /** Calls when a folder of a scheme is opened that none was of before. Gives what ends that. */
  onGrown(listener: () => void): Disposable;
}

/**
 * Schemes are those of the workspace folders, besides `file`: others have documents that only look like files, such as earlier
 * versions and parts of notebooks.
 */
export function createSelector(): Selector {
  const filters = [untitled];
  const known = new Set<string>();
  const grow = () => {
    const schemes = ['file', ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)];
    const fresh = [...new Set(schemes)].filter((scheme) => !known.has(scheme));
    for (const scheme of fresh) {
      known.add(scheme);
      filters.push({ scheme, language: 'writ' }, { scheme, pattern: '**/writ.json' });
    }
    return fresh.length > 0;
  };
  grow();
  return {
    filters,
    onGrown: (listener) =>
      workspace.onDidChangeWorkspaceFolders(() => {
        if (grow()) listener();
      }),
  };
}
