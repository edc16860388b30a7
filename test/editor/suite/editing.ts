// What the editor tests do again and again: wait for something to be so, open a file, change it, read what is found in it.
import {
  commands,
  type Diagnostic,
  languages,
  type Position,
  Range,
  type SymbolInformation,
  type Tab,
  TabInputText,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';

const deadlineMs = 20_000;
const pollMs = 25;

/** Looks until what is looked for is there, and gives it. */
export async function until<T>(
  what: string,
  look: () => T | undefined | false | PromiseLike<T | undefined | false>,
): Promise<T> {
  const end = Date.now() + deadlineMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`this did not come: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}

/** A file of the first workspace folder, or of the folder of that name. */
export function fileUri(path: string, folder?: string): Uri {
  const all = workspace.workspaceFolders ?? [];
  const found = folder === undefined ? all[0] : all.find(({ name }) => name === folder);
  if (found === undefined) throw new Error(`there is no folder ${folder ?? ''}`);
  return Uri.joinPath(found.uri, path);
}

/** Shows a file as a user does: `openTextDocument` would keep it open for minutes after its editor is closed. */
export async function show(uri: Uri): Promise<TextEditor> {
  await commands.executeCommand('vscode.open', uri);
  return until('the editor', () => {
    const editor = window.activeTextEditor;
    return editor?.document.uri.toString() === uri.toString() && editor;
  });
}

/** Opens a file that is written for the test, and gives what closes and removes it. */
export async function showNew(
  path: string,
  text: string,
): Promise<{ editor: TextEditor; remove: () => Promise<void> }> {
  const uri = fileUri(path);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const editor = await show(uri);
  const remove = async () => {
    await close(uri);
    await workspace.fs.delete(uri);
    // What it declares would still be there for the next test.
    await until('the server to forget the file', async () => {
      const all = await commands.executeCommand<SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', '');
      return all.every(({ location }) => location.uri.toString() !== uri.toString());
    });
  };
  return { editor, remove };
}

/** Closes every editor of a file, saving what is not saved, and waits until its document is closed. */
export async function close(uri: Uri): Promise<void> {
  const isOf = ({ input }: Tab) => input instanceof TabInputText && input.uri.toString() === uri.toString();
  const document = workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  if (document?.isDirty) await document.save();
  await window.tabGroups.close(window.tabGroups.all.flatMap(({ tabs }) => tabs.filter(isOf)));
  await until('the end of the document', () => document === undefined || document.isClosed);
}

/** The place of a text's first occurrence. */
export function placeOf(document: TextDocument, text: string): Position {
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error(`there is no ${JSON.stringify(text)}`);
  return document.positionAt(offset);
}

/** Replaces the first occurrence of a text. */
export async function replace(editor: TextEditor, from: string, to: string): Promise<void> {
  const start = placeOf(editor.document, from);
  const end = editor.document.positionAt(editor.document.offsetAt(start) + from.length);
  if (!(await editor.edit((edit) => edit.replace(new Range(start, end), to))))
    throw new Error('the editor took no edit');
}

/** What Writ has found in a file. */
export function findings(uri: Uri): readonly Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'writ');
}

/** The rule of a finding, whose code is a link to its page. */
export function ruleId({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

export function ruleIds(uri: Uri): string[] {
  return findings(uri).map(ruleId);
}
