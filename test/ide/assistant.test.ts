// The tools of assistants, called as assistants call them: what is clear is answered and said, everything else says what to do next.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { assistantTools, runTool } from '../../server/src/ide/assistant/tools.ts';
import { createSnapshot } from '../../server/src/project/snapshot.ts';
import type { Snapshot } from '../../server/src/project/types.ts';
import { writeName } from '../../server/src/syntax/keywords.ts';
import { readCorpus } from '../fuzz/corpus.ts';
import { snapshotOf } from '../support/fixture.ts';

const desk = snapshotOf(`organization "Acme" { domains "acme.com" }
user alice "alice.liddell@acme.com"
user bob "bob@acme.com"
user Bob "bob.two@acme.com"
user "cora.quist" "cora@acme.com" { inactive }
group "Desk Team" { description "d" members alice }
app "Service Desk" {
  field Status: choice("New", "Open")
  field Labels: choices("vip", "late")
  field Title: text
  field Due: date
  field Priority: number
  field Urgent: boolean
  field Assignee: user as assignee
  role "Desk Agent" { description "d" members "Desk Team" grants READ_RECORDS, UPDATE_RECORDS }
  policy "Open ones" { to "Desk Team" when Status is "Open" }
  auto-share records on watch
  service account "Triage Bot" { purpose "p" roles "Desk Agent" usable by alice }
}
record laptop in "Service Desk" { Status "Open" Assignee bob }
expect alice can READ_RECORDS on laptop
`);

const noEarlier = async () => ({ problem: 'there is none' });

/** The answer, behind `! ` where nothing was found out. */
async function call(tool: string, input: unknown, snapshot: Snapshot = desk): Promise<string> {
  const { text, failed } = await runTool({ snapshot, earlier: noEarlier }, tool, input);
  return `${failed ? '! ' : ''}${text}`;
}

/** The first two lines: the answer, and what was asked. */
async function head(tool: string, input: unknown): Promise<string[]> {
  return (await call(tool, input)).split('\n').slice(0, 2);
}

const asked = { principal: 'alice', permission: 'READ_RECORDS', place: 'Service Desk' };
const understood = (text: string) => `asked: ${text}, as of 2026-11-21`;

async function checkAsked(input: object, question: string): Promise<void> {
  assert.deepEqual((await head('evaluate', { ...asked, ...input }))[1], understood(question));
}

async function checkProblem(tool: string, input: unknown, ...problems: RegExp[]): Promise<void> {
  const text = await call(tool, input);
  assert.ok(text.startsWith('! '), text);
  for (const problem of problems) assert.match(text, problem);
}

