// Where there is no repository nothing is compared, nothing is shown of it and nothing fails.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { type CodeLens, commands } from 'vscode';
import { fileUri, show } from './editing.ts';

describe('without a repository', () => {
  it('nothing is compared', async () => {
    const { document } = await show(fileUri('desk.writ'));
    assert.equal(await commands.executeCommand('writ.showDifference'), null);
    const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 100);
    assert.deepEqual(
      lenses.filter(({ command }) => command?.title.startsWith('vs ')),
      [],
    );
    assert.equal(await commands.executeCommand('writ.compareAccess', { revision: 'HEAD' }), undefined);
  });
});
