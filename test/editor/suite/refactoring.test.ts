// What the editor does to text: formatting, rename, refactorings, what happens on save, and files that get another name.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import {
  type CodeAction,
  CodeActionKind,
  ConfigurationTarget,
  commands,
  type DocumentHighlight,
  Range,
  type TextEdit,
  type Uri,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import { fileUri, findings, placeOf, ruleIds, showNew, until } from './editing.ts';

const text = `role "Shelf Auditor" {
  description "Looks after shelves"
  members bob, alice
  grants READ_ACTIVITY_LOGS
}
`;

/** Waits until the server knows the file: it highlights what is named in it. */
async function isKnown(uri: Uri, at: ReturnType<typeof placeOf>): Promise<void> {
  await until('the file', async () => {
    const found = await commands.executeCommand<DocumentHighlight[]>('vscode.executeDocumentHighlights', uri, at);
    return found?.length > 0;
  });
}

async function actionsAt(uri: Uri, range: Range, kind: CodeActionKind): Promise<CodeAction[]> {
  return commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind.value, 10);
}

describe('refactoring', () => {
  it('formats a document', async () => {
    const { editor, remove } = await showNew(
      'formatting.writ',
      text.replace('  members bob, alice', '      members   bob,alice'),
    );
    const { document } = editor;
    await isKnown(document.uri, placeOf(document, 'bob'));
    const edits = await commands.executeCommand<TextEdit[]>('vscode.executeFormatDocumentProvider', document.uri, {
      tabSize: 2,
      insertSpaces: true,
    });
    const edit = new WorkspaceEdit();
    edit.set(document.uri, edits);
    assert.ok(await workspace.applyEdit(edit));
    assert.equal(document.getText(), text);
    await remove();
  });

  it('renames across files', async () => {
    const { editor, remove } = await showNew('renaming.writ', text);
    const { document } = editor;
    const at = placeOf(document, 'bob');
    await isKnown(document.uri, at);
    const edit = await commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      at,
      'bert',
    );
    assert.deepEqual(
      edit
        .entries()
        .map(([uri]) => uri.path.split('/').at(-1))
        .sort(),
      ['desk.writ', 'renaming.writ'],
    );
    await remove();
  });

  it('extracts a group', async () => {
    const { editor, remove } = await showNew('extracting.writ', text);
    const { document } = editor;
    const at = placeOf(document, 'bob');
    await isKnown(document.uri, at);
    const [action, ...more] = await actionsAt(
      document.uri,
      new Range(at, document.lineAt(2).range.end),
      CodeActionKind.RefactorExtract,
    );
    assert.deepEqual(more, []);
    assert.equal(action?.title, 'Extract `bob` and `alice` into a new group (access unchanged)');
    assert.equal(action?.command?.command, 'writ.renameAt');
    assert.ok(action?.edit);
    const desk = await workspace.openTextDocument(fileUri('desk.writ'));
    const before = desk.getText();
    // The group comes to stand in another file, beside those that are there.
    assert.ok(await workspace.applyEdit(action.edit));
    await until('the group', () => document.getText().includes('members "Shelf Auditor members"'));
    assert.match(desk.getText(), /^group "Shelf Auditor members" \{ members bob, alice \}$/m);
    await until('no error', () => !ruleIds(document.uri).includes('unknown-principal'));
    const back = new WorkspaceEdit();
    back.replace(desk.uri, new Range(0, 0, desk.lineCount, 0), before);
    assert.ok(await workspace.applyEdit(back));
    await desk.save();
    await remove();
  });

  it('moves a role, and says who gains by it', async () => {
    const { editor, remove } = await showNew(
      'moving.writ',
      `app Shelf {\n  ${text.replace('Shelf Auditor', 'Shelf Mover').replaceAll('\n', '\n  ').trim()}\n}\n`,
    );
    const { document } = editor;
    const at = placeOf(document, '"Shelf Mover"');
    await isKnown(document.uri, at);
    const [action] = await actionsAt(document.uri, new Range(at, at), CodeActionKind.Refactor.append('move'));
    assert.match(action?.title ?? '', /^Move `Shelf Mover` out of `Shelf` into the organization \(/);
    await remove();
  });

  it('sorts a file when it is saved', async () => {
    const { editor, remove } = await showNew('sorting.writ', text);
    const { document } = editor;
    await isKnown(document.uri, placeOf(document, 'bob'));
    const settings = workspace.getConfiguration('editor', { languageId: 'writ' });
    const set = (value: unknown) => settings.update('codeActionsOnSave', value, ConfigurationTarget.Workspace, true);
    await set({ 'source.sort.writ': 'explicit' });
    await editor.edit((edit) => edit.insert(document.lineAt(0).range.start, '// of the shelves\n\n'));
    await until('the sorted file', async () => {
      await document.save();
      return document.getText() === `// of the shelves\n\n${text.replace('bob, alice', 'alice, bob')}`;
    });
    await set(undefined);
    await remove();
  });

  it('rewrites a path when its file gets another name', async () => {
    const people = fileUri('people.json');
    await workspace.fs.writeFile(people, new TextEncoder().encode('[]'));
    const { editor, remove } = await showNew('directory.writ', 'directory "people.json"\n');
    const { document } = editor;
    await until('the file is read', () => findings(document.uri).length === 0);
    const edit = new WorkspaceEdit();
    const staff = fileUri('staff.json');
    edit.renameFile(people, staff);
    assert.ok(await workspace.applyEdit(edit));
    await until('the path', () => document.getText() === 'directory "staff.json"\n');
    await until('nothing found', () => findings(document.uri).length === 0);
    await remove();
    await workspace.fs.delete(staff);
  });
});
