// Completion through the protocol: as much as a client can take, the rest when an item is looked at.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { type CompletionItem, CompletionItemKind, type CompletionList } from 'vscode-languageserver';
import { fullCapabilities, type Session, startSession } from './session.ts';

const file = '/desk/a.writ';
const text = `organization { domains "acme.com" }
user alice "alice@acme.com"
group Agents { members alice }
role Reader {
  members Agents
  grants READ_RECORDS
}
role Writer { members "Ag" }
role Wanted { members zoe }
`;

const completion = {
  completionItem: {
    snippetSupport: true,
    insertReplaceSupport: true,
    labelDetailsSupport: true,
    commitCharactersSupport: true,
    insertTextModeSupport: { valueSet: [1, 2] as (1 | 2)[] },
    resolveSupport: { properties: ['documentation'] },
  },
  completionList: { itemDefaults: ['editRange', 'data', 'commitCharacters'] },
};
const full = { ...fullCapabilities, textDocument: { ...fullCapabilities.textDocument, completion } };

async function begin(capabilities = fullCapabilities): Promise<Session> {
  const session = await startSession({ files: { [file]: text }, capabilities });
  await session.looked('/desk', () => session.open(file));
  return session;
}

async function listAt(session: Session, word: string, by = 0): Promise<CompletionList> {
  const { textDocument, position } = session.at(file, word);
  const params = { textDocument, position: { ...position, character: position.character + by } };
  return session.request<CompletionList>('textDocument/completion', params);
}

function labelled({ items }: CompletionList, label: string): CompletionItem {
  const item = items.find((each) => each.label === label);
  assert.ok(item, items.map((each) => each.label).join(', '));
  return item;
}

describe('completion in the protocol', () => {
  it('says everything at once to a client that asks nothing later', async () => {
    const item = labelled(await listAt(await begin(), 'Agents\n', 2), 'Agents');
    assert.match(JSON.stringify(item.documentation), /1 member/);
    assert.equal(item.labelDetails, undefined);
    assert.equal(item.commitCharacters, undefined);
    assert.deepEqual(item.textEdit, {
      range: { start: { line: 4, character: 10 }, end: { line: 4, character: 16 } },
      newText: 'Agents',
    });
  });

  it('says the rest when an item is looked at', async () => {
    const session = await begin(full);
    const list = await listAt(session, 'Agents\n', 2);
    const item = labelled(list, 'Agents');
    assert.equal(item.documentation, undefined);
    assert.deepEqual(item.labelDetails, { description: '1 member' });
    assert.deepEqual(item.commitCharacters, [',']);
    const resolved = await session.request<CompletionItem>('completionItem/resolve', {
      ...item,
      data: list.itemDefaults?.data,
    });
    assert.match(JSON.stringify(resolved.documentation), /1 member/);
  });

  it('says once for all where most items are written, and keeps what stands behind the cursor where that can stay', async () => {
    const session = await begin(full);
    const list = await listAt(session, 'Agents\n', 2);
    const at = (character: number) => ({ line: 4, character });
    assert.deepEqual(list.itemDefaults?.editRange, {
      insert: { start: at(10), end: at(12) },
      replace: { start: at(10), end: at(16) },
    });
    assert.equal(labelled(list, 'Agents').textEditText, 'Agents');
    const quoted = await listAt(session, '"Ag"', 2);
    const range = quoted.itemDefaults?.editRange;
    assert.ok(range !== undefined && 'insert' in range);
    assert.deepEqual(range.insert, range.replace, 'a quote would be left');
  });

  it('declares what is missing, beside what it writes', async () => {
    const item = labelled(await listAt(await begin(full), 'zoe', 3), 'zoe');
    assert.equal(item.kind, CompletionItemKind.Variable);
    assert.deepEqual(item.additionalTextEdits, [
      {
        range: { start: { line: 1, character: 27 }, end: { line: 1, character: 27 } },
        newText: '\nuser zoe "zoe@acme.com"',
      },
    ]);
  });

  it('has words that go on say so, and still be looked up', async () => {
    const session = await begin(full);
    const item = labelled(await listAt(session, '  grants', 2), 'grants');
    assert.equal(item.data.unfinished, true);
    assert.equal(item.data.uri, 'file:///desk/a.writ');
  });

  it('gives an item back as it is where nothing is known of it', async () => {
    const session = await begin(full);
    for (const data of [undefined, 7, { uri: 'file:///none.writ', position: { line: 0, character: 0 } }]) {
      const item = { label: 'nothing', ...(data === undefined ? {} : { data }) };
      assert.deepEqual(await session.request('completionItem/resolve', item), item);
    }
  });
});
