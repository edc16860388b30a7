// Which project a document belongs to while folders, files and documents come and go.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { ProjectInfo } from '../../server/src/lsp/protocol.ts';
import { type Session, startSession } from './session.ts';

const user = (name: string) => `user ${name} "${name}@acme.com"\n`;
const role = (member: string) => `managed role Admin { members ${member} }\n`;

async function roots(session: Session): Promise<readonly string[]> {
  return (await session.request<ProjectInfo[]>('writ/projects', {})).map(({ root }) => root);
}

/** Changes the workspace folders, and gives when the server knows. */
async function changeFolders(session: Session, added: readonly string[], removed: readonly string[]): Promise<void> {
  const toFolder = (path: string) => ({ uri: `file://${path}`, name: path });
  const event = { added: added.map(toFolder), removed: removed.map(toFolder) };
  await session.client.sendNotification('workspace/didChangeWorkspaceFolders', { event });
  await roots(session);
}

describe('workspace folders', () => {
  it('do not mix', async () => {
    const files = { '/desk/a.writ': user('alice'), '/shop/b.writ': role('alice') };
    const session = await startSession({ files, folders: ['/desk', '/shop'] });
    assert.deepEqual(session.problems('/shop/b.writ'), ['unknown-principal']);
    await session.looked('/shop', () => session.open('/shop/b.writ'));
    const found = await session.request('textDocument/definition', session.at('/shop/b.writ', 'alice'));
    assert.deepEqual(found, []);
  });

  it('do not mix with projects inside of them', async () => {
    const files = { '/desk/a.writ': user('alice'), '/desk/in/writ.json': '{}', '/desk/in/b.writ': role('alice') };
    const session = await startSession({ files });
    assert.deepEqual(await roots(session), ['file:///desk', 'file:///desk/in']);
    assert.deepEqual(session.problems('/desk/in/b.writ'), ['unknown-principal']);
    await session.looked('/desk', () => session.disk({ '/desk/in/writ.json': undefined }));
    assert.deepEqual(await roots(session), ['file:///desk']);
    await session.until(() => session.problems('/desk/in/b.writ').length === 0);
    await session.looked('/desk/in', () => session.disk({ '/desk/in/writ.json': '{}' }));
    assert.deepEqual(session.problems('/desk/in/b.writ'), ['unknown-principal']);
  });

  it('come and go', async () => {
    const files = { '/desk/a.writ': user('alice'), '/shop/b.writ': role('bob') };
    const session = await startSession({ files });
    assert.equal(session.published('/shop/b.writ'), undefined);
    await session.looked('/shop', () => changeFolders(session, ['/shop'], []));
    assert.deepEqual(session.problems('/shop/b.writ'), ['unknown-principal']);
    await changeFolders(session, [], ['/shop']);
    assert.deepEqual(await roots(session), ['file:///desk']);
    assert.deepEqual(session.published('/shop/b.writ')?.diagnostics, []);
  });

  it('belong to the project around them', async () => {
    const files = { '/desk/writ.json': '{}', '/desk/a.writ': user('alice'), '/desk/in/b.writ': role('alice') };
    const session = await startSession({ files, folders: ['/desk/in'] });
    assert.deepEqual(await roots(session), ['file:///desk']);
    assert.deepEqual(session.problems('/desk/in/b.writ'), []);
    await session.until(() => session.watched().includes('file:///desk|**/*.writ'));
  });

  it('are watched, with what is named in them, as long as they are there', async () => {
    const files = { '/desk/a.writ': '', '/shop/b.writ': 'directory "people.json"\n', '/shop/writ.json': '{}' };
    const session = await startSession({ files, folders: ['/desk', '/shop'] });
    const others = () => session.watched().filter((glob) => glob.startsWith('file:'));
    await session.until(() => others().join() === 'file:///shop|people.json');
    // An open document keeps its project, which is then watched for its own sake.
    await session.open('/shop/b.writ');
    await changeFolders(session, [], ['/shop']);
    await session.until(() => others().includes('file:///shop|**/*.writ'));
    await session.close('/shop/b.writ');
    await session.until(() => others().length === 0);
  });

  it('belong to the project whose settings come to lie around them', async () => {
    const files = { '/desk/a.writ': user('alice'), '/desk/in/b.writ': role('alice') };
    const session = await startSession({ files, folders: ['/desk/in'] });
    assert.deepEqual(session.problems('/desk/in/b.writ'), ['unknown-principal']);
    await session.looked('/desk', () => session.disk({ '/desk/writ.json': '{}' }));
    assert.deepEqual(await roots(session), ['file:///desk']);
    assert.deepEqual(session.problems('/desk/in/b.writ'), []);
  });

  it('may be none', async () => {
    const session = await startSession({ files: {}, folders: [] });
    assert.deepEqual(await roots(session), []);
  });
});

