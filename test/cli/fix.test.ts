// `writ fix`: what it makes, what it prints and writes, what it leaves alone, and how it ends.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import type { Disk } from '../../server/src/cli/disk.ts';
import { type Files, type Machine, memoryDisk, type Ran, writ } from './memory-host.ts';

const people = 'user alice "alice@acme.com"\nuser bob "bob@acme.com"\n';
const unused = 'role Nobody { description "d"  grants READ_RECORDS }\n';
const app = (grants: string) => `app Desk {
  role R { description "d"  members alice  grants ${grants} }
  policy P { to alice }
}
`;
const redundant = app('READ_RECORDS, view on Records');
const text = `${people}${unused}${redundant}`;
const fixed = `${people}${app('view on Records')}`;

interface Fixed extends Ran {
  /** What is in the files then, by path. */
  readonly files: Readonly<Record<string, string>>;
}

/** Runs `writ fix` on files below `/project`, on the disk as `around` has it. */
async function fix(args: readonly string[], files: Files, around = (disk: Disk): Disk => disk): Promise<Fixed> {
  const disk = memoryDisk(
    Object.fromEntries(Object.entries(files).map(([name, entry]) => [`/project/${name}`, entry])),
  );
  const machine: Machine = { disk: around(disk) };
  const ran = await writ(['fix', ...args], {}, machine);
  const after: Record<string, string> = {};
  for (const name of Object.keys(files)) {
    const read = await disk.read(`/project/${name}`);
    after[name] = 'bytes' in read ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(read.bytes) : read.failure;
  }
  return { ...ran, files: after };
}

