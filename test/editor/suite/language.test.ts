// Completion, hover and navigation, as the editor asks for them.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import {
  type CompletionList,
  commands,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type Location,
  type LocationLink,
  type MarkdownString,
  Selection,
  type SymbolInformation,
} from 'vscode';
import { fileUri, findings, placeOf, show, showNew, until } from './editing.ts';

const desk = () => show(fileUri('desk.writ'));

describe('the language', () => {
  it('completes names of the project', async () => {
    const { editor, remove } = await showNew(
      'completing.writ',
      'group Porters {\n  description "Files"\n  members \n}\n',
    );
    const { uri } = editor.document;
    const at = editor.document.lineAt(2).range.end;
    const labels = await until('completions', async () => {
      const list = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', uri, at);
      const all = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return all.includes('alice') && all;
    });
    assert.ok(labels.includes('bob'), labels.join());
    await remove();
  });

  it('inserts a name and stands where one goes on', async () => {
    const { editor, remove } = await showNew(
      'inserting.writ',
      'group Ushers {\n  description "Files"\n  members ali\n}\n',
    );
    const { document } = editor;
    await until('the file is read', () => findings(document.uri).length > 0);
    const end = document.lineAt(2).range.end;
    editor.selection = new Selection(end, end);
    await commands.executeCommand('editor.action.triggerSuggest');
    await until('the name', async () => {
      await commands.executeCommand('acceptSelectedSuggestion');
      return document.lineAt(2).text.trimEnd() === '  members alice';
    });
    await remove();
  });

  it('says in a hover what a name is', async () => {
    const { document } = await desk();
    const at = placeOf(document, 'alice,');
    const hovers = await until('a hover', async () => {
      const all = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, at);
      return all.length > 0 && all;
    });
    const markdown = hovers.flatMap(({ contents }) => contents as MarkdownString[]).map(({ value }) => value);
    assert.match(markdown.join('\n'), /alice@acme/);
  });

  it('leads from a name to its declaration and back', async () => {
    const { document } = await desk();
    const member = placeOf(document, 'bob\n}');
    const definitions = await commands.executeCommand<(Location | LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      member,
    );
    const [definition] = definitions;
    const range = definition !== undefined && 'targetRange' in definition ? definition.targetRange : definition?.range;
    assert.ok(range?.start.isEqual(placeOf(document, 'bob "')));
    const found = await commands.executeCommand<Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      range?.start,
    );
    assert.deepEqual(
      found.map((each) => each.range.start.line),
      [range?.start.line, member.line],
    );
  });

  it('outlines and folds a file, and finds names in all of them', async () => {
    const { document } = await desk();
    const { uri } = document;
    const outline = await commands.executeCommand<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri);
    const names = outline.map(({ name }) => name);
    assert.ok(names.includes('Service Desk') && names.includes('Agents'), names.join());
    const folds = await commands.executeCommand<FoldingRange[]>('vscode.executeFoldingRangeProvider', uri);
    assert.ok(folds.some(({ start }) => start === placeOf(document, 'group Agents').line));
    const symbols = await commands.executeCommand<SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'Agents',
    );
    assert.ok(symbols.some(({ name }) => name === 'Agents'));
  });
});
