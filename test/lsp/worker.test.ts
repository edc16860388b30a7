// The bundle that a browser's worker runs, in a realm that has what a worker has and nothing of Node: it is the same server.
import { strict as assert } from 'node:assert';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { describe, it } from 'mocha';
import {
  createProtocolConnection,
  type DataCallback,
  type Message,
  type MessageReader,
  type MessageWriter,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { common, forBrowser } from '../../scripts/build.ts';
import { readForServer } from './client-files.ts';
import { memoryFiles } from './memory-files.ts';
import { fullCapabilities } from './session.ts';

type Listener = (event: { readonly data: unknown }) => void;

/** A message as it is after it went from one thread to another. */
const cloned = (message: unknown): unknown => structuredClone(message);

/** Starts the bundle as a worker does, and gives a connection to it. */
async function startWorker() {
  const { outputFiles } = await build({
    ...common,
    ...forBrowser,
    entryPoints: ['server/src/lsp/browser.ts'],
    write: false,
  });
  let hear: DataCallback = () => {};
  const ports: { close(): void }[] = [];
  const scope: Record<string, unknown> & { onmessage?: Listener } = {
    postMessage: (message: unknown) => setImmediate(() => hear(cloned(message) as Message)),
    addEventListener() {},
    MessageChannel: function made() {
      const channel = new MessageChannel();
      ports.push(channel.port1);
      return channel;
    },
    ...{ setTimeout, clearTimeout, queueMicrotask, TextDecoder, TextEncoder, atob, console },
  };
  scope['self'] = scope;
  runInContext(outputFiles[0]?.text ?? '', createContext(scope));
  const nothing = () => ({ dispose() {} });
  const silent = { onError: nothing, onClose: nothing, onPartialMessage: nothing, dispose() {} };
  const reader: MessageReader = {
    ...silent,
    listen(callback) {
      hear = callback;
      return { dispose() {} };
    },
  };
  const writer: MessageWriter = {
    ...silent,
    async write(message) {
      setImmediate(() => scope.onmessage?.({ data: cloned(message) }));
    },
    end() {},
  };
  const end = () => {
    for (const port of ports) port.close();
  };
  return { client: createProtocolConnection(reader, writer), end };
}

describe('the server in a worker', () => {
  it('reads through its client, finds and answers', async () => {
    const { client, end } = await startWorker();
    readForServer(
      client,
      memoryFiles({
        'vscode-vfs@github:/acme/desk/a.writ': 'directory "people.json"\nuser alice "alice@acme.com"\n',
        'vscode-vfs@github:/acme/desk/b.writ':
          'managed role Admin { members alice, "zoe@acme.com", bobb }\nquery alice can READ_RECORDS\n',
        'vscode-vfs@github:/acme/desk/people.json': '{ "Resources": [{ "userName": "zoe@acme.com", "active": true }] }',
      }),
    );
    const published = new Promise<PublishDiagnosticsParams>((resolve) => {
      client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
        if (params.uri.endsWith('/b.writ') && params.diagnostics.length > 0) resolve(params);
      });
    });
    client.listen();
    const uri = 'vscode-vfs://github/acme/desk';
    await client.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: { ...fullCapabilities, experimental: { writFiles: true } },
      workspaceFolders: [{ uri, name: 'desk' }],
    });
    await client.sendNotification('initialized', {});
    const { diagnostics } = await published;
    assert.ok(diagnostics.some(({ code }) => code === 'unknown-principal'));
    assert.ok(!diagnostics.some(({ message }) => String(message).includes('zoe')));
    const [info] = await client.sendRequest<{ root: string; files: number }[]>('writ/projects', {});
    assert.deepEqual([info?.root, info?.files], [uri, 2]);
    const answer = await client.sendRequest<{ markdown: string }>('writ/evaluate', {
      project: uri,
      request: { principal: 'alice', permission: 'READ_RECORDS', place: 'organization' },
    });
    assert.match(answer.markdown, /allowed/);
    const page = await client.sendRequest<{ markdown: string }>('writ/rulePage', { rule: 'unused-role' });
    assert.match(page.markdown, /^# unused-role\n/);
    await client.sendRequest('shutdown');
    end();
  });
});
