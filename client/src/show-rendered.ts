// Shows a document of Markdown as what it is meant to look like.
import { commands, type Uri, ViewColumn, window } from 'vscode';

export interface ShownDocument {
  readonly uri: string;
  readonly text: string;
}

/** Beside what is edited, rendered where the editor can render Markdown. */
export async function showRendered(uri: Uri): Promise<void> {
  try {
    // Asked of the command itself: an extension that runs elsewhere, as in a browser, cannot be asked about.
    await commands.executeCommand('markdown.showPreviewToSide', uri);
  } catch {
    await window.showTextDocument(uri, { viewColumn: ViewColumn.Beside, preview: true });
  }
}
