// Every request that the server knows: what it advertises it answers, and nothing that it is sent takes it down.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { features } from '../../server/src/lsp/features.ts';
import { guard } from '../../server/src/lsp/guard.ts';
import { noProgress } from '../../server/src/lsp/progress.ts';
import { document, file, sensible, text } from './sensible.ts';
import { startSession } from './session.ts';

/** Parameters that mean nothing: unknown documents, places outside of the text, wrong and missing values. */
const senseless: readonly unknown[] = [
  { textDocument: { uri: 'file:///nowhere/x.writ' }, position: { line: 0, character: 0 } },
  { textDocument: { uri: 'untitled:Untitled-9' }, position: { line: 0, character: 0 }, query: '' },
  { textDocument: { uri: 'file:///desk/a.writ' }, position: { line: 9999, character: 9999 } },
  { textDocument: { uri: 'file:///desk/a.writ' }, position: { line: -1, character: -1 } },
  { textDocument: { uri: 'file:///desk/a.writ' }, position: null, range: null, context: null, request: null },
  { textDocument: { uri: ':' } },
  { textDocument: null, project: 7, principal: 7 },
  {},
];

const begin = async () => {
  const session = await startSession({ files: { [file]: text } });
  await session.looked('/desk', () => session.open(file));
  return session;
};

const around = { ready: () => Promise.resolve(), progress: () => noProgress };

describe('features', () => {
  it('are advertised as they are', async () => {
    const { server } = await startSession({ files: {}, initializationOptions: { diagnostics: 'pull' } });
    for (const { method, capability } of features) {
      assert.ok(Object.keys(capability).length > 0, `${method} is advertised by nothing`);
      for (const [key, value] of Object.entries(capability)) {
        const told: unknown = server.capabilities[key as keyof typeof server.capabilities];
        if (key === 'experimental') assert.equal((told as Record<string, unknown>)[method], true);
        // Rows that share an option add to it.
        else assert.partialDeepStrictEqual({ told }, { told: value }, key);
      }
    }
    const rows = new Set(features.flatMap(({ capability }) => Object.keys(capability)));
    const others = ['positionEncoding', 'textDocumentSync'];
    assert.deepEqual(
      Object.keys(server.capabilities).filter((key) => !rows.has(key)),
      others,
    );
  });

  for (const { method } of features) {
    it(`answer ${method}`, async () => {
      const session = await begin();
      const params = sensible[method];
      assert.ok(params, 'sensible.ts has no row for it');
      const answer = await session.request<unknown>(method, await params(session));
      const isSomething = Array.isArray(answer) ? answer.length > 0 : answer !== null && answer !== undefined;
      assert.ok(isSomething, JSON.stringify(answer));
      assert.deepEqual(session.errors, []);
    });

    it(`survive senseless parameters of ${method}`, async () => {
      const session = await begin();
      for (const params of senseless) await session.request(method, params);
      const projects = await session.request<unknown[]>('writ/projects', {});
      assert.equal(projects.length, 1);
    });
  }
});

