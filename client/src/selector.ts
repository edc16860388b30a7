// Which documents the server is told of: Writ itself and the settings of projects, on every disk of the workspace.
import { Disposable, workspace } from 'vscode';
import type { TextDocumentFilter } from 'vscode-languageclient';

/** Open documents that are on no disk. */
const untitled: TextDocumentFilter = { scheme: 'untitled', language: 'writ' };

export interface Selector {
  /** The documents; it grows, and a client that starts anew takes it as it is. */
  readonly filters: TextDocumentFilter[];
  /** Calls when there is a scheme that was not there before. Gives what ends that. */
  onGrown(listener: () => void): Disposable;
}

/**
 * Schemes are `file`, those of the workspace folders, and those of open documents that can be written: others have documents
 * that only look like files, such as earlier versions and parts of notebooks.
 */
export function createSelector(): Selector {
  const filters = [untitled];
  const known = new Set<string>();
  const grow = () => {
    const fresh = [...new Set(['file', ...schemesOfFolders(), ...schemesOfDocuments()])].filter(
      (scheme) => !known.has(scheme),
    );
    for (const scheme of fresh) {
      known.add(scheme);
      filters.push({ scheme, language: 'writ' }, { scheme, pattern: '**/writ.json' });
    }
    return fresh.length > 0;
  };
  grow();
  return {
    filters,
    onGrown(listener) {
      const look = () => {
        if (grow()) listener();
      };
      look();
      return Disposable.from(workspace.onDidChangeWorkspaceFolders(look), workspace.onDidOpenTextDocument(look));
    },
  };
}

function schemesOfFolders(): string[] {
  return (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
}

function schemesOfDocuments(): string[] {
  const schemes = workspace.textDocuments
    .filter(({ languageId }) => languageId === 'writ')
    .map(({ uri }) => uri.scheme);
  return schemes.filter((scheme) => workspace.fs.isWritableFileSystem(scheme) === true);
}
