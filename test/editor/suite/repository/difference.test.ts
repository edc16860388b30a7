// Access compared with HEAD and other states, through VS Code's own git: lenses, the tree and both sides.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { type CodeLens, commands, type TextEditor, Uri, window, workspace } from 'vscode';
import type { DifferenceTree, WireNode } from '../../../../server/src/lsp/protocol-difference.ts';
import { commitAll, gitIn } from '../../../support/git.ts';
import { close, fileUri, replace, show, until } from '../editing.ts';

const uri = () => fileUri('desk.writ');

async function lenses(): Promise<string[]> {
  const all = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri(), 100);
  return all.flatMap(({ command, range }) =>
    command?.title.startsWith('vs ') === true ? [`${range.start.line} ${command.title}`] : [],
  );
}

const difference = () => commands.executeCommand<DifferenceTree | null>('writ.showDifference');

function entriesOf(nodes: readonly WireNode[] = []): WireNode[] {
  return nodes.flatMap((node) => (node.kind === 'entry' ? [node] : entriesOf(node.children)));
}

const said = (tree: DifferenceTree | null | undefined) => `${tree?.label}: ${tree?.headline}`;

/** Does something with the file changed, which is as it was afterwards. */
async function withEdit(from: string, to: string, task: (editor: TextEditor) => Promise<void>): Promise<void> {
  const editor = await show(uri());
  const before = editor.document.getText();
  await replace(editor, from, to);
  try {
    await task(editor);
  } finally {
    await replace(await show(uri()), editor.document.getText(), before);
    await close(uri());
  }
}

describe('access in a git repository', () => {
  it('is compared with HEAD while it is typed', async () => {
    await show(uri());
    await until('the comparison', async () => said(await difference()) === 'HEAD: nobody may do more or less');
    await withEdit('READ_RECORDS', 'READ_RECORDS, DELETE_RECORDS', async () => {
      await until('the lens', async () => (await lenses()).join() === '11 vs HEAD: +1');
      const tree = await difference();
      assert.equal(said(tree), 'HEAD: 1 gained');
      const [entry] = entriesOf(tree?.nodes);
      assert.deepEqual([entry?.label, entry?.detail], ['`Agents` (2 members)', '`DELETE_RECORDS`']);
      assert.deepEqual(await commands.executeCommand('writ.openAfter', { node: entry }), uri().toString());
    });
  });

  it('is written down as a test', async () => {
    await withEdit('READ_RECORDS', 'READ_RECORDS, DELETE_RECORDS', async ({ document }) => {
      await until('the gain', async () => said(await difference()) === 'HEAD: 1 gained');
      const [entry] = entriesOf((await difference())?.nodes);
      assert.equal(await commands.executeCommand('writ.expectDifference', { node: entry, side: 'after' }), true);
      assert.match(document.getText(), /test "Changed since HEAD" \{\s+expect Agents can DELETE_RECORDS in/);
      const line = window.activeTextEditor?.selection.active.line ?? 0;
      assert.match(document.lineAt(line).text, /^test "Changed/);
      assert.equal(await commands.executeCommand('writ.expectDifference', { side: 'before' }), true);
      assert.match(document.getText(), /test "As it was at HEAD" \{\s+expect Agents cannot DELETE_RECORDS in/);
    });
  });

  it('opens the side that it was decided on', async () => {
    await withEdit('members alice, bob', 'members alice', async () => {
      await until('the loss', async () => said(await difference()) === 'HEAD: 1 lost');
      const [entry] = entriesOf((await difference())?.nodes);
      assert.equal(entry?.label, '`bob`');
      const opened = await commands.executeCommand<string>('writ.openBefore', { node: entry });
      assert.match(opened, /^git:/);
      const { document, selection } = window.activeTextEditor ?? {};
      assert.equal(document?.getText(selection), 'READ_RECORDS');
      assert.match(document?.getText() ?? '', /members alice, bob/);
      await commands.executeCommand('workbench.action.closeActiveEditor');
    });
  });

  it('is compared with branches, commits and folders', async () => {
    const folder = fileUri('').fsPath;
    const compare = (what: object) => commands.executeCommand<DifferenceTree | undefined>('writ.compareAccess', what);
    const head = gitIn(folder, 'rev-parse', 'HEAD').trim();
    gitIn(folder, 'branch', 'before');
    const text = await workspace.fs.readFile(uri());
    await withEdit('Status is "Open"', 'Status is not empty', async () => {
      assert.equal(said(await compare({ revision: 'before' })), 'before: 1 widened');
      assert.equal(said(await compare({ revision: head })), `${head.slice(0, 7)}: 1 widened`);
      const other = Uri.joinPath(Uri.file(folder), '..', 'elsewhere');
      await workspace.fs.writeFile(Uri.joinPath(other, 'desk.writ'), text);
      await workspace.fs.writeFile(Uri.joinPath(other, 'writ.json'), new TextEncoder().encode('{}'));
      assert.equal(said(await compare({ folder: other.toString() })), 'elsewhere: 1 widened');
      for (const revision of ['nowhere', '--output=x']) assert.equal(await compare({ revision }), undefined);
      assert.equal(said(await difference()), 'HEAD: 1 widened');
    });
  });

  it('follows HEAD', async () => {
    await withEdit('READ_RECORDS', 'READ_RECORDS, CREATE_RECORDS', async (editor) => {
      await until('the gain', async () => said(await difference()) === 'HEAD: 1 gained');
      await editor.document.save();
      commitAll(fileUri('').fsPath);
      await until('the new HEAD', async () => {
        // A refresh that falls into one that is under way may tell of what was before.
        await commands.executeCommand('git.refresh');
        return said(await difference()) === 'HEAD: nobody may do more or less';
      });
      await until('the end of the lens', async () => (await lenses()).length === 0);
    });
  });

  it('follows a branch that was chosen', async () => {
    const folder = fileUri('').fsPath;
    commitAll(folder);
    gitIn(folder, 'branch', '--force', 'moving');
    const shown = () => commands.executeCommand<DifferenceTree | null>('writ.showDifference', { comparison: 'chosen' });
    await withEdit('READ_RECORDS', 'READ_RECORDS, UPDATE_RECORDS', async (editor) => {
      await commands.executeCommand('writ.compareAccess', { revision: 'moving' });
      assert.equal(said(await shown()), 'moving: 1 gained');
      await editor.document.save();
      commitAll(folder);
      gitIn(folder, 'branch', '--force', 'moving');
      await until('the branch where it is now', async () => {
        await commands.executeCommand('git.refresh');
        return said(await shown()) === 'moving: nobody may do more or less';
      });
      gitIn(folder, 'branch', '--delete', '--force', 'moving');
      await commands.executeCommand('git.refresh');
      assert.equal(said(await shown()), 'moving: nobody may do more or less');
    });
  });
});