describe('the server', () => {
  it('refuses methods that it does not know, and goes on', async () => {
    const session = await begin();
    await assert.rejects(session.request('textDocument/noSuchThing', {}), { code: -32601 });
    await session.client.sendNotification('textDocument/noSuchThing', {});
    await session.client.sendNotification('$/noSuchThing', {});
    assert.ok(await session.request('textDocument/hover', session.at(file, 'alice')));
  });

  it('survives changes that make no sense', async () => {
    const session = await begin();
    const uri = 'file:///desk/a.writ';
    const range = { start: { line: 900, character: 3 }, end: { line: 2, character: 900 } };
    const wrong: readonly unknown[] = [
      { textDocument: { uri: 'file:///desk/unknown.writ', version: 2 }, contentChanges: [{ text: 'user' }] },
      { textDocument: { uri, version: 2 }, contentChanges: [{ range, text: '' }] },
      { textDocument: { uri, version: 3 }, contentChanges: [] },
      { textDocument: { uri, version: 4 }, contentChanges: [{ range: null, text: 'user alice "alice@acme.com"' }] },
      { textDocument: { uri, version: null }, contentChanges: [{ text: 'user alice "alice@acme.com"' }] },
      {},
    ];
    for (const params of wrong) await session.client.sendNotification('textDocument/didChange', params);
    await session.client.sendNotification('textDocument/didClose', {
      textDocument: { uri: 'file:///desk/unknown.writ' },
    });
    await session.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: '%', type: 9 }, {}] });
    await session.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
    const contentChanges = [{ text: 'user alice "alice@acme.com"\n' }];
    await session.client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 9 },
      contentChanges,
    });
    await session.until(() => session.published(file)?.version === 9);
  });

  it('answers a bug with nothing, and logs it', async () => {
    const logged: string[] = [];
    const log = { error: (message: string) => logged.push(message) };
    const handle = () => {
      throw new Error('a bug');
    };
    const never = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };
    const answer = await guard(log, around, { method: 'x', empty: null, handle })({}, never);
    assert.equal(answer, null);
    assert.match(logged.join(), /^x: Error: a bug\n/);
  });

  it('does not do what was cancelled', async () => {
    let done = 0;
    const handle = () => done++;
    const cancelled = { isCancellationRequested: true, onCancellationRequested: () => ({ dispose() {} }) };
    const log = { error: (message: string) => assert.fail(message) };
    const answer = await guard(log, around, { method: 'x', empty: 0, handle })({}, cancelled);
    assert.ok(typeof answer === 'object' && answer.code === -32800);
    assert.equal(done, 0);
  });

  it('speaks to clients that know less', async () => {
    const session = await startSession({ files: { [file]: text }, capabilities: {} });
    await session.looked('/desk', () => session.open(file));
    const [definition] = await session.request<{ uri: string }[]>(
      'textDocument/definition',
      session.at(file, 'Agents grants'),
    );
    assert.equal(definition?.uri, 'file:///desk/a.writ');
    const symbols = await session.request<{ containerName?: string }[]>(
      'textDocument/documentSymbol',
      document(session),
    );
    assert.ok(symbols.some(({ containerName }) => containerName === 'Service Desk'));
    const { items } = await session.request<{ items: { textEdit: { newText: string } }[] }>(
      'textDocument/completion',
      session.at(file, 'user'),
    );
    assert.deepEqual(
      items.filter(({ textEdit }) => /\$\{?\d/.test(textEdit.newText)),
      [],
    );
  });
});

describe('quick fixes', () => {
  it('are the fixes of what is found there, for the version that is shown', async () => {
    const session = await begin();
    const [action, ...rest] = await session.request<Record<string, unknown>[]>(
      'textDocument/codeAction',
      sensible['textDocument/codeAction']?.(session),
    );
    assert.deepEqual(
      rest.map(({ title }) => title),
      ['Declare user `alise` as `alise@acme.com` (access unchanged)', 'Ignore `unknown-principal` here…'],
    );
    assert.deepEqual(
      { ...action, diagnostics: undefined },
      {
        title: 'Change to `alice` (access unchanged)',
        kind: 'quickfix',
        diagnostics: undefined,
        isPreferred: true,
        edit: {
          documentChanges: [
            {
              textDocument: { uri: 'file:///desk/a.writ', version: 1 },
              edits: [
                {
                  range: { start: { line: 15, character: 44 }, end: { line: 15, character: 49 } },
                  newText: 'alice',
                },
              ],
            },
          ],
        },
      },
    );
  });

  it('are not given where another kind is asked for', async () => {
    const session = await begin();
    const params = sensible['textDocument/codeAction']?.(session) as object;
    const context = { diagnostics: [], only: ['refactor'] };
    assert.deepEqual(await session.request('textDocument/codeAction', { ...params, context }), []);
  });
});

describe('inline answers', () => {
  const questions = `user alice "alice@acme.com"\napp A { field N: number }\n\n  query alice can READ_RECORDS in A // now\n`;

  it('stand at the ends of lines, with the version that they are of', async () => {
    const session = await startSession({ files: { [file]: questions } });
    await session.looked('/desk', () => session.open(file));
    const found = await session.request<{ answers: { short: string }[] }>('writ/inlineAnswers', document(session));
    const [answer] = found.answers;
    assert.deepEqual(
      { ...found, answers: [{ ...answer, short: '', full: '' }] },
      {
        version: 1,
        parses: true,
        answers: [
          { start: { line: 3, character: 2 }, end: { line: 3, character: 42 }, state: 'refused', short: '', full: '' },
        ],
      },
    );
    assert.match(answer?.short ?? '', /^refused/);
    await session.looked('/desk', () => session.edit(file, 'field N: number', 'field'));
    const broken = await session.request<{ parses: boolean; version: number }>('writ/inlineAnswers', document(session));
    assert.deepEqual([broken.parses, broken.version], [false, 2]);
  });
});
