// How far long work is, told through the protocol; parts of answers, and what is left when it is cancelled.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { CancellationTokenSource, type ClientCapabilities, type Location, ProgressType } from 'vscode-languageserver';
import { fullCapabilities, type Session, startSession } from './session.ts';

const many = Object.fromEntries(
  Array.from({ length: 60 }, (_, i) => [
    `/desk/f${i}.writ`,
    `user u${i} "u${i}@acme.com"\n${Array.from({ length: 20 }, (_, k) => `group G${i}x${k} { description "d" members u0 }\n`).join('')}`,
  ]),
);
const path = '/desk/f0.writ';

interface Value {
  readonly kind: string;
  readonly title?: string;
  readonly percentage?: number;
}

/** What is told under a token; `until` gives once it has ended. */
function follow(session: Session, token: string): { readonly told: Value[]; readonly ended: Promise<void> } {
  const told: Value[] = [];
  const ended = new Promise<void>((resolve) => {
    session.client.onProgress(new ProgressType<Value>(), token, (value) => {
      told.push(value);
      if (value.kind === 'end') resolve();
    });
  });
  return { told, ended };
}

async function begin(capabilities: ClientCapabilities = fullCapabilities): Promise<Session> {
  const session = await startSession({ files: many, capabilities });
  await session.looked('/desk', () => session.open(path));
  return session;
}

const references = (session: Session) => ({ ...session.at(path, 'u0 '), context: { includeDeclaration: true } });

function checkTold(told: readonly Value[], title: string): void {
  const kinds = told.map(({ kind }) => kind);
  assert.deepEqual(
    kinds.filter((kind) => kind !== 'report'),
    ['begin', 'end'],
  );
  assert.equal(kinds.at(-1), 'end');
  assert.equal(told[0]?.title, title);
  const shares = told.flatMap(({ percentage }) => percentage ?? []);
  assert.deepEqual(
    shares,
    shares.toSorted((a, b) => a - b),
  );
}

describe('progress of requests', () => {
  const cases: readonly (readonly [string, string, (session: Session) => object])[] = [
    ['textDocument/references', 'Finding references', references],
    ['workspace/symbol', 'Finding names', () => ({ query: 'u' })],
    ['textDocument/rename', 'Renaming', (session) => ({ ...session.at(path, 'u0 '), newName: 'zoe' })],
    ['workspace/diagnostic', 'Checking all files', () => ({ previousResultIds: [] })],
    [
      'writ/effectivePermissions',
      'Listing permissions',
      (session) => ({ textDocument: session.at(path, 'u0 ').textDocument, principal: 'u0' }),
    ],
  ];
  for (const [method, title, params] of cases) {
    it(`${method}: is not told where it is quick`, async () => {
      const session = await begin();
      const { told } = follow(session, 'x');
      await session.request(method, { ...params(session), workDoneToken: 'x' });
      await session.request('writ/projects', {});
      assert.deepEqual(told, []);
    });

    it(`${method}: is told from its beginning to its end where it took long before`, async () => {
      const session = await begin();
      session.slowDown(400);
      const first = follow(session, 'x');
      await session.request(method, { ...params(session), workDoneToken: 'x' });
      const second = follow(session, 'y');
      await session.request(method, { ...params(session), workDoneToken: 'y' });
      await second.ended;
      checkTold(second.told, title);
      if (first.told.length > 0) checkTold(first.told, title);
      assert.deepEqual(session.errors, []);
    });
  }

  it('says how much is done where that is known', async () => {
    const session = await begin();
    session.slowDown(400);
    const { told, ended } = follow(session, 'x');
    await session.request('textDocument/references', { ...references(session), workDoneToken: 'x' });
    await ended;
    checkTold(told, 'Finding references');
    assert.ok(told.filter(({ percentage }) => percentage !== undefined).length > 10);
    assert.equal(told.at(-2)?.percentage, 100);
  });

  it('ends as well when it is cancelled, or nothing is known of what is asked', async () => {
    const session = await begin();
    session.slowDown(400);
    const cancelled = follow(session, 'x');
    const source = new CancellationTokenSource();
    const { told } = cancelled;
    session.client.onProgress(new ProgressType<Location[]>(), 'parts', () => source.cancel());
    const asked = session.client.sendRequest(
      'textDocument/references',
      { ...references(session), workDoneToken: 'x', partialResultToken: 'parts' },
      source.token,
    );
    await assert.rejects(asked, { code: -32800 });
    await cancelled.ended;
    checkTold(told, 'Finding references');
    assert.ok(!told.some(({ percentage }) => percentage === 100), 'it went on to the end');
    const unknown = follow(session, 'y');
    const nowhere = { textDocument: { uri: 'file:///nowhere.writ' }, position: { line: 0, character: 0 } };
    await session.request('textDocument/references', { ...nowhere, context: {}, workDoneToken: 'y' });
    await unknown.ended;
    assert.deepEqual(session.errors, []);
  });
});

describe('parts of answers', () => {
  const partsOf = async (session: Session, method: string, params: object): Promise<number[]> => {
    const sizes: number[] = [];
    session.client.onProgress(new ProgressType<unknown[]>(), 'parts', (part) => {
      sizes.push(part.length);
    });
    assert.deepEqual(await session.request(method, { ...params, partialResultToken: 'parts' }), []);
    return sizes;
  };

  it('references come some hundreds at a time, the same as at once', async () => {
    const session = await begin();
    const whole = await session.request<Location[]>('textDocument/references', references(session));
    assert.equal(whole.length, 1201);
    assert.deepEqual(await partsOf(session, 'textDocument/references', references(session)), [500, 500, 201]);
  });

  it('names of the workspace come a project at a time', async () => {
    const files = { '/desk/a.writ': 'user ann "ann@acme.com"\n', '/shop/b.writ': 'user anna "anna@acme.com"\n' };
    const session = await startSession({ files, folders: ['/desk', '/shop'] });
    assert.deepEqual(await partsOf(session, 'workspace/symbol', { query: 'ann' }), [1, 1]);
  });
});

describe('progress of the start', () => {
  const capabilities = { ...fullCapabilities, window: { workDoneProgress: true } };

  it('is told to a client that has a place for it, where reading takes long', async () => {
    const session = await startSession({ files: many, capabilities, pace: 40 });
    const told = session.places.get('writ-start') as readonly Value[];
    assert.deepEqual([...session.places.keys()], ['writ-start']);
    await session.until(() => told.at(-1)?.kind === 'end');
    checkTold(told, 'Reading access policies');
    assert.ok(told.some(({ percentage }) => percentage !== undefined));
  });

  it('is not told where it is quick, nor to a client that has no place for it', async () => {
    const quick = await startSession({ files: many, capabilities });
    const plain = await startSession({ files: many, pace: 40 });
    for (const session of [quick, plain]) {
      await session.request('writ/projects', {});
      assert.deepEqual([...session.places], []);
    }
  });
});
