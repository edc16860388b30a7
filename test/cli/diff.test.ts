// `writ diff` of two folders: its formats, its exit status, and names that try to be more than names.
import { strict as assert } from 'node:assert';
import { Ajv } from 'ajv';
import { describe, it } from 'mocha';
import type { DiffResult } from '../../server/src/cli/diff/result.ts';
import schema from '../../server/src/cli/diff.schema.json' with { type: 'json' };
import { type Files, type Machine, type Ran, writ } from './memory-host.ts';

const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);

function diff(before: string, now: string, argv: readonly string[] = [], machine?: Machine): Promise<Ran> {
  const files: Files = { 'old/a.writ': before, 'new/a.writ': now };
  return writ(['diff', 'old', 'new', ...argv], files, machine);
}

const desk = (members: string, grants: string, condition: string) => `user alice "alice@acme.com"
user bob "bob@acme.com"
group Agents { members ${members} }
app Desk {
  field Status: choice("New", "Open")
  role Agent { members Agents  grants ${grants} }
  policy "Some" { to Agents  when ${condition} }
}
`;

const before = desk('alice, bob', 'READ_RECORDS', 'Status is "Open"');
const now = desk('alice', 'READ_RECORDS, CREATE_RECORDS', 'Status is not empty');
const broken = now.replace('CREATE_RECORDS', 'CREATE_RECORD');

async function outcome(ran: Promise<Ran>): Promise<string> {
  const { status, out, err } = await ran;
  return `${out}${err}exit status ${status}`;
}

function checkText(actual: string, expected: string): void {
  assert.equal(actual, expected.replace(/^\n/, '').replace(/^ {6}/gm, '').trimEnd());
}

describe('diff', () => {
  it('says who gains and loses what, with examples and places', async () => {
    checkText(
      await outcome(diff(before, now)),
      `
      1 gained, 1 widened, 1 lost
      old → new, 2026-11-21

      + \`Agents\` (1 member) gain \`CREATE_RECORDS\` in \`Desk\`
          now by role \`Agent\` through \`Agents\`
          at a.writ:6:53

      > \`Agents\` (1 member) have \`READ_RECORDS\` in \`Desk\` for more records
          before: when \`Status is "Open"\`
          now: when \`Status is not empty\`
          for example \`alice\` in \`Desk\`, now: \`Status "New"\`
          before by policy \`Some\` through \`Agents\`
          now by policy \`Some\` through \`Agents\`
          before, at a.writ:7:10
          at a.writ:7:10

      - \`bob\` loses \`READ_RECORDS\` in \`Desk\`
          before: when \`Status is "Open"\`
          for example \`bob\` in \`Desk\`, before: \`Status "Open"\`
          before by role \`Agent\` through \`Agents\`, policy \`Some\` through \`Agents\`
          before, at a.writ:6:39
          before, at a.writ:7:10
      exit status 0`,
    );
  });

  it('is a comment for a pull request', async () => {
    checkText(
      await outcome(diff(before, now, ['--format', 'markdown'])),
      `
      ### Access: 1 gained, 1 widened, 1 lost

      \`old\` → \`new\`, for 2026-11-21.

      #### Gained (1)

      | Where | Who | What | Which records | By |
      | --- | --- | --- | --- | --- |
      | \`Desk\` | \`Agents\` (1 member) | \`CREATE_RECORDS\` |   | now by role \`Agent\` through \`Agents\` |

      #### Widened: for more records (1)

      | Where | Who | What | Which records | By |
      | --- | --- | --- | --- | --- |
      | \`Desk\` | \`Agents\` (1 member) | \`READ_RECORDS\` | before: when \`Status is "Open"\`; now: when \`Status is not empty\`; for example \`alice\` in \`Desk\`, now: \`Status "New"\` | before by policy \`Some\` through \`Agents\`; now by policy \`Some\` through \`Agents\` |

      #### Lost (1)

      | Where | Who | What | Which records | By |
      | --- | --- | --- | --- | --- |
      | \`Desk\` | \`bob\` | \`READ_RECORDS\` | before: when \`Status is "Open"\`; for example \`bob\` in \`Desk\`, before: \`Status "Open"\` | before by role \`Agent\` through \`Agents\`, policy \`Some\` through \`Agents\` |
      exit status 0`,
    );
  });

  it('is JSON by its schema, the same bytes each time', async () => {
    const { out } = await diff(before, now, ['--format', 'json']);
    const value: DiffResult = JSON.parse(out);
    assert.ok(validate(value), JSON.stringify(validate.errors, undefined, 1));
    assert.deepEqual(value.summary, { gained: 1, lost: 1, widened: 1, narrowed: 0, changed: 0, unknown: 0 });
    assert.deepEqual(value.before, { name: 'old', root: 'old', files: 1 });
    const start = { line: 5, character: 52 };
    assert.deepEqual(value.entries?.[0], {
      change: 'gained',
      principals: [{ kind: 'group', name: 'Agents', itself: true, members: 1, except: [] }],
      permissions: ['CREATE_RECORDS'],
      places: [{ kind: 'object', name: 'Desk' }],
      reasons: [
        {
          side: 'after',
          text: 'role `Agent` through `Agents`',
          file: 'a.writ',
          range: { start, end: { line: 5, character: 66 } },
        },
      ],
    });
    assert.equal((await diff(before, now, ['--format', 'json'])).out, out);
  });

  it('is JSON by its schema whatever differs', async () => {
    const rich = (extra: string, account: string) => `organization Acme { domains "acme.com" }
user alice "alice@acme.com"
user eve "eve@other.com" { external }
role "Inviter" { members alice  grants ${extra} }
app One { field Owner: user  service account Bot { purpose "x"  usable by ${account} } }
app Two { role R { members eve  grants READ_RECORDS  auto-share on assign }  field O: user as assignee }
`;
    const { out } = await diff(rich('READ_ROLES', 'alice'), `${rich('ADMIN', 'eve')}role { }`, ['--format', 'json']);
    const value: unknown = JSON.parse(out);
    assert.ok(validate(value), JSON.stringify(validate.errors, undefined, 1));
    assert.ok(!validate({ ...JSON.parse(out), more: 1 }));
  });

  it('says what is broken on either side, and takes it for no difference nowhere', async () => {
    const text = await outcome(diff(before, broken));
    assert.match(text, /\? not decided in `Desk`: after: a role or account is broken and might allow more/);
    assert.match(text, /! after: a\.writ:6:53 unknown-permission: .*\nexit status 1$/s);
    assert.match(await outcome(diff(broken, broken)), /^nobody may do more or less\n(?:.|\n)*exit status 0$/);
    assert.match(
      await outcome(diff(`${now}role { grantz ADMIN }`, `${now}role { grantz READ_ROLES }`)),
      /\? not decided: what has an error is another text now, and might allow more or less\n(?:.|\n)*exit status 1$/,
    );
  });

  it('lists renames, which change nothing', async () => {
    const { out, status } = await diff(now, now.replaceAll('Agents', 'Staff'), ['--fail-on', 'change']);
    assert.match(out, /^nobody may do more or less; names differ\n(?:.|\n)*= group `Agents` is now `Staff`\n$/);
    assert.equal(status, 0);
  });
});

