// Writes down what the server has made of a question or of a difference, or says why there is nothing.
import { window, workspace } from 'vscode';
import type { Inserted } from '../../server/src/lsp/protocol-answers.ts';
import type { Writ } from './writ.ts';

/** Gives true where something was written. */
export async function writeInserted({ client }: Writ, inserted: Inserted): Promise<boolean> {
  if ('problem' in inserted) {
    await window.showInformationMessage(inserted.problem);
    return false;
  }
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(inserted.edit);
  return edit !== undefined && workspace.applyEdit(edit);
}
