// Disks that change under an open editor, and projects of any size: each test is a situation of docs/support.md.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { DocumentSymbol, Hover, Location, WorkspaceEdit } from 'vscode-languageserver';
import type { ProjectInfo } from '../../server/src/lsp/protocol.ts';
import { type Session, startSession } from './session.ts';

const user = (name: string) => `user ${name} "${name}@acme.com"\n`;
const role = (member: string) => `managed role Admin { members ${member} }\n`;
const files = { '/desk/a.writ': user('alice'), '/desk/b.writ': role('alice, bob') };

async function count(session: Session): Promise<number | undefined> {
  return (await session.request<ProjectInfo[]>('writ/projects', {}))[0]?.files;
}

/** Has all folders read anew. */
const rescan = (session: Session) =>
  session.looked('/desk', () => session.disk({ '/desk/writ.json': '{ "rules": {} }' }));

describe('hostile disks', () => {
  it('a file that is deleted while it is open: it counts no more, until somebody goes on writing it', async () => {
    const session = await startSession({ files });
    await session.looked('/desk', () => session.open('/desk/b.writ'));
    await session.disk({ '/desk/b.writ': undefined });
    const textDocument = { uri: 'file:///desk/b.writ' };
    await session.client.sendNotification('workspace/didDeleteFiles', { files: [textDocument] });
    const hovered = () => session.request<Hover | null>('textDocument/hover', session.at('/desk/b.writ', 'Admin'));
    assert.notEqual(await hovered(), null);
    const alice = session.at('/desk/b.writ', 'alice');
    assert.deepEqual(await session.request<Location[]>('textDocument/declaration', alice), []);
    assert.equal(await count(session), 1);
    assert.deepEqual(session.problems('/desk/b.writ'), []);
    await session.looked('/desk', () => session.edit('/desk/b.writ', 'alice', 'carol'));
    assert.deepEqual(session.problems('/desk/b.writ'), ['unknown-principal', 'unknown-principal']);
    await session.looked('/desk', () => session.close('/desk/b.writ'));
    assert.deepEqual(session.published('/desk/b.writ')?.diagnostics, []);
    assert.equal(await count(session), 1);
    assert.deepEqual(session.errors, []);
  });

  it('a folder that is deleted with open files in it: they are of no project', async () => {
    const session = await startSession({ files: { ...files, '/desk/in/c.writ': user('bob') } });
    await session.looked('/desk', () => session.open('/desk/in/c.writ'));
    await session.looked('/desk', () => session.disk({ '/desk/in': undefined }));
    assert.equal(await count(session), 2);
    assert.deepEqual(session.problems('/desk/b.writ'), ['unknown-principal']);
    assert.deepEqual(session.errors, []);
  });

  it('a file that changes on the disk while it is open with unsaved edits: the editor’s text counts until it is closed', async () => {
    const session = await startSession({ files });
    await session.looked('/desk', () => session.open('/desk/a.writ'));
    await session.looked('/desk', () => session.edit('/desk/a.writ', 'user', `${user('bob')}user`));
    await session.disk({ '/desk/a.writ': user('zoe') });
    assert.equal(await count(session), 2);
    const names = async () =>
      (await session.request<DocumentSymbol[]>('workspace/symbol', { query: '' })).map(({ name }) => name);
    assert.deepEqual(await names(), ['bob', 'alice', 'Admin']);
    assert.deepEqual(session.problems('/desk/b.writ'), []);
    await session.looked('/desk', () => session.close('/desk/a.writ'));
    assert.deepEqual(await names(), ['zoe', 'Admin']);
    assert.deepEqual(session.problems('/desk/b.writ'), ['unknown-principal', 'unknown-principal']);
  });

  it('a file that vanishes between listing and reading: as if it had not been listed', async () => {
    const session = await startSession({ files: { ...files, '/desk/c.writ': role('carol') } });
    assert.equal(await count(session), 3);
    const { list } = session.files;
    session.files.list = async (folder) => {
      const listed = await list(folder);
      session.files.remove('/desk/c.writ');
      return listed;
    };
    await rescan(session);
    assert.equal(await count(session), 2);
    assert.deepEqual(session.published('/desk/c.writ')?.diagnostics, []);
    assert.deepEqual(session.errors, []);
  });

  it('a folder that vanishes between its listing and that of the one around it: likewise', async () => {
    const session = await startSession({ files: { ...files, '/desk/in/c.writ': role('carol') } });
    const { list } = session.files;
    session.files.list = (folder) => {
      if (folder === '/desk/in') session.files.remove('/desk/in');
      return list(folder);
    };
    await rescan(session);
    assert.equal(await count(session), 2);
    assert.deepEqual(session.errors, []);
  });

  it('a folder and a file without rights: said where they are, and everything else is answered', async () => {
    const locked = { '/desk/secret': { locked: 'folder' }, '/desk/c.writ': { locked: 'file' } } as const;
    const session = await startSession({ files: { ...files, ...locked } });
    for (const path of ['/desk/secret', '/desk/c.writ']) {
      assert.deepEqual(session.problems(path), ['unreadable-file'], path);
      assert.match(
        session
          .published(path)
          ?.diagnostics.map(({ message }) => String(message))
          .join() ?? '',
        /permission denied/,
      );
    }
    assert.deepEqual(session.problems('/desk/b.writ'), ['unknown-principal']);
    await session.looked('/desk', () => session.disk({ '/desk/c.writ': user('bob') }));
    assert.deepEqual(session.problems('/desk/c.writ'), []);
    assert.deepEqual(session.problems('/desk/b.writ'), []);
    assert.deepEqual(session.errors, []);
  });

  it('a directory file that changes on the disk, breaks and is whole again: people come, are unknown and come back', async () => {
    const staff = (name: string) =>
      JSON.stringify([{ schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: name }]);
    const people = { '/desk/a.writ': `directory "people.json"\n${role('alice')}`, '/desk/people.json': staff('alice') };
    const session = await startSession({ files: people });
    assert.deepEqual(session.problems('/desk/a.writ'), []);
    await session.until(() => session.watched().includes('file:///desk|people.json'));
    const changed = async (content: string | undefined) => {
      await session.looked('/desk', () => session.disk({ '/desk/people.json': content }));
      return [...session.problems('/desk/a.writ')].sort();
    };
    assert.deepEqual(await changed(staff('bob')), ['unknown-principal']);
    assert.deepEqual(await changed(staff('alice')), []);
    const half = await changed(staff('alice').slice(0, 40));
    assert.ok(half.length > 0 && !half.includes('unknown-user'), half.join());
    assert.deepEqual(await changed(undefined), ['directory-unreadable', 'unknown-principal']);
    assert.deepEqual(await changed(staff('alice')), []);
    assert.deepEqual(session.errors, []);
  });
});

