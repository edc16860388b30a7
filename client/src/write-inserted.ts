// Writes down what the server has made of a question or of a difference, and shows it, or says why there is nothing.
import { Position, Range, type TextEdit, type Uri, window, workspace } from 'vscode';
import type { Inserted } from '../../server/src/lsp/protocol-answers.ts';
import type { Writ } from './writ.ts';

/** Gives true where something was written. */
export async function writeInserted({ client }: Writ, inserted: Inserted): Promise<boolean> {
  if ('problem' in inserted) {
    await window.showInformationMessage(inserted.problem);
    return false;
  }
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(inserted.edit);
  if (edit === undefined || !(await workspace.applyEdit(edit))) return false;
  const [[uri, [first] = []] = []] = edit.entries();
  if (uri !== undefined && first !== undefined) await showWritten(uri, first);
  return true;
}

/** It may stand in another file than the one in front. */
async function showWritten(uri: Uri, { range, newText }: TextEdit): Promise<void> {
  const blank = /^\s*/.exec(newText)?.[0] ?? '';
  const lines = blank.split(/\r\n|\r|\n/).length - 1;
  const start = new Position(range.start.line + lines, lines === 0 ? range.start.character : 0);
  await window.showTextDocument(await workspace.openTextDocument(uri), { selection: new Range(start, start) });
}
