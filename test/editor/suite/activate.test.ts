// The extension starts when a file of the language is opened, and takes the file for its own.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { extensions, window, workspace } from 'vscode';

describe('activation', () => {
  it('starts on a .writ file', async () => {
    const [file] = await workspace.findFiles('**/desk.writ');
    assert.ok(file, 'the workspace has a file `desk.writ`');
    const document = await workspace.openTextDocument(file);
    await window.showTextDocument(document);
    assert.equal(document.languageId, 'writ');

    const extension = extensions.getExtension('writ.writ');
    assert.ok(extension, 'the extension is installed');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});
