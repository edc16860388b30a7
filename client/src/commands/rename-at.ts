// What follows a refactoring that had to choose a name: the editor asks for a better one, where the name now stands.
import { commands, Position, Selection, Uri, window } from 'vscode';
import type { RenamePlace } from '../../../server/src/lsp/protocol.ts';
import type { Command } from '../writ.ts';

/** Not in the palette: actions of the server end with it. */
export const renameAt: Command = {
  id: 'writ.renameAt',
  async run(_, argument) {
    if (!isPlace(argument)) return;
    const position = new Position(argument.position.line, argument.position.character);
    const selection = new Selection(position, position);
    const editor = await window.showTextDocument(Uri.parse(argument.uri), { selection });
    await commands.executeCommand('editor.action.rename', [editor.document.uri, position]);
  },
};

/** What the server sent; a command may be called with anything. */
function isPlace(value: unknown): value is RenamePlace {
  if (typeof value !== 'object' || value === null || !('uri' in value) || !('position' in value)) return false;
  const { uri, position } = value;
  return typeof uri === 'string' && typeof position === 'object' && position !== null && 'line' in position;
}
