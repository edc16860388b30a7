// Makes the edits that a server gives, in open documents and on the disk, as an editor does that was told to.
import { strict as assert } from 'node:assert';
import type { TextEdit } from 'vscode-languageserver';
import { pathOfUri } from '../../../server/src/lsp/paths.ts';
import { uriOf } from '../../lsp/session.ts';
import { notify, type Player, write } from './player.ts';
import { type Change, changed, offsetOf } from './text.ts';
import { diskText, encodingIn, targetOf, type World } from './world.ts';

interface Edited {
  readonly uri: string;
  readonly version?: number | null | undefined;
  readonly edits: readonly TextEdit[];
}

/** Takes a workspace edit, or an action with one; a version that is not the document's is a failure. */
export async function applyEdits(player: Player, given: unknown): Promise<void> {
  for (const { uri, version, edits } of editsIn(given)) {
    const path = pathOfUri(uri) ?? uri;
    const document = player.world.open.get(path);
    if (version !== undefined) assert.equal(version, document?.version ?? null, `the version of ${uri}`);
    const text = document?.text ?? diskText(player.world, path);
    if (text === undefined || edits.length === 0) continue;
    const changes = lastFirst(player.world, text, edits).map(({ range, newText }) => ({ range, text: newText }));
    const next = changedBy(player.world, text, changes);
    if (document === undefined) {
      write(player, targetOf(player.world, path), next);
      await notify(player, 'workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
    } else {
      const now = document.version + 1;
      player.world.open.set(path, { ...document, version: now, text: next });
      const textDocument = { uri: uriOf(path), version: now };
      await notify(player, 'textDocument/didChange', { textDocument, contentChanges: changes });
    }
  }
}

export function changedBy(world: World, text: string, changes: readonly Change[]): string {
  return changes.reduce((now, change) => changed(now, change, encodingIn(world)), text);
}

/** From behind no edit moves another; of two at one place the first comes first. */
function lastFirst(world: World, text: string, edits: readonly TextEdit[]): TextEdit[] {
  const placed = edits.map((edit, turn) => ({
    edit,
    turn,
    start: offsetOf(text, edit.range.start, encodingIn(world)),
  }));
  return placed.sort((a, b) => b.start - a.start || b.turn - a.turn).map(({ edit }) => edit);
}

function editsIn(given: unknown): Edited[] {
  const all = new Map<string, unknown>(typeof given === 'object' && given !== null ? Object.entries(given) : []);
  const edit: unknown = all.get('edit');
  if (edit !== undefined) return editsIn(edit);
  const changes: unknown = all.get('changes');
  const documents: unknown = all.get('documentChanges');
  if (Array.isArray(documents))
    return documents.map(({ textDocument: { uri, version }, edits }) => ({ uri, version, edits }));
  if (typeof changes !== 'object' || changes === null) return [];
  return Object.entries(changes).map(([uri, edits]) => ({ uri, edits: edits as readonly TextEdit[] }));
}
