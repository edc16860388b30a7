// Two workspace folders are two projects: what one declares the other does not know.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { commands, type Location, type LocationLink, workspace } from 'vscode';
import { close, fileUri, findings, placeOf, replace, ruleIds, show, until } from '../editing.ts';

describe('the projects of two folders', () => {
  it('do not know of each other', async () => {
    const shop = await show(fileUri('shop.writ', 'shop'));
    await shop.edit((edit) =>
      edit.insert(
        shop.document.lineAt(shop.document.lineCount - 1).range.end,
        '\ngroup Buyers { description "Buys" members alice, carol }\n',
      ),
    );
    const [finding, ...rest] = await until(
      'a finding',
      () => findings(shop.document.uri).length > 0 && findings(shop.document.uri),
    );
    assert.equal(shop.document.getText(finding?.range), 'alice');
    assert.deepEqual(rest, []);

    const at = placeOf(shop.document, 'carol }');
    const [carol] = await commands.executeCommand<(Location | LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      shop.document.uri,
      at,
    );
    const uri = carol !== undefined && 'targetUri' in carol ? carol.targetUri : carol?.uri;
    assert.equal(uri?.toString(), shop.document.uri.toString());

    await replace(shop, 'alice, carol', 'carol');
    await until('no finding', () => findings(shop.document.uri).length === 0);
    await shop.document.save();
  });

  it('are asked one by one', async () => {
    const place = { permission: 'READ_RECORDS', place: 'organization' };
    const ask = async (principal: string, folder: string): Promise<string> => {
      const project = workspace.workspaceFolders?.find(({ name }) => name === folder)?.uri.toString();
      const shown = await commands.executeCommand<{ text: string }>('writ.evaluateAccess', {
        ...place,
        principal,
        project,
      });
      return shown.text;
    };
    assert.match(await ask('carol', 'shop'), /refused/);
    assert.doesNotMatch(await ask('carol', 'desk'), /refused/);
    assert.match(await ask('alice', 'desk'), /refused/);
  });

  it('take what was found in them along when their folder is closed, and bring it back', async () => {
    const { document } = await show(fileUri('desk.writ', 'desk'));
    const uri = fileUri('shop.writ', 'shop');
    const shop = await show(uri);
    const before = shop.document.getText();
    await shop.edit((edit) => edit.insert(shop.document.lineAt(0).range.start, 'user carol "twice@shop.example"\n'));
    await until('a finding', () => ruleIds(uri).includes('duplicate-name'));
    await close(uri);
    const index = workspace.workspaceFolders?.findIndex(({ name }) => name === 'shop') ?? -1;
    const folder = workspace.workspaceFolders?.[index];
    assert.ok(folder);

    assert.ok(workspace.updateWorkspaceFolders(index, 1));
    await until('no finding', () => findings(uri).length === 0);
    assert.equal(document.isClosed, false);
    assert.ok(workspace.updateWorkspaceFolders(index, 0, { uri: folder.uri, name: folder.name }));
    await until('the finding again', () => ruleIds(uri).includes('duplicate-name'));

    await workspace.fs.writeFile(uri, new TextEncoder().encode(before));
    await until('no finding', () => findings(uri).length === 0);
  });
});
