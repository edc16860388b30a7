// VS Code out of the npm registry: installs code-server without its native builds and runs the VS Code server inside it.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { ensureInstalled, npm, projectNode } from '../../../scripts/run.mjs';

const home = path.join(import.meta.dirname, 'code-server');
const codeFolder = path.join(home, 'node_modules', 'code-server', 'lib', 'vscode');
const serverMain = path.join(codeFolder, 'out', 'server-main.js');
const mark = path.join(home, 'node_modules', '.installed-for');

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 3_000;

/** Folders that one run of VS Code owns; none of them is the user's own. */
export type Profile = {
  readonly userData: string;
  readonly serverData: string;
  readonly extensions: string;
};

export type ServerOptions = {
  readonly profile: Profile;
  /** Added to this process's environment; the extension host inherits it. */
  readonly env?: Readonly<Record<string, string>>;
  /** Lets the workbench load an extension under development and report a suite's end: for tests only. */
  readonly isForTests?: boolean;
  /** Leaves workspace trust to the settings of the profile; else everything is trusted. */
  readonly isUntrusted?: boolean;
  /** Whoever opens the page has to know this word. Without one everybody on this machine may. */
  readonly token?: string;
};

export type Server = {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** What the server has printed up to now. */
  readonly log: () => string;
  readonly stop: () => Promise<void>;
};

function lockFingerprint(): string {
  return createHash('sha256')
    .update(readFileSync(path.join(home, 'package-lock.json')))
    .digest('hex');
}

function isComplete(): boolean {
  return existsSync(mark) && readFileSync(mark, 'utf8') === lockFingerprint();
}

/**
 * Installs the server unless it is there. Its dependencies come in a second step, without their install scripts: the packages
 * carry the binaries that matter, so that no compiler and no download is needed. `npm ci` would refuse the shrinkwrap that
 * ships with it, which does not agree with its own package.json.
 */
export async function ensureCodeServer(): Promise<void> {
  await ensureInstalled(home, isComplete, () => {
    npm(codeFolder, ['install', '--omit=dev', '--ignore-scripts']);
    writeFileSync(mark, lockFingerprint());
  });
}

function profileArguments(profile: Profile): string[] {
  return [
    ...['--user-data-dir', profile.userData, '--server-data-dir', profile.serverData],
    ...['--extensions-dir', profile.extensions, '--accept-server-license-terms', '--disable-telemetry'],
  ];
}

/** Installs a .vsix into a profile. */
export function installVsix(vsix: string, profile: Profile): void {
  execFileSync(projectNode(), [serverMain, '--install-extension', vsix, '--force', ...profileArguments(profile)], {
    env: { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has ended in between.
  }
}

/** Ends a process group; the server has children of its own, among them the extension host and language servers. */
async function endGroup(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    signalGroup(child, signal);
    await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, STOP_TIMEOUT_MS).unref())]);
  }
}

/** Waits until the server says where it listens. */
function waitForPort(child: ChildProcess, log: () => string): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`VS Code did not start\n${log()}`)), START_TIMEOUT_MS).unref();
    child.once('exit', (code) => reject(new Error(`VS Code ended with status ${code}\n${log()}`)));
    child.stdout?.on('data', () => {
      const port = /Web UI available at http:\/\/localhost:(\d+)/.exec(log())?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    });
  });
}

/** Starts the server on a free port of the loopback address, in a process group of its own. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const access = options.token === undefined ? ['--without-connection-token'] : ['--connection-token', options.token];
  const tests = options.isForTests === true ? ['--enable-smoke-test-driver'] : [];
  const child = spawn(
    projectNode(),
    [
      ...[serverMain, '--host', '127.0.0.1', '--port', '0', ...access, ...tests],
      ...(options.isUntrusted === true ? [] : ['--disable-workspace-trust']),
      ...profileArguments(options.profile),
    ],
    {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...options.env },
    },
  );
  let printed = '';
  const keep = (bytes: Buffer): void => {
    printed += bytes.toString();
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const log = (): string => printed;
  // Whatever ends this process: the server is in a group of its own and would outlive it.
  const kill = (): void => signalGroup(child, 'SIGKILL');
  process.once('exit', kill);
  const stop = async (): Promise<void> => {
    await endGroup(child);
    process.off('exit', kill);
  };
  try {
    return { origin: `http://127.0.0.1:${await waitForPort(child, log)}`, log, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
