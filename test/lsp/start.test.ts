// The start of the server as a process: what is said first of an open document, and that nothing of it is lost or taken back.
import { strict as assert } from 'node:assert';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, it } from 'mocha';
import {
  createProtocolConnection,
  type DocumentSymbol,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { uriOfPath } from '../../server/src/lsp/paths.ts';

const main = path.join(import.meta.dirname, '../../server/src/lsp/node.ts');
let folder = '';
let server: ChildProcess | undefined;

beforeEach(async () => {
  folder = (await realpath(await mkdtemp(path.join(tmpdir(), 'writ-')))).replaceAll('\\', '/');
});

afterEach(async () => {
  server?.kill();
  await rm(folder, { recursive: true, force: true });
});

interface Told {
  readonly client: ReturnType<typeof createProtocolConnection>;
  readonly published: readonly PublishDiagnosticsParams[];
  /** All that was published until something is for which the test holds. */
  until(test: (params: PublishDiagnosticsParams) => boolean): Promise<PublishDiagnosticsParams[]>;
}

async function start(cache = path.join(folder, '.cache'), initializationOptions: object = {}): Promise<Told> {
  const env = { ...process.env, NODE_COMPILE_CACHE: cache };
  server = spawn(process.execPath, [main, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'], env });
  assert.ok(server.stdin !== null && server.stdout !== null);
  const client = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const published: PublishDiagnosticsParams[] = [];
  const heard = new Set<() => void>();
  client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
    for (const each of heard) each();
  });
  client.listen();
  const rootUri = uriOfPath(folder);
  await client.sendRequest('initialize', { processId: null, rootUri, capabilities: {}, initializationOptions });
  await client.sendNotification('initialized', {});
  return {
    client,
    published,
    until: (test) =>
      new Promise((resolve) => {
        const look = () => {
          const at = published.findIndex(test);
          if (at >= 0) resolve(published.slice(0, at + 1));
        };
        heard.add(look);
        look();
      }),
  };
}

const item = (file: string, text: string) => ({
  textDocument: { uri: uriOfPath(`${folder}/${file}`), languageId: 'writ', version: 1, text },
});

const codes = ({ diagnostics }: PublishDiagnosticsParams) => diagnostics.map(({ code }) => code).sort();
const lines = ({ diagnostics }: PublishDiagnosticsParams) => diagnostics.map((each) => JSON.stringify(each)).sort();

/** One error of syntax, and one that it takes all files to know. */
const text = 'group Known { description "d" members alice, bob }\ngroup Broken { members }\n';

async function stop({ client }: Told): Promise<void> {
  await client.sendRequest('shutdown');
  const exit = once(server ?? assert.fail(), 'exit');
  await client.sendNotification('exit');
  assert.deepEqual(await exit, [0, null]);
}

describe('the start of the process', () => {
  it('says at once what a document by itself shows to be wrong, and again with all else', async () => {
    await writeFile(path.join(folder, 'a.writ'), text);
    await writeFile(path.join(folder, 'b.writ'), 'user alice "alice@acme.com"\n');
    const told = await start();
    const { textDocument } = item('a.writ', text);
    await told.client.sendNotification('textDocument/didOpen', { textDocument });
    const all = await told.until((each) => codes(each).includes('unknown-principal'));
    const own = all.filter(({ uri, version }) => uri === textDocument.uri && version === 1);
    assert.equal(own.length, 2);
    const [first, last] = own;
    assert.ok(first !== undefined && last !== undefined);
    assert.deepEqual(codes(first), ['syntax']);
    // Alice is in the other file: nothing is ever said against her.
    assert.equal(codes(last).filter((code) => code === 'unknown-principal').length, 1);
    for (const line of lines(first)) assert.ok(lines(last).includes(line), line);
    await stop(told);
  });

  it('answers what is asked and changed meanwhile in its order', async () => {
    await writeFile(path.join(folder, 'a.writ'), text);
    const told = await start();
    const { textDocument } = item('a.writ', text);
    const { uri } = textDocument;
    told.client.sendNotification('textDocument/didOpen', { textDocument });
    const before = told.client.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
    const start0 = { line: 0, character: 0 };
    told.client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: { start: start0, end: start0 }, text: 'group New { description "d" members alice }\n' },
      ],
    });
    const after = told.client.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
    // Files are read first: what has changed by then has changed.
    assert.ok([2, 3].includes((await before).length));
    assert.equal((await after).length, 3);
    await told.until((each) => each.version === 2 && codes(each).includes('syntax'));
    await stop(told);
  });

  it('leaves nothing of a document that is closed again', async () => {
    await writeFile(path.join(folder, 'a.writ'), 'user alice "alice@acme.com"\n');
    const told = await start();
    const { textDocument } = item('a.writ', text);
    told.client.sendNotification('textDocument/didOpen', { textDocument });
    told.client.sendNotification('textDocument/didClose', { textDocument: { uri: textDocument.uri } });
    await told.client.sendRequest('writ/projects', {});
    assert.deepEqual(told.published.findLast(({ uri }) => uri === textDocument.uri)?.diagnostics ?? [], []);
    await stop(told);
  });

  for (const [what, file, settings, options] of [
    ['a file that its project leaves out', 'old/a.writ', '{ "exclude": ["old"] }', {}],
    ['a file in a folder that no project reaches into', 'node_modules/a.writ', '{}', {}],
    ['a client that asks for diagnostics', 'a.writ', '{}', { diagnostics: 'pull' }],
  ] as const)
    it(`says nothing of ${what}`, async () => {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), text);
      await writeFile(path.join(folder, 'writ.json'), settings);
      await writeFile(path.join(folder, 'z.writ'), 'group Z { members nobody-known }\n');
      const told = await start(undefined, options);
      const { textDocument } = item(file, text);
      told.client.sendNotification('textDocument/didOpen', { textDocument });
      const isPulled = 'diagnostics' in options;
      const all = isPulled ? [] : await told.until(({ uri }) => uri.endsWith('/z.writ'));
      if (isPulled) await told.client.sendRequest('textDocument/diagnostic', { textDocument });
      assert.deepEqual(
        all.filter(({ uri, diagnostics }) => uri === textDocument.uri && diagnostics.length > 0),
        [],
      );
      await stop(told);
    });

  it('keeps compiled code in the folder that it is given, and starts where it cannot', async () => {
    const cache = path.join(folder, '.kept');
    await stop(await start(cache));
    assert.ok(existsSync(cache));
    await writeFile(path.join(folder, 'file'), '');
    await stop(await start(path.join(folder, 'file', 'none')));
  });
});
