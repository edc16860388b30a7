// `writ init`: what it makes, what it leaves alone, what it says, and how it ends.
import { strict as assert } from 'node:assert';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'mocha';
import type { Disk } from '../../server/src/cli/disk.ts';
import { nodeDisk, withSlashes } from '../../server/src/cli/node-disk.ts';
import { templates } from '../../server/src/project/templates/registry.ts';
import { type Files, memoryDisk, writ } from './memory-host.ts';

const folder = (files: Files) =>
  memoryDisk(Object.fromEntries(Object.entries(files).map(([name, entry]) => [`/project/${name}`, entry])));

async function textOf(disk: Disk, file: string): Promise<string> {
  const read = await disk.read(file);
  return 'bytes' in read ? new TextDecoder().decode(read.bytes) : read.failure;
}

async function namesIn(disk: Disk, at: string): Promise<readonly string[]> {
  const listed = await disk.list(at);
  return 'entries' in listed ? listed.entries.map(({ name }) => name).sort() : [];
}

describe('writ init', () => {
  it('makes the plainest project in the working folder, and says what to do next', async () => {
    const disk = folder({ '': '' });
    const { status, out, err } = await writ(['init'], {}, { disk });
    assert.equal(
      out,
      `writ.json
organization.writ
Empty project: 2 files made in .

Next: put your own domains and people into \`organization.writ\`, and see what it comes to with
  writ check
`,
    );
    assert.equal(err, '');
    assert.equal(status, 0);
    assert.match(await textOf(disk, '/project/organization.writ'), /^organization "project" \{$/m);
  });

  it('makes a folder, and calls the organization as it is called or as is said', async () => {
    const disk = folder({ 'other.txt': '' });
    const { out, status } = await writ(['init', 'acme/access', '--template', 'contractors'], {}, { disk });
    assert.equal(status, 0);
    assert.match(out, /^acme\/access\/jobs\.writ$/m);
    assert.match(out, /read `acme\/access\/jobs\.writ`/);
    assert.match(out, /^ {2}writ check acme\/access$/m);
    assert.match(await textOf(disk, '/project/acme/access/organization.writ'), /^organization "access" \{$/m);
    // Half a year from the day that the clock says.
    assert.match(await textOf(disk, '/project/acme/access/jobs.writ'), /^ {4}expires 2027-05-23$/m);
    await writ(['init', 'named', '--name', 'Tall "Grass"'], {}, { disk });
    assert.match(await textOf(disk, '/project/named/organization.writ'), /^organization "Tall \\"Grass\\"" \{$/m);
  });

  it('makes of every template what then checks without a warning', async () => {
    for (const { id } of templates) {
      const disk = folder({ '': '' });
      assert.equal((await writ(['init', '--template', id], {}, { disk })).status, 0, id);
      const checked = await writ(['check', '--max-warnings', '0'], {}, { disk });
      assert.equal(checked.status, 0, checked.out);
      assert.equal((await writ(['fmt', '--check'], {}, { disk })).status, 0, id);
    }
  });

  it('names every template, with what it is, in its help', async () => {
    const { out } = await writ(['init', '--help']);
    for (const { id, description } of templates)
      assert.ok(out.replace(/\s+/g, ' ').includes(description) && out.includes(`  ${id} `));
  });

  it('leaves a folder alone that has policies or settings, and names them', async () => {
    const files = { 'writ.json': '{}', 'tests.writ': 'x', 'own.writ': 'y', 'README.md': 'z' };
    const disk = folder(files);
    const { status, out, err } = await writ(['init', '--template', 'accounts'], {}, { disk });
    assert.equal(out, '');
    assert.equal(err, 'writ: no project is made in `.`: `own.writ`, `tests.writ`, `writ.json` are there already\n');
    assert.equal(status, 2);
    assert.deepEqual(await namesIn(disk, '/project'), Object.keys(files).sort());
    const one = await writ(['init', 'sub'], { 'sub/writ.json': '{' });
    assert.match(one.err, /`sub`: `writ\.json` is there already/);
  });

  it('goes by what is there beside it', async () => {
    const disk = folder({ 'README.md': 'mine', '.git/HEAD': 'x' });
    assert.equal((await writ(['init'], {}, { disk })).status, 0);
    assert.equal(await textOf(disk, '/project/README.md'), 'mine');
  });

  it('ends with 2 where there can be no such folder, or it cannot be read or written', async () => {
    const file = await writ(['init', 'a.txt'], { 'a.txt': '' });
    assert.match(file.err, /no project is made in `a\.txt`: it is a file/);
    assert.equal(file.status, 2);
    const secret = await writ(['init', 'secret'], { 'secret/': { denied: true }, 'secret/x': '' });
    assert.match(secret.err, /permission denied/);
    assert.equal(secret.status, 2);
    const full: Disk = { ...folder({ '': '' }), create: async () => ({ failure: 'the disk is full', missing: false }) };
    const unwritten = await writ(['init'], {}, { disk: full });
    assert.deepEqual([unwritten.out, unwritten.status], ['', 2]);
    assert.match(unwritten.err, /the disk is full/);
  });

  it('refuses a template that is none, with those that there are', async () => {
    const { status, err } = await writ(['init', '--template', 'contractor'], { 'a.txt': '' });
    assert.match(err, /contractors/);
    assert.equal(status, 2);
  });

  it('shows names of folders and never obeys them', async () => {
    const { out } = await writ(['init', 'a\u001b[2Jb'], { 'a.txt': '' });
    assert.ok(!out.includes('\u001b'), out);
  });
});

describe('the disk, when files are made', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  async function inFolder(use: (folder: string, slashed: string) => Promise<void>): Promise<void> {
    const made = mkdtempSync(path.join(tmpdir(), 'writ-init-'));
    try {
      await use(made, withSlashes(made));
    } finally {
      rmSync(made, { recursive: true, force: true });
    }
  }

  it('makes the folder and the files, and nothing besides', () =>
    inFolder(async (real, at) => {
      const files = ['one', 'two'].map((name) => ({ path: `${at}/a/b/${name}`, bytes: bytes(name) }));
      assert.equal(await nodeDisk.create(`${at}/a/b`, files), undefined);
      assert.deepEqual(readdirSync(path.join(real, 'a', 'b')).sort(), ['one', 'two']);
      assert.equal(readFileSync(path.join(real, 'a', 'b', 'two'), 'utf8'), 'two');
    }));

  it('takes back what it made where one of them is there by then', () =>
    inFolder(async (real, at) => {
      writeFileSync(path.join(real, 'two'), 'mine');
      const files = ['one', 'two'].map((name) => ({ path: `${at}/${name}`, bytes: bytes(name) }));
      assert.equal((await nodeDisk.create(at, files))?.failure, 'there is something of that name');
      assert.deepEqual(readdirSync(real), ['two']);
      assert.equal(readFileSync(path.join(real, 'two'), 'utf8'), 'mine');
    }));

  it('says where a file stands in the way of a folder', () =>
    inFolder(async (real, at) => {
      writeFileSync(path.join(real, 'x'), '');
      const failed = await nodeDisk.create(`${at}/x/y`, [{ path: `${at}/x/y/z`, bytes: bytes('') }]);
      assert.equal(failed?.failure, 'a file stands where a folder has to');
    }));
});
