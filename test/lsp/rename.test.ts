// Another name over the protocol: where it begins, the edits with the versions of their texts, and refusals as errors.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { WorkspaceEdit } from 'vscode-languageserver';
import { fullCapabilities, startSession } from './session.ts';

const file = '/desk/a.writ';
const files = {
  [file]:
    'user alice "alice@acme.com"\ngroup Team { description "d" members alice }\nmanaged role "Admin" { members Team }\n',
  '/desk/b.writ': 'role R { description "d" members Team grants READ_RECORDS }\n',
};

describe('rename over the protocol', () => {
  it('begins at a name, and refuses with a reason', async () => {
    const session = await startSession({ files });
    await session.looked('/desk', () => session.open(file));
    assert.deepEqual(await session.request('textDocument/prepareRename', session.at(file, 'Team')), {
      range: { start: { line: 1, character: 6 }, end: { line: 1, character: 10 } },
      placeholder: 'Team',
    });
    assert.equal(await session.request('textDocument/prepareRename', session.at(file, 'roup')), null);
    const admin = session.at(file, 'Admin');
    await assert.rejects(session.request('textDocument/prepareRename', admin), /`Admin` is a managed role/);
    await assert.rejects(
      session.request('textDocument/rename', { ...admin, newName: 'Boss' }),
      /`Admin` is a managed role/,
    );
    assert.deepEqual(session.errors, []);
  });

  it('says what it does to access, and for which texts it is meant', async () => {
    const session = await startSession({ files });
    await session.looked('/desk', () => session.open(file));
    const edit = await session.request<WorkspaceEdit>('textDocument/rename', {
      ...session.at(file, 'Team'),
      newName: 'Help Desk',
    });
    assert.deepEqual(Object.values(edit.changeAnnotations ?? {}), [
      { label: 'Rename `Team` to `Help Desk` (access unchanged)' },
    ]);
    const [id] = Object.keys(edit.changeAnnotations ?? {});
    const at = (line: number, character: number) => ({
      range: { start: { line, character }, end: { line, character: character + 4 } },
      newText: '"Help Desk"',
      annotationId: id,
    });
    assert.deepEqual(edit.documentChanges, [
      { textDocument: { uri: 'file:///desk/a.writ', version: 1 }, edits: [at(1, 6), at(2, 31)] },
      { textDocument: { uri: 'file:///desk/b.writ', version: null }, edits: [at(0, 33)] },
    ]);
  });

  it('is plain for a client that knows no more', async () => {
    const { rename: _, ...others } = fullCapabilities.textDocument ?? {};
    const session = await startSession({ files, capabilities: { textDocument: others } });
    assert.equal(session.server.capabilities.renameProvider, true);
    await session.looked('/desk', () => session.open(file));
    const edit = await session.request<WorkspaceEdit>('textDocument/rename', {
      ...session.at(file, 'Team'),
      newName: 'Crew',
    });
    assert.deepEqual(Object.keys(edit), ['changes']);
    assert.deepEqual(Object.keys(edit.changes ?? {}), ['file:///desk/a.writ', 'file:///desk/b.writ']);
  });
});
