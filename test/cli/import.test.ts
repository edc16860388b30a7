// `writ import`: which files it reads, what it prints, writes and leaves alone, and with which status it ends.
import { strict as assert } from 'node:assert';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, it } from 'mocha';
import { importFiles } from '../../server/src/cli/commands/import.ts';
import type { Disk } from '../../server/src/cli/disk.ts';
import { nodeDisk, withSlashes } from '../../server/src/cli/node-disk.ts';
import { type Files, hostOf, type Machine, memoryDisk, type Ran, writ } from './memory-host.ts';
import { toy } from './toy-import.ts';

async function importToy(names: readonly string[], files: Files, out?: string, machine: Machine = {}): Promise<Ran> {
  const { host, printed } = hostOf(files, machine);
  const status = await importFiles(host, toy, names, out === undefined ? {} : { out });
  return { status, ...printed() };
}

async function textOf(disk: Disk, file: string): Promise<string> {
  const read = await disk.read(file);
  return 'bytes' in read ? new TextDecoder().decode(read.bytes) : read.failure;
}

describe('writ import', () => {
  it('prints one document, and what came over on standard error', async () => {
    const { status, out, err } = await importToy(['a.toy'], { 'a.toy': 'user alice\nuser bob\n' });
    assert.equal(out, '## users.writ\n\n```writ\nuser alice "alice@acme.com"\nuser bob "bob@acme.com"\n```\n');
    assert.equal(err, 'imported: users 2\nnot in view: what users may do\n');
    assert.equal(status, 0);
  });

  it('ends with 1 where something is lost, and says where', async () => {
    const { status, err } = await importToy(['a.toy'], { 'a.toy': 'user alice\nchanged a word\nlost two words' });
    assert.equal(
      err,
      `imported: users 1
a.toy:2: changed: a word
a.toy:3: lost: two words
not in view: what users may do
1 lost, 1 changed
`,
    );
    assert.equal(status, 1);
    assert.equal((await importToy(['a.toy'], { 'a.toy': 'user alice\nchanged a word' })).status, 0);
  });

  it('writes a folder that then is a project which checks', async () => {
    const disk = memoryDisk({ '/project/a.toy': 'user alice\nfile deep/more.writ\nuser bob' });
    const { status, out, err } = await importToy(['a.toy'], {}, 'new/acme', { disk });
    assert.deepEqual([status, out], [0, '']);
    assert.match(err, /^imported: users 2$/m);
    assert.equal(await textOf(disk, '/project/new/acme/writ.json'), '{}\n');
    assert.equal(await textOf(disk, '/project/new/acme/deep/more.writ'), 'user bob "bob@acme.com"\n');
    assert.equal((await writ(['check', 'new/acme'], {}, { disk })).status, 0);
  });

  it('makes no project of its own in one that is there', async () => {
    const disk = memoryDisk({ '/project/writ.json': '{"exclude":["old"]}', '/project/a.toy': 'user alice' });
    await importToy(['a.toy'], {}, 'people', { disk });
    assert.equal(await textOf(disk, '/project/people/users.writ'), 'user alice "alice@acme.com"\n');
    assert.match(await textOf(disk, '/project/people/writ.json'), /no such file/);
    await importToy(['a.toy'], {}, 'old', { disk });
    assert.equal(await textOf(disk, '/project/old/writ.json'), '{}\n');
  });

  it('puts nothing over what is there, and then writes nothing at all', async () => {
    const disk = memoryDisk({
      '/project/a.toy': 'user alice\nfile other.writ\nuser bob',
      '/project/acme/users.writ': 'mine',
    });
    const { status, out, err } = await importToy(['a.toy'], {}, 'acme', { disk });
    assert.deepEqual([status, out], [2, '']);
    assert.equal(err, 'writ: nothing is written to `acme`: `users.writ` is there already\n');
    assert.equal(await textOf(disk, '/project/acme/users.writ'), 'mine');
    assert.match(await textOf(disk, '/project/acme/other.writ'), /no such file/);
    assert.match(await textOf(disk, '/project/acme/writ.json'), /no such file/);
    assert.match((await importToy(['a.toy'], {}, 'a.toy', { disk })).err, /it is a file/);
    assert.match((await importToy(['a.toy'], {}, '', { disk })).err, /an empty name names nothing/);
  });

  it('lets no name lead out of the folder, or be another on another disk', async () => {
    const names = ['../x.writ', '/x.writ', 'a/../../x.writ', 'c:/x.writ', '..\\x.writ', '.x/a.writ', 'nul.writ'];
    for (const name of [...names, 'a//x.writ', 'x.writ ', 'a./x.writ', 'x\u0000.writ', '', 'WRIT.json']) {
      const disk = memoryDisk({ '/project/a.toy': `file ${name}\nuser alice` });
      const { status, err } = await importToy(['a.toy'], {}, 'acme', { disk });
      assert.equal(status, 2, name);
      assert.match(err, /^writ: nothing is written to `acme`: (?:two files|`.*` is no name)/, name);
      assert.match(await textOf(disk, '/project/acme/writ.json'), /no such file/);
    }
    const twins = { 'a.toy': 'file Desk.writ\nuser alice\nfile desk.writ\nuser bob' };
    assert.match((await importToy(['a.toy'], twins, 'acme')).err, /two files would have the name `desk\.writ`/);
  });

  it('reads of a folder what ends as the format does, in the order of the names', async () => {
    const files: Files = {
      'in/b.toy': 'user bob',
      'in/a/z.TOY': 'user alice',
      'in/c.toy.txt': 'user carol',
      'in/d.txt': 'user dan',
      'in/.hidden/e.toy': 'user erin',
      'in/node_modules/f.toy': 'user finn',
      'in/g.toy': { link: '../elsewhere/g' },
      'in/h': { link: '.' },
      'elsewhere/g': 'user gus',
    };
    const users = (out: string) => [...out.matchAll(/^user (\w+)/gm)].map(([, name]) => name);
    assert.deepEqual(users((await importToy(['in'], files)).out), ['alice', 'bob', 'carol', 'gus']);
    assert.deepEqual(users((await importToy(['in/d.txt', 'in/b.toy', './in/'], files)).out), [
      ...['dan', 'bob', 'alice', 'carol', 'gus'],
    ]);
    const { err } = await importToy(['in/'], { 'in/a/b.toy': 'lost x\nuser alice' });
    assert.match(err, /^in\/a\/b\.toy:1: lost: x$/m);
  });

  it('ends with 2 where something that is named cannot be read, and then writes nothing', async () => {
    const files: Files = {
      'a.toy': 'user alice',
      'in/': '',
      'in/b.toy': { denied: true },
      'c.toy': { pipe: true },
      'empty/x.txt': '',
    };
    const { status, out, err } = await importToy(['a.toy', 'in', 'c.toy', 'none', 'empty', ''], files, 'acme');
    assert.deepEqual([status, out], [2, '']);
    assert.equal(
      err,
      `writ: \`in/b.toy\` cannot be read: permission denied
writ: \`c.toy\` is neither a file nor a folder
writ: \`none\` cannot be read: there is no such file or folder
writ: \`empty\` holds no file that ends with \`.toy\` or \`.toy.txt\`
writ: an empty PATH names nothing
`,
    );
  });

  it('ends with 2 where there is nothing to import, and says what was lost', async () => {
    const { status, out, err } = await importToy(['a.toy'], { 'a.toy': 'lost all' }, 'acme');
    assert.deepEqual([status, out], [2, '']);
    assert.match(err, /^a\.toy:1: lost: all$/m);
    assert.match(err, /^writ: nothing of what is there can be imported$/m);
  });

  it('shows words of others and never obeys them', async () => {
    const { err } = await importToy(['a.toy'], { 'a.toy': 'user alice\nlost \u001b[2Jx\r\u202ey ##[error]z' });
    for (const each of ['\u001b', '\r', '\u202e', '##[']) assert.ok(!err.includes(each), err);
    assert.match(err, /\\u001B\[2Jx\\r\\u202Ey/);
  });

  it('refuses a format that there is not', async () => {
    const { status, err } = await writ(['import', 'yaml', 'a.yaml'], { 'a.yaml': '' });
    assert.equal(status, 2);
    assert.match(err, /yaml/);
  });
});

describe('the disk, when an import is written', () => {
  const made = (at: string, name: string) => ({ path: `${at}/${name}`, bytes: new TextEncoder().encode(name) });

  async function inFolder(use: (folder: string, slashed: string) => Promise<void>): Promise<void> {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'writ-import-'));
    try {
      await use(folder, withSlashes(folder));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  it('makes the folders inside', () =>
    inFolder(async (real, at) => {
      const files = ['a.writ', 'b/c/d.writ', 'b/e.writ'].map((name) => made(`${at}/new/acme`, name));
      assert.equal(await nodeDisk.create(`${at}/new/acme`, files), undefined);
      const there = readdirSync(path.join(real, 'new', 'acme'), { recursive: true, encoding: 'utf8' });
      assert.deepEqual(there.map(withSlashes).sort(), ['a.writ', 'b', 'b/c', 'b/c/d.writ', 'b/e.writ']);
    }));

  it('takes back files and folders when it fails in the middle', () =>
    inFolder(async (real, at) => {
      const long = `${'x'.repeat(300)}.writ`;
      const files = ['a.writ', 'b/c/d.writ', `b/${long}`].map((name) => made(`${at}/new/acme`, name));
      assert.equal((await nodeDisk.create(`${at}/new/acme`, files))?.failure, 'the name is too long');
      assert.deepEqual(readdirSync(real), []);
    }));

  it('leaves the folders alone that were there', () =>
    inFolder(async (real, at) => {
      writeFileSync(path.join(real, 'b'), 'mine');
      const failed = await nodeDisk.create(at, [made(at, 'a.writ'), made(at, 'c/d.writ'), made(at, 'b/e.writ')]);
      assert.equal(failed?.failure, 'a file stands where a folder has to');
      assert.deepEqual(readdirSync(real), ['b']);
      assert.equal(readFileSync(path.join(real, 'b'), 'utf8'), 'mine');
    }));
});
