// `writ.json` in the editor: what may stand in it, what that is for, and what is wrong with it.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import {
  type CompletionList,
  commands,
  type Hover,
  type MarkdownString,
  type Position,
  Range,
  type TextEditor,
  workspace,
} from 'vscode';
import { rules } from '../../../server/src/rules/registry.ts';
import { fileUri, findings, placeOf, replace, ruleId, show, until } from './editing.ts';

async function labels({ document }: TextEditor, at: Position): Promise<string[]> {
  const list = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', document.uri, at);
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label).replaceAll('"', ''));
}

/** Looks until all of these are among the completions right behind a text. */
function completes(editor: TextEditor, behind: string, expected: readonly string[]): Promise<true> {
  return until(`completions behind ${behind}`, async () => {
    const at = editor.document.positionAt(editor.document.offsetAt(placeOf(editor.document, behind)) + behind.length);
    const found = await labels(editor, at);
    return expected.every((each) => found.includes(each)) || undefined;
  });
}

describe('the settings of a project', () => {
  it('are completed, explained and checked', async () => {
    const uri = fileUri('writ.json');
    const before = await workspace.fs.readFile(uri);
    const editor = await show(uri);
    const { document } = editor;
    const text = '{\n  "rules": { "unused-role": "", "" },\n  "semantics": { "autoShareReach": "" },\n  \n}\n';
    await editor.edit((edit) => edit.replace(new Range(0, 0, document.lineCount, 0), text));

    await completes(editor, '},\n  ', ['exclude', 'duties']);
    await completes(editor, '"unused-role": "', ['off', 'hint', 'info', 'warning', 'error']);
    await completes(
      editor,
      '"", "',
      rules.map(({ id }) => id).filter((id) => id !== 'unused-role'),
    );
    await completes(editor, '"autoShareReach": "', ['record', 'object']);

    const title = rules.find(({ id }) => id === 'unused-role')?.title.slice(1) ?? '';
    await until('a hover', async () => {
      const at = placeOf(document, 'unused-role');
      const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, at);
      const said = hovers
        .flatMap(({ contents }) => contents as MarkdownString[])
        .map(({ value }) => value)
        .join('\n');
      return said.replaceAll('\\', '').includes(title) || undefined;
    });

    await replace(editor, '{ "unused-role": "", "" }', '{ "unused-rol": "off" }');
    const finding = await until('a finding', () =>
      findings(uri).find((each) => document.getText(each.range) === '"unused-rol"'),
    );
    assert.equal(ruleId(finding), 'settings');

    await editor.edit((edit) => edit.replace(new Range(0, 0, document.lineCount, 0), new TextDecoder().decode(before)));
    await document.save();
    await until('no finding', () => findings(uri).length === 0);
  });
});
