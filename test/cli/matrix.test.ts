// `writ matrix`: what it prints in each format, with which status it ends, and that names in it are names.
import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { describe, it } from 'mocha';
import { permissions } from '../../server/src/catalogue/permissions.ts';
import { pageStyle, styleHash } from '../../server/src/ide/matrix/formats/html.ts';
import { nasty } from '../support/nasty.ts';
import { type Files, writ } from './memory-host.ts';
import { readXml, type Xml } from './xml.ts';

const desk: Files = {
  'writ.json': '{}',
  'desk.writ': `user alice "alice@acme.com"
user bob "bob@acme.com"
user carol "carol@acme.com"
managed role Admin { members alice }
app "Service Desk" {
  field Status: choice("New", "Open")
  field Note: text
  role Agent { description "Works" members bob grants READ_RECORDS, CREATE_RECORDS }
  policy "Open ones" { to bob when Status is "Open" or Note is "a,b" }
}
`,
};

async function matrix(argv: readonly string[], files: Files = desk): Promise<string> {
  const { status, out, err } = await writ(['matrix', ...argv], files);
  assert.deepEqual([status, err], [0, ''], out);
  return out;
}

/** Values by RFC 4180; throws where a line is none. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const value = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  while (value.lastIndex < text.length) {
    const found = value.exec(text);
    if (found === null) throw new Error('this is no CSV');
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] !== ',') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

const inDesk = ['--in', 'Service Desk', '--permissions', '_records'];

describe('matrix compared with another state', () => {
  const before = `user alice "alice@acme.com"
user bob "bob@acme.com"
app Desk {
  field Status: choice("New", "Open")
  role Agent { description "Works" members bob grants READ_RECORDS, CREATE_RECORDS, DELETE_RECORDS }
  policy "Some" { to bob, alice when Status is "Open" }
}
`;
  const now = before
    .replace('DELETE_RECORDS', 'UPDATE_RECORDS')
    .replace('Status is "Open"', 'Status is "New"')
    .replace('members bob', 'members bob, alice');
  const states: Files = { 'old/desk.writ': before, 'new/desk.writ': now };
  const inNew = ['--project', 'new', '--against', 'old', '--in', 'Desk'];

  it('says of each cell how it differs, also where nothing is allowed any more', async () => {
    assert.equal(
      await matrix(inNew, states),
      `Permissions in Desk, as of 2026-11-21, compared with old

             1   2   3   4
alice  user  ✓+  a+  a+  ·
bob  user    ✓   a~  a+  ·-

1  CREATE_RECORDS
2  READ_RECORDS
3  UPDATE_RECORDS
4  DELETE_RECORDS

a  allowed when Status is "New"
✓ allowed  · refused  ! left open by something broken
+ gained or widened  - lost or narrowed  ~ other records  ? not known of one of the two
Left out, as nothing is allowed in them: 2 rows, 93 columns. \`--all\` shows them.
`,
    );
  });

  it('has in files the words, and of what is another alone what is asked for', async () => {
    const csv = await matrix([...inNew, '--only', 'different', '--principals', 'bob', '--format', 'csv'], states);
    assert.deepEqual(readCsv(csv), [
      ['Principal', 'Kind', 'READ_RECORDS', 'UPDATE_RECORDS', 'DELETE_RECORDS'],
      [
        'bob',
        'user',
        'allowed when Status is "New" (changed)',
        'allowed when Status is "New" (gained)',
        'refused: no role grants it (lost)',
      ],
    ]);
    const same = await matrix(
      ['--project', 'new', '--against', 'old', '--only', 'different', '--format', 'csv'],
      states,
    );
    assert.equal(same, 'Principal,Kind\r\n');
  });

  it('says what cannot be compared', async () => {
    const ran = async (argv: readonly string[], files = states) => {
      const { status, err } = await writ(['matrix', ...argv], files);
      return `${status} ${err.trim()}`;
    };
    assert.match(await ran(['--project', 'new', '--only', 'different']), /^2 .*`--only different` needs `--against`$/);
    assert.match(await ran(['--project', 'new', '--against', 'nowhere']), /^2 .*`nowhere` is no folder/);
    const broken = { ...states, 'old/desk.writ': before.replace('to bob', 'to nobody') };
    assert.match(await ran(inNew, broken), /^1/);
  });
});

describe('matrix', () => {
  it('is a table of signs, with what letters and numbers stand for', async () => {
    assert.equal(
      await matrix([...inDesk, '--permissions', 'admin access']),
      `Permissions in Service Desk, as of 2026-11-21

             1  2  3
alice  user  ✓  ✓  ✓
bob  user    ✓  a  ·

1  CREATE_RECORDS
2  READ_RECORDS
3  UPDATE_RECORDS, DELETE_RECORDS, BULK_UPDATE_RECORDS

a  allowed when Status is "Open" or Note is "a,b"
✓ allowed  · refused  ! left open by something broken
Left out, as nothing is allowed in them: 3 rows. \`--all\` shows them.
`,
    );
  });

  it('has rows and columns without anything where all are wanted', async () => {
    const lines = (await matrix([...inDesk, '--all', '--principals', 'carol'])).split('\n');
    assert.match(lines[3] ?? '', /^carol {2}user +·$/);
    const every = await matrix(['--principals', 'carol', '--all']);
    assert.match(every, /ADMIN, CREATE_ASSIGNMENT_ENGINES/);
    assert.match(await matrix(['--principals', 'carol']), /nothing is allowed in them: 1 row, \d+ columns/);
  });

  it('folds what is wider than the terminal, and has no line that is wider', async () => {
    const many = Array.from(
      { length: 40 },
      (_, i) => `user u${i} "u${i}@acme.com"\nrole R${i} { members u${i} grants ${permissionOf(i)} }\n`,
    );
    const files = { 'writ.json': '{}', 'a.writ': many.join('') };
    const { out } = await writ(['matrix'], files, { terminal: 60 });
    const lines = out.split('\n');
    assert.ok(lines.filter((line) => /^u0 /.test(line)).length > 1, out);
    for (const line of lines.filter((each) => !/[a-z]{3} /.test(each))) assert.ok(line.length <= 60, line);
  });

  it('is CSV by RFC 4180', async () => {
    const rows = readCsv(await matrix([...inDesk, '--principals', 'user bob', '--format', 'csv']));
    assert.deepEqual(rows, [
      [
        'Principal',
        'Kind',
        'CREATE_RECORDS',
        'READ_RECORDS',
        'UPDATE_RECORDS',
        'DELETE_RECORDS',
        'BULK_UPDATE_RECORDS',
      ],
      [
        'bob',
        'user',
        'allowed',
        'allowed when Status is "Open" or Note is "a,b"',
        'refused: no role grants it',
        'refused: no role grants it',
        'refused: no role grants it',
      ],
    ]);
  });

  it('is Markdown', async () => {
    const out = await matrix([
      ...inDesk,
      '--permissions',
      'x',
      '--principals',
      'user bob',
      '--only',
      'allowed-when',
      '--format',
      'markdown',
    ]);
    assert.equal(
      out,
      `# Permissions in Service Desk, as of 2026-11-21

| Principal | Kind | READ\\_RECORDS |
| --- | --- | --- |
| bob | user | allowed when Status is "Open" or Note is "a,b" |
`,
    );
  });

  it('is a page without scripts, whose policy knows its style', async () => {
    const out = await matrix(['--of', 'bob', '--permissions', 'READ_RECORDS', '--format', 'html']);
    assert.equal(createHash('sha256').update(pageStyle).digest('base64'), styleHash);
    const page = readXml(out);
    const [policy] = namesIn(page, 'meta').flatMap(({ attributes }) =>
      attributes['http-equiv'] === undefined ? [] : [attributes['content']],
    );
    assert.equal(policy, `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`);
    const cells = namesIn(page, 'td').map(({ attributes, children }) => [attributes['class'], children[0]?.text]);
    assert.deepEqual(cells, [
      [undefined, 'organization'],
      ['refused', 'refused: no role grants it'],
      [undefined, 'app'],
      ['allowed-when', 'allowed when Status is "Open" or Note is "a,b"'],
    ]);
  });

  it('ends with 1 where something broken leaves a cell open, and says so in it', async () => {
    const broken = { ...desk, 'desk.writ': `${desk['desk.writ']}`.replace('Status is "Open"', 'Status is "Opne"') };
    const { status, out } = await writ(['matrix', ...inDesk], broken);
    assert.equal(status, 1);
    assert.match(out, /bob {2}user +✓ +!/);
    const other = await writ(['matrix', ...inDesk, '--principals', 'alice'], broken);
    assert.equal(other.status, 0);
  });

  it('ends with 2 where there is no such place, principal or project, or a file cannot be read', async () => {
    const wrong: readonly (readonly [readonly string[], RegExp, Files?])[] = [
      [['--in', 'Servce Desk'], /no object `Servce Desk`; did you mean `"Service Desk"`\?/],
      [['--of', 'bobb'], /no principal `bobb`; did you mean `bob`\?/],
      [['--in', 'Service Desk', '--of', 'bob'], /cannot be used with/],
      [['--places', 'x'], /`--places` needs `--of`/],
      [['--only', 'maybe'], /Allowed choices/],
      [[], /holds no `writ\.json`/, {}],
      [[], /cannot be read/, { ...desk, 'b.writ': { denied: true } }],
    ];
    for (const [argv, message, files] of wrong) {
      const { status, err } = await writ(['matrix', ...argv], files ?? desk);
      assert.equal(status, 2, argv.join(' '));
      assert.match(err, message);
    }
  });

  for (const [what, text] of Object.entries(nasty))
    it(`shows names as names in every format: ${what}`, async () => {
      const name = JSON.stringify(text);
      const files: Files = {
        'writ.json': '{}',
        'a.writ': `user ${name} "a@acme.com"\napp App { field F: choice(${name}, "b") role R { members ${name} grants READ_RECORDS }\n policy P { to ${name} when F is ${name} } }\n`,
      };
      const argv = ['matrix', '--in', 'App', '--permissions', 'READ_RECORDS', '--principals', 'a@acme.com', '--format'];
      for (const format of ['table', 'csv', 'markdown', 'html']) {
        const { out } = await writ([...argv, format], files);
        for (const line of out.split(/\r?\n/)) assert.doesNotMatch(line, unseen, `${format}: ${JSON.stringify(line)}`);
        if (format === 'csv') for (const value of readCsv(out).flat()) assert.doesNotMatch(value, formula);
        if (format === 'markdown') assert.equal(out.split('\n')[4]?.match(/(?<!\\)\|/g)?.length, 4);
        if (format === 'html') assertHarmless(readXml(out));
      }
    });
});

const unseen = /[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b\u2028\u2029\ufeff]|\p{Cs}/u;
const formula = /^[\s\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;

const elements = [
  'html',
  'head',
  'meta',
  'title',
  'style',
  'body',
  'h1',
  'div',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'bdi',
];
const attributes = ['lang', 'charset', 'http-equiv', 'name', 'content', 'scope', 'title', 'class'];

function assertHarmless(of: Xml): void {
  assert.ok(elements.includes(of.name), of.name);
  for (const each of Object.keys(of.attributes)) assert.ok(attributes.includes(each), each);
  of.children.forEach(assertHarmless);
}

function namesIn(of: Xml, name: string): Xml[] {
  return [...(of.name === name ? [of] : []), ...of.children.flatMap((each) => namesIn(each, name))];
}

/** Another one for each number. */
function permissionOf(at: number): string {
  return permissions.filter(({ scopes }) => scopes.includes('organization'))[at + 1]?.constant ?? '';
}
