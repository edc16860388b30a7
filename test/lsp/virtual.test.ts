// Workspaces that lie on no disk of the server's: it has the client read, and everything else is as it is anywhere.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { Location, WorkspaceEdit } from 'vscode-languageserver';
import { toBase64 } from '../../client/src/base64.ts';
import type { ProjectInfo } from '../../server/src/lsp/protocol.ts';
import { fullCapabilities, type Options, type Session, startSession } from './session.ts';

const reading = { ...fullCapabilities, experimental: { writFiles: true } };

const people = (name: string) =>
  JSON.stringify({
    Resources: [{ userName: `${name}@acme.com`, emails: [{ value: `${name}@acme.com` }], active: true }],
  });

/** A project of two files, settings and a directory, in a folder. */
const project = (folder: string): Options['files'] => ({
  [`${folder}/writ.json`]: '{ "rules": { "missing-description": "off" } }',
  [`${folder}/a.writ`]: 'directory "people.json"\nuser alice "alice@acme.com"\n',
  [`${folder}/in/b b.writ`]: 'managed role Admin { members alice, "zoe@acme.com", bobb }\n',
  [`${folder}/people.json`]: people('zoe'),
});

const roots = async (session: Session) =>
  (await session.request<ProjectInfo[]>('writ/projects', {})).map(({ root, files }) => `${root} ${files}`);

const where = [
  { title: 'beside a disk', folder: 'memfs:/desk', uri: 'memfs:/desk', isBrowser: false },
  {
    title: 'with an authority',
    folder: 'vscode-vfs@github:/acme/desk',
    uri: 'vscode-vfs://github/acme/desk',
    isBrowser: false,
  },
  { title: 'in a browser', folder: 'memfs:/desk', uri: 'memfs:/desk', isBrowser: true },
  { title: 'on a disk that only the browser reaches', folder: '/desk', uri: 'file:///desk', isBrowser: true },
];

for (const { title, folder, uri, isBrowser } of where)
  describe(`a workspace that the client reads, ${title}`, () => {
    const begin = () => startSession({ files: project(folder), folders: [folder], capabilities: reading, isBrowser });

    it('is read whole: settings, policies and directories', async () => {
      const session = await begin();
      assert.deepEqual(await roots(session), [`${uri} 2`]);
      assert.deepEqual(session.problems(`${folder}/in/b b.writ`), ['unknown-principal']);
      assert.deepEqual(session.errors, []);
    });

    it('leads from file to file, and is renamed in', async () => {
      const session = await begin();
      const b = `${folder}/in/b b.writ`;
      await session.looked(folder, () => session.open(b));
      const [found] = await session.request<Location[]>('textDocument/references', {
        ...session.at(b, 'alice'),
        context: { includeDeclaration: true },
      });
      assert.equal(found?.uri, `${uri}/a.writ`);
      const edit = await session.request<WorkspaceEdit>('textDocument/rename', {
        ...session.at(b, 'alice'),
        newName: 'anna',
      });
      const changed = edit.documentChanges?.map((each) => ('textDocument' in each ? each.textDocument.uri : ''));
      assert.deepEqual(changed?.sort(), [`${uri}/a.writ`, `${uri}/in/b%20b.writ`]);
    });

    it('is followed as it changes', async () => {
      const session = await begin();
      await session.looked(folder, () => session.disk({ [`${folder}/people.json`]: people('yan') }));
      await session.until(() => session.problems(`${folder}/in/b b.writ`).length === 2);
      await session.looked(folder, () => session.disk({ [`${folder}/c.writ`]: 'user bobb "bobb@acme.com"\n' }));
      await session.until(() => session.problems(`${folder}/in/b b.writ`).length === 1);
      await session.looked(folder, () => session.disk({ [`${folder}/a.writ`]: undefined }));
      await session.until(() => session.problems(`${folder}/in/b b.writ`).length === 2);
    });

    it('begins where it was opened, whatever stands above it and cannot be read', async () => {
      const above = folder.slice(0, folder.lastIndexOf('/'));
      const files = { ...project(folder), [`${above}/writ.json`]: { locked: 'file' } as const };
      const session = await startSession({ files, folders: [folder], capabilities: reading, isBrowser });
      assert.deepEqual(await roots(session), [`${uri} 2`]);
    });

    it('is told which of its files cannot be read', async () => {
      const files = { ...project(folder), [`${folder}/c.writ`]: { locked: 'file' } as const };
      const session = await startSession({ files, folders: [folder], capabilities: reading, isBrowser });
      assert.deepEqual(session.problems(`${folder}/c.writ`), ['unreadable-file']);
    });
  });

describe('a folder that nobody can read', () => {
  it('is none: its documents stand alone', async () => {
    for (const isBrowser of [false, true]) {
      const session = await startSession({ files: project('memfs:/desk'), folders: ['memfs:/desk'], isBrowser });
      assert.deepEqual(await roots(session), []);
      await session.open('memfs:/desk/in/b b.writ');
      assert.deepEqual(await roots(session), ['memfs:/desk/in/b%20b.writ 1']);
    }
  });

  it('does not keep others from being read', async () => {
    const session = await startSession({
      files: { ...project('/desk'), ...project('memfs:/desk') },
      folders: ['memfs:/desk', '/desk'],
    });
    assert.deepEqual(await roots(session), ['file:///desk 2']);
  });
});

describe('a document of a scheme that no folder has', () => {
  it('stands alone, and nothing around it is read', async () => {
    const session = await startSession({ files: project('memfs:/desk'), folders: [], capabilities: reading });
    await session.open('memfs:/desk/a.writ');
    await session.until(() => session.problems('memfs:/desk/a.writ').length > 0);
    assert.deepEqual(await roots(session), ['memfs:/desk/a.writ 1']);
    assert.ok(
      session.published('memfs:/desk/a.writ')?.diagnostics.some(({ message }) => /not saved/.test(String(message))),
    );
  });
});

describe('a document that stands alone', () => {
  it('names what lies beside it as soon as a folder of its scheme is opened, and as long', async () => {
    const files = { ...project('memfs:/desk'), ...project('memfs:/shop') };
    const session = await startSession({ files, folders: [], capabilities: reading });
    const file = 'memfs:/desk/a.writ';
    await session.open(file);
    const isCut = () => session.published(file)?.diagnostics.some(({ message }) => /not saved/.test(String(message)));
    await session.until(() => isCut() === true);
    const shop = { uri: 'memfs:/shop', name: 'shop' };
    const change = (event: object) => session.client.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    await change({ added: [shop], removed: [] });
    await session.until(() => isCut() === false);
    assert.deepEqual(await roots(session), ['memfs:/desk 2', 'memfs:/shop 2']);
    await change({ added: [], removed: [shop] });
    await session.until(() => isCut() === true);
    assert.deepEqual(session.errors, []);
  });
});

describe('bytes as text', () => {
  it('are the same bytes again', () => {
    for (const length of [0, 1, 2, 3, 0x4000, 100_000]) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 7 + (i >> 8)) % 256);
      assert.deepEqual(new Uint8Array(Buffer.from(toBase64(bytes), 'base64')), bytes);
    }
  });
});
