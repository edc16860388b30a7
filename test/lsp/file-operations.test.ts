// Files that an editor renames, moves and deletes, through the protocol.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import { startSession } from './session.ts';

const person = JSON.stringify({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  userName: 'ines',
  active: true,
  emails: [{ value: 'ines@acme.com', primary: true }],
});
const policy = 'directory "people.json"\nrole R { description "d" members ines grants READ_ACTIVITY_LOGS }\n';

function begin(root = '/desk') {
  const files = { [`${root}/a.writ`]: policy, [`${root}/people.json`]: `[${person}]`, [`${root}/writ.json`]: '{}' };
  return startSession({ files, folders: [root] });
}

function edited({ documentChanges = [] }: WorkspaceEdit): string[] {
  return (documentChanges as TextDocumentEdit[]).flatMap(({ textDocument, edits }) =>
    edits.map((edit) => `${textDocument.uri} ${'newText' in edit ? edit.newText : ''}`),
  );
}

describe('file operations', () => {
  it('are asked for of every file and folder', async () => {
    const { server } = await begin();
    const filters = { filters: [{ pattern: { glob: '**/*' } }] };
    assert.deepEqual(server.capabilities.workspace?.fileOperations, {
      willRename: filters,
      didCreate: filters,
      didRename: filters,
      didDelete: filters,
    });
  });

  it('rewrite what names a file before it is renamed, and look at the disk after it', async () => {
    const session = await begin();
    const files = [{ oldUri: 'file:///desk/people.json', newUri: 'file:///desk/hr/all%20people.json' }];
    const edit = await session.request<WorkspaceEdit>('workspace/willRenameFiles', { files });
    assert.deepEqual(edited(edit), ['file:///desk/a.writ "hr/all people.json"']);
    session.files.remove('/desk/people.json');
    session.files.write('/desk/hr/all people.json', `[${person}]`);
    session.files.write('/desk/a.writ', policy.replace('people.json', 'hr/all people.json'));
    await session.looked('/desk', async () => {
      await session.client.sendNotification('workspace/didRenameFiles', { files });
      await session.disk({ '/desk/a.writ': policy.replace('people.json', 'hr/all people.json') });
    });
    assert.deepEqual(session.problems('/desk/a.writ'), []);
  });

  it('read anew what a client deletes and creates without watching: what breaks is reported', async () => {
    const session = await begin();
    const uri = 'file:///desk/people.json';
    session.files.remove('/desk/people.json');
    await session.looked('/desk', () =>
      session.client.sendNotification('workspace/didDeleteFiles', { files: [{ uri }] }),
    );
    assert.deepEqual([...session.problems('/desk/a.writ')].sort(), ['directory-unreadable', 'unknown-principal']);
    session.files.write('/desk/people.json', `[${person}]`);
    await session.looked('/desk', () =>
      session.client.sendNotification('workspace/didCreateFiles', { files: [{ uri }] }),
    );
    assert.deepEqual(session.problems('/desk/a.writ'), []);
  });

  it('take drives and folders as Windows names them', async () => {
    const session = await begin('c:/desk');
    const files = [{ oldUri: 'file:///C%3A/desk/people.json', newUri: 'file:///c:/desk/staff/people.json' }];
    const edit = await session.request<WorkspaceEdit>('workspace/willRenameFiles', { files });
    assert.deepEqual(edited(edit), ['file:///c%3A/desk/a.writ "staff/people.json"']);
  });

  it('leave alone what moves as a whole, what leaves, and what is elsewhere', async () => {
    const session = await begin();
    for (const [oldUri, newUri] of [
      ['file:///desk', 'file:///other'],
      ['file:///desk/people.json', 'file:///other/people.json'],
      ['file:///other/people.json', 'file:///desk/staff.json'],
      ['untitled:a', 'untitled:b'],
    ])
      assert.equal(await session.request('workspace/willRenameFiles', { files: [{ oldUri, newUri }] }), null);
  });
});
