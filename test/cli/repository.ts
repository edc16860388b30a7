// Real git repositories in temporary folders, the same on every machine, and `writ` run in them.
import { strict as assert } from 'node:assert';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { nodeGit } from '../../server/src/cli/git/node-git.ts';
import { nodeDisk, withSlashes } from '../../server/src/cli/node-disk.ts';
import { commitAll, gitIn, initIn } from '../support/git.ts';
import { type Machine, type Ran, writ } from './memory-host.ts';

export interface TestRepository {
  /** As the core writes paths. */
  readonly folder: string;
  git(...args: string[]): string;
  /** Writes files; undefined takes one away. */
  write(files: Readonly<Record<string, string | Uint8Array | undefined>>): void;
  /** Writes files and makes a commit of all there is; gives its name. */
  commit(files: Readonly<Record<string, string | Uint8Array | undefined>>): string;
  /** Runs the command line, in a folder below the top. */
  writ(argv: readonly string[], below?: string, machine?: Machine): Promise<Ran>;
}

const made: string[] = [];

/** For `after`: takes away all folders that were made. */
export function removeRepositories(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export function emptyFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'writ-diff-')));
  made.push(folder);
  return folder;
}

export function repositoryAt(native: string): TestRepository {
  const folder = withSlashes(native);
  const write: TestRepository['write'] = (files) => {
    for (const [name, content] of Object.entries(files)) {
      const full = path.join(native, name);
      if (content === undefined) rmSync(full);
      if (content === undefined) continue;
      mkdirSync(path.dirname(full), { recursive: true });
      writeFileSync(full, content);
    }
  };
  return {
    folder,
    git: (...args) => gitIn(native, ...args),
    write,
    commit(files) {
      write(files);
      return commitAll(native);
    },
    writ(argv, below = '', machine = {}) {
      const cwd = below === '' ? folder : `${folder}/${below}`;
      return writ(argv, {}, { disk: nodeDisk, git: nodeGit, cwd, ...machine });
    },
  };
}

export function newRepository(): TestRepository {
  const folder = emptyFolder();
  initIn(folder);
  return repositoryAt(folder);
}

/** The first line of the result, which sums it up, after the status was checked. */
export async function summaryOf(ran: Promise<Ran>, status = 0): Promise<string> {
  const { status: ended, out, err } = await ran;
  assert.equal(ended, status, out + err);
  return out.split('\n')[0] ?? '';
}

/** What is said on standard error by a run that could not be done. */
export async function problemOf(ran: Promise<Ran>): Promise<string> {
  const { status, out, err } = await ran;
  assert.equal(status, 2, out + err);
  assert.equal(out, '');
  return err.trimEnd();
}
