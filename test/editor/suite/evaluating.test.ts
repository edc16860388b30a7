// The commands of the palette: questions are asked, with arguments and by hand, and the answers are shown.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import {
  commands,
  extensions,
  type Hover,
  LanguageModelTextPart,
  lm,
  MarkdownString,
  Selection,
  window,
  workspace,
} from 'vscode';
import { fileUri, findings, placeOf, ruleIds, show, showNew, until } from './editing.ts';

interface Shown {
  readonly uri: string;
  readonly text: string;
}

interface Matrix {
  readonly title: string;
  readonly rowsAre: string;
  readonly rowCount: number;
  readonly columns: readonly unknown[];
  readonly problem: string;
}

interface Answer {
  readonly headline: string;
  readonly assumed: readonly string[];
  readonly remedies: readonly { readonly key: string | null }[];
}

interface List {
  readonly question: string;
  readonly lines?: readonly { readonly name: string; readonly when: string | null }[];
}

const text = `role Reader { description "Reads" members alice grants READ_RECORDS }
app Forms {
  field Status: choice("New", "Done")
  policy "New ones" { to alice when Status is "New" }
}
query alice can READ_RECORDS in Forms
expect bob cannot READ_RECORDS in Forms
`;

const explanations = () =>
  workspace.textDocuments.filter(({ uri }) => uri.scheme === 'writ-explanation').map(({ uri }) => uri.toString());

