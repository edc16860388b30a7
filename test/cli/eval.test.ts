// `writ eval`: answers with their explanations, and what is no question.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { type Files, writ } from './memory-host.ts';

const desk: Files = {
  'writ.json': '{}',
  'desk.writ': `user alice "alice@acme.com"
user bob "bob@acme.com"
managed role Admin { members alice }
app Desk {
  field Status: choice("New", "Open")
  role Agent { description "Works the queue"  members bob  grants READ_RECORDS }
  policy "Open ones" { to bob  when Status is "Open" }
  service account "-x" { purpose "Nothing" }
}
role Temp { description "For a while"  members bob  grants READ_ROLES  expires 2026-11-30 }
`,
};

async function ask(question: string, ...argv: string[]) {
  return writ(['eval', ...argv, question], desk);
}

async function headline(question: string, ...argv: string[]): Promise<string> {
  const { status, out, err } = await ask(question, ...argv);
  assert.deepEqual([status, err], [0, ''], out + err);
  return out.split('\n')[0] ?? '';
}

describe('eval', () => {
  it('answers, whatever the answer, with status 0', async () => {
    assert.equal(await headline('alice can READ_RECORDS in Desk'), 'allowed');
    assert.equal(await headline('bob can READ_RECORDS in Desk'), 'allowed when `Status is "Open"`');
    assert.match(await headline('bob can DELETE_RECORDS in Desk'), /^refused: /);
    assert.match(await headline('who can READ_RECORDS in Desk'), /^2 /);
    assert.match(await headline('what can bob do in Desk'), /^\d+ permission/);
    assert.match(await headline('query alice can invite "x@y.com"'), /^allowed/);
  });

  it('explains, with the places of what decides', async () => {
    const { out } = await ask('bob can READ_RECORDS in Desk with { Status "New" }');
    assert.match(out, /^refused: no data access\n/);
    assert.match(out, /desk\.writ:6/);
    assert.match(out, /Status is "Open"/);
  });

  it('takes a date', async () => {
    const question = 'bob can READ_ROLES in organization';
    assert.match(await headline(question), /^allowed/);
    assert.match(await headline(question, '--as-of', '2026-12-01'), /^refused/);
    assert.match(await headline(`${question} as of 2026-12-01`), /^refused/);
  });

  it('takes a project, and of several only that one', async () => {
    const inside = {
      ...desk,
      'inner/writ.json': '{}',
      'inner/a.writ': 'user zoe "zoe@acme.com"\nmanaged role Admin { members zoe }\n',
    };
    const question = 'zoe can ADMIN in organization';
    assert.equal((await writ(['eval', question], inside)).status, 2);
    assert.equal((await writ(['eval', question, '--project', 'inner'], inside)).status, 0);
    assert.equal((await writ(['eval', question], inside, { cwd: '/project/inner' })).status, 0);
    const empty = await writ(['eval', question], { 'sub/writ.json': '{}' });
    assert.deepEqual([empty.status, empty.out], [2, '']);
    assert.match(empty.err, /holds no `writ\.json` and no `\.writ` file/);
  });

  it('takes a question that begins with a hyphen after `--`', async () => {
    const { status, err } = await writ(['eval', '--', '-x'], desk);
    assert.equal(status, 2);
    assert.doesNotMatch(err, /unknown option/);
    assert.equal((await writ(['eval', '-x'], desk)).status, 2);
  });

  it('says where a question is wrong, with status 2', async () => {
    const cases: readonly (readonly [string, RegExp])[] = [
      ['bobb can READ_RECORDS in Desk', /^writ: .*`bobb`.*\n {2}bobb can READ_RECORDS in Desk\n {2}\^\^\^\^\n$/],
      ['bob can READ_RECORD in Desk', /did you mean `READ_RECORDS`\?\n {2}bob can READ_RECORD in Desk\n {10}\^{11}\n/],
      ['bob can', /^writ: /],
      ['', /^writ: /],
      ['only bob can READ_RECORDS in Desk', /^writ: /],
      ['bob can READ_RECORDS in Desk when Status is "Opne"', /\^\^\^/],
      ['\u001b[31m can READ_RECORDS\nin Desk', /\\u001B/],
    ];
    for (const [question, expected] of cases) {
      const { status, out, err } = await ask(question);
      assert.deepEqual([status, out], [2, ''], question);
      assert.match(err, expected);
      assert.doesNotMatch(err.replaceAll('\n', ''), /\p{Cc}/u);
    }
  });

  it('has status 1 where something broken leaves the answer open', async () => {
    const question = 'bob can DELETE_RECORDS in Desk';
    const broken = {
      ...desk,
      'more.writ': 'app Desk { role Other { members bob, nobody-there  grants DELETE_RECORD } }\n',
    };
    const { status, out } = await writ(['eval', question], broken);
    assert.equal(status, 1, out);
    const unsound = { ...desk, 'more.writ': 'user carl "no address"\n' };
    assert.equal((await writ(['eval', 'carl can DELETE_RECORDS in Desk'], unsound)).status, 1);
  });

  it('has status 2 where something of the project could not be read', async () => {
    const { status, out, err } = await writ(['eval', 'alice can ADMIN in organization'], {
      ...desk,
      'x.writ': { denied: true },
    });
    assert.equal(status, 2);
    assert.match(out, /^allowed/);
    assert.match(err, /^writ: `x\.writ` cannot be read: permission denied$/m);
  });

  it('is JSON where that is asked for', async () => {
    const { status, out } = await ask('bob can READ_RECORDS in Desk', '--format', 'json');
    const { explanation, ...rest } = JSON.parse(out);
    assert.equal(status, 0);
    assert.deepEqual(rest, {
      version: 1,
      asOf: '2026-11-21',
      root: '.',
      query: 'bob can READ_RECORDS in Desk',
      decision: 'allowed-when',
      when: 'Status is "Open"',
      reason: 'allowed when Status is "Open"',
    });
    assert.ok(Array.isArray(explanation) && explanation.length > 0);
    const places = JSON.stringify(explanation).match(/"file":"desk\.writ"/g);
    assert.ok((places?.length ?? 0) >= 2);
  });
});