describe('tools of assistants', () => {
  it('say what was asked, for which day', async () => {
    assert.deepEqual(await head('evaluate', asked), [
      'allowed when `Status is "Open"`',
      understood('alice can READ_RECORDS in "Service Desk"'),
    ]);
    assert.equal(
      (await head('who_can', { permission: 'READ_RECORDS', place: 'Service Desk' }))[1],
      understood('who can READ_RECORDS in "Service Desk"'),
    );
    assert.equal(
      (await head('explain', { question: 'query alice can READ_RECORDS on laptop as of 2027-01-02?' }))[1],
      'asked: alice can READ_RECORDS on laptop as of 2027-01-02, as of 2027-01-02',
    );
  });

  it('take names in another case, quoted, and by what else they are called', async () => {
    const wanted = 'alice can READ_RECORDS in "Service Desk"';
    await checkAsked({ principal: 'Alice', permission: 'read_records', place: 'service desk' }, wanted);
    await checkAsked({ principal: '"alice"', permission: 'View Records', place: '"Service Desk"' }, wanted);
    await checkAsked({ principal: 'alice.liddell@acme.com' }, wanted);
    await checkAsked({ principal: 'cora.quist' }, '"cora.quist" can READ_RECORDS in "Service Desk"');
    for (const bot of ['Triage Bot', 'Service Desk.Triage Bot', '"Service Desk"."Triage Bot"'])
      await checkAsked({ principal: bot }, '"Service Desk"."Triage Bot" can READ_RECORDS in "Service Desk"');
    await checkAsked({ permission: 'READ_ROLES', place: 'Organization' }, 'alice can READ_ROLES in organization');
    await checkAsked({ place: 'laptop' }, 'alice can READ_RECORDS on laptop');
    await checkAsked(
      { permission: 'READ_RECORDS, update_records' },
      'alice can READ_RECORDS and UPDATE_RECORDS in "Service Desk"',
    );
    assert.equal((await head('explain', { question: 'Who can READ_RECORDS in "Service Desk"?' }))[0], '1 group');
  });

  it('take a name that differs by case alone from another as it is', async () => {
    await checkAsked({ principal: 'bob' }, 'bob can READ_RECORDS in "Service Desk"');
    await checkAsked({ principal: 'Bob' }, 'Bob can READ_RECORDS in "Service Desk"');
    await checkProblem('evaluate', { ...asked, principal: 'BOB' }, /may be `bob`, `Bob`: say which/);
  });

  it('take what is said of a record as JSON has it, and as the language has it', async () => {
    const said = {
      status: 'open',
      Labels: ['vip', 'LATE'],
      Title: 'a "quoted" one',
      Due: '2026-12-01',
      Priority: 3,
      Urgent: true,
      Assignee: null,
      'watched by': ['alice', 'bob'],
    };
    const body = String.raw`Status "Open"  Labels ("vip", "late")  Title "a \"quoted\" one"  Due 2026-12-01  Priority 3  Urgent true  Assignee empty  watched by alice, bob`;
    await checkAsked({ record: said }, `alice can READ_RECORDS in "Service Desk" with { ${body} }`);
    const written = {
      Status: '"Open"',
      Labels: '("vip", "late")',
      Title: '"x"',
      Assignee: '"Service Desk"."Triage Bot"',
    };
    await checkAsked(
      { record: written },
      'alice can READ_RECORDS in "Service Desk" with { Status "Open"  Labels ("vip", "late")  Title "x"  Assignee "Service Desk"."Triage Bot" }',
    );
    assert.deepEqual((await head('evaluate', { ...asked, record: { Status: 'New' } }))[0], 'refused: no data access');
  });

  it('say what is wrong with each argument, and what would be right', async () => {
    await checkProblem(
      'evaluate',
      { ...asked, principal: 'alise', place: 'Desk' },
      /`principal`: .*`alice`/,
      /`place`: .*`"Service Desk"`/,
    );
    await checkProblem('evaluate', { ...asked, principal: 'everyone' }, /the groups are .*`"Desk Team"`/);
    await checkProblem(
      'evaluate',
      { ...asked, principal: 'desk agent' },
      /is a role of `"Service Desk"`.*members: `"Desk Team"`/,
    );
    await checkProblem('evaluate', { ...asked, permission: 'delete' }, /it may be `DELETE_RECORD.*`DELETE_RECORDS`/);
    await checkProblem(
      'who_can',
      { permission: 'READ_RECORDS', place: 'everywhere' },
      /there are: `organization`, `"Service Desk"`, `laptop`/,
    );
    await checkProblem(
      'evaluate',
      { ...asked, record: { State: 'Open' } },
      /no field of `"Service Desk"` `State`.*`Status`/,
    );
    await checkProblem(
      'evaluate',
      { ...asked, record: { Status: 'Closed' } },
      /no option of `Status` `Closed`; there are: `"New"`, `"Open"`/,
    );
    await checkProblem(
      'evaluate',
      { ...asked, place: 'organization', record: { Status: 'Open' } },
      /`record` can only be said of/,
    );
    await checkProblem('check', { file: 'mian.writ' }, /the nearest: `main.writ`/);
    await checkProblem('check', { severity: 'low' }, /one of error, warning, info, hint/);
    await checkProblem(
      'explain',
      { question: 'Can alice read tickets in the desk?' },
      /questions read like these: `alice can READ_RECORDS in "Service Desk"`/,
    );
    await checkProblem(
      'explain',
      { question: 'alice can READ_RECORDS on laptop; bob can READ_RECORDS on laptop' },
      /one question for each call/,
    );
    await checkProblem('whocan', {}, /there are `evaluate`, .*`who_can`/);
  });

  it('pass nothing over: what is not said in the right place is not answered as if it had not been said', async () => {
    await checkProblem('check', { path: 'main.writ' }, /no argument `path`: it takes `file`, `severity`/);
    await checkProblem('evaluate', { ...asked, record: '{"Status":"Open"}' }, /`record` has to be an object/);
    await checkProblem('evaluate', { ...asked, record: ['Open'] }, /`record` has to be an object/);
    await checkProblem('evaluate', { ...asked, principal: ['alice'] }, /`principal` has to be one text/);
    await checkProblem(
      'evaluate',
      { principal: 'alice', permission: 'READ_RECORDS' },
      /`place` is missing: The name of an app/,
    );
    await checkProblem('evaluate', { ...asked, place: '' }, /`place` is missing/);
    await checkProblem('explain', null, /`question` is missing/);
  });

  it('count what they do not show', async () => {
    const snapshot = snapshotOf('role R { members "Internal Users" grants READ_ROLES }\n');
    const errors = await call('check', { severity: 'error' }, snapshot);
    assert.match(errors, /^no findings and \d+ of less weight, which `severity` hint shows; 0 of 0 expectations/);
  });

  it('are cut where they are long, and say so and what to do', async () => {
    const broken = Array.from({ length: 400 }, (_, i) => `role r${i} { members nobody_called_${i} grants READ_ROLES }`);
    const text = await call('check', { severity: 'hint' }, snapshotOf(broken.join('\n')));
    assert.ok(text.length < 20_200, `${text.length}`);
    assert.match(text, /\n\(cut: and \d+ more lines; to have less, name a `file`, or ask for `severity` error\)$/);
    const long = 'x'.repeat(30_000);
    const wrong = await call('evaluate', { ...asked, principal: long });
    assert.ok(wrong.length < 20_200, `${wrong.length}`);
    assert.match(wrong, /\(cut: the line goes on; /);
  });

  it('answer on every sample what is asked with the names that it has', async () => {
    for (const { name, input } of await readCorpus()) {
      const snapshot = createSnapshot(input);
      const { users, groups, objects } = snapshot.model;
      for (const place of objects.keys())
        for (const principal of [...[...users.keys()].slice(0, 3), ...[...groups.keys()].slice(0, 4)]) {
          const call = { principal: principal.toUpperCase(), permission: 'Read_Records', place: place.toLowerCase() };
          const text = (await runTool({ snapshot, earlier: noEarlier }, 'evaluate', call)).text;
          const own = writeName(principal);
          assert.ok(
            text.includes(`asked: ${own} can READ_RECORDS in ${writeName(place)}, as of `) ||
              text.includes('say which'),
            `${name}: ${text}`,
          );
        }
      for (const { name: tool } of assistantTools) {
        const { failed } = await runTool({ snapshot, earlier: noEarlier }, tool, { anything: 1 });
        assert.ok(failed, tool);
      }
    }
  });
});
