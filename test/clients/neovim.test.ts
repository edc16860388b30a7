// Neovim on `writ lsp --stdio`: a client that Writ was not written for and did not choose. Skipped where there is no Neovim.
import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { build as bundle } from 'esbuild';
import { after, before, describe, it } from 'mocha';
import { common } from '../../scripts/build.ts';
import { at } from '../../scripts/places.ts';

const TIMEOUT_MS = 60_000;
const script = at('test', 'clients', 'neovim.lua');

interface Diagnostic {
  readonly code: string;
  /** The text that it underlines. */
  readonly at: string;
}

/** What the script says, by step. */
interface Said {
  readonly problem?: string;
  /** Nothing where the server gave no outline. */
  readonly symbols?: number;
  readonly clean?: readonly Diagnostic[];
  readonly mistake?: readonly Diagnostic[];
  readonly corrected?: readonly Diagnostic[];
  readonly hover?: { readonly kind: string; readonly value: string };
  readonly completion?: readonly string[];
  readonly definition?: readonly {
    readonly targetUri: string;
    readonly targetSelectionRange: { readonly start: { readonly line: number; readonly character: number } };
  }[];
  readonly expectation?: readonly Diagnostic[];
  /** Status with which the server ended. */
  readonly stopped?: number;
}

/** The first line of `nvim --version`; nothing where there is no Neovim. */
function neovimVersion(): string | undefined {
  const { status, stdout } = spawnSync('nvim', ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.split('\n')[0] : undefined;
}

function drive(folder: string, program: string): Said {
  const result = spawnSync('nvim', ['--headless', '--clean', '-n', '-i', 'NONE', '-c', `luafile ${script}`], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, WRIT_FOLDER: folder, WRIT_NODE: process.execPath, WRIT_CLI: program },
    timeout: TIMEOUT_MS,
  });
  const lines = result.stdout.split('\n').filter((line) => line.startsWith('{'));
  assert.equal(result.status, 0, result.stderr);
  return Object.fromEntries(
    lines.map((line) => {
      const { step, value }: { step: string; value: unknown } = JSON.parse(line);
      return [step, value];
    }),
  );
}

describe('Neovim', () => {
  let temporary: string | undefined;
  let said: Said = {};

  before(async function () {
    this.timeout(TIMEOUT_MS);
    const version = neovimVersion();
    if (version === undefined) {
      console.log('  no `nvim` on the PATH: Neovim as a client is skipped');
      this.skip();
    }
    temporary = realpathSync(mkdtempSync(path.join(tmpdir(), 'writ-neovim-')));
    const folder = path.join(temporary, 'service-desk');
    const program = path.join(temporary, 'cli.cjs');
    cpSync(at('samples', 'service-desk'), folder, { recursive: true });
    await bundle({ ...common, entryPoints: ['server/src/cli/main.ts'], outfile: program });
    said = drive(folder, program);
  });
  after(() => {
    if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true });
  });

  it('starts the server and has its answers', () => {
    assert.equal(said.problem, undefined);
    assert.ok((said.symbols ?? 0) > 10);
    assert.deepEqual(said.clean, []);
  });

  it('shows a mistake while it is typed, at its place behind letters of two bytes, and no longer when it is gone', () => {
    assert.deepEqual(said.mistake, [{ code: 'unknown-principal', at: 'thomas' }]);
    assert.deepEqual(said.corrected, []);
  });

  it('shows what is hovered over', () => {
    assert.equal(said.hover?.kind, 'markdown');
    assert.match(said.hover?.value ?? '', /Update Records/);
  });

  it('completes a permission', () => {
    assert.ok(said.completion?.includes('CREATE_MESSAGES'), said.completion?.join(', '));
  });

  it('goes to a definition in another file', () => {
    const [target] = said.definition ?? [];
    assert.equal(path.basename(target?.targetUri ?? ''), 'people.writ');
    assert.deepEqual(target?.targetSelectionRange.start, { line: 17, character: 6 });
  });

  it('shows an expectation that fails', () => {
    assert.deepEqual(said.expectation, [
      { code: 'failed-expectation', at: 'expect chloe can UPDATE_RECORDS on laptop' },
    ]);
  });

  it('ends the server, which ends well', () => {
    assert.equal(said.stopped, 0);
  });
});