describe('writ fix', () => {
  it('makes the fixes that cannot change access, says which, and writes the files', async () => {
    const { status, out, err, files } = await fix([], { 'writ.json': '{}', 'a.writ': text });
    assert.deepEqual(files, { 'writ.json': '{}', 'a.writ': fixed });
    assert.equal(
      out,
      `a.writ:3 unused-role: Remove the role \`Nobody\`
a.writ:5 redundant-grant: Remove \`READ_RECORDS\`
2 fixes made in ., access unchanged
`,
    );
    assert.equal(err, '');
    assert.equal(status, 0);
  });

  it('finds nothing to do the second time', async () => {
    const { status, out, files } = await fix([], { 'writ.json': '{}', 'a.writ': fixed });
    assert.equal(files['a.writ'], fixed);
    assert.equal(out, '0 fixes made in ., access unchanged\n');
    assert.equal(status, 0);
  });

  it('makes none that changes access, or what is expected', async () => {
    const unseen = `${people}${app('READ_RECORDS')}expect bob can READ_RECORDS in Desk\nquery bbo can READ_RECORDS in Desk\n`;
    const { status, files } = await fix([], { 'writ.json': '{}', 'a.writ': unseen });
    assert.equal(files['a.writ'], unseen);
    assert.equal(status, 0);
  });

  it('prints a patch and writes nothing with --dry-run', async () => {
    const { status, out, files } = await fix(['--dry-run'], { 'writ.json': '{}', 'a.writ': `${people}${redundant}` });
    assert.equal(files['a.writ'], `${people}${redundant}`);
    assert.match(out, /^--- a\.writ\n\+\+\+ a\.writ\n@@ /m);
    assert.match(out, /^-\s+role R .*READ_RECORDS, view on Records \}$/m);
    assert.match(out, /^\+\s+role R .*grants view on Records \}$/m);
    assert.equal(status, 0);
  });

  it('names files in a patch as they are found from the working folder', async () => {
    const files = { 'writ.json': '{}', 'inner/writ.json': '{}', 'inner/b.writ': text };
    const { out } = await fix(['--dry-run', '.'], files);
    assert.match(out, /^--- inner\/b\.writ\n\+\+\+ inner\/b\.writ\n/m);
  });

  it('keeps the byte order mark and the line ends of a file', async () => {
    const windows = `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    const { files } = await fix([], { 'writ.json': '{}', 'a.writ': windows });
    assert.equal(files['a.writ'], `\uFEFF${fixed.replaceAll('\n', '\r\n')}`);
  });

  it('makes those of the rules that are named', async () => {
    const one = await fix(['--rule', 'redundant-grant'], { 'writ.json': '{}', 'a.writ': text });
    assert.equal(one.files['a.writ'], `${people}${unused}${app('view on Records')}`);
    const both = await fix(['--rule', 'redundant-grant', '--rule', 'unused-role'], {
      'writ.json': '{}',
      'a.writ': text,
    });
    assert.equal(both.files['a.writ'], fixed);
  });

  it('refuses a rule that is none, with the nearest one', async () => {
    const { status, err, files } = await fix(['--rule', 'unused-rol'], { 'writ.json': '{}', 'a.writ': text });
    assert.match(err, /Did you mean unused-role\?/);
    assert.equal(files['a.writ'], text);
    assert.equal(status, 2);
  });

  it('changes only what is named, judged with all of its project', async () => {
    const files = { 'writ.json': '{}', 'a.writ': `${people}${unused}`, 'below/b.writ': redundant };
    const below = await fix(['below'], files);
    assert.deepEqual(below.files, { ...files, 'below/b.writ': app('view on Records') });
    const one = await fix(['a.writ'], files);
    assert.deepEqual(one.files, { ...files, 'a.writ': people });
  });

  it('fixes every project below, each by itself', async () => {
    const files = { 'writ.json': '{}', 'a.writ': text, 'inner/writ.json': '{}', 'inner/b.writ': text };
    const { out, files: after } = await fix(['.'], files);
    assert.deepEqual(after, { ...files, 'a.writ': fixed, 'inner/b.writ': fixed });
    assert.match(out, /^inner\/b\.writ:3 unused-role: /m);
    assert.match(out, /^2 fixes made in inner, access unchanged$/m);
  });

  it('leaves alone what a comment hides', async () => {
    const hidden = `${people}// writ-ignore unused-role: kept for the audit\n${unused}`;
    const { files } = await fix([], { 'writ.json': '{}', 'a.writ': hidden });
    assert.equal(files['a.writ'], hidden);
  });

  it('writes nothing of a project of which a file has changed meanwhile', async () => {
    const later = `${text}// more\n`;
    const reads = new Map<string, number>();
    const changing = (disk: Disk): Disk => ({
      ...disk,
      async read(path) {
        const count = (reads.get(path) ?? 0) + 1;
        reads.set(path, count);
        const isLate = path.endsWith('b.writ') && count > 1;
        return isLate ? { bytes: new TextEncoder().encode(later) } : disk.read(path);
      },
    });
    const before = { 'writ.json': '{}', 'a.writ': `${people}${unused}`, 'b.writ': redundant };
    const { status, err, files } = await fix([], before, changing);
    assert.deepEqual({ ...files, 'b.writ': redundant }, before);
    assert.match(err, /nothing of `\.` is written: `.*b\.writ`: it has changed meanwhile/);
    assert.equal(status, 2);
  });

  it('ends with 2 where a file cannot be written or read', async () => {
    const readOnly = (disk: Disk): Disk => ({
      ...disk,
      replace: async () => ({ failure: 'permission denied', missing: false }),
    });
    const written = await fix([], { 'writ.json': '{}', 'a.writ': text }, readOnly);
    assert.equal(written.files['a.writ'], text);
    assert.match(written.err, /nothing of `\.` is written: permission denied/);
    assert.equal(written.status, 2);
    const read = await fix([], { 'writ.json': '{}', 'a.writ': text, 'b.writ': { denied: true } });
    assert.match(read.err, /`b\.writ` cannot be read: permission denied/);
    assert.equal(read.status, 2);
  });

  it('ends with 2 where there is nothing such as is named', async () => {
    const { status, err } = await fix(['nowhere'], { 'writ.json': '{}', 'a.writ': text });
    assert.match(err, /nowhere/);
    assert.equal(status, 2);
  });

  it('ends with 0 whatever is found besides', async () => {
    const failing = `${fixed}expect bob can READ_RECORDS in Desk\n`;
    assert.equal((await fix([], { 'writ.json': '{}', 'a.writ': failing })).status, 0);
  });
});
