// A workspace of two folders: files of both belong to the language, and the extension starts once for them all.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { extensions, workspace } from 'vscode';

describe('a workspace of two folders', () => {
  it('starts on a file of either folder', async () => {
    assert.deepEqual(
      workspace.workspaceFolders?.map((folder) => folder.name),
      ['desk', 'shop'],
    );
    const files = await workspace.findFiles('**/*.writ');
    const documents = await Promise.all(files.map((file) => workspace.openTextDocument(file)));
    assert.deepEqual(
      documents.map((document) => document.languageId),
      ['writ', 'writ'],
    );
    const extension = extensions.getExtension('writ.writ');
    assert.ok(extension, 'the extension is installed');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});
