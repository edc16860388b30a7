// `--format json`: the contract, its schema, and that the same input gives the same bytes.
import { strict as assert } from 'node:assert';
import { Ajv } from 'ajv';
import { describe, it } from 'mocha';
import schema from '../../server/src/cli/check.schema.json' with { type: 'json' };
import type { CheckResult } from '../../server/src/cli/check-result.ts';
import { type Files, writ } from './memory-host.ts';

const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);

async function result(files: Files, ...argv: string[]): Promise<CheckResult> {
  const { out, err } = await writ(['check', '--format', 'json', ...argv], files);
  const value: CheckResult = JSON.parse(out);
  assert.ok(validate(value), `${JSON.stringify(validate.errors, undefined, 1)}\n${out}`);
  assert.equal(err, '');
  return value;
}

const desk = `organization Acme { domains "acme.com" }
user alice "alice@acme.com"
user bob "bob@acme.com"
user carol "carol@acme.com" { inactive }
managed role Admin { members alice }
app Desk {
  field Status: choice("New", "Open")
  field Priority: number
  field Due: date
  field At: datetime
  field Labels: choices("vip", "late")
  field Owner: user
  field Note: text
  role Agent { description "Works the queue"  members bob  grants READ_RECORDS }
  policy "Open ones" { to bob  when Status is "Open" }
  service account Bot { purpose "Nothing" }
}
record full in Desk { Status "New"  Priority 3  Due 2026-11-22  At 2026-11-22T10:00+01:00  Labels ("vip", "late")  Owner bob  Note empty }
`;

const questions = `// one line each, with a comment
query /* in the middle */ alice can
  READ_RECORDS   on full // and at the end
query bob can READ_RECORDS in Desk
query bob can DELETE_RECORDS in Desk
query carol can READ_RECORDS in Desk
query who can READ_RECORDS in Desk
query what can Desk.Bot do in Desk
query bob can invite "x@acme.com"
query bob can use Desk.Bot
query nobody-there can READ_RECORDS in Desk
test "a \\"test\\"" {
  expect bob can READ_RECORDS on full
  expect bob can READ_RECORDS in Desk when Status is "Open"
}
expect bob can READ_RECORDS in Desk when Priority > 5
expect only alice can READ_RECORDS in Desk
expect alice can nothing in Desk
`;

