// Colours through the protocol: what a client keeps by edits is what it would get anew.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { ClientCapabilities, SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import { decodeTokens } from '../ide/token-text.ts';
import { fullCapabilities, type Session, startSession } from './session.ts';

const file = '/desk/a.writ';
const other = '/desk/b.writ';
const text = '// Who is who\r\nuser ann "a@x.com"\r\ngroup A { members ann, "bo\u{1F600}" } // all\r\n';

/** A client that colours by itself what a grammar can tell. */
const augmenting: ClientCapabilities = {
  ...fullCapabilities,
  textDocument: {
    ...fullCapabilities.textDocument,
    semanticTokens: { augmentsSyntaxTokens: true, requests: {}, tokenTypes: [], tokenModifiers: [], formats: [] },
  },
};

const begin = async (capabilities: ClientCapabilities = augmenting) => {
  const session = await startSession({
    files: { [file]: text, [other]: 'user "bo\u{1F600}" "b@x.com"\n' },
    capabilities,
  });
  await session.looked('/desk', () => session.open(file));
  return session;
};

const documentOf = (session: Session, path = file) => ({ textDocument: session.at(path, '').textDocument });

function shown(data: readonly number[], of: string): string[] {
  return decodeTokens(data, of).map(({ start, end, look }) => `${of.slice(start, end)} ${look}`);
}

function apply(data: readonly number[], { edits }: SemanticTokensDelta): number[] {
  const result = [...data];
  for (const edit of edits) result.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
  return result;
}

const changesOf = (session: Session, previousResultId: string | undefined) =>
  session.request<SemanticTokens | SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
    ...documentOf(session),
    previousResultId,
  });
const wholeOf = (session: Session, path?: string) =>
  session.request<SemanticTokens>('textDocument/semanticTokens/full', documentOf(session, path));

describe('semantic tokens of the server', () => {
  it('are names alone for a client with a grammar, everything for one without', async () => {
    const names = ['ann variable.declaration', 'A type.declaration', 'ann variable', '"bo\u{1F600}" variable'];
    const { data } = await wholeOf(await begin());
    assert.deepEqual(shown(data, text), names);
    const all = shown((await wholeOf(await begin(fullCapabilities))).data, text);
    assert.deepEqual(
      all.filter((each) => !/ (keyword|comment|string)$/.test(each)),
      names,
    );
    assert.deepEqual([all[0], all.at(-1)], ['// Who is who comment', '// all comment']);
  });

  it('say what an edit changed, and everything to who has not the last', async () => {
    const session = await begin();
    const first = await wholeOf(session);
    await session.looked('/desk', () => session.edit(file, 'members ann', 'members ann,\r\n  ann'));
    const delta = await changesOf(session, first.resultId);
    assert.ok('edits' in delta);
    assert.deepEqual(delta.edits, [{ start: 15, deleteCount: 0, data: [1, 2, 3, 5, 0] }]);
    const anew = await wholeOf(session);
    assert.deepEqual(apply(first.data, delta), anew.data);
    const late = await changesOf(session, first.resultId);
    assert.ok('data' in late);
    assert.deepEqual(late.data, anew.data);
    const nothing = await changesOf(session, late.resultId);
    assert.deepEqual('edits' in nothing && nothing.edits, []);
  });

  it('follow what another file declares', async () => {
    const session = await begin();
    await session.looked('/desk', () => session.open(other));
    const first = await wholeOf(session);
    await session.looked('/desk', () => session.edit(other, '.com"', '.com" { external inactive }'));
    const delta = await changesOf(session, first.resultId);
    assert.ok('edits' in delta);
    const [, , , last] = shown(apply(first.data, delta), text);
    assert.equal(last, '"bo\u{1F600}" variable.deprecated.external');
  });

  it('of a range are those there, wherever its ends are', async () => {
    const session = await begin();
    const between = async (start: number, end: number) => {
      const range = { start: { line: start, character: 3 }, end: { line: end, character: 900 } };
      const params = { ...documentOf(session), range };
      const { data } = await session.request<SemanticTokens>('textDocument/semanticTokens/range', params);
      return shown(data, text);
    };
    assert.deepEqual(await between(1, 1), ['ann variable.declaration']);
    assert.equal((await between(0, 9999)).length, 4);
    assert.deepEqual(await between(7, 9), []);
  });

  it('are none of a document that is not known', async () => {
    const session = await begin();
    const textDocument = { uri: 'file:///desk/none.writ' };
    const params = { textDocument, previousResultId: '1' };
    assert.deepEqual(await session.request('textDocument/semanticTokens/full/delta', params), { data: [] });
  });

  it('begin anew with a document that was closed', async () => {
    const session = await begin();
    const first = await wholeOf(session);
    await session.close(file);
    await session.open(file, `${text}user eve "e@x.com"\r\n`);
    const changes = await changesOf(session, first.resultId);
    const data = 'edits' in changes ? apply(first.data, changes) : changes.data;
    assert.deepEqual(shown(data, `${text}user eve "e@x.com"\r\n`).at(-1), 'eve variable.declaration');
  });
});
