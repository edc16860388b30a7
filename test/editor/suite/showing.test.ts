// Hints, lenses and signature help, as the editor asks for them and as the settings switch them.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import {
  type CodeLens,
  commands,
  type InlayHint,
  type Location,
  Range,
  type SignatureHelp,
  type TextDocument,
  workspace,
} from 'vscode';
import { placeOf, showNew, until } from './editing.ts';

const text = `role Porter {
  description "Carries"
  members Agents
  grants READ_RECORDS, view on Attachments
}
app Hall {
  field Status: choice("New", "Open")
  policy "Open ones" {
    to Agents
    when Status is "Open"
  }
}
query bob can READ_RECORDS in Hall
`;

async function hints({ uri, lineCount }: TextDocument): Promise<string[]> {
  const range = new Range(0, 0, lineCount, 0);
  const all = await commands.executeCommand<InlayHint[]>('vscode.executeInlayHintProvider', uri, range);
  return all.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
}

async function lenses({ uri }: TextDocument): Promise<CodeLens[]> {
  return commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 99);
}

async function switched(setting: string, value: boolean | undefined): Promise<void> {
  await workspace.getConfiguration('writ').update(setting, value, true);
}

describe('what is shown between the lines', () => {
  it('has hints, each kind with its switch', async () => {
    const { editor, remove } = await showNew('hinting.writ', text);
    const { document } = editor;
    const all = ['2 people', 'READ_ATTACHMENTS', '2 people'];
    await until('hints, no answers among them', async () => (await hints(document)).join() === all.join());
    await switched('inlayHints.levels', false);
    await until('no hints of levels', async () => (await hints(document)).join() === '2 people,2 people');
    await switched('inlayHints.levels', undefined);
    await until('hints again', async () => (await hints(document)).join() === all.join());
    await remove();
  });

  it('has lenses that lead where they say', async () => {
    const { editor, remove } = await showNew('lenses.writ', text);
    const { document } = editor;
    const found = await until('lenses', async () => {
      const all = await lenses(document);
      return all.length >= 7 && all.every(({ command }) => command !== undefined) && all;
    });
    assert.deepEqual(
      found.map(({ command }) => command?.title),
      [
        'held by 2 people',
        '2 permissions',
        'permissions',
        'used in 1 place',
        'opens records to 2 people',
        'Why',
        'Evaluate for a record…',
      ],
    );
    const uses = found.find(({ command }) => command?.title === 'used in 1 place')?.command;
    const places = await commands.executeCommand<Location[]>(uses?.command ?? '', ...(uses?.arguments ?? []));
    assert.deepEqual(
      places.map(({ range }) => document.getText(range)),
      ['Hall'],
    );
    await commands.executeCommand('closeReferenceSearch');
    await switched('codeLens.questions', false);
    await until('no lenses of questions', async () => (await lenses(document)).length === 5);
    await switched('codeLens.questions', undefined);
    await until('lenses again', async () => (await lenses(document)).length === 7);
    await remove();
  });

  it('helps with what an operator takes', async () => {
    const { editor, remove } = await showNew('helping.writ', text);
    const { document } = editor;
    const at = placeOf(document, '"Open"\n');
    const help = await until('a signature', () =>
      commands.executeCommand<SignatureHelp | undefined>('vscode.executeSignatureHelpProvider', document.uri, at, ' '),
    );
    const [first] = help.signatures;
    assert.equal(first?.label, 'Status is option');
    assert.deepEqual(first?.parameters[0]?.label, [10, 16]);
    await remove();
  });
});
