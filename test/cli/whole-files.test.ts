// Files on a real disk: all in their places or none, whatever fails on the way, and nothing else left behind.
import { strict as assert } from 'node:assert';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { rename } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { type NewContent, reasonOf } from '../../server/src/cli/disk.ts';
import { nodeDisk, withSlashes } from '../../server/src/cli/node-disk.ts';
import { type Move, type Over, putFiles } from '../../server/src/cli/whole-files.ts';

describe('files that are put together', () => {
  let folder = '';
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'writ-whole-')));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const at = (name: string) => path.join(folder, name);
  const content = (name: string, text: string): NewContent => ({
    path: at(name),
    bytes: new TextEncoder().encode(text),
  });
  const put = (name: string, text: string) => writeFileSync(at(name), text);
  /** Every file with its text. */
  const there = () =>
    Object.fromEntries(
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => statSync(at(name)).isFile())
        .sort()
        .map((name) => [withSlashes(name), readFileSync(at(name), 'utf8')]),
    );

  /** Fails the so-manieth time, then never again. */
  function failing(count: number): Move {
    let moves = 0;
    return (from, to) => (moves++ === count ? Promise.reject(new Error('no more')) : rename(from, to));
  }

  const three = () => [content('a', 'new a'), content('b', 'new b'), content('c', 'new c')];

  for (const over of ['file', 'either'] satisfies Over[])
    it(`put back what stood there, whichever of them fails (${over})`, async () => {
      for (const name of ['a', 'b', 'c']) put(name, `old ${name}`);
      if (over === 'either') rmSync(at('b'));
      const before = there();
      for (let count = 0; count < 3; count++) {
        await assert.rejects(putFiles(three(), over, failing(count)), /no more/);
        assert.deepEqual(there(), before, `when ${count} were in their places`);
      }
      await putFiles(three(), over);
      assert.deepEqual(there(), { a: 'new a', b: 'new b', c: 'new c' });
    });

  it('never remove the only copy of what stood there', async () => {
    for (const name of ['a', 'b', 'c']) put(name, `old ${name}`);
    let moves = 0;
    const move: Move = (from, to) => (moves++ > 0 ? Promise.reject(new Error('no more')) : rename(from, to));
    await assert.rejects(putFiles(three(), 'file', move), /no more/);
    assert.deepEqual(there(), { [`.a.${process.pid}.old`]: 'old a', a: 'new a', b: 'old b', c: 'old c' });
  });

  it('put nothing over what is there, where nothing may be', async () => {
    put('c', 'mine');
    await assert.rejects(putFiles(three(), 'nothing'), { code: 'EEXIST' });
    assert.deepEqual(there(), { c: 'mine' });
  });

  it('need a file in the place, where they take one', async () => {
    put('a', 'old');
    await assert.rejects(putFiles(three(), 'file'), { code: 'ENOENT' });
    mkdirSync(at('b'));
    await assert.rejects(putFiles(three(), 'file'), { code: 'EISDIR' });
    await assert.rejects(putFiles(three(), 'either'), { code: 'EISDIR' });
    assert.deepEqual(there(), { a: 'old' });
  });

  it('keep who may read them, and links to them', async function () {
    if (process.platform === 'win32') this.skip();
    put('real', 'old');
    chmodSync(at('real'), 0o640);
    symlinkSync('real', at('a'));
    await putFiles([content('a', 'new')], 'either');
    assert.equal(readlinkSync(at('a')), 'real');
    assert.deepEqual([readFileSync(at('real'), 'utf8'), statSync(at('real')).mode & 0o777], ['new', 0o640]);
  });

  it('are refused at once where a system has no folders made', async function () {
    if (process.platform !== 'linux') return this.skip();
    const file = { path: '/proc/writ/sub/a.writ', bytes: new Uint8Array() };
    const refused = { failure: 'there is no such file or folder', missing: true };
    assert.deepEqual(await nodeDisk.create('/proc/writ', [file]), refused);
    assert.deepEqual(await nodeDisk.write('/proc/writ', [file]), refused);
  });

  it('are made with their folders or not at all', async () => {
    const to = withSlashes(at('x/y'));
    const files = (name: string) =>
      [`${to}/a`, `${to}/${name}`].map((each) => ({ path: each, bytes: new Uint8Array() }));
    assert.equal((await nodeDisk.write(to, files('b'.repeat(300))))?.failure, 'the name is too long');
    assert.deepEqual(readdirSync(folder), []);
    assert.equal(await nodeDisk.write(to, files('b')), undefined);
    assert.equal(await nodeDisk.write(to, files('c')), undefined);
    assert.deepEqual(there(), { 'x/y/a': '', 'x/y/b': '', 'x/y/c': '' });
    const refused = await nodeDisk.write(to, [...files('b'), { path: withSlashes(at('x')), bytes: new Uint8Array() }]);
    assert.deepEqual(refused, {
      failure: 'a folder stands where a file has to',
      missing: false,
      file: withSlashes(at('x')),
    });
    assert.equal(refused && reasonOf(refused, withSlashes(folder)), '`x`: a folder stands where a file has to');
    put('file', '');
    const inFile = await nodeDisk.write(withSlashes(at('file')), []);
    assert.equal(inFile?.failure, 'a file stands where a folder has to');
  });
});
