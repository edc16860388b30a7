// What an editor is offered for a finding: fixes with what they do to access, and all safe ones at once.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Session, startSession } from './session.ts';

const file = '/desk/a.writ';
const text = `user alice "alice@acme.com"
user bob "bob@acme.com"
role Nobody { description "d"  grants READ_RECORDS }
app Desk {
  role R { description "d"  members alice  grants READ_RECORDS, view on Records }
  policy P { to alice }
  policy Q { to bob }
  service account Bot { purpose "p"  usable by alice }
  automation A {
    trigger createRecord
    runs as Bot
    built by bob
    action createRecord
  }
}
`;

async function begin(): Promise<Session> {
  const session = await startSession({ files: { [file]: text, '/desk/b.writ': 'role Other { grants ADMIN }\n' } });
  await session.looked('/desk', () => session.open(file));
  return session;
}

async function actionsAt(session: Session, word: string, only?: readonly string[]): Promise<CodeAction[]> {
  const { textDocument, position } = session.at(file, word);
  const context = { diagnostics: [], ...(only === undefined ? {} : { only }) };
  return session.request<CodeAction[]>('textDocument/codeAction', {
    textDocument,
    range: { start: position, end: position },
    context,
  });
}

/** The document after the edits of one action, all of which are its own. */
function made({ edit }: CodeAction): string {
  const changes = (edit?.documentChanges ?? []) as TextDocumentEdit[];
  assert.deepEqual(new Set(changes.map(({ textDocument }) => textDocument.uri)), new Set(['file:///desk/a.writ']));
  const edits = changes.flatMap((change) => change.edits as TextEdit[]);
  return TextDocument.applyEdits(TextDocument.create('file:///desk/a.writ', 'writ', 1, text), edits);
}

describe('code actions', () => {
  it('say in their titles who gains what', async () => {
    const actions = await actionsAt(await begin(), 'createRecord\n  }');
    const titles = actions.map(({ title }) => title).filter((title) => title.startsWith('Give '));
    assert.deepEqual(titles, [
      'Give `Bot` a new role `Bot rights` of `Desk` (`Desk.Bot` gains `CREATE_RECORDS` in `Desk`)',
    ]);
    const [action] = actions.filter(({ title }) => title === titles[0]);
    assert.ok(action);
    const fixed = made(action);
    assert.match(fixed, /^ {2}role "Bot rights" \{ description "What Bot needs" {2}grants CREATE_RECORDS \}$/m);
    assert.match(fixed, /^ {2}service account Bot \{ purpose "p" {2}roles "Bot rights" {2}usable by alice \}$/m);
  });

  it('prefer the one that is meant', async () => {
    const actions = await actionsAt(await begin(), 'bob\n    action');
    const share = actions.filter(({ isPreferred }) => isPreferred === true);
    assert.deepEqual(
      share.map(({ title }) => title),
      ['Add `bob` to `usable by` of `Bot` (`bob` gains the use of `Desk.Bot`)'],
    );
  });

  it('make all safe fixes of the document where that is asked for, and of no other', async () => {
    const session = await begin();
    for (const kind of ['source.fixAll', 'source.fixAll.writ', 'source']) {
      const [action, ...more] = await actionsAt(session, 'user', [kind]);
      assert.deepEqual(more, []);
      assert.ok(action);
      assert.match(action.title, /^Make all safe fixes \(\d+, access unchanged\)$/);
      assert.equal(action.kind, 'source.fixAll.writ');
      const fixed = made(action);
      assert.doesNotMatch(fixed, /role Nobody/);
      assert.match(fixed, /grants view on Records/);
      assert.match(fixed, /built by bob/);
    }
  });

  it('list no such action unasked, and none where nothing is safe', async () => {
    const session = await begin();
    const unasked = await actionsAt(session, 'user');
    assert.deepEqual(
      unasked.filter(({ kind }) => kind?.startsWith('source')),
      [],
    );
    await session.edit(file, 'role Nobody { description "d"  grants READ_RECORDS }\n', '');
    await session.looked('/desk', () => session.edit(file, 'READ_RECORDS, view', 'view'));
    assert.deepEqual(await actionsAt(session, 'user', ['source.fixAll']), []);
  });
});
