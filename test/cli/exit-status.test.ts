// The exit status of every kind of run: 0 nothing is wrong, 1 something is, 2 the run or a part of it could not be done.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { type Files, type Machine, writ } from './memory-host.ts';

const people = 'user alice "alice@acme.com"\nmanaged role "Admin" { members alice }\n';
const held = 'expect alice can READ_RECORDS in organization\n';
const failed = 'expect alice cannot READ_RECORDS in organization\n';
const broken = 'group Agents { members bob }\n';
/** A warning, whatever the rule says of it. */
const warning = {
  'writ.json': '{ "rules": { "missing-description": "warning" } }',
  'roles.writ': 'role Reader { members alice  grants READ_RECORDS }\n',
};
const bytes = new Uint8Array([0x75, 0xff, 0xfe]);

async function check(expected: number, argv: readonly string[], files: Files, machine?: Machine): Promise<string> {
  const { status, out, err } = await writ(argv, files, machine);
  assert.equal(status, expected, `${argv.join(' ')}\n${out}${err}`);
  return out + err;
}

describe('the exit status of check', () => {
  const cases: readonly (readonly [string, number, readonly string[], Files])[] = [
    ['a project without findings', 0, [], { 'writ.json': '{}', 'a.writ': people }],
    ['a project without files', 0, [], { 'writ.json': '{}' }],
    ['a folder without settings', 0, [], { 'a.writ': people }],
    ['an expectation that holds', 0, [], { 'a.writ': people + held }],
    ['an expectation that fails', 1, [], { 'a.writ': people + failed }],
    ['a finding at error level', 1, [], { 'a.writ': people + broken }],
    [
      'an expectation that cannot be evaluated',
      1,
      [],
      { 'a.writ': 'expect nobody can ADMIN in organization\nrole { members }' },
    ],
    ['a warning', 0, [], { ...warning, 'a.writ': people }],
    ['as many warnings as may be', 0, ['--max-warnings', '1'], { ...warning, 'a.writ': people }],
    ['more warnings than may be', 1, ['--max-warnings', '0'], { ...warning, 'a.writ': people }],
    [
      'an error in a file that was not asked about',
      0,
      ['a.writ'],
      { 'writ.json': '{}', 'a.writ': people, 'b.writ': broken },
    ],
    ['a wrong value in settings', 1, [], { 'writ.json': '{ "rules": { "no-such-rule": "error" } }', 'a.writ': people }],
    ['settings that are not JSON', 2, [], { 'writ.json': '{ "rules": ', 'a.writ': people }],
    ['settings that are no object', 2, [], { 'writ.json': '[]', 'a.writ': people }],
    ['settings that are empty', 2, [], { 'writ.json': '', 'a.writ': people }],
    ['settings that cannot be read', 2, [], { 'writ.json': { denied: true }, 'a.writ': people }],
    ['settings that are not UTF-8', 2, [], { 'writ.json': bytes, 'a.writ': people }],
    ['a file that is not UTF-8', 2, [], { 'writ.json': '{}', 'a.writ': bytes }],
    ['a file that cannot be read', 2, [], { 'writ.json': '{}', 'a.writ': { denied: true } }],
    [
      'a file that cannot be read and was not asked about',
      2,
      ['a.writ'],
      { 'writ.json': '{}', 'a.writ': people, 'b.writ': bytes },
    ],
    [
      'a folder that cannot be read',
      2,
      [],
      { 'writ.json': '{}', 'a.writ': people, 'sub/': { denied: true }, 'sub/b.writ': people },
    ],
    ['a link that leads nowhere', 2, [], { 'writ.json': '{}', 'a.writ': people, 'b.writ': { link: 'c.writ' } }],
    ['a pipe with the name of a file', 2, [], { 'writ.json': '{}', 'a.writ': people, 'b.writ': { pipe: true } }],
    ['a directory file that is missing', 1, [], { 'writ.json': '{}', 'a.writ': 'directory "people.json"\n' }],
    [
      'one that is missing for another file',
      1,
      ['b.writ'],
      { 'writ.json': '{}', 'a.writ': 'directory "x.json"\n', 'b.writ': people },
    ],
    ['unreadable and an error', 2, [], { 'writ.json': '{}', 'a.writ': people + failed, 'b.writ': bytes }],
    ['a PATH that is missing', 2, ['nothing.writ'], { 'a.writ': people }],
    ['a PATH that is missing beside one that is there', 2, ['a.writ', 'nothing.writ'], { 'a.writ': people }],
    ['a PATH that cannot be read', 2, ['a.writ'], { 'a.writ': { denied: true } }],
    ['a PATH that is a pipe', 2, ['a.writ'], { 'a.writ': { pipe: true } }],
    ['an empty PATH', 2, [''], { 'a.writ': people }],
    ['a PATH that is no file of Writ', 2, ['notes.md'], { 'writ.json': '{}', 'a.writ': people, 'notes.md': '' }],
    ['a folder without anything', 2, ['sub'], { 'a.writ': people, 'sub/notes.md': '' }],
    ['a working folder without anything', 2, [], { 'notes.md': '' }],
    ['a --project that is missing', 2, ['--project', 'nothing'], { 'a.writ': people }],
    ['a --project that is a file', 2, ['--project', 'a.writ'], { 'a.writ': people }],
    ['an --as-of that is no date', 2, ['--as-of', '2026-02-30'], { 'a.writ': people }],
    ['an --as-of in another form', 2, ['--as-of', '21.11.2026'], { 'a.writ': people }],
    ['a --format that there is not', 2, ['--format', 'xml'], { 'a.writ': people }],
    ['a --max-warnings that is no number', 2, ['--max-warnings', 'none'], { 'a.writ': people }],
    ['a --max-warnings below 0', 2, ['--max-warnings=-1'], { 'a.writ': people }],
    ['an option that there is not', 2, ['--fix'], { 'a.writ': people }],
  ];
  for (const [what, status, argv, files] of cases) {
    it(`is ${status} for ${what}`, () => check(status, ['check', ...argv], files));
  }

  it('says what could not be read where the findings do not', async () => {
    const files = { 'writ.json': '{}', 'a.writ': people, 'b.writ': bytes };
    assert.match(await check(2, ['check', 'a.writ'], files), /^writ: `b\.writ` cannot be read: it is not UTF-8$/m);
    const directory = { 'writ.json': '{}', 'a.writ': people, 'b.writ': 'directory "people.json"\n' };
    assert.match(await check(1, ['check', 'a.writ'], directory), /^writ: .*people\.json/m);
  });
});

