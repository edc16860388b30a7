// The command line as it ships: bundled, in a process of its own, on a real disk, with every Node that is at hand.
import { strict as assert } from 'node:assert';
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { build as bundle } from 'esbuild';
import { after, before, describe, it } from 'mocha';
import { common } from '../../scripts/build.ts';

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'writ-cli-')));
const program = path.join(folder, 'cli.cjs');
const work = path.join(folder, 'project');

const good = 'user alice "alice@acme.com"\r\nmanaged role Admin { members alice }\r\n';

function write(name: string, content: string | Uint8Array): void {
  const file = path.join(work, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** The Node that runs the tests, and others on the path: the command line is for Node 20 too. */
function nodes(): string[] {
  const others = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .map((each) => path.join(each, process.platform === 'win32' ? 'node.exe' : 'node'))
    .filter((file) => existsSync(file))
    .map((file) => realpathSync(file));
  return [...new Set([realpathSync(process.execPath), ...others])];
}

function writ(argv: readonly string[], options: { node?: string; cwd?: string } = {}): SpawnSyncReturns<string> {
  const { node = process.execPath, cwd = work } = options;
  const env = { PATH: process.env['PATH'] ?? '', SYSTEMROOT: process.env['SYSTEMROOT'] ?? '' };
  return spawnSync(node, [program, ...argv], {
    cwd,
    env,
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 64 * 1024 * 1024,
  });
}

describe('the bundled command line', () => {
  before(async () => {
    await bundle({ ...common, entryPoints: ['server/src/cli/main.ts'], outfile: program });
    write('writ.json', '{}');
    write('a.writ', good);
    write('sub/b.writ', 'expect alice can ADMIN in organization\n');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const node of nodes()) {
    const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
    it(`runs with Node ${version}`, () => {
      const checked = writ(['check', '--format', 'json'], { node });
      assert.deepEqual([checked.status, checked.stderr], [0, '']);
      assert.deepEqual(JSON.parse(checked.stdout).projects[0].files, 2);
      const asked = writ(['eval', 'who can ADMIN in organization'], { node });
      assert.deepEqual([asked.status, asked.stderr], [0, '']);
      assert.match(asked.stdout, /alice/);
      assert.equal(writ(['rules', 'syntax'], { node }).status, 0);
      assert.equal(writ(['check', 'nothing'], { node }).status, 2);
      assert.equal(writ([], { node }).status, 2);
    });
  }

  it('has no colour and no progress where no terminal is', () => {
    const { stdout, stderr } = writ(['check', 'sub']);
    assert.deepEqual([stdout.includes('\u001b'), stderr], [false, '']);
  });

  it('follows no link round in a circle, and reads no pipe', function () {
    if (process.platform === 'win32') this.skip();
    const links = path.join(folder, 'links');
    mkdirSync(path.join(links, 'x'), { recursive: true });
    writeFileSync(path.join(links, 'writ.json'), '{}');
    writeFileSync(path.join(links, 'x', 'a.writ'), good);
    symlinkSync('..', path.join(links, 'x', 'up'));
    symlinkSync('../x', path.join(links, 'x', 'self'));
    symlinkSync('loop', path.join(links, 'loop'));
    const checked = writ(['check', '--format', 'json'], { cwd: links });
    assert.deepEqual([checked.status, JSON.parse(checked.stdout).projects[0].files], [0, 1]);
    assert.equal(writ(['check', 'loop'], { cwd: links }).status, 2);
    spawnSync('mkfifo', [path.join(links, 'pipe.writ')]);
    assert.equal(writ(['check', 'pipe.writ'], { cwd: links }).status, 2);
    assert.equal(writ(['check', '/dev/null'], { cwd: links }).status, 2);
  });

  it('ends quietly where nobody reads to the end', async () => {
    const many = path.join(folder, 'many');
    mkdirSync(many);
    writeFileSync(
      path.join(many, 'a.writ'),
      Array.from({ length: 4000 }, (_, i) => `user u${i} "no address ${i}"\n`).join(''),
    );
    const child = spawn(process.execPath, [program, 'check', '--format', 'json'], {
      cwd: many,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let err = '';
    child.stderr.on('data', (bytes: Buffer) => {
      err += bytes.toString();
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.on('close', resolve));
    assert.deepEqual([status, err], [1, '']);
  });

  it('writes all of a long result to a pipe', () => {
    const { stdout, status } = writ(['check', '--format', 'json'], { cwd: path.join(folder, 'many') });
    assert.equal(status, 1);
    assert.equal(JSON.parse(stdout).projects[0].findings.length, 4000);
  });

  it('writes nothing to the disk that it reads', function () {
    if (process.platform === 'win32') this.skip();
    const list = () => spawnSync('ls', ['-laR', '--time-style=full-iso', work], { encoding: 'utf8' }).stdout;
    const seen = list();
    for (const argv of [
      ['check'],
      ['check', '--format', 'github'],
      ['eval', 'alice can ADMIN in organization'],
      ['rules'],
    ])
      writ(argv);
    assert.equal(list(), seen);
  });

  it('checks again where a file of the disk changes, until it is interrupted', async function () {
    if (process.platform === 'win32') this.skip();
    const child = spawn(process.execPath, [program, 'check', '--watch'], {
      cwd: work,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const runs: string[] = [];
    let text = '';
    const changes = [
      () => write('c.writ', 'group A { members nobody }\n'),
      () => write('new/d.writ', 'group B { members nobody }\n'),
    ];
    child.stdout.on('data', (bytes: Buffer) => {
      text += bytes.toString();
      const summary = /^(?:no findings|\d+ errors?).*$/m.exec(text);
      if (summary === null) return;
      text = '';
      // A folder and the file in it may be seen one after the other.
      if (runs.at(-1) === summary[0]) return;
      runs.push(summary[0]);
      const change = changes[runs.length - 1];
      if (change === undefined) child.kill('SIGINT');
      else change();
    });
    const status = await new Promise((resolve) => child.on('close', resolve));
    assert.deepEqual([runs, status], [['no findings in 2 files', '1 error in 3 files', '2 errors in 4 files'], 1]);
  });

  it('is the language server, too', async () => {
    const child = spawn(process.execPath, [program, 'lsp', '--stdio'], {
      cwd: work,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const send = (message: object) => {
      const text = JSON.stringify({ jsonrpc: '2.0', ...message });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
    };
    let text = '';
    const answered = new Promise<void>((resolve) => {
      child.stdout.on('data', (bytes: Buffer) => {
        text += bytes.toString();
        if (text.includes('"capabilities"')) resolve();
      });
    });
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    await answered;
    assert.match(text, /^Content-Length: \d+\r\n/);
    const closed = new Promise((resolve) => child.on('close', resolve));
    send({ id: 2, method: 'shutdown' });
    send({ method: 'exit' });
    assert.equal(await closed, 0);
  });
});
