// `writ mcp`: its tools through the protocol, in a real repository, with questions as assistants ask them and as they should not.
import { strict as assert } from 'node:assert';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { build as bundle } from 'esbuild';
import { after, afterEach, before, describe, it } from 'mocha';
import { common } from '../../scripts/build.ts';
import { at } from '../../scripts/places.ts';
import { newRepository, removeRepositories, type TestRepository } from './repository.ts';

const running = new Set<ChildProcess>();
const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'writ-mcp-')));
const program = path.join(folder, 'cli.cjs');

interface Message {
  readonly id?: number;
  readonly result?: {
    readonly instructions?: string;
    readonly tools?: readonly { readonly name: string; readonly annotations: { readonly readOnlyHint: boolean } }[];
    readonly content?: readonly { readonly text: string }[];
    readonly isError?: boolean;
  };
  readonly error?: unknown;
}

interface Assistant {
  /** What it is told when it begins. */
  readonly instructions: string;
  request(method: string, params: unknown): Promise<Message>;
  /** `text`, behind `! ` where nothing was found out. */
  call(tool: string, input: unknown): Promise<string>;
  raw(line: string): void;
  /** Ends its input; gives the status. */
  end(): Promise<number | null>;
  /** As Ctrl+C does, with its input open. */
  interrupt(): Promise<number | null>;
}

