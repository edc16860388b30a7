// Two workspace folders are two projects: what one declares the other does not know.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { commands, type Location, type LocationLink, Position, Uri, workspace } from 'vscode';
import { fileUri, findings, placeOf, replace, ruleIds, show, until } from '../editing.ts';

describe('the projects of two folders', () => {
  it('do not know of each other', async () => {
    const shop = await show(fileUri('shop.writ', 'shop'));
    await shop.edit((edit) =>
      edit.insert(
        shop.document.lineAt(shop.document.lineCount - 1).range.end,
        '\ngroup Buyers { description "Buys" members alice, carol }\nrole Buyer { description "Knows who may do what" members Buyers grants READ_ROLES }\n',
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

  it('hold nothing of a folder that is deleted while its files are shown, unless somebody goes on writing', async () => {
    const folder = fileUri('closed', 'shop');
    const uri = Uri.joinPath(folder, 'closed.writ');
    const settings = new TextEncoder().encode('{}');
    const text = 'user carol "carol@closed.example"\nuser "c2" "CAROL@closed.example"\n';
    await workspace.fs.createDirectory(folder);
    await workspace.fs.writeFile(Uri.joinPath(folder, 'writ.json'), settings);
    await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    const shown = await show(uri);
    // Of the folder's own project alone.
    await until('its finding', () => ruleIds(uri).includes('duplicate-name'));
    await workspace.fs.delete(folder, { recursive: true });
    await until('no finding', () => findings(uri).length === 0);
    assert.equal(shown.document.isClosed, false);
    const around = fileUri('shop.writ', 'shop');
    assert.deepEqual(findings(around), []);

    await show(uri).then((editor) => editor.edit((edit) => edit.insert(new Position(0, 0), '// kept\n')));
    // In the project around it `carol` is there already.
    await until('findings', () => findings(uri).length > 0);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until('none again', () => findings(uri).length === 0);
  });

  it('come and go with their folders', async () => {
    const folder = Uri.joinPath(fileUri('', 'shop'), '..', 'store');
    const uri = Uri.joinPath(folder, 'store.writ');
    await workspace.fs.createDirectory(folder);
    await workspace.fs.writeFile(uri, new TextEncoder().encode('group Buyers { description "Buys" members alice }\n'));
    assert.deepEqual(findings(uri), []);

    const count = workspace.workspaceFolders?.length ?? 0;
    assert.ok(workspace.updateWorkspaceFolders(count, 0, { uri: folder, name: 'store' }));
    await until('a finding', () => ruleIds(uri).includes('unknown-principal'));
    assert.ok(workspace.updateWorkspaceFolders(count, 1));
    await until('no finding', () => findings(uri).length === 0);
  });
});
