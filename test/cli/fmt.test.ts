// `writ fmt`: what it writes, what it prints, and how it ends.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { type Files, memoryDisk, type Ran, writ } from './memory-host.ts';

const sloppy = 'user  a "a@b.c"\n\n\nuser b "b@b.c"';
const neat = 'user a "a@b.c"\n\nuser b "b@b.c"\n';

interface Formatted extends Ran {
  readonly files: Readonly<Record<string, string>>;
}

/** Runs `writ fmt` on files below `/project`. */
async function fmt(args: readonly string[], files: Files): Promise<Formatted> {
  const disk = memoryDisk(
    Object.fromEntries(Object.entries(files).map(([name, entry]) => [`/project/${name}`, entry])),
  );
  const ran = await writ(['fmt', ...args], {}, { disk });
  const after: Record<string, string> = {};
  for (const name of Object.keys(files)) {
    const read = await disk.read(`/project/${name}`);
    after[name] = 'bytes' in read ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(read.bytes) : read.failure;
  }
  return { ...ran, files: after };
}

const files: Files = { 'writ.json': '{}', 'a.writ': sloppy, 'b.writ': neat };

describe('writ fmt', () => {
  it('formats the files of the project and says which it changed', async () => {
    const ran = await fmt([], files);
    assert.deepEqual(ran.files, { 'writ.json': '{}', 'a.writ': neat, 'b.writ': neat });
    assert.equal(ran.out, 'a.writ\n1 of 2 files formatted anew\n');
    assert.equal(ran.err, '');
    assert.equal(ran.status, 0);
  });

  it('changes what is named', async () => {
    const ran = await fmt(['b.writ'], files);
    assert.equal(ran.files['a.writ'], sloppy);
    assert.equal(ran.out, '0 of 1 file formatted anew\n');
  });

  it('lists with --check what is not formatted, and writes nothing', async () => {
    const ran = await fmt(['--check'], files);
    assert.equal(ran.files['a.writ'], sloppy);
    assert.equal(ran.out, 'a.writ\n1 of 2 files not formatted\n');
    assert.equal(ran.status, 1);
    assert.equal((await fmt(['--check', 'b.writ'], files)).status, 0);
  });

  it('prints one file with --stdout, and writes nothing', async () => {
    const ran = await fmt(['--stdout', 'a.writ'], files);
    assert.equal(ran.files['a.writ'], sloppy);
    assert.equal(ran.out, neat);
    assert.equal(ran.status, 0);
    const all = await fmt(['--stdout'], files);
    assert.equal(all.out, '');
    assert.match(all.err, /prints one file, and 2 are named/);
    assert.equal(all.status, 2);
  });

  it('keeps the byte order mark and the line ends', async () => {
    const windows = (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`;
    const ran = await fmt([], { 'writ.json': '{}', 'a.writ': windows(sloppy) });
    assert.equal(ran.files['a.writ'], windows(neat));
  });

  it('leaves what cannot be read, and ends well', async () => {
    const ran = await fmt([], { 'writ.json': '{}', 'a.writ': `${neat}role  R { grunts  X }\n` });
    assert.equal(ran.files['a.writ'], `${neat}role  R { grunts  X }\n`);
    assert.equal(ran.status, 0);
  });

  it('ends with 2 where a file cannot be read', async () => {
    const ran = await fmt([], { ...files, 'c.writ': { denied: true } });
    assert.match(ran.err, /`c\.writ` cannot be read: permission denied/);
    assert.equal(ran.files['a.writ'], neat);
    assert.equal(ran.status, 2);
    assert.equal((await fmt(['nowhere'], files)).status, 2);
  });
});
