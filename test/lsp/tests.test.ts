// Expectations as tests of an editor through the protocol: listed, run, what they rest on, and what none of them notices.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { CancellationTokenSource } from 'vscode-languageserver';
import { knownTests } from '../../client/src/views/known-tests.ts';
import { nodesOf, resultsById, type TestNode } from '../../client/src/views/test-nodes.ts';
import type {
  CoveredPart,
  RemovalsResult,
  TestedProject,
  TestRun,
  TestsParams,
} from '../../server/src/lsp/protocol-tests.ts';
import { type Session, startSession } from './session.ts';

const desk = `user ann "ann@acme.com"
user bob "bob@acme.com"
app Desk {
  field Open: boolean
  role Agent { members ann, bob grants READ_RECORDS, READ_MESSAGES }
  policy Open { to ann when Open is true }
}
`;
const tests = `test "who reads" {
  expect ann can READ_RECORDS in Desk with { Open true }
  expect ann can READ_RECORDS in Desk
  expect ann can READ_RECORDS in Desk
}
expect ann cannot READ_RECORDS
  in Desk with { Open false } // not closed ones
expect cyd can READ_RECORDS in Desk
`;
const files = { '/desk/a.writ': desk, '/desk/b.writ': tests };

async function begin(all: Readonly<Record<string, string>> = files): Promise<Session> {
  const session = await startSession({ files: all });
  await session.looked('/desk', () => session.open('/desk/a.writ'));
  return session;
}

const tell = (session: Session, params: TestsParams = {}) => session.request<TestedProject[]>('writ/tests', params);
const listed = async (session: Session) => knownTests().take(await tell(session)) ?? [];
const project = { project: 'file:///desk' };

function outline(nodes: readonly TestNode[], indent = ''): string[] {
  return nodes.flatMap(({ label, uri, range, children }) => [
    `${indent}${label} ${uri.slice(uri.lastIndexOf('/') + 1)}:${(range?.start.line ?? -1) + 1}`,
    ...outline(children, `${indent}  `),
  ]);
}

describe('tests in an editor', () => {
  it('are listed by test, those outside of tests by file', async () => {
    const session = await begin();
    assert.deepEqual(outline(nodesOf(await listed(session))), [
      'who reads b.writ:1',
      '  ann can READ_RECORDS in Desk with { Open true } b.writ:2',
      '  ann can READ_RECORDS in Desk b.writ:3',
      '  ann can READ_RECORDS in Desk b.writ:4',
      'outside of tests in b.writ b.writ:6',
      '  ann cannot READ_RECORDS in Desk with { Open false } b.writ:6',
      '  cyd can READ_RECORDS in Desk b.writ:8',
    ]);
  });

  it('keep their ids when text around them changes, and have each its own', async () => {
    const session = await begin();
    const ids = (nodes: readonly TestNode[]): string[] => nodes.flatMap(({ id, children }) => [id, ...ids(children)]);
    const before = ids(nodesOf(await listed(session)));
    assert.equal(new Set(before).size, before.length);
    await session.looked('/desk', () => session.open('/desk/b.writ', `// one more line\n${tests}`));
    assert.deepEqual(ids(nodesOf(await listed(session))), before);
  });

  it('are told once, and again of a file in which they are others', async () => {
    const session = await begin({ ...files, '/desk/c.writ': 'expect bob cannot ADMIN in organization\n' });
    const known = knownTests();
    const take = async () => {
      const answer = await tell(session, known.params());
      const told = answer.flatMap((each) => each.files).filter((file) => file.tests !== null);
      return { told: told.map(({ uri }) => uri.slice(-6)), all: known.take(answer) };
    };
    const first = await take();
    assert.deepEqual(first.told, ['b.writ', 'c.writ']);
    assert.deepEqual(first.all, await listed(session));
    await session.looked('/desk', () => session.edit('/desk/a.writ', 'user bob', '\n\nuser bob'));
    assert.deepEqual(await take(), { told: [], all: undefined });
    await session.looked('/desk', () => session.open('/desk/b.writ', `\n${tests}`));
    const moved = await take();
    assert.deepEqual(moved.told, ['b.writ']);
    assert.deepEqual(moved.all, await listed(session));
    await session.looked('/desk', () => session.edit('/desk/b.writ', 'who reads', 'who reads what'));
    assert.deepEqual((await take()).told, ['b.writ']);
    await session.looked('/desk', () => session.open('/desk/c.writ', ''));
    const fewer = await take();
    assert.deepEqual(fewer.told, []);
    assert.deepEqual(fewer.all, await listed(session));
    // A server that was started anew says the same of the same.
    const other = await begin({
      '/desk/a.writ': desk,
      '/desk/b.writ': `\n${tests.replace('who reads', 'who reads what')}`,
    });
    assert.deepEqual(
      (await tell(other, known.params())).map((each) => each.files.map((file) => file.tests)),
      [[null]],
    );
  });

  it('of several projects stand below each, and one without tests is left out', async () => {
    const session = await startSession({
      files: {
        '/one/writ.json': '{}',
        '/one/a.writ': desk + tests,
        '/two/writ.json': '{}',
        '/two/a.writ': desk + tests,
        '/none/a.writ': desk,
      },
      folders: ['/one', '/two', '/none'],
    });
    for (const name of ['one', 'two', 'none']) await session.looked(`/${name}`, () => session.open(`/${name}/a.writ`));
    assert.deepEqual(
      nodesOf(await listed(session)).map(({ label, children }) => `${label} ${children.length}`),
      ['one 2', 'two 2'],
    );
  });

  it('come out as they do anywhere, with what was expected and the record it does not hold for', async () => {
    const session = await begin();
    const run = await session.request<TestRun>('writ/runTests', project);
    const results = [...resultsById(project.project, run).values()];
    assert.deepEqual(
      results.map(({ outcome, expected, example }) => [outcome, expected, example]),
      [
        ['held', 'allowed', undefined],
        ['failed', 'allowed', 'a record with Open false'],
        ['failed', 'allowed', 'a record with Open false'],
        ['held', 'refused', undefined],
        ['error', 'an outcome', undefined],
      ],
    );
  });

  it('rest on what `writ test --coverage` tells', async () => {
    const session = await begin();
    const parts = await session.request<CoveredPart[]>('writ/coverage', project);
    assert.deepEqual(
      parts.map((part) =>
        part.kind === 'comparison'
          ? `${part.kind} ${part.name} ${part.met} ${part.unmet}`
          : `${part.kind} ${part.name} ${part.times}`,
      ),
      ['grant Agent 3', 'grant Agent 0', 'policy Open 4', 'comparison Open 3 3'],
    );
  });

  it('notice what `writ test --mutate` tells, and the rest is listed, inert', async () => {
    const named = desk.replaceAll('Agent', '"<b>Agent</b> [x](y)"');
    const session = await begin({ ...files, '/desk/a.writ': named });
    const { summary, unnoticed, markdown } = await session.request<RemovalsResult>('writ/removals', project);
    assert.equal(summary, '4 of 6 removals are noticed by one of 5 expectations');
    assert.equal(unnoticed.length, 2);
    assert.ok(markdown.includes(summary));
    assert.ok(!/<b>|\[x\]\(y\)/.test(markdown.replaceAll(/`+[^`]*`+/g, '')), markdown);
  });

  it('that take long end when nobody waits for them', async () => {
    const session = await begin();
    const source = new CancellationTokenSource();
    const asked = session.client.sendRequest('writ/removals', project, source.token);
    source.cancel();
    await assert.rejects(asked);
    assert.equal((await listed(session)).length, 1);
  });
});
