// A folder on no disk of the machine beside folders that are on one: the editor reads it, and its files are like any others.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { commands, type Hover, type MarkdownString, Uri, workspace } from 'vscode';
import { findings, placeOf, replace, show, until } from '../editing.ts';
import { bringDisk } from './memory-disk.ts';

const files = {
  '/store/writ.json': '{}',
  '/store/people.json': '{ "Resources": [{ "userName": "zoe@acme.com", "active": true }] }',
  '/store/people/people.writ': 'organization "Acme" { domains "acme.com" }\ndirectory "../people.json"\n',
  '/store/store.writ': 'managed role Admin { members "zoe@acme.com", bobb }\n',
};

describe('a folder that only the editor can read', () => {
  it('is a project with its files, settings and directories', async () => {
    const disk = bringDisk('memfs', files);
    const uri = Uri.parse('memfs:/store/store.writ');
    const { document } = await show(uri);
    // Without its folder it stands alone, and nobody else is known.
    await until('findings', () => findings(uri).some(({ range }) => document.getText(range) === '"zoe@acme.com"'));

    const count = workspace.workspaceFolders?.length ?? 0;
    assert.ok(workspace.updateWorkspaceFolders(count, 0, { uri: Uri.parse('memfs:/store'), name: 'store' }));
    const [finding] = await until('one finding', () => findings(uri).length === 1 && findings(uri));
    assert.equal(document.getText(finding?.range), 'bobb');

    const at = placeOf(document, 'zoe');
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, at);
    const said = hovers.flatMap(({ contents }) => contents as MarkdownString[]).map(({ value }) => value);
    assert.match(said.join('\n'), /zoe/);

    const editor = await show(uri);
    await replace(editor, ', bobb', '');
    await until('no finding', () => findings(uri).every(({ range }) => document.getText(range) !== 'bobb'));
    await document.save();
    assert.ok(workspace.updateWorkspaceFolders(count, 1));
    await until('nothing of it', () => findings(uri).length === 0);
    disk.dispose();
  });
});
