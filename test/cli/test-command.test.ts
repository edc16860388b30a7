// `writ test`: expectations alone, by test, and with which status it ends.
import { strict as assert } from 'node:assert';
import { Ajv } from 'ajv';
import { describe, it } from 'mocha';
import schema from '../../server/src/cli/check.schema.json' with { type: 'json' };
import { deskText } from './desk.ts';
import { type Files, writ } from './memory-host.ts';

const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);

const people = `${deskText}managed role Admin { members alice }\n`;
const held = 'test "what holds" {\n  expect alice can READ_RECORDS in Desk\n}\n';
const failed =
  'test "what fails" {\n  expect bob can READ_RECORDS in Desk\n\texpect bob cannot ADMIN in organization\n}\n';

describe('test', () => {
  it('shows every expectation under its test, and why it does not hold', async () => {
    const { status, out, err } = await writ(['test'], {
      'a.writ': people + held,
      'b.writ': `${failed}expect nobody-there can ADMIN in organization\n`,
    });
    assert.deepEqual([status, err], [1, '']);
    assert.equal(
      out,
      `test "what holds": 1 of 1 holds
  ✓ expect alice can READ_RECORDS in Desk

test "what fails": 1 of 2 hold
  ✗ expect bob can READ_RECORDS in Desk
    b.writ:2:3: failed: allowed when Status is "Open"
    2 |   expect bob can READ_RECORDS in Desk
      |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    counterexample: bob, on a record with Status "New"
  ✓ expect bob cannot ADMIN in organization

expectations outside of tests: 0 of 1 holds
  ! expect nobody-there can ADMIN in organization
    b.writ:5:1: error: the expectation or what it names is broken
    5 | expect nobody-there can ADMIN in organization
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

2 of 4 expectations hold in 2 files
`,
    );
  });

  it('shows neither findings nor answers', async () => {
    const more = 'group A { members nobody-there }\nquery who can ADMIN in organization\n';
    const files = { 'a.writ': people + more + held };
    assert.doesNotMatch((await writ(['test'], files)).out, /nobody-there|query/);
    const { out } = await writ(['test', '--format', 'json'], files);
    assert.ok(validate(JSON.parse(out)), JSON.stringify(validate.errors));
    assert.deepEqual(Object.keys(JSON.parse(out).projects[0]), ['root', 'files', 'expectations']);
  });

  it('is limited to the PATHs, in the project that they belong to', async () => {
    const files = { 'writ.json': '{}', 'a.writ': people + failed, 'sub/b.writ': held };
    const { status, out } = await writ(['test', 'sub'], files);
    assert.equal(status, 0);
    assert.match(out, /1 of 1 expectation holds in 1 file\n$/);
  });

  it('takes a date', async () => {
    const files = {
      'a.writ': `${people}role Old { description "x"  members bob  grants READ_ROLES  expires 2026-11-30 }
expect bob can READ_ROLES in organization
`,
    };
    const statuses = ['2026-11-30', '2026-12-01'].map(
      async (date) => (await writ(['test', '--as-of', date], files)).status,
    );
    assert.deepEqual(await Promise.all(statuses), [0, 1]);
  });

  const cases: readonly (readonly [string, number, Files, RegExp?])[] = [
    ['expectations that hold', 0, { 'a.writ': people + held }],
    ['no expectation', 0, { 'a.writ': people }],
    ['an expectation that fails', 1, { 'a.writ': people + failed }],
    ['an expectation that cannot be evaluated', 1, { 'a.writ': 'expect no can ADMIN in organization\n' }],
    ['a finding that no expectation depends on', 0, { 'a.writ': people + held, 'b.writ': 'group A { members no }\n' }],
    [
      'text that may have been an expectation',
      1,
      { 'a.writ': people, 'b.writ': 'expct alice can ADMIN in organization\n' },
      /`b\.writ`:1:1: /,
    ],
    [
      'a file that cannot be read',
      2,
      { 'writ.json': '{}', 'a.writ': people + held, 'b.writ': { denied: true } },
      /`b\.writ` cannot be read/,
    ],
    ['settings that cannot be read', 2, { 'writ.json': '{', 'a.writ': people }, /writ\.json/],
    ['a directory that is missing', 1, { 'writ.json': '{}', 'a.writ': `directory "x.json"\n${people}` }, /x\.json/],
    ['nothing', 2, { 'notes.md': '' }, /holds no/],
  ];
  for (const [what, expected, files, told] of cases) {
    it(`ends with ${expected} for ${what}, in every format`, async () => {
      for (const format of ['pretty', 'json', 'junit']) {
        const { status, out, err } = await writ(['test', '--format', format], files);
        assert.equal(status, expected, out + err);
        if (told === undefined) assert.equal(err, '');
        else assert.match(err, told);
      }
    });
  }

  it('ends with 2 for a format that it does not have', async () => {
    assert.equal((await writ(['test', '--format', 'sarif'], { 'a.writ': people })).status, 2);
  });

  const rested = `${people}app Shop {
  field Open: boolean
  role Buyer { members bob grants READ_RECORDS, READ_MESSAGES }
  policy Some { to bob when Open is true }
}
expect bob cannot READ_RECORDS in Shop with { Open false }
expect bob can READ_RECORDS in Shop with { Open true }
`;

  it('tells what no expectation rests on, and what can go without one noticing', async () => {
    const { status, out, err } = await writ(['test', '--coverage', '--mutate'], { 'shop.writ': rested });
    assert.deepEqual([status, err], [0, '']);
    assert.equal(
      out.slice(out.indexOf('coverage')),
      `coverage
  1 of 3 grants (33 %)
  1 of 2 policies (50 %)
  1 of 2 comparisons (50 %), each met and not met
  no expectation rests on
    shop.writ:5:67: the grant \`READ_RECORDS\` of \`Agent\`
    shop.writ:6:10: the policy \`"Open ones"\`
    shop.writ:6:37: \`Status is "Open"\` of the policy \`Open ones\`, for any record
    shop.writ:11:49: the grant \`READ_MESSAGES\` of \`Buyer\`

removals
  4 of 10 are noticed
  no expectation notices when this goes
    shop.writ:5:55: the member \`bob\` of \`Agent\` in \`Desk\`
    shop.writ:5:67: the grant \`READ_RECORDS\` of \`Agent\` in \`Desk\`
    shop.writ:6:10: the policy \`"Open ones"\` of \`Desk\`
    shop.writ:6:37: the condition of the policy \`"Open ones"\` of \`Desk\`
    shop.writ:8:30: the member \`alice\` of \`Admin\`
    shop.writ:11:49: the grant \`READ_MESSAGES\` of \`Buyer\` in \`Shop\`

2 of 2 expectations hold in 1 file
`,
    );
    const json = await writ(['test', '--coverage', '--mutate', '--format', 'json'], { 'shop.writ': rested });
    assert.ok(validate(JSON.parse(json.out)), JSON.stringify(validate.errors));
    const [project] = JSON.parse(json.out).projects;
    assert.deepEqual(project.coverage.grants, { covered: 1, all: 3 });
    assert.equal(project.mutation.tried, project.mutation.noticed + project.mutation.unnoticed.length);
  });

  it('does so of the PATHs alone, and has no place for it in JUnit', async () => {
    const files = { 'writ.json': '{}', 'a.writ': rested, 'sub/b.writ': 'app Yard { role R { grants READ_RECORDS } }' };
    const { out } = await writ(['test', 'sub', '--coverage', '--mutate', '--format', 'json'], files);
    const [project] = JSON.parse(out).projects;
    assert.deepEqual([project.coverage.grants, project.mutation.tried], [{ covered: 0, all: 1 }, 1]);
    const refused = await writ(['test', '--coverage', '--format', 'junit'], files);
    assert.equal(refused.status, 2);
    assert.match(refused.err, /`--coverage` and `--mutate` have no place in `--format junit`/);
  });
});
