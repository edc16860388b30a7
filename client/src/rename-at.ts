// What follows a refactoring that had to choose a name: the editor asks for a better one, where the name now stands.
import { commands, type Disposable, Position, Selection, Uri, window } from 'vscode';
import { renameCommand } from '../../server/src/lsp/protocol.ts';

/** The command that the server's actions end with; not one of the palette. */
export function registerRenameAt(): Disposable {
  return commands.registerCommand(renameCommand, renameAt);
}

async function renameAt(uri: unknown, at: unknown): Promise<void> {
  if (typeof uri !== 'string' || !isPosition(at)) return;
  const position = new Position(at.line, at.character);
  const editor = await window.showTextDocument(Uri.parse(uri), { selection: new Selection(position, position) });
  await commands.executeCommand('editor.action.rename', [editor.document.uri, position]);
}

function isPosition(value: unknown): value is { readonly line: number; readonly character: number } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'line' in value &&
    typeof value.line === 'number' &&
    'character' in value &&
    typeof value.character === 'number'
  );
}
