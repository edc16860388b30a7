// A file is opened, broken and repaired: what is found follows each change.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { type CodeAction, commands, workspace } from 'vscode';
import { findings, replace, ruleId, ruleIds, showNew, until } from './editing.ts';

const text = `group Clerks {
  description "Files the forms"
  members alice, bobb
}
role "Keeper of Clerks" { description "Knows who may do what"  members Clerks  grants READ_ROLES }
`;

describe('typing', () => {
  it('shows what is wrong while it is wrong', async () => {
    const { editor, remove } = await showNew('typing.writ', text);
    const { uri } = editor.document;
    const [finding] = await until('a finding', () => findings(uri).length > 0 && findings(uri));
    assert.ok(finding !== undefined && ruleId(finding) === 'unknown-principal');
    assert.equal(editor.document.getText(finding.range), 'bobb');

    await replace(editor, 'bobb', 'bob');
    await until('no finding', () => findings(uri).length === 0);

    await replace(editor, '}', '');
    await until('a broken file', () => ruleIds(uri).includes('syntax'));
    await editor.edit((edit) => edit.insert(editor.document.lineAt(2).range.end, '\n}'));
    await until('a sound file', () => findings(uri).length === 0);

    await remove();
  });

  it('offers a fix that repairs it', async () => {
    const { editor, remove } = await showNew('fixing.writ', text.replaceAll('Clerks', 'Fixers'));
    const { uri } = editor.document;
    const [finding] = await until('a finding', () => findings(uri).length > 0 && findings(uri));
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      finding?.range,
    );
    const fix = actions.find(({ title }) => title.startsWith('Change to `bob`'));
    assert.ok(fix?.edit, actions.map(({ title }) => title).join());
    assert.ok(await workspace.applyEdit(fix.edit));
    await until('no finding', () => findings(uri).length === 0);
    assert.equal(editor.document.lineAt(2).text, '  members alice, bob');
    await remove();
  });

  it('takes back what was found in a file that is deleted, once it is closed', async () => {
    const { editor, remove } = await showNew('gone.writ', text.replaceAll('Clerks', 'Gone'));
    const { uri } = editor.document;
    await until('a finding', () => findings(uri).length > 0);
    await remove();
    await until('no finding', () => findings(uri).length === 0);
  });
});