describe('the exit status of the program', () => {
  const files = { 'a.writ': people };
  it('is 0 for help and version', async () => {
    for (const argv of [
      ['--help'],
      ['help'],
      ['help', 'check'],
      ['check', '--help'],
      ['eval', '--help'],
      ['rules', '--help'],
      ['lsp', '--help'],
    ]) {
      const { out, err } = await writ(argv, files);
      assert.match(out, /^Usage: writ/, argv.join(' '));
      assert.equal(err, '');
      await check(0, argv, files);
    }
    assert.match(await check(0, ['--version'], files), /^\d+\.\d+\.\d+\n$/);
  });

  it('is 2 without a command, and for one that there is not', async () => {
    for (const argv of [[], ['tset'], ['--nothing'], ['eval'], ['eval', 'a', 'b'], ['rules', 'a', 'b'], ['lsp']]) {
      const { out } = await writ(argv, files);
      assert.equal(out, '', argv.join(' '));
      await check(2, argv, files);
    }
  });

  it('does not pass what the user wrote to the terminal as it is', async () => {
    const { err } = await writ(['check', '--\u001b[31m', 'x'], files);
    assert.ok(!err.includes('\u001b') && err.includes('\\u001B'), err);
    const other = await writ(['check', 'no\u001b[31m\nthing'], files);
    assert.ok(other.err.includes('no\\u001B[31m\\nthing'), other.err);
  });
});
