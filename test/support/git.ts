// Git for tests: the same commits on every machine, whatever its user has configured.
import { execFileSync } from 'node:child_process';
import os from 'node:os';
import process from 'node:process';

const identity = {
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@acme.com',
  GIT_AUTHOR_DATE: '2026-11-20T12:00:00Z',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@acme.com',
  GIT_COMMITTER_DATE: '2026-11-20T12:00:00Z',
  GIT_CONFIG_GLOBAL: os.devNull,
  GIT_CONFIG_NOSYSTEM: '1',
};

/** Runs git in a folder; gives what it prints. */
export function gitIn(folder: string, ...args: string[]): string {
  const env = { ...process.env, ...identity };
  const all = ['-c', 'protocol.file.allow=always', ...args];
  return execFileSync('git', all, { cwd: folder, env, stdio: 'pipe' }).toString();
}

/** Makes a commit of all that is there; gives its name. */
export function commitAll(folder: string): string {
  gitIn(folder, 'add', '-A', '-f');
  gitIn(folder, 'commit', '-q', '--allow-empty', '-m', 'state');
  return gitIn(folder, 'rev-parse', 'HEAD').trim();
}

/** Makes a repository of a folder, on the branch `main`. */
export function initIn(folder: string): void {
  gitIn(folder, 'init', '-q', '-b', 'main', '.');
}