describe('files', () => {
  const files = { '/desk/a.writ': user('alice'), '/desk/b.writ': role('alice') };

  it('are told by what the editor shows, not by what is saved', async () => {
    const session = await startSession({ files });
    await session.looked('/desk', () => session.open('/desk/a.writ', user('bob')));
    assert.deepEqual(session.problems('/desk/b.writ'), ['unknown-principal']);
    await session.disk({ '/desk/a.writ': user('carol') });
    await session.looked('/desk', () => session.edit('/desk/a.writ', 'bob', 'alice'));
    assert.deepEqual(session.problems('/desk/b.writ'), []);
    await session.looked('/desk', () => session.close('/desk/a.writ'));
    assert.deepEqual(session.problems('/desk/b.writ'), ['unknown-principal']);
  });

  it('count before they are saved for the first time', async () => {
    const session = await startSession({ files: { '/desk/b.writ': role('alice') } });
    assert.deepEqual(session.problems('/desk/b.writ'), ['unknown-principal']);
    await session.looked('/desk', () => session.open('/desk/new.writ', user('alice')));
    assert.deepEqual(session.problems('/desk/b.writ'), []);
    await session.looked('/desk', () => session.close('/desk/new.writ'));
    assert.deepEqual(session.problems('/desk/b.writ'), ['unknown-principal']);
  });

  it('are renamed, alone and with their folder', async () => {
    const session = await startSession({ files });
    await session.looked('/desk', () => session.disk({ '/desk/a.writ': undefined, '/desk/in/c.writ': user('alice') }));
    assert.deepEqual(session.problems('/desk/b.writ'), []);
    // A folder that is moved is one event for the folder, and none for what is in it.
    session.files.write('/desk/out/c.writ', user('bob'));
    session.files.remove('/desk/in');
    const changes = [
      { uri: 'file:///desk/in', type: 3 },
      { uri: 'file:///desk/out', type: 1 },
    ];
    const tell = () => session.client.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await session.looked('/desk', tell);
    assert.deepEqual(session.problems('/desk/b.writ'), ['unknown-principal']);
  });

  it('are of no project once they are deleted, unless somebody goes on writing', async () => {
    const session = await startSession({ files });
    await session.looked('/desk', () => session.open('/desk/a.writ'));
    assert.deepEqual(session.problems('/desk/b.writ'), []);
    await session.looked('/desk', () => session.disk({ '/desk/a.writ': undefined }));
    assert.deepEqual(session.problems('/desk/b.writ'), ['unknown-principal']);
    // In no project it would be alone, and the user unused: nothing is said of what is not there.
    assert.deepEqual(session.problems('/desk/a.writ'), []);
    await session.looked('/desk', () => session.edit('/desk/a.writ', user('alice'), `${user('alice')}\n`));
    assert.deepEqual(session.problems('/desk/b.writ'), []);
    await session.looked('/desk', () => session.close('/desk/a.writ'));
    assert.deepEqual(session.problems('/desk/b.writ'), ['unknown-principal']);
  });

  it('count while they are written, deleted or not, and again when they are back', async () => {
    const session = await startSession({ files });
    await session.looked('/desk', () => session.open('/desk/a.writ'));
    await session.looked('/desk', () => session.edit('/desk/a.writ', user('alice'), `${user('alice')}\n`));
    await session.disk({ '/desk/a.writ': undefined });
    await session.looked('/desk', () => session.edit('/desk/a.writ', 'alice', 'carol'));
    assert.deepEqual(session.problems('/desk/b.writ'), ['unknown-principal']);
    await session.looked('/desk', () => session.edit('/desk/a.writ', 'carol', 'alice'));
    assert.deepEqual(session.problems('/desk/b.writ'), []);
    // Saved, it is as it was opened.
    session.files.write('/desk/a.writ', user('alice'));
    const textDocument = { uri: 'file:///desk/a.writ' };
    await session.client.sendNotification('textDocument/didSave', { textDocument });
    await session.looked('/desk', () => session.disk({ '/desk/a.writ': undefined }));
    assert.deepEqual(session.problems('/desk/b.writ'), ['unknown-principal']);
    await session.looked('/desk', () => session.disk({ '/desk/a.writ': user('carol') }));
    assert.deepEqual(session.problems('/desk/b.writ'), []);
  });

  it('of a project that is deleted with its folder count in none around it', async () => {
    const session = await startSession({
      files: { ...files, '/desk/old/writ.json': '{}', '/desk/old/c.writ': user('alice') },
    });
    assert.deepEqual(await roots(session), ['file:///desk', 'file:///desk/old']);
    await session.open('/desk/old/c.writ');
    await session.open('/desk/old/writ.json');
    session.files.remove('/desk/old');
    const changes = [{ uri: 'file:///desk/old', type: 3 }];
    await session.client.sendNotification('workspace/didChangeWatchedFiles', { changes });
    assert.deepEqual(await roots(session), ['file:///desk', 'file:///desk/old/c.writ']);
    // In the project around it, the user would be declared twice.
    assert.deepEqual(session.problems('/desk/a.writ'), []);
    assert.deepEqual(session.problems('/desk/old/c.writ'), []);
    await session.looked('/desk', () => session.edit('/desk/old/c.writ', 'alice', 'alice '));
    assert.deepEqual(session.problems('/desk/old/c.writ'), ['duplicate-name']);
  });

  it('are read when they are saved, where the client watches nothing', async () => {
    const session = await startSession({ files, capabilities: {} });
    await session.open('/desk/a.writ');
    session.files.write('/desk/writ.json', '{ "exclude": ["b.writ"] }');
    const textDocument = { uri: 'file:///desk/writ.json' };
    await session.open('/desk/writ.json');
    await session.client.sendNotification('textDocument/didSave', { textDocument });
    const [project] = await session.request<ProjectInfo[]>('writ/projects', {});
    assert.equal(project?.files, 1);
    assert.deepEqual(session.watched(), []);
  });

  it('are left out when the settings say so, and then nothing is said against them', async () => {
    const draft = 'group Drafters { description "Drafts" members someone }\n';
    const session = await startSession({ files: { ...files, '/desk/drafts/c.writ': draft } });
    await session.looked('/desk', () => session.open('/desk/drafts/c.writ'));
    assert.deepEqual(session.problems('/desk/drafts/c.writ'), ['unknown-principal']);
    await session.looked('/desk', () => session.disk({ '/desk/writ.json': '{ "exclude": ["drafts"] }' }));
    await session.until(() => session.problems('/desk/drafts/c.writ').length === 0);
    const [symbol] = await session.request<{ name: string }[]>('textDocument/documentSymbol', draftOf(session));
    assert.equal(symbol?.name, 'Drafters');
    await session.looked('/desk', () => session.disk({ '/desk/writ.json': '{}' }));
    await session.until(() => session.problems('/desk/drafts/c.writ').length === 1);
  });

  it('are left out, or not any more, while they are open', async () => {
    const session = await startSession({ files: { '/desk/a.writ': role('bob') }, folders: ['/else'] });
    const problems = () => session.published('/desk/a.writ');
    await session.looked('/desk/a.writ', () => session.open('/desk/a.writ'));
    assert.equal(problems()?.diagnostics.length, 1);
    await session.disk({ '/desk/writ.json': '{ "exclude": ["*.writ"] }' });
    await changeFolders(session, ['/desk'], []);
    await session.until(() => problems()?.diagnostics.length === 0 && problems()?.version === 1);
    await session.disk({ '/desk/writ.json': undefined });
    await session.until(() => problems()?.diagnostics.length === 1 && problems()?.version === 1);
    await session.disk({ '/desk/writ.json': '{ "exclude": ["*.writ"] }' });
    await session.until(() => problems()?.diagnostics.length === 0 && problems()?.version === 1);
    await session.disk({ '/desk': undefined });
    await changeFolders(session, [], ['/desk']);
    await session.until(() => problems()?.diagnostics.length === 1 && problems()?.version === 1);
  });

  it('are read once, whatever links lead to them', async () => {
    const wrong = role('bob');
    const session = await startSession({ files: { '/desk/b.writ': user('alice'), '/desk/.kept/c.writ': wrong } });
    await session.disk({ '/desk/a.writ': { link: '/desk/b.writ' } });
    const [project] = await session.request<ProjectInfo[]>('writ/projects', {});
    assert.equal(project?.files, 1);
    // Without the file itself there is but the link, which leads nowhere.
    await session.looked('/desk', () => session.disk({ '/desk/b.writ': undefined }));
    assert.deepEqual(session.problems('/desk/a.writ'), ['unreadable-file']);
    await session.looked('/desk', () => session.disk({ '/desk/a.writ': { link: '/desk/.kept/c.writ' } }));
    assert.deepEqual(session.problems('/desk/a.writ'), ['unknown-principal']);
    await session.looked('/desk', () => session.disk({ '/desk/.kept/c.writ': user('bob') }));
    assert.deepEqual(session.problems('/desk/a.writ'), []);
    await session.disk({ '/else/d.writ': wrong });
    await session.looked('/desk', () => session.disk({ '/desk/a.writ': { link: '/else/d.writ' } }));
    assert.deepEqual(session.problems('/desk/a.writ'), ['unreadable-file']);
    await session.looked('/desk', () => session.open('/desk/a.writ', wrong));
    assert.deepEqual(session.problems('/desk/a.writ'), ['unknown-principal']);
    await session.looked('/desk', () => session.close('/desk/a.writ'));
    assert.deepEqual(session.problems('/desk/a.writ'), ['unreadable-file']);
  });

  it('of hidden folders and other programs change nothing', async () => {
    const session = await startSession({ files });
    await session.disk({ '/desk/.git/x.writ': user('bob'), '/desk/node_modules/y/writ.json': '{}', '/desk/x.md': '' });
    assert.deepEqual(await roots(session), ['file:///desk']);
    const [project] = await session.request<ProjectInfo[]>('writ/projects', {});
    assert.equal(project?.files, 2);
  });
});

