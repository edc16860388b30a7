// Documents whose names are not what they seem: each test is a situation of docs/support.md.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { Hover, Location, SemanticTokens, WorkspaceEdit } from 'vscode-languageserver';
import type { ProjectInfo } from '../../server/src/lsp/protocol.ts';
import { type Session, startSession } from './session.ts';

const user = (name: string) => `user ${name} "${name}@acme.com"\n`;
const role = (member: string) => `managed role Admin { members ${member} }\n`;

/** Opens a text under exactly this URI. */
async function openAs(session: Session, uri: string, text: string, languageId = 'writ'): Promise<void> {
  await session.client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId, version: 1, text },
  });
}

async function closeAs(session: Session, uri: string): Promise<void> {
  await session.client.sendNotification('textDocument/didClose', { textDocument: { uri } });
}

/** What is found, by URI, where there is anything. */
const found = (session: Session): Record<string, readonly unknown[]> =>
  Object.fromEntries(
    [...session.said()]
      .filter(([, { diagnostics }]) => diagnostics.length > 0)
      .map(([uri, { diagnostics }]) => [uri, diagnostics.map(({ code }) => code)]),
  );

async function projects(session: Session): Promise<[root: string, files: number][]> {
  const all = await session.request<ProjectInfo[]>('writ/projects', {});
  return all.map(({ root, files }) => [root, files]);
}

/** URI and line of where the text at a place is declared. */
async function declaredAt(session: Session, uri: string, character: number): Promise<string[]> {
  const position = { line: 0, character };
  const all = await session.request<Location[]>('textDocument/declaration', { textDocument: { uri }, position });
  return all.map((each) => each.uri);
}

describe('hostile names of documents', () => {
  for (const uri of [
    'file:///c%3A/Desk/a.writ',
    'file:///C:/Desk/a.writ',
    'file:///c:/Desk/a.writ',
    'file:///C%3A/Desk/a.writ',
  ])
    it(`a Windows drive, written as \`${uri}\`: the file of the project, spoken of as the editor does`, async () => {
      const files = { 'c:/Desk/a.writ': user('alice'), 'c:/Desk/b.writ': role('alice') };
      const session = await startSession({ files, folders: ['c:/Desk'] });
      await session.looked('c:/Desk', () => openAs(session, uri, user('bob')));
      assert.deepEqual(found(session), { 'file:///c%3A/Desk/b.writ': ['unknown-principal'] });
      assert.deepEqual(await projects(session), [['file:///c%3A/Desk', 2]]);
      const change = {
        textDocument: { uri, version: 2 },
        contentChanges: [{ text: `${user('alice')}${user('alice')}` }],
      };
      await session.looked('c:/Desk', () => session.client.sendNotification('textDocument/didChange', change));
      assert.deepEqual(found(session), { [uri]: ['duplicate-name'] });
      assert.deepEqual(await declaredAt(session, 'file:///c%3A/Desk/b.writ', 'managed role Admin { members '.length), [
        uri,
      ]);
      await closeAs(session, uri);
      await session.until(() => Object.keys(found(session)).length === 0);
    });

  for (const [what, folder, uri] of [
    ['spaces', '/my desk', 'file:///my%20desk/my%20file.writ'],
    ['`#`', '/c#', 'file:///c%23/a%23b.writ'],
    ['`%`', '/100%', 'file:///100%25/5%25.writ'],
    ['`%25` in a name', '/x%25', 'file:///x%2525/%2525.writ'],
    ['umlauts', '/Büro', 'file:///B%C3%BCro/%C3%A4.writ'],
    ['umlauts that are not percent-encoded', '/Büro', 'file:///Büro/ä.writ'],
    ['brackets, plus and at', '/[x]+@', 'file:///[x]+@/a(1)+@.writ'],
    ['characters beyond the BMP', '/😀', 'file:///%F0%9F%98%80/%F0%9F%98%80.writ'],
    ['a question mark', '/why?', 'file:///why%3F/a%3F.writ'],
  ] as const)
    it(`${what} in the names of folders and files: one document, not two`, async () => {
      const path = decodeURIComponent(uri.replace('file://', ''));
      const files = { [path]: user('alice'), [`${folder}/b.writ`]: role('alice') };
      const session = await startSession({ files, folders: [folder] });
      await session.looked(folder, () => openAs(session, uri, user('bob')));
      assert.deepEqual(Object.values(found(session)), [['unknown-principal']]);
      assert.deepEqual(
        (await projects(session)).map(([, count]) => count),
        [2],
      );
      assert.deepEqual(session.errors, []);
    });
});

