// A workspace that nobody trusts: policies are read, checked and answered there, and git, which runs what a folder says, is not asked.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { type CodeLens, commands, type Hover, Uri, workspace } from 'vscode';
import type { DifferenceTree } from '../../../../server/src/lsp/protocol-difference.ts';
import { close, fileUri, placeOf, replace, ruleIds, show, until } from '../editing.ts';

const uri = () => fileUri('desk.writ');

describe('in a workspace that is not trusted', () => {
  it('policies are checked while they are typed', async () => {
    assert.equal(workspace.isTrusted, false);
    const editor = await show(uri());
    const before = editor.document.getText();
    await replace(editor, 'to Agents', 'to Nobodies');
    await until('the finding', () => ruleIds(uri()).includes('unknown-principal'));
    await replace(editor, editor.document.getText(), before);
    await until('no finding', () => !ruleIds(uri()).includes('unknown-principal'));
    await close(uri());
  });

  it('hovers, lenses and matrices answer', async () => {
    const { document } = await show(uri());
    const lenses = () => commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 100);
    await until('lenses', async () => (await lenses()).some(({ command }) => /2 people/.test(command?.title ?? '')));
    const place = placeOf(document, 'Agents {');
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, place);
    assert.ok(hovers.length > 0);
    const asked = { place: '"Service Desk"' };
    const matrix = await commands.executeCommand<{ rowCount: number }>('writ.showEffectivePermissions', asked);
    assert.ok(matrix.rowCount >= 3);
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('nothing is compared with a revision, and another folder is', async () => {
    const { document } = await show(uri());
    assert.equal(await commands.executeCommand('writ.compareAccess', { revision: 'HEAD' }), undefined);
    assert.equal(await commands.executeCommand('writ.showDifference'), null);
    const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 100);
    assert.ok(lenses.every(({ command }) => command?.title.startsWith('vs ') !== true));
    const other = Uri.joinPath(fileUri(''), '..', 'elsewhere');
    const text = document.getText().replace('"Open" ', '"New" ').replace('READ_RECORDS', 'READ_RECORDS, READ_MESSAGES');
    await workspace.fs.writeFile(Uri.joinPath(other, 'writ.json'), new TextEncoder().encode('{}'));
    await workspace.fs.writeFile(Uri.joinPath(other, 'desk.writ'), new TextEncoder().encode(text));
    const folder = other.toString();
    const tree = await commands.executeCommand<DifferenceTree | undefined>('writ.compareAccess', { folder });
    assert.deepEqual([tree?.label, tree?.headline], ['elsewhere', '1 lost']);
  });
});
