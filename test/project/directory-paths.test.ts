// The path of a `directory`: below the project or nowhere, however it is written and wherever links lead.
import { strict as assert } from 'node:assert';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { nodeDisk, withSlashes } from '../../server/src/cli/node-disk.ts';
import { directoryPath } from '../../server/src/model/bind-directories.ts';
import { readDirectories } from '../../server/src/project/directories.ts';
import { type Files, writ } from '../cli/memory-host.ts';

const secret = '[{"userName": "c4n4ry@acme.com"}]';

describe('the path of a directory', () => {
  it('is no path where it is absolute, on any platform, or leads out', () => {
    const drives = [
      'C:/a.json',
      'c:\\a.json',
      'C:a.json',
      '\\\\?\\C:\\a.json',
      '\\\\server\\share\\a.json',
      '//server/a.json',
    ];
    const out = [
      '../../a.json',
      '..\\..\\a.json',
      'x/../../../a.json',
      './/..//..//a.json',
      '../sub/../../a.json',
      '..\\../a.json',
    ];
    for (const each of [
      '',
      '/',
      '/etc/passwd',
      '\\etc',
      ...drives,
      ...out,
      '..',
      '../..',
      '../sub/..',
      'a\0.json',
      '../\0',
    ])
      assert.equal(directoryPath('sub/a.writ', each), undefined, JSON.stringify(each));
  });

  it('takes as names what only elsewhere would be steps, drives or addresses', () => {
    for (const [each, expected] of [
      ['%2e%2e/%2e%2e/a.json', 'sub/%2e%2e/%2e%2e/a.json'],
      ['..%2fa.json', 'sub/..%2fa.json'],
      ['file:///etc/passwd', 'sub/file:/etc/passwd'],
      ['https://acme.com/a.json', 'sub/https:/acme.com/a.json'],
      ['~/a.json', 'sub/~/a.json'],
      ['$HOME/a.json', 'sub/$HOME/a.json'],
      ['.../a.json', 'sub/.../a.json'],
      ['../C:/a.json', 'C:/a.json'],
      ['.\\b\\..\\a.json', 'sub/a.json'],
    ] as const)
      assert.equal(directoryPath('sub/a.writ', each), expected);
  });

  it('leads where the steps lead, and never out', () => {
    const step = fc.constantFrom('..', '.', '', 'a', 'b c', '%2e%2e', '...', '.. ', 'C:', 'c', '~');
    const steps = fc.array(fc.tuple(step, fc.constantFrom('/', '\\')), { maxLength: 8 });
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 3 }), (parts, depth) => {
        const written = parts
          .map(([name, divider]) => name + divider)
          .join('')
          .slice(0, -1);
        const file = `${'d/'.repeat(depth)}a.writ`;
        const found = directoryPath(file, written);
        const isAbsolute = /^(?:[/\\]|[a-z]:)/i.test(written);
        const full = path.posix.resolve(`/out/root/${'d/'.repeat(depth)}`, written.replaceAll('\\', '/'));
        const isBelow = !isAbsolute && written !== '' && full.startsWith('/out/root/') && !leaves(depth, written);
        assert.equal(found, isBelow ? full.slice('/out/root/'.length) : undefined, JSON.stringify(written));
      }),
    );
  });

  /** Out and in again is out: what the folder around is called is nobody's to know. */
  function leaves(depth: number, written: string): boolean {
    let at = depth;
    for (const name of written.split(/[/\\]/)) {
      if (name === '..') at--;
      else if (name !== '' && name !== '.') at++;
      if (at < 0) return true;
    }
    return false;
  }

  it('brings nobody from outside, and opens nothing there', async () => {
    const links: Files = {
      'acme/link.json': { link: '../out.json' },
      'acme/in': { link: '../elsewhere' },
      'acme/gone.json': { link: '../no such thing' },
      'acme/locked.json': { link: '../locked' },
      'out.json': secret,
      'elsewhere/a.json': secret,
      locked: { denied: true },
    };
    const paths = [
      'link.json',
      'in/a.json',
      'locked.json',
      '../out.json',
      '/project/out.json',
      '..\\\\out.json',
      'gone.json',
    ];
    for (const each of paths) {
      const text = `directory "${each}"\nexpect nobody can READ_RECORDS in organization\n`;
      const { status, out } = await writ(['check', 'acme'], { ...links, 'acme/writ.json': '{}', 'acme/a.writ': text });
      assert.equal(status, 1, each);
      assert.match(out, /directory-unreadable/, each);
      assert.doesNotMatch(out, /c4n4ry|permission denied/, each);
    }
  });

  it('may be a link within the project', async () => {
    const files = { 'writ.json': '{}', 'b.json': secret, 'a.json': { link: 'b.json' }, 'a.writ': 'directory "a.json"' };
    assert.equal((await writ(['check'], files)).status, 0);
  });

  it('follows links of a real disk no further than the project', async function () {
    if (process.platform === 'win32') this.skip();
    const real = mkdtempSync(path.join(os.tmpdir(), 'writ-directory-'));
    try {
      const at = (name: string) => path.join(real, name);
      for (const name of ['acme', 'acme/data', 'other']) mkdirSync(at(name));
      for (const name of ['acme/data/in.json', 'other/out.json']) writeFileSync(at(name), secret);
      symlinkSync('data/in.json', at('acme/in.json'));
      symlinkSync('../other/out.json', at('acme/out.json'));
      symlinkSync('../other', at('acme/folder'));
      symlinkSync('loop.json', at('acme/loop.json'));
      symlinkSync(at('acme'), at('same'));
      for (const root of ['acme', 'same']) {
        const paths = ['in.json', 'out.json', 'folder/out.json', 'loop.json', 'data'];
        const found = await readDirectories(nodeDisk, withSlashes(at(root)), paths);
        const out = { unreadable: 'it is a link that leads out of the project' };
        assert.deepEqual(Object.fromEntries(found), {
          'in.json': { text: secret },
          'out.json': out,
          'folder/out.json': out,
          'loop.json': { unreadable: 'it is a link that leads nowhere' },
          data: { unreadable: 'it is a folder' },
        });
      }
    } finally {
      rmSync(real, { recursive: true, force: true });
    }
  });
});