describe('hostile names of files: other case', () => {
  const files = { '/stock/desk.writ': user('alice'), '/stock/roles.writ': role('alice') };

  for (const uri of ['file:///stock/Desk.writ', 'file:///Stock/desk.writ', 'file:///STOCK/DESK.writ'])
    for (const settings of [{}, { '/stock/writ.json': '{}' }])
      it(`\`${uri}\` of a disk that has \`/stock/desk.writ\` and ignores case${'/stock/writ.json' in settings ? ', in a project with settings' : ''}: the same file, declared once`, async () => {
        const session = await startSession({
          files: { ...files, ...settings },
          folders: ['/stock'],
          ignoresCase: true,
        });
        await openAs(session, uri, user('alice'));
        assert.deepEqual(await projects(session), [['file:///stock', 2]]);
        await session.until(() => session.said().has(uri));
        assert.deepEqual(found(session), {});
        const change = { textDocument: { uri, version: 2 }, contentChanges: [{ text: user('bob') }] };
        await session.looked('/stock', () => session.client.sendNotification('textDocument/didChange', change));
        assert.deepEqual(found(session), { 'file:///stock/roles.writ': ['unknown-principal'] });
        session.files.write('/stock/desk.writ', user('bob'));
        await session.client.sendNotification('textDocument/didSave', { textDocument: { uri } });
        assert.deepEqual(await projects(session), [['file:///stock', 2]]);
        const edit = await session.request<WorkspaceEdit>('textDocument/rename', {
          textDocument: { uri },
          position: { line: 0, character: 5 },
          newName: 'carol',
        });
        assert.deepEqual(
          edit.documentChanges?.map((each) => 'textDocument' in each && each.textDocument),
          [{ uri, version: 2 }],
        );
        await closeAs(session, uri);
        assert.deepEqual(await projects(session), [['file:///stock', 2]]);
        assert.deepEqual(session.errors, []);
      });

  it('a name in other case on a disk that tells them apart: two files', async () => {
    const session = await startSession({ files: { ...files, '/stock/Desk.writ': user('alice') }, folders: ['/stock'] });
    await session.looked('/stock', () => session.open('/stock/Desk.writ'));
    assert.deepEqual(await projects(session), [['file:///stock', 3]]);
    assert.deepEqual(found(session), { 'file:///stock/desk.writ': ['duplicate-name'] });
  });

  it('an event that names a file in other case on a disk that ignores it: the same file, read once', async () => {
    const session = await startSession({ files, folders: ['/stock'], ignoresCase: true });
    session.files.write('/stock/desk.writ', user('bob'));
    const changes = [{ uri: 'file:///stock/DESK.writ', type: 2 }];
    await session.looked('/stock', () =>
      session.client.sendNotification('workspace/didChangeWatchedFiles', { changes }),
    );
    assert.deepEqual(await projects(session), [['file:///stock', 2]]);
    assert.deepEqual(found(session), { 'file:///stock/roles.writ': ['unknown-principal'] });
  });
});