async function start(folder: string): Promise<Assistant> {
  const server = spawn(process.execPath, [program, 'mcp', '--stdio', '--as-of', '2026-11-21'], { cwd: folder });
  running.add(server);
  const waiting = new Map<number, (message: Message) => void>();
  createInterface({ input: server.stdout }).on('line', (line) => {
    const message: Message = JSON.parse(line);
    if (message.id !== undefined) waiting.get(message.id)?.(message);
  });
  let last = 0;
  const raw = (line: string) => server.stdin.write(`${line}\n`);
  const request = (method: string, params: unknown) => {
    const id = ++last;
    raw(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
    return new Promise<Message>((resolve) => waiting.set(id, resolve));
  };
  const clientInfo = { name: 'test', version: '1' };
  const begun = await request('initialize', { protocolVersion: '2025-06-18', capabilities: {}, clientInfo });
  raw(JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' }));
  return {
    instructions: begun.result?.instructions ?? '',
    request,
    raw,
    async call(tool, input) {
      const { result, error } = await request('tools/call', { name: tool, arguments: input });
      if (error !== undefined) return `! ${JSON.stringify(error)}`;
      return `${result?.isError === true ? '! ' : ''}${result?.content?.map(({ text }) => text).join('')}`;
    },
    end() {
      server.stdin.end();
      return new Promise((resolve) => server.on('exit', resolve));
    },
    interrupt() {
      server.kill('SIGINT');
      return new Promise((resolve) => server.on('exit', resolve));
    },
  };
}

const policies = `user ann "ann@acme.com"
user bob "bob@acme.com"
app "Help Desk" {
  field Open: boolean
  role Agent { members ann grants READ_RECORDS }
  policy Open { to ann when Open is true }
}
expect bob can READ_RECORDS in "Help Desk"
`;

function repository(): TestRepository {
  const made = newRepository();
  made.commit({ 'writ.json': '{}', 'a.writ': policies });
  return made;
}

describe('mcp', () => {
  before(() => bundle({ ...common, entryPoints: [at('server', 'src', 'cli', 'main.ts')], outfile: program }));
  after(() => {
    rmSync(folder, { recursive: true, force: true });
    removeRepositories();
  });
  // Of a test that has failed.
  afterEach(() => {
    for (const server of running) server.kill();
    running.clear();
  });

  it('has tools that only read', async () => {
    const assistant = await start(repository().folder);
    const { result } = await assistant.request('tools/list', {});
    assert.deepEqual(
      result?.tools?.map(({ name, annotations }) => [name, annotations.readOnlyHint]),
      ['evaluate', 'explain', 'who_can', 'check', 'difference'].map((name) => [name, true]),
    );
    assert.match(assistant.instructions, /^These tools answer questions about access/);
    assert.equal(await assistant.end(), 0);
  });

  it('answers from the policies', async () => {
    const assistant = await start(repository().folder);
    const asked = { principal: 'ann', permission: 'READ_RECORDS', place: 'Help Desk' };
    assert.match(await assistant.call('evaluate', asked), /^allowed when .*Open is true/);
    assert.match(await assistant.call('evaluate', { ...asked, record: { Open: 'true' } }), /^allowed\n/);
    assert.match(await assistant.call('evaluate', { ...asked, record: { Open: 'false' } }), /^refused: /);
    assert.match(
      await assistant.call('evaluate', { ...asked, principal: 'bob' }),
      /^refused: [\s\S]*what would allow it/,
    );
    assert.match(await assistant.call('who_can', { permission: 'READ_RECORDS', place: 'Help Desk' }), /`ann` when/);
    assert.match(await assistant.call('explain', { question: 'what can ann do in "Help Desk"' }), /`READ_RECORDS`/);
    assert.match(
      await assistant.call('check', { severity: 'error' }),
      /^1 finding and 1 of less weight.*; 0 of 1 expectations of the project hold\na\.writ:8:1: error: /,
    );
    assert.equal(await assistant.end(), 0);
  });

  it('reads the project anew for each question, and compares it with revisions', async () => {
    const made = repository();
    const assistant = await start(made.folder);
    assert.equal(await assistant.call('difference', {}), 'nobody may do more or less');
    made.write({ 'a.writ': policies.replace('members ann ', 'members ann, bob ').replace('to ann ', 'to ann, bob ') });
    assert.match(await assistant.call('difference', { revision: 'HEAD' }), /^1 gained\n\+ .*bob/);
    assert.match(await assistant.call('explain', { question: 'bob can READ_RECORDS in "Help Desk"' }), /^allowed when/);
    assert.equal(await assistant.end(), 0);
  });

  it('refuses what lies outside, what is no revision, and what makes no sense', async () => {
    const made = repository();
    const assistant = await start(made.folder);
    for (const file of ['/etc/passwd', '../other/a.writ', 'sub/../../a.writ', 'C:\\a.writ', '..\\a.writ'])
      assert.match(await assistant.call('check', { file }), /^! .*outside of the project/);
    assert.match(await assistant.call('check', { file: 'none.writ' }), /^! the project has no file/);
    for (const revision of ['.', '..', '/', '--output=x', 'nowhere', 'HEAD:a.writ'])
      assert.match(await assistant.call('difference', { revision }), /^! /, revision);
    assert.match(await assistant.call('evaluate', { principal: 'ann' }), /^! /);
    assert.match(await assistant.call('explain', { question: 'ann may' }), /^! the question cannot be read/);
    assert.match(await assistant.call('explain', { question: 5 }), /^! /);
    assert.match(await assistant.call('remove_everything', {}), /^! /);
    assistant.raw('this is no JSON');
    assistant.raw('{"jsonrpc":"2.0","id":"x"}');
    assert.match(await assistant.call('check', { severity: 'error' }), /^1 finding /);
    assert.equal(made.git('status', '--porcelain'), '');
    assert.equal(await assistant.end(), 0);
  });

  it('says what to do about a call that is not as it should be', async () => {
    const assistant = await start(repository().folder);
    const asked = { principal: 'ann', permission: 'READ_RECORDS', place: 'Help Desk' };
    assert.match(
      await assistant.call('evaluate', { ...asked, principal: 'ANN', record: { open: true } }),
      /^allowed\nasked: ann can/,
    );
    assert.match(await assistant.call('check', { path: 'a.writ' }), /^! there is no argument `path`: it takes `file`/);
    assert.match(await assistant.call('evaluate', { principal: 'ann' }), /^! `permission` is missing: A constant/);
    assert.match(await assistant.call('evaluate', { ...asked, record: 'open' }), /^! `record` has to be an object/);
    assert.match(
      await assistant.call('evaluate', { ...asked, principal: ['ann'] }),
      /^! `principal` has to be one text/,
    );
    assert.match(await assistant.call('evaluate', undefined), /^! `principal` is missing/);
    assert.match(await assistant.call('evaluate', { ...asked, principal: 'Agent' }), /^! .*is a role .*members: `ann`/);
    assert.equal(await assistant.end(), 0);
  });

  it('says what in the project cannot be read, and allows nothing for it', async () => {
    const made = repository();
    const assistant = await start(made.folder);
    made.write({ 'a.writ': policies.replace('members ann grants', 'members ann, grants') });
    const asked = { principal: 'bob', permission: 'READ_RECORDS', place: 'Help Desk' };
    assert.match(await assistant.call('evaluate', asked), /broken/);
    made.write({ 'a.writ': undefined, 'writ.json': undefined });
    assert.match(await assistant.call('evaluate', asked), /^! /);
    assert.equal(await assistant.end(), 0);
  });

  it('ends when it is interrupted', async function () {
    // There is no such signal on Windows: the process is just ended.
    if (process.platform === 'win32') this.skip();
    const assistant = await start(repository().folder);
    assert.equal(await assistant.interrupt(), 0);
  });

  it('needs a project, and to be told how to speak', async () => {
    const made = newRepository();
    made.write({ 'notes.txt': 'nothing here' });
    const ran = await made.writ(['mcp', '--stdio']);
    assert.deepEqual([ran.status, ran.out], [2, '']);
    assert.equal((await made.writ(['mcp'])).status, 2);
  });
});