describe('the palette', () => {
  it('has a command for each that package.json names', async () => {
    await show(fileUri('desk.writ'));
    const { commands: rows } = extensions.getExtension('writ.writ')?.packageJSON.contributes ?? {};
    const known = await commands.getCommands(true);
    for (const { command } of rows) assert.ok(known.includes(command), command);
    // The editor itself has some for each status item and view, under its name.
    assert.equal(known.filter((id) => /^writ\.[A-Za-z]+$/.test(id)).length, rows.length);
  });

  it('evaluates access, given what is asked', async () => {
    const { remove } = await showNew('evaluating.writ', text);
    const asked = { principal: 'alice', permission: 'READ_RECORDS', place: 'Forms' };
    const open = await until('an answer', async () => {
      const shown = await commands.executeCommand<Shown>('writ.evaluateAccess', asked);
      return shown.text.includes('allowed') && shown;
    });
    assert.match(open.text, /allowed when/);
    const record = { Status: '"New"' };
    const said = await commands.executeCommand<Shown>('writ.evaluateAccess', { ...asked, record });
    assert.match(said.text, /allowed/);
    assert.doesNotMatch(said.text, /allowed when/);
    const refused = await commands.executeCommand<Shown>('writ.evaluateAccess', {
      ...asked,
      record: { Status: 'empty' },
    });
    assert.match(refused.text, /refused/);
    assert.notEqual(refused.uri, said.uri);
    const wrong = await commands.executeCommand<Shown>('writ.evaluateAccess', { ...asked, principal: 'alise' });
    assert.match(wrong.text, /alise/);
    await remove();
  });

  it('evaluates access, asking for it', async () => {
    const { remove } = await showNew('asking.writ', text.replaceAll('Forms', 'Papers').replaceAll('Reader', 'Clerk'));
    await until('the file is read', () => findings(fileUri('asking.writ')) !== undefined);
    const before = explanations().length;
    const done = commands.executeCommand<Shown | undefined>('writ.evaluateAccess');
    // Whoever comes first, whatever they may do first, wherever that is: each dialogue has a first line.
    await until('an explanation', async () => {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return explanations().length > before;
    });
    assert.ok((await done)?.text.startsWith('# '));
    await remove();
  });

  it('leaves the dialogue when it is left', async () => {
    await show(fileUri('desk.writ'));
    const done = commands.executeCommand<Shown | undefined>('writ.evaluateAccess');
    let isDone = false;
    const settled = done.then((result) => {
      isDone = true;
      return result;
    });
    await until('the end', async () => {
      await commands.executeCommand('workbench.action.closeQuickOpen');
      return isDone;
    });
    assert.equal(await settled, undefined);
  });

  it('explains the query at the cursor', async () => {
    const { editor, remove } = await showNew(
      'explaining.writ',
      text.replaceAll('Forms', 'Files').replaceAll('Reader', 'Filer'),
    );
    const at = placeOf(editor.document, 'READ_RECORDS in Files');
    editor.selection = new Selection(at, at);
    const shown = await until('an explanation', () => commands.executeCommand<Shown | undefined>('writ.explainQuery'));
    assert.match(shown.text, /alice can READ_RECORDS in Files/);
    await remove();
  });

  it('shows effective permissions of somebody and in a place as a matrix', async () => {
    await show(fileUri('desk.writ'));
    const showMatrix = (asked: object) => commands.executeCommand<Matrix>('writ.showEffectivePermissions', asked);
    const own = await showMatrix({ principal: 'alice' });
    assert.match(own.title, /^Permissions of alice, as of /);
    assert.equal(own.rowsAre, 'places');
    await until('the panel', () => window.tabGroups.activeTabGroup.activeTab?.label === 'alice - permissions');
    const all = await showMatrix({ place: 'organization' });
    assert.equal(all.rowsAre, 'principals');
    assert.ok(all.rowCount >= 3 && all.columns.length > 100);
    assert.match((await showMatrix({ place: 'Nowhere' })).problem, /no object `Nowhere`/);
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('lists who can and what somebody can', async () => {
    const { editor, remove } = await showNew(
      'listing.writ',
      text.replaceAll('Forms', 'Lists').replaceAll('Reader', 'Lister'),
    );
    const asked = { permission: 'READ_RECORDS', place: 'Lists' };
    const who = await until('a list', async () => {
      const shown = await commands.executeCommand<List>('writ.whoCan', asked);
      return shown.lines?.some(({ name }) => name === 'alice') === true && shown;
    });
    assert.equal(who.question, 'who can READ_RECORDS in Lists');
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      editor.document.uri,
      placeOf(editor.document, 'READ_RECORDS'),
    );
    const [link] = hovers.flatMap(({ contents }) =>
      contents.flatMap((each) => {
        if (!(each instanceof MarkdownString)) return [];
        const [, command, given] = /<command:([\w.]+)\?([^>]+)>/.exec(each.value) ?? [];
        return command === undefined || given === undefined ? [] : [{ command, given, trusted: each.isTrusted }];
      }),
    );
    assert.ok(link !== undefined && typeof link.trusted === 'object' && link.trusted !== null);
    assert.ok(link.trusted.enabledCommands.includes(link.command));
    const followed = await commands.executeCommand<List>(link.command, JSON.parse(decodeURIComponent(link.given)));
    assert.equal(followed.question, 'who can READ_RECORDS in organization');
    const what = await commands.executeCommand<List>('writ.whatCan', { principal: 'alice', place: 'Lists' });
    assert.ok(what.lines?.some(({ name, when }) => name === 'READ_RECORDS' && when === 'Status is "New"'));
    const other = await commands.executeCommand<List>('writ.showList', { question: 'who can ADMIN in organization' });
    assert.ok(other.lines !== undefined);
    await commands.executeCommand('workbench.action.closeQuickOpen');
    await remove();
  });

  it('answers what if, writes the question down and what would allow it', async () => {
    const { editor, remove } = await showNew(
      'supposing.writ',
      text.replaceAll('Forms', 'Cases').replaceAll('Reader', 'Judge'),
    );
    const asked = { principal: 'bob', permission: 'READ_RECORDS', place: 'Cases' };
    await until('an answer', async () => {
      const shown = await commands.executeCommand<Shown>('writ.evaluateAccess', asked);
      return shown.text.includes('refused');
    });
    const assume = ['add `bob` to role `Judge`'];
    const supposed = await commands.executeCommand<Answer>('writ.whatIf', { assume });
    assert.deepEqual([supposed.assumed, supposed.headline], [assume, 'refused: no data access']);
    assert.doesNotMatch(editor.document.getText(), /members alice, bob/);
    const now = await commands.executeCommand<Answer>('writ.whatIf', { assume: [] });
    assert.equal(now.headline, 'refused: no role grants it');
    assert.equal(await commands.executeCommand('writ.insertQuestion', { as: 'expect' }), true);
    await until('the expectation', () =>
      editor.document.getText().includes('expect bob cannot READ_RECORDS in Cases\nexpect bob cannot'),
    );
    const key = now.remedies.find((each) => each.key !== null)?.key;
    if (key !== undefined) {
      const before = editor.document.getText();
      assert.equal(await commands.executeCommand('writ.applyRemedy', { key }), true);
      assert.notEqual(editor.document.getText(), before);
    }
    await commands.executeCommand('workbench.action.files.revert');
    await remove();
  });

  it('restarts the server, which finds the same again', async () => {
    const { editor, remove } = await showNew(
      'again.writ',
      'group Again { description "Again" members nowhere-known }\n',
    );
    const { uri } = editor.document;
    await until('a finding', () => ruleIds(uri).includes('unknown-principal'));
    await commands.executeCommand('writ.restartServer');
    await until('the finding again', () => ruleIds(uri).includes('unknown-principal'));
    assert.equal(window.activeTextEditor?.document.uri.toString(), uri.toString());
    await remove();
  });

  it('switches inline answers off and on', async () => {
    const configuration = workspace.getConfiguration('writ');
    assert.equal(configuration.get('inlineAnswers.enabled'), true);
    await configuration.update('inlineAnswers.enabled', false, true);
    await configuration.update('inlineAnswers.enabled', undefined, true);
    await commands.executeCommand('writ.showServerLog');
  });

  it('are asked by assistants, through the tools that the editor has for them', async () => {
    const { remove } = await showNew('asked.writ', text);
    const names = lm.tools.map(({ name }) => name).filter((name) => name.startsWith('writ_'));
    assert.deepEqual(names.toSorted(), [
      'writ_check',
      'writ_difference',
      'writ_evaluate',
      'writ_explain',
      'writ_who_can',
    ]);
    const asked = async (tool: string, input: object): Promise<string> => {
      const { content } = await lm.invokeTool(`writ_${tool}`, { input, toolInvocationToken: undefined });
      return content.map((part) => (part instanceof LanguageModelTextPart ? part.value : '')).join('');
    };
    const question = { principal: 'Alice', permission: 'read_records', place: 'forms' };
    assert.match(
      await asked('evaluate', question),
      /^allowed when `Status is "New"`\nasked: alice can READ_RECORDS in Forms, as of /,
    );
    assert.match(await asked('evaluate', { ...question, record: { status: 'Done' } }), /^refused: /);
    assert.match(await asked('who_can', { permission: 'READ_RECORDS', place: 'Forms' }), /`alice` when/);
    assert.match(await asked('explain', { question: 'what can alice do in Forms' }), /READ_RECORDS/);
    assert.match(await asked('check', { file: 'asked.writ' }), /expectations of the project hold/);
    assert.match(await asked('evaluate', { ...question, place: 'Form' }), /the nearest: `Forms`/);
    assert.match(await asked('difference', { revision: 'no-such-revision' }), /no-such-revision/);
    await remove();
  });
});