describe('hostile names of files: symbolic links', () => {
  const files = {
    '/desk/in/a.writ': user('alice'),
    '/desk/b.writ': role('alice'),
    '/desk/link': { link: '/desk/in' },
    '/desk/c.writ': { link: '/desk/in/a.writ' },
  };

  for (const path of ['/desk/link/a.writ', '/desk/c.writ'])
    it(`a file opened as \`${path}\`, by way of a link: the file that it leads to, declared once`, async () => {
      const session = await startSession({ files });
      assert.deepEqual(await projects(session), [['file:///desk', 2]]);
      await session.open(path, user('alice'));
      assert.deepEqual(await projects(session), [['file:///desk', 2]]);
      assert.deepEqual(found(session), {});
      await session.looked('/desk', () => session.edit(path, 'alice', 'bob'));
      assert.deepEqual(found(session), { 'file:///desk/b.writ': ['unknown-principal'] });
      await session.looked('/desk', () => session.close(path));
      assert.deepEqual(found(session), {});
    });

  it('a file that is open under two names: the one opened last counts, then the other', async () => {
    const session = await startSession({ files });
    await session.open('/desk/in/a.writ', user('alice'));
    await session.looked('/desk', () => session.open('/desk/c.writ', user('bob')));
    await session.until(() => 'file:///desk/b.writ' in found(session));
    assert.deepEqual(await projects(session), [['file:///desk', 2]]);
    await session.looked('/desk', () => session.close('/desk/c.writ'));
    assert.deepEqual(found(session), {});
  });

  it('a workspace folder that is a link: its files count under the name that the editor has for it', async () => {
    const real = { '/real/a.writ': user('alice'), '/real/b.writ': role('bob'), '/desk': { link: '/real' } };
    const session = await startSession({ files: real });
    assert.deepEqual(found(session), { 'file:///desk/b.writ': ['unknown-principal'] });
    await openAs(session, 'file:///real/b.writ', role('bob'));
    await session.until(() => 'file:///real/b.writ' in found(session));
    assert.deepEqual(await projects(session), [['file:///desk', 2]]);
    await session.until(() => !('file:///desk/b.writ' in found(session)));
  });

  it('a link that is made while the server runs: what it leads to counts once, and not at all where it leads out', async () => {
    const session = await startSession({ files: { '/desk/a.writ': user('alice'), '/else/x.writ': user('eve') } });
    await session.disk({ '/desk/b.writ': { link: '/desk/a.writ' } });
    assert.deepEqual(await projects(session), [['file:///desk', 1]]);
    await session.looked('/desk', () => session.disk({ '/desk/out.writ': { link: '/else/x.writ' } }));
    assert.deepEqual(found(session), { 'file:///desk/out.writ': ['unreadable-file'] });
  });
});

describe('hostile schemes', () => {
  const files = { '/desk/a.writ': `${user('alice')}${role('bob')}` };
  const coloured = async (session: Session, uri: string) => {
    const textDocument = { uri };
    const { data } = await session.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
    const hover = await session.request<Hover | null>('textDocument/hover', {
      textDocument,
      position: { line: 0, character: 6 },
    });
    return data.length > 0 && hover !== null;
  };

  for (const uri of [
    'git:/desk/a.writ?%7B%22path%22%3A%22%2Fdesk%2Fa.writ%22%2C%22ref%22%3A%22HEAD%22%7D',
    'gitlens://abc/desk/a.writ?%7B%22ref%22%3A%22HEAD%22%7D',
    'vscode-notebook-cell:/desk/a.ipynb#W0sZmlsZQ%3D%3D',
    'output:extension-output-writ',
    'vscode-local-history:/desk/a.writ',
    'someones-history:/desk/a.writ?version=3',
  ])
    it(`\`${uri}\`: coloured and explained, silent, and no file of the project`, async () => {
      const session = await startSession({ files });
      const before = found(session);
      assert.deepEqual(Object.values(before), [['unknown-principal']]);
      await session.looked(uri, () => openAs(session, uri, `${user('alice')}${role('nobody-known')}`));
      assert.ok(await coloured(session, uri));
      assert.deepEqual(found(session), before);
      assert.deepEqual((await projects(session))[0], ['file:///desk', 1]);
      await closeAs(session, uri);
      assert.deepEqual(await projects(session), [['file:///desk', 1]]);
      assert.deepEqual(session.errors, []);
    });

  for (const uri of [
    'untitled:Untitled-1',
    'untitled:/desk/new.writ',
    'vscode-vfs://github/acme/desk/a.writ',
    'memfs:/desk/a.writ',
  ])
    it(`\`${uri}\`: a document of its own, with what is found in it`, async () => {
      const session = await startSession({ files });
      await session.looked(uri, () => openAs(session, uri, `${user('alice')}${role('zed')}`));
      assert.ok(await coloured(session, uri));
      assert.deepEqual(found(session)[uri], ['unknown-principal']);
      assert.deepEqual((await projects(session))[0], ['file:///desk', 1]);
      assert.deepEqual(found(session)['file:///desk/a.writ'], ['unknown-principal']);
    });
});
