// Shows a document of Markdown as what it is meant to look like.
import { commands, extensions, type Uri, ViewColumn, window } from 'vscode';

export interface ShownDocument {
  readonly uri: string;
  readonly text: string;
}

/** Beside what is edited, rendered where the editor can render Markdown. */
export async function showRendered(uri: Uri): Promise<void> {
  if (extensions.getExtension('vscode.markdown-language-features') !== undefined) {
    await commands.executeCommand('markdown.showPreviewToSide', uri);
    return;
  }
  await window.showTextDocument(uri, { viewColumn: ViewColumn.Beside, preview: true });
}
