// `writ import scim` from the command to the files: pages in, a project out, and a directory only where it can be read.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { runInFolder } from './folder-run.ts';
import { type Files, memoryDisk, writ } from './memory-host.ts';

const erin = { id: 'u1', userName: 'erin', emails: [{ value: 'erin@acme.com', primary: true }] };
const group = { id: 'g1', displayName: 'Agents', members: [{ value: 'u1' }] };
const people = JSON.stringify([erin, group]);

const run = (args: readonly string[], files: Files) => runInFolder(['import', 'scim', ...args], files);

describe('writ import scim', () => {
  it('declares users and groups, from all files of a folder as pages', async () => {
    const files = {
      'in/users.json': JSON.stringify(erin),
      'in/groups.NDJSON': JSON.stringify(group),
      'in/writ.json': '{',
    };
    const { status, out, err, disk, textOf } = await run(['in', '--out', 'people'], files);
    assert.equal(
      err,
      `imported: users 1, inactive users 0, external users 0, groups 1
not in view: roles and policies, of which SCIM says nothing
not in view: attributes that are no text, and those of other extensions than the enterprise one
not in view: whether addresses make somebody external: those without \`external\` are of \`acme.com\` (1)
`,
    );
    assert.deepEqual([status, out], [0, '']);
    assert.equal(await textOf('people/groups.writ'), 'group Agents {\n  members erin\n}\n');
    assert.equal((await writ(['check', 'people'], {}, { disk })).status, 0);
  });

  it('names a file of the project that it writes into, from where it writes', async () => {
    const { status, err, disk, textOf } = await run(
      ['data/people.json', '--as', 'directory', '--out', 'access/people'],
      {
        'writ.json': '{}',
        'data/people.json': people,
      },
    );
    assert.equal(
      err,
      'imported: directories 1, users 1, inactive users 0, groups 1\nnot in view: roles and policies, of which SCIM says nothing\nnot in view: attributes that are no text, and those of other extensions than the enterprise one\n',
    );
    assert.equal(status, 0);
    assert.equal(await textOf('access/people/directory.writ'), 'directory "../../data/people.json"\n');
    const { out } = await writ(['eval', 'who can READ_RECORDS in organization'], {}, { disk });
    assert.doesNotMatch(out, /directory-unreadable/);
    assert.equal((await writ(['check'], {}, { disk })).status, 0);
  });

  it('prints what would stand in the working folder, and makes it a project there', async () => {
    assert.match((await run(['a.json', '--as', 'directory'], { 'a.json': people })).out, /^directory "a\.json"$/m);
    const { textOf, disk } = await run(['a.json', '--as', 'directory', '--out', '.'], { 'a.json': people });
    assert.equal(await textOf('directory.writ'), 'directory "a.json"\n');
    assert.equal((await writ(['check'], {}, { disk })).status, 0);
  });

  it('names no file outside of the project, however it is reached', async () => {
    const outside: Files = {
      'out.json': people,
      'acme/writ.json': '{}',
      'acme/link.json': { link: '../out.json' },
      'acme/folder': { link: '../elsewhere' },
      'elsewhere/a.json': people,
    };
    for (const name of ['out.json', 'acme/../out.json', '/project/out.json', 'acme/link.json', 'acme/folder/a.json']) {
      const { status, err, textOf } = await run([name, '--as', 'directory', '--out', 'acme'], outside);
      assert.equal(status, 2, name);
      assert.match(err, /lost: the file lies outside of the project/, name);
      assert.match(await textOf('acme/directory.writ'), /no such file/);
    }
  });

  it('names no file whose name is another path on another platform', async () => {
    for (const name of ['a\\b.json', '..\\a.json', 'c:a.json']) {
      const { status, err } = await run([name, '--as', 'directory'], { [name]: people });
      assert.equal(status, 2, name);
      assert.match(err, /outside of the project/, name);
    }
  });

  it('ends with 1 where something is lost, and with 2 where there is nobody', async () => {
    const torn = await run(['a.json'], { 'a.json': `[${JSON.stringify(erin)},` });
    assert.equal(torn.status, 1);
    assert.match(torn.err, /^a\.json:1: lost: this is not JSON/m);
    for (const text of ['', '[]', '{', '\u0000', '{"Resources": 7}']) {
      const { status, out, textOf } = await run(['a.json', '--out', 'new'], { 'a.json': text });
      assert.deepEqual([status, out], [2, ''], text);
      assert.match(await textOf('new/writ.json'), /no such file/);
    }
  });

  it('ends with 2 where its files cannot be written, and says nothing of what came over', async () => {
    const full = async () => ({ failure: 'the disk is full', missing: false });
    const disk = { ...memoryDisk({ '/project/a.json': people }), create: full };
    const { status, out, err } = await writ(['import', 'scim', 'a.json', '--out', 'new'], {}, { disk });
    assert.deepEqual([status, out, err], [2, '', 'writ: nothing is written to `new`: the disk is full\n']);
  });

  it('takes no form that the format does not have', async () => {
    const { status, err } = await writ(['import', 'terraform', 'a.tf', '--as', 'directory'], { 'a.tf': '' });
    assert.deepEqual([status, err], [2, 'writ: this format is not imported `--as directory`\n']);
    assert.equal((await run(['a.json', '--as', 'poem'], { 'a.json': people })).status, 2);
    assert.match((await writ(['import', '--help'])).out, /--as directory\s+a `directory`/);
  });
});