describe('JSON', () => {
  it('holds answers of every kind', async () => {
    const { version, asOf, projects } = await result({ 'desk.writ': desk, 'questions.writ': questions });
    assert.deepEqual([version, asOf, projects.length], [1, '2026-11-21', 1]);
    const rows = projects[0]?.answers?.map(({ query, decision, when, refusal, list }) =>
      [
        query,
        decision,
        when ?? refusal ?? list?.map(({ name, when: of }) => (of === undefined ? name : `${name} when ${of}`)),
      ].flat(),
    );
    assert.deepEqual(rows, [
      ['alice can READ_RECORDS on full', 'allowed', undefined],
      ['bob can READ_RECORDS in Desk', 'allowed-when', 'Status is "Open"'],
      ['bob can DELETE_RECORDS in Desk', 'refused', 'no-role'],
      ['carol can READ_RECORDS in Desk', 'refused', 'inactive'],
      ['who can READ_RECORDS in Desk', 'list', 'alice', 'bob when Status is "Open"'],
      ['what can Desk.Bot do in Desk', 'list', undefined],
      ['bob can invite "x@acme.com"', 'refused', 'no-role'],
      ['bob can use Desk.Bot', 'refused', 'not-shared'],
      ['nobody-there can READ_RECORDS in Desk', 'error', undefined],
    ]);
  });

  it('holds outcomes of every kind, with the record that shows a failed one', async () => {
    const { projects } = await result({ 'desk.writ': desk, 'questions.writ': questions });
    const rows = projects[0]?.expectations?.map(({ test, text, outcome, counterexample }) => ({
      test,
      text,
      outcome,
      counterexample,
    }));
    const full = {
      Status: 'New',
      Priority: 3,
      Due: '2026-11-22',
      At: '2026-11-22T09:00Z',
      Labels: ['vip', 'late'],
      Owner: 'bob',
      Note: null,
    };
    assert.deepEqual(
      JSON.parse(JSON.stringify(rows)),
      [
        {
          test: 'a "test"',
          text: 'expect bob can READ_RECORDS on full',
          outcome: 'failed',
          counterexample: { principal: 'bob', record: full },
        },
        { test: 'a "test"', text: 'expect bob can READ_RECORDS in Desk when Status is "Open"', outcome: 'held' },
        {
          ...rows?.[2],
          text: 'expect bob can READ_RECORDS in Desk when Priority > 5',
          outcome: 'failed',
          test: undefined,
        },
        { ...rows?.[3], text: 'expect only alice can READ_RECORDS in Desk', outcome: 'failed', test: undefined },
        { text: 'expect alice can nothing in Desk', outcome: 'error' },
      ].map((row) => JSON.parse(JSON.stringify(row))),
    );
    assert.equal(rows?.[3]?.counterexample?.principal, 'bob');
  });

  it('says where, in lines from zero and UTF-16 units, whatever the line ends', async () => {
    const line = 'group "Größe 😀" { description "x"  members nobody-there }';
    const expected = { line: 1, character: line.indexOf('nobody-there') };
    for (const end of ['\n', '\r\n']) {
      for (const mark of ['', '\uFEFF']) {
        const { projects } = await result({ 'a.writ': `${mark}// first${end}${line}${end}` });
        const finding = projects[0]?.findings?.find(({ rule }) => rule === 'unknown-principal');
        assert.deepEqual(finding?.range, { start: expected, end: { line: 1, character: expected.character + 12 } });
      }
    }
  });

  it('names related places and fixes', async () => {
    const { projects } = await result({
      'a.writ': 'user alice "a@acme.com"\n',
      'sub/b.writ': 'user alice "b@acme.com"\n',
    });
    const finding = projects[0]?.findings?.find(({ rule }) => rule === 'duplicate-name');
    assert.equal(finding?.file, 'sub/b.writ');
    assert.equal(finding?.related?.[0]?.file, 'a.writ');
    const near = await result({ 'a.writ': 'user alice "a@acme.com"\ngroup A { members alcie }\n' });
    const fixes = near.projects[0]?.findings?.find(({ rule }) => rule === 'unknown-principal')?.fixes;
    assert.ok(
      fixes?.some((title) => title.includes('alice')),
      JSON.stringify(fixes),
    );
  });

  it('leaves out what has nothing to say', async () => {
    const { out } = await writ(['check', '--format', 'json'], { 'writ.json': '{}', 'a.writ': '' });
    const expected = { version: 1, asOf: '2026-11-21', projects: [{ root: '.', files: 1 }] };
    assert.equal(out, `${JSON.stringify(expected, undefined, 2)}\n`);
  });

  it('says the date that it is asked for', async () => {
    assert.equal((await result({ 'a.writ': '' }, '--as-of', '2027-02-01')).asOf, '2027-02-01');
    const files = {
      'a.writ': `${desk}role Old { description "x"  members bob  grants READ_ORGANIZATIONS  expires 2026-11-30 }\n`,
    };
    const asked = 'query who can READ_ORGANIZATIONS in organization\n';
    const lists = await Promise.all(
      ['2026-11-30', '2026-12-01'].map(async (date) => {
        const { projects } = await result({ ...files, 'q.writ': asked }, '--as-of', date);
        return projects[0]?.answers?.[0]?.list?.some(({ name }) => name === 'bob') ?? false;
      }),
    );
    assert.deepEqual(lists, [true, false]);
  });

  it('is the same for the same input, in whatever order the disk gives it', async () => {
    const names = ['z.writ', 'a.writ', 'sub/m.writ', 'Z.writ', 'sub.writ', 'ä.writ'];
    const entries = names.map(
      (name) => [name, `group "G ${name}" { members no1, no2 }\nquery no1 can READ_RECORDS in X\n`] as const,
    );
    const forth = await writ(['check', '--format', 'json'], Object.fromEntries(entries));
    const back = await writ(['check', '--format', 'json'], Object.fromEntries(entries.toReversed()));
    assert.equal(forth.out, back.out);
    const { projects } = await result(Object.fromEntries(entries));
    const keys = projects[0]?.findings?.map(
      ({ file, range: { start } }) =>
        `${file} ${String(start.line).padStart(5)} ${String(start.character).padStart(5)}`,
    );
    assert.ok((keys?.length ?? 0) > 12);
    assert.deepEqual(keys, keys?.toSorted());
  });

  it('passes nothing on that a terminal would obey, and changes no value by that', async () => {
    const name = 'x\u001b[31m\u009b1m\u202e\u007f';
    const { out } = await writ(['check', '--format', 'json'], {
      'a.writ': `group A { members ${JSON.stringify(name)} }\n`,
    });
    assert.doesNotMatch(out.replaceAll('\n', ''), /[\p{Cc}\u202e]/u);
    const value: CheckResult = JSON.parse(out);
    assert.ok(validate(value));
  });
});

describe('the schema', () => {
  it('takes no key that the contract does not have', () => {
    const project = { root: '.', files: 1 };
    const good = { version: 1, asOf: '2026-11-21', projects: [project] };
    assert.ok(validate(good));
    for (const bad of [
      { ...good, version: 2 },
      { ...good, extra: 1 },
      { ...good, projects: [{ ...project, findings: [] }] },
      { ...good, projects: [{ root: '.' }] },
      { ...good, asOf: 'today' },
    ]) {
      assert.ok(!validate(bad), JSON.stringify(bad));
    }
  });
});