const draftOf = (session: Session) => ({ textDocument: session.at('/desk/drafts/c.writ', '').textDocument });

describe('documents of no workspace folder', () => {
  it('belong to the project that lies around them, as long as one is open', async () => {
    const files = {
      '/desk/a.writ': '',
      '/else/writ.json': '{}',
      '/else/a.writ': user('alice'),
      '/else/b.writ': role('bob'),
    };
    const session = await startSession({ files });
    await session.looked('/else', () => session.open('/else/a.writ'));
    assert.deepEqual(session.problems('/else/b.writ'), ['unknown-principal']);
    await session.looked('/else', () => session.edit('/else/a.writ', user('alice'), user('bob')));
    assert.deepEqual(session.problems('/else/b.writ'), []);
    await session.close('/else/a.writ');
    assert.deepEqual(await roots(session), ['file:///desk']);
    assert.deepEqual(session.published('/else/a.writ')?.diagnostics, []);
  });

  it('hold a project that they are no part of no longer than they are open', async () => {
    const session = await startSession({ files: { '/desk/a.writ': '', '/else/writ.json': '{}' } });
    await session.open('/else/notes.bak', user('bob'), 'writ');
    assert.deepEqual(await roots(session), ['file:///desk', 'file:///else', 'file:///else/notes.bak']);
    await session.close('/else/notes.bak');
    await session.until(() => session.published('/else/notes.bak')?.diagnostics.length === 0);
    assert.deepEqual(await roots(session), ['file:///desk']);
  });

  it('are projects of their own otherwise', async () => {
    const files = { '/desk/a.writ': user('alice'), '/else/b.writ': role('alice'), '/else/c.writ': user('alice') };
    const session = await startSession({ files });
    await session.looked('/else/b.writ', () => session.open('/else/b.writ'));
    assert.deepEqual(session.problems('/else/b.writ'), ['unknown-principal']);
    await session.looked('/else/b.writ', () => session.edit('/else/b.writ', 'managed', `${user('alice')}managed`));
    assert.deepEqual(session.problems('/else/b.writ'), []);
    await session.looked('/else/b.writ', () => session.edit('/else/b.writ', 'alice', 'bob'));
    await session.close('/else/b.writ');
    await session.until(() => session.published('/else/b.writ')?.diagnostics.length === 0);
  });

  it('may be on no disk', async () => {
    const session = await startSession({ files: { '/desk/a.writ': user('alice') } });
    const untitled = 'untitled:Untitled-1';
    await session.looked(untitled, () => session.open(untitled, `directory "x.json"\n${role('alice')}`));
    assert.deepEqual(session.problems(untitled).toSorted(), ['directory-unreadable', 'unknown-principal']);
    await session.edit(untitled, 'directory "x.json"', user('alice'));
    await session.until(() => session.problems(untitled).length === 0);
    await session.close(untitled);
    assert.deepEqual(await roots(session), ['file:///desk']);
  });

  it('are told of in the order in which they were opened', async () => {
    const session = await startSession({ files: { '/desk/a.writ': user('alice') } });
    await session.open('/desk/a.writ');
    await session.open('/else/b.writ', user('bob'));
    await changeFolders(session, [], ['/desk']);
    assert.deepEqual(await roots(session), ['file:///desk/a.writ', 'file:///else/b.writ']);
  });

  it('are left alone where they are of another language', async () => {
    const session = await startSession({ files: { '/desk/a.writ': user('alice') } });
    await session.open('/else/writ.json', '{ "rulez": 1 }');
    await session.open('untitled:Untitled-2', '{}', 'json');
    await session.open('/desk/package.json', '{}', 'json');
    assert.deepEqual(await roots(session), ['file:///desk']);
    assert.equal(session.published('/else/writ.json'), undefined);
  });
});