describe('hostile sizes', () => {
  it('1,000 files: found, opened, edited and renamed across', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 1000 }, (_, i) => [
        `/desk/team-${i % 40}/f${i}.writ`,
        `${user(`u${i}`)}group G${i} { description "d" members u${(i + 1) % 1000}, u0 }\n`,
      ]),
    );
    const session = await startSession({ files: many });
    assert.equal(await count(session), 1000);
    const path = '/desk/team-0/f0.writ';
    await session.open(path);
    const at = session.at(path, 'u0 ');
    const places = await session.request<Location[]>('textDocument/references', {
      ...at,
      context: { includeDeclaration: true },
    });
    assert.equal(places.length, 1002);
    const edit = await session.request<WorkspaceEdit>('textDocument/rename', { ...at, newName: 'zoe' });
    assert.equal(edit.documentChanges?.length, 1000);
    await session.looked('/desk', () => session.edit(path, 'u0 ', 'zoe '));
    const unknown = [...session.said().values()].filter(({ diagnostics }) =>
      diagnostics.some(({ code }) => code === 'unknown-principal'),
    );
    assert.equal(unknown.length, 1000);
    assert.deepEqual(session.errors, []);
  });

  const size = 5_000_000;
  const note = `// ${'x'.repeat(400)}\n`;
  const real = Array.from({ length: size / 450 }, (_, i) => `${note}${user(`u${i}`)}`).join('');
  // A flood of signs takes seconds to read: once is enough.
  const big: Readonly<Record<string, readonly [text: string, finding: RegExp | undefined, isFlood?: boolean]>> = {
    'of declarations': [`${real}${role('u1')}`, undefined],
    'of `(`': [
      `app A { policy "P" { to x when ${'('.repeat(size)}`,
      /no more than 100 conditions inside each other/,
      true,
    ],
    'of `{`': ['{'.repeat(size), /expected a declaration .* found `\{`/, true],
    'of one text': [`user a "${'x'.repeat(size)}"`, /^`x+…$/],
    'of one text that is not closed': [`user a "${'x'.repeat(size)}`, /lacks its closing quote/],
    'of one comment that is not closed': [`/* ${'x'.repeat(size)}`, /lacks its `\*\/`/],
    'of one line': ['a '.repeat(size / 2), /expected a declaration .* found `a`/, true],
  };
  for (const [what, [text, finding, isFlood]] of Object.entries(big))
    it(`a file of 5 MB ${what}: opens, answers, and what is wrong is said shortly`, async function () {
      this.timeout(120_000);
      const session = await startSession({ files: { '/desk/a.writ': user('alice') } });
      const textDocument = { uri: 'file:///desk/a.writ' };
      await session.open('/desk/a.writ', text);
      const symbols = await session.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
      assert.ok(Array.isArray(symbols));
      const isEdited = !isFlood;
      const start = { line: 0, character: 0 };
      const change = {
        textDocument: { ...textDocument, version: 2 },
        contentChanges: [{ range: { start, end: start }, text: user('zoe') }],
      };
      if (isEdited) await session.client.sendNotification('textDocument/didChange', change);
      const position = { line: 0, character: 6 };
      const hover = await session.request('textDocument/hover', { textDocument, position });
      assert.equal(hover !== null, isEdited);
      const { diagnostics } = await version(session, isEdited ? 2 : 1);
      const messages = diagnostics.map(({ message }) => String(message));
      if (finding === undefined) assert.deepEqual(messages, []);
      else
        assert.ok(
          messages.some((message) => finding.test(message)),
          messages.join('; ').slice(0, 2000),
        );
      for (const message of messages) assert.ok(message.length < 2000);
      assert.deepEqual(session.errors, []);
    });
});

/** What is published of a version, however long it takes. */
async function version(session: Session, wanted: number) {
  const uri = 'file:///desk/a.writ';
  const told = () => session.said().get(uri);
  // Each request is answered after what came before it, and a look may come between any two.
  while (told()?.version !== wanted) await session.request('writ/projects', {});
  const published = told();
  assert.ok(published !== undefined);
  return published;
}
