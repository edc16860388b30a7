// The server as a process: on a real disk, over standard input and output, from the first word to its end.
import { strict as assert } from 'node:assert';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, it } from 'mocha';
import {
  createProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { uriOfPath } from '../../server/src/lsp/paths.ts';
import { disk } from '../../server/src/lsp/workspace-disk.ts';
import { discoverProjects } from '../../server/src/project/discover.ts';

let folder = '';

beforeEach(async () => {
  folder = (await mkdtemp(path.join(tmpdir(), 'writ-'))).replaceAll('\\', '/');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

function start(): { server: ChildProcess; client: ReturnType<typeof createProtocolConnection> } {
  const main = path.join(import.meta.dirname, '../../server/src/lsp/node.ts');
  const server = spawn(process.execPath, [main, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' },
  });
  assert.ok(server.stdin !== null && server.stdout !== null);
  const client = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  client.listen();
  return { server, client };
}

describe('the process of the server', () => {
  it('reads a folder, says what it finds, and ends when it is told to', async () => {
    await writeFile(path.join(folder, 'a.writ'), '\ufeffgroup Büro { description "Phone" members nobody-known }\n');
    const { server, client } = start();
    const published = new Promise<PublishDiagnosticsParams>((resolve) => {
      client.onNotification('textDocument/publishDiagnostics', resolve);
    });
    const rootUri = uriOfPath(folder);
    await client.sendRequest('initialize', { processId: process.pid, rootUri, capabilities: {} });
    await client.sendNotification('initialized', {});
    const { uri, diagnostics } = await published;
    assert.equal(uri, `${rootUri}/a.writ`);
    assert.deepEqual(
      diagnostics.map(({ code, range }) => [code, range.start]),
      [['unknown-principal', { line: 0, character: 41 }]],
    );
    await client.sendRequest('shutdown');
    const exit = once(server, 'exit');
    await client.sendNotification('exit');
    assert.deepEqual(await exit, [0, null]);
  });

  it('ends with the editor that started it', async () => {
    const { server, client } = start();
    await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
    const exit = once(server, 'exit');
    server.stdin?.end();
    assert.deepEqual(await exit, [1, null]);
  });
});

describe('the disk', () => {
  it('gives files, folders and links as they are', async () => {
    await mkdir(path.join(folder, 'in'));
    await writeFile(path.join(folder, 'in/a.writ'), 'user');
    await symlink(path.join(folder, 'in'), path.join(folder, 'link'), 'junction');
    const listed = await disk.list(folder);
    const entries = 'entries' in listed ? listed.entries.toSorted((a, b) => (a.name < b.name ? -1 : 1)) : [];
    assert.deepEqual(entries, [
      { name: 'in', kind: 'folder' },
      { name: 'link', kind: 'link' },
    ]);
    assert.equal(await disk.realPath(`${folder}/link/a.writ`), await disk.realPath(`${folder}/in/a.writ`));
    assert.equal(await disk.realPath(`${folder}/none`), undefined);
  });

  it('tells what is missing from what cannot be read', async () => {
    await mkdir(path.join(folder, 'a.writ'));
    const missing = { failure: 'there is no such file', missing: true };
    assert.deepEqual(await disk.read(`${folder}/none.writ`), missing);
    assert.deepEqual(await disk.list(`${folder}/none`), missing);
    assert.deepEqual(await disk.read(`${folder}/a.writ`), { failure: 'it is a folder', missing: false });
  });

  it('makes no endless way of links in a circle', async () => {
    await mkdir(path.join(folder, 'in'));
    await writeFile(path.join(folder, 'in/a.writ'), 'user');
    await symlink(folder, path.join(folder, 'in/up'), 'junction');
    const [project] = await discoverProjects(disk, [folder]);
    assert.deepEqual([...(project?.files.keys() ?? [])], ['in/a.writ']);
  });

  it('says where the rights to read are missing', async function () {
    if (process.getuid?.() === 0 || process.platform === 'win32') this.skip();
    await writeFile(path.join(folder, 'a.writ'), 'user');
    await chmod(path.join(folder, 'a.writ'), 0);
    assert.deepEqual(await disk.read(`${folder}/a.writ`), { failure: 'permission denied', missing: false });
  });
});