describe('the exit status of diff', () => {
  const less = now.replace(', CREATE_RECORDS', '');
  const cases: readonly (readonly [string, number, string, string, readonly string[]])[] = [
    ['no difference', 0, now, now, ['--fail-on', 'change']],
    ['a difference', 0, before, now, []],
    ['a gain that may be', 0, less, now, []],
    ['a gain that may not be', 1, less, now, ['--fail-on', 'gain']],
    ['more records', 1, less.replace('is not empty', 'is "New"'), less, ['--fail-on', 'gain']],
    [
      'other records',
      1,
      less.replace('is not empty', 'is "New"'),
      less.replace('is not empty', 'is "Open"'),
      ['--fail-on', 'gain'],
    ],
    ['fewer records', 0, less, less.replace('is not empty', 'is "New"'), ['--fail-on', 'gain']],
    ['a loss', 0, now, less, ['--fail-on', 'gain']],
    ['a loss that may not be', 1, now, less, ['--fail-on', 'change']],
    ['something broken after', 1, now, broken, []],
    ['something broken before', 1, broken, now, []],
    ['a format that there is not', 2, now, now, ['--format', 'sarif']],
    ['something to fail on that there is not', 2, now, now, ['--fail-on', 'everything']],
    ['no calendar day', 2, now, now, ['--as-of', 'today']],
  ];
  for (const [name, expected, old, next, argv] of cases)
    it(`is ${expected} for ${name}`, async () => {
      for (const format of ['pretty', 'markdown', 'json']) {
        const options = argv.includes('--format') ? argv : [...argv, '--format', format];
        const { status, out, err } = await diff(old, next, options);
        assert.equal(status, expected, out + err);
      }
    });

  it('is 2 where a side or a file of it cannot be read', async () => {
    const good = { 'old/a.writ': now, 'new/a.writ': now };
    const run = async (files: Files, ...argv: string[]) => outcome(writ(['diff', ...argv], files));
    const nothing = 'holds no `writ.json` and no `.writ` file\nexit status 2';
    assert.equal(await run({ ...good, 'empty/readme.md': '' }, 'old', 'empty'), `writ: \`empty\` ${nothing}`);
    assert.equal(
      await run({ ...good, 'writ.json': '{}' }, 'old', 'new'),
      'writ: `old` and `new` are in one project: `/project`\nexit status 2',
    );
    const denied = await run({ ...good, 'old/b.writ': { denied: true } }, 'old', 'new');
    assert.match(denied, /writ: in `old`: `b\.writ` cannot be read: permission denied\nexit status 2$/);
    assert.match(
      await run(good, 'old', 'new/a.writ'),
      /`new\/a\.writ` is no folder, and as a revision: git is not installed, or not on the PATH\nexit status 2$/,
    );
  });
});

