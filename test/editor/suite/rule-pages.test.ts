// From a finding to the page of its rule, without a network.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { type CodeAction, commands, TabInputCustom, TabInputWebview, type Uri, window, workspace } from 'vscode';
import { findings, showNew, until } from './editing.ts';

const text = 'group Readers {\n  description "Reads"\n  members alice, bobb\n}\n';

async function firstFinding(uri: Uri) {
  const [finding] = await until('a finding', () => findings(uri).length > 0 && findings(uri));
  assert.ok(finding !== undefined);
  return finding;
}

function inputs(): unknown[] {
  return window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input));
}

async function closeOthers(): Promise<void> {
  const rendered = window.tabGroups.all.flatMap(({ tabs }) =>
    tabs.filter(({ input }) => input instanceof TabInputCustom || input instanceof TabInputWebview),
  );
  await window.tabGroups.close(rendered);
}

describe('the page of a rule', () => {
  it('is what the code of a finding leads to, rendered', async () => {
    const { editor, remove } = await showNew('linked.writ', text);
    const { code } = await firstFinding(editor.document.uri);
    assert.ok(typeof code === 'object' && code.value === 'unknown-principal');
    assert.equal(code.target.toString(), 'writ-rule:/unknown-principal.md');
    const page = await workspace.openTextDocument(code.target);
    assert.match(page.getText(), /^# unknown-principal\n[\s\S]*\n## Why\n/);
    // What a click on the code does: the editor's opener takes the URI.
    await commands.executeCommand('vscode.open', code.target);
    await until('the rendered page', () =>
      inputs().some((input) => input instanceof TabInputCustom && input.uri.toString() === code.target.toString()),
    );
    await closeOthers();
    await remove();
  });

  it('is offered beside the fixes, and shown', async () => {
    const { editor, remove } = await showNew('offered.writ', text.replace('Readers', 'Others'));
    const { uri } = editor.document;
    const { range } = await firstFinding(uri);
    const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range);
    const offered = actions.find(({ title }) => title === 'Show rule `unknown-principal`')?.command;
    assert.ok(offered, actions.map(({ title }) => title).join());
    const [argument] = offered.arguments ?? [];
    const shown = await commands.executeCommand<{ uri: string; text: string }>(offered.command, argument);
    assert.equal(shown.uri, 'writ-rule:/unknown-principal.md');
    assert.match(shown.text, /^# unknown-principal\n/);
    await until('the preview', () => inputs().some((input) => input instanceof TabInputWebview));
    await closeOthers();
    await remove();
  });
});
