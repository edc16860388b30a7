// A client that Writ was not written for, driven by a script of its own: what it must see of the samples. Skipped where it is not there.
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

export interface Client {
  readonly name: string;
  readonly program: string;
  /** What runs its script. */
  readonly args: readonly string[];
  /** Prints something and ends with 0 where all is there that the script needs. */
  readonly present: readonly string[];
}

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
  readonly references?: number;
  readonly expectation?: readonly Diagnostic[];
  /** Status with which the server ended. */
  readonly stopped?: number;
  /** 1 where it is so. */
  readonly formatted?: number;
  readonly renamed?: number;
  readonly elsewhere?: number;
}

function isPresent({ program, present }: Client): boolean {
  const { status, stdout } = spawnSync(program, present, { encoding: 'utf8' });
  return status === 0 && stdout !== '';
}

function drive({ program, args }: Client, folder: string, server: string): Said {
  const result = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, WRIT_FOLDER: folder, WRIT_NODE: process.execPath, WRIT_CLI: server },
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

export function describeClient(client: Client): void {
  describe(client.name, () => {
    let temporary: string | undefined;
    let said: Said = {};

    before(async function () {
      this.timeout(2 * TIMEOUT_MS);
      if (!isPresent(client)) {
        console.log(`  no \`${client.program}\` on the PATH that can do it: ${client.name} as a client is skipped`);
        this.skip();
      }
      temporary = realpathSync(mkdtempSync(path.join(tmpdir(), 'writ-client-')));
      const folder = path.join(temporary, 'service-desk');
      const server = path.join(temporary, 'cli.cjs');
      cpSync(at('samples', 'service-desk'), folder, { recursive: true });
      await bundle({ ...common, entryPoints: ['server/src/cli/main.ts'], outfile: server });
      said = drive(client, folder, server);
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

    it('finds what names a group, in all files', () => {
      assert.equal(said.references, 6);
    });

    it('formats a buffer', () => {
      assert.equal(said.formatted, 1);
    });

    it('renames across files', () => {
      assert.equal(said.elsewhere, 1);
      assert.equal(said.renamed, 1);
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
}