describe('diff on another day', () => {
  it('compares both sides of that day', async () => {
    const role = (day: string) =>
      `user eve "eve@acme.com"\nrole R { members eve  grants READ_ROLES  expires ${day} }\n`;
    const on = async (day: string) =>
      (await diff(role('2026-12-31'), role('2027-01-31'), ['--as-of', day])).out.split('\n', 2);
    assert.deepEqual(await on('2026-12-01'), ['nobody may do more or less', 'old → new, 2026-12-01']);
    assert.deepEqual(await on('2027-01-01'), ['1 gained', 'old → new, 2027-01-01']);
  });
});

describe('names in a diff', () => {
  const nasty = [
    '@octocat',
    '@everyone\n@here',
    '<img src=x onerror=alert(1)>',
    'a|b',
    'a\\|b',
    'a\\\\|b',
    '`a` ``b``',
    '](http://x) ![y](http://z)',
    'a\u001b[2J\u202eb',
    '::error::x',
    '##[stop-commands]x',
    '|\n| --- |\n',
    '-->',
    '$(x) #1 GH-2 !3 :smile:',
  ];

  /** What stands in code is text for every reader of Markdown; nothing else of a line may be a name's. */
  function outside(line: string): string {
    return line.replace(/(?<!`)(`+)(?!`)(?:.*?[^`])\1(?!`)/g, '');
  }

  for (const name of nasty)
    it(`${JSON.stringify(name)} is text alone`, async () => {
      const quoted = JSON.stringify(name);
      const text = (grants: string) => `user ${quoted} "a@acme.com"
group G { members ${quoted} }
app ${JSON.stringify(`${name} app`)} {
  field ${quoted}: choice(${quoted}, "b")
  role ${quoted} { description ${quoted}  members ${quoted}, G  grants ${grants} }
  policy ${quoted} { to ${quoted}  when ${quoted} is ${quoted} }
}
user "c${name.length}" "${'c'}@acme.com" { ${grants === 'ADMIN' ? 'nonsense' : ''} }
`;
      for (const [old, next] of [
        ['READ_RECORDS', 'READ_RECORDS, CREATE_RECORDS'],
        ['READ_RECORDS', 'ADMIN'],
      ] as const) {
        const { out, err } = await diff(text(old), text(next), ['--format', 'markdown']);
        assert.equal(err, '');
        for (const line of out.split('\n')) {
          assert.doesNotMatch(line, /[\p{Cc}\u202e]/u, line);
          assert.doesNotMatch(line, /^\s*::|##[a-z]*\[/, line);
          assert.doesNotMatch(outside(line.replace(/^#+ /, '')), /[@<>[\]#!$]|octocat|smile|http/, line);
          if (!line.startsWith('| `')) continue;
          // As GitHub's parser cuts cells: a backslash takes the character behind it along.
          assert.equal(line.replace(/\\./g, '').split('|').length, 7, line);
        }
        assert.doesNotMatch((await diff(text(old), text(next))).out.replaceAll('\n', ''), /[\p{Cc}\u202e]/u);
      }
    });
});

describe('a long diff', () => {
  it('fits into a comment, and says what was cut', async () => {
    const long = 'R'.repeat(100);
    const places = (grants: string) =>
      Array.from(
        { length: 500 },
        (_, i) => `app A${i} { role ${long}${i} { members u${i}  grants ${grants} } }\n`,
      ).join('');
    const users = Array.from({ length: 500 }, (_, i) => `user u${i} "u${i}@acme.com"\n`).join('');
    const condition = (text: string) =>
      `app Long { field F: text  policy P { to u1  when F is ${JSON.stringify(text.repeat(5000))} }  role R { members u1  grants READ_RECORDS } }\n`;
    const old = users + places('READ_RECORDS') + condition('x');
    const next = users + places('CREATE_RECORDS, READ_RECORDS') + condition('@y|');
    const { out } = await diff(old, next, ['--format', 'markdown']);
    assert.ok(out.length < 62_000 && out.length > 50_000, String(out.length));
    assert.match(out, /\n\*Cut to fit: \d+ more gained\. `writ diff` lists all\.\*\n$/);
    const shown = out.split('\n').filter((line) => line.startsWith('| `A')).length;
    const [, cut] = /(\d+) more gained/.exec(out) ?? [];
    assert.equal(shown + Number(cut), 500);
    assert.match(out, /^#### Changed: .*\(1\)$/m);
  });
});
