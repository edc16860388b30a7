// Files and folders that get another name or place in the editor: what names them is rewritten, and they are read anew.
import type { RenameFilesParams, WorkspaceEdit } from 'vscode-languageserver';
import { editsForMoves, type Move } from '../ide/move-files.ts';
import { relativeTo } from '../project/file-system.ts';
import { type Context, viewProject } from './context.ts';
import type { HeldProject } from './held-project.ts';
import { pathOfUri } from './paths.ts';
import { joinEdits, toEdit } from './workspace-edit.ts';

export function beforeRename(context: Context, { files }: RenameFilesParams): WorkspaceEdit | null {
  const edits = context.workspace.projects().flatMap((held) => {
    const moves = movesIn(held, files);
    if (moves.length === 0) return [];
    const view = viewProject(context, held);
    const found = editsForMoves(view.snapshot, moves);
    return found.length === 0 ? [] : [toEdit(context, view, found)];
  });
  return edits.length === 0 ? null : joinEdits(edits);
}

/** A project that moves as a whole names what it named. */
function movesIn({ folder, isFolder }: HeldProject, files: RenameFilesParams['files']): Move[] {
  if (folder === undefined || !isFolder) return [];
  return files.flatMap(({ oldUri, newUri }): Move[] => {
    const [from, to] = [oldUri, newUri].map((uri) => {
      const path = pathOfUri(uri);
      const below = path === undefined ? undefined : relativeTo(folder, path);
      return below === '' ? undefined : below;
    });
    return from === undefined ? [] : [{ from, to }];
  });
}
