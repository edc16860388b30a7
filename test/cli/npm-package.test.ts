// The command line as npm installs it: packed, installed without a network outside of the checkout, and run from there.
import { strict as assert } from 'node:assert';
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { transform } from 'esbuild';
import { after, before, describe, it } from 'mocha';
import { packageCommandLine, tarballLimit } from '../../scripts/cli-package.ts';
import { npm } from '../../scripts/run.mjs';

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'writ-npm-')));
const work = path.join(folder, 'work');
const installed = path.join(work, 'node_modules', 'writ');
const launcher = path.join(installed, 'dist', 'writ.cjs');

/** As a script of a package would: the installed command by its name. */
function run(program: string, argv: readonly string[]): SpawnSyncReturns<string> {
  const bin = path.join(work, 'node_modules', '.bin');
  const PATH = [bin, path.dirname(process.execPath), process.env['PATH'] ?? ''].join(path.delimiter);
  const env = { PATH, HOME: folder, SYSTEMROOT: process.env['SYSTEMROOT'] ?? '', npm_config_offline: 'true' };
  const shell = process.platform === 'win32';
  return spawnSync(program, argv, { cwd: work, env, shell, encoding: 'utf8', timeout: 60_000 });
}

/** What a server on standard input and output answers to one message, which `framed` makes of its text. */
async function answerOf(argv: readonly string[], message: object, framed: (text: string) => string): Promise<string> {
  const child = spawn(process.execPath, [launcher, ...argv], { cwd: work, stdio: ['pipe', 'pipe', 'inherit'] });
  let text = '';
  const answered = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.stdout.on('data', (bytes: Buffer) => {
      text += bytes.toString();
      if (text.includes('"capabilities"')) resolve();
    });
  });
  child.stdin.write(framed(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', ...message })));
  await answered;
  child.kill();
  return text;
}

describe('the package of the command line', () => {
  let tarball = '';
  before(async function () {
    this.timeout(180_000);
    tarball = await packageCommandLine(folder);
    mkdirSync(work);
    writeFileSync(path.join(work, 'package.json'), '{ "private": true }');
    npm(work, ['install', '--offline', '--ignore-scripts', tarball]);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('holds what runs, its schemas, a README and licences, and nothing else', () => {
    const files = globSync('**/*', { cwd: installed, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => path.relative(installed, path.join(each.parentPath, each.name)).replaceAll(path.sep, '/'));
    assert.deepEqual(files.sort(), [
      'LICENSE',
      'NOTICES.md',
      'README.md',
      'dist/check.schema.json',
      'dist/cli.cjs',
      'dist/diff.schema.json',
      'dist/writ.cjs',
      'dist/writ.schema.json',
      'man/writ.1',
      'package.json',
    ]);
    const manifest = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8'));
    assert.deepEqual(
      [manifest.dependencies, manifest.private, manifest.engines],
      [undefined, undefined, { node: '>=20' }],
    );
    const notices = readFileSync(path.join(installed, 'NOTICES.md'), 'utf8');
    for (const name of ['commander', 'chevrotain', 'ajv', 'sax'])
      assert.match(notices, new RegExp(`^## ${name} `, 'm'));
  });

  it('is small', () => {
    const { size } = statSync(tarball);
    assert.ok(size > 100 * 1024 && size <= tarballLimit, `${size} bytes`);
  });

  it('makes and checks a project, by its name and by npx', () => {
    const made = run('writ', ['init', 'policies']);
    assert.deepEqual([made.status, made.stderr], [0, '']);
    const checked = run('writ', ['check', 'policies']);
    assert.deepEqual([checked.status, checked.stderr], [0, '']);
    assert.match(checked.stdout, /no findings/);
    const result = run('npx', ['--offline', 'writ', 'check', 'policies', '--format', 'json']);
    assert.equal(result.status, 0, result.stderr);
    writeFileSync(path.join(work, 'result.json'), result.stdout);
    const merged = run('writ', ['merge', 'result.json']);
    assert.deepEqual([merged.status, merged.stdout, merged.stderr], [0, result.stdout, '']);
    assert.equal(run('writ', ['check', 'nothing']).status, 2);
  });

  it('is the language server', async () => {
    const params = { processId: null, rootUri: null, capabilities: {} };
    const answer = await answerOf(['lsp', '--stdio'], { params }, (text) => {
      return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
    });
    assert.match(answer, /^Content-Length: \d+\r\n[\s\S]*"hoverProvider"/);
  });

  it('is the server of tools for assistants', async () => {
    const params = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } };
    const answer = await answerOf(['mcp', '--stdio', '--project', 'policies'], { params }, (text) => `${text}\n`);
    assert.equal(JSON.parse(answer).result.serverInfo.name, 'writ');
  });

  it('tells an old Node that it is too old, in words that it can read', async () => {
    const old = `Object.defineProperty(process.versions, 'node', { value: '16.20.2' }); require(${JSON.stringify(launcher)});`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', old], { encoding: 'utf8' });
    assert.deepEqual([status, stdout, stderr], [2, '', 'writ: this is Node 16.20.2, and Node 20 or newer is needed\n']);
    const text = readFileSync(launcher, 'utf8');
    const { code } = await transform(text, { target: 'es5' });
    assert.ok(code.includes('require("./cli.cjs")'), code);
  });
});
