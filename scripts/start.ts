// Starts a real VS Code with the extension on samples/: the desktop one where there is one, else code-server on localhost.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { ensureCodeServer, installVsix, type Server, startServer } from '../test/editor/host/code-server.ts';
import { desktopForTests, hasDisplay, installedLauncher } from '../test/editor/host/desktop.ts';
import { clearAwayOnSignals, inTemporaryFolder, makeProfile } from '../test/editor/host/profile.ts';
import { workbenchUrl } from '../test/editor/host/workbench.ts';
import { build } from './build.ts';
import { packageExtension } from './package.ts';
import { at, cacheFolder, root } from './places.ts';
import { checkWorkbench } from './start-check.ts';

const samples = at('samples');

/** The user's own from the first start on: they are kept between starts. */
const settings = {
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
};

/** Opens samples/ in a desktop VS Code, with the extension as it lies here, and ends when its window is closed. */
async function startDesktop(program: string): Promise<number> {
  const built = await build({ isForRelease: false });
  if (built.missing.length > 0) throw new Error(`there is nothing to start: ${built.missing.join(', ')}`);
  const profile = makeProfile(path.join(cacheFolder, 'start'), settings);
  console.log(`starting ${program}`);
  const { status } = spawnSync(
    program,
    [
      ...[samples, '--new-window', '--wait', '--disable-workspace-trust', `--extensionDevelopmentPath=${root}`],
      ...[`--user-data-dir=${profile.userData}`, `--extensions-dir=${profile.extensions}`],
    ],
    { stdio: 'inherit', shell: process.platform === 'win32' && program.endsWith('.cmd') },
  );
  return status ?? 1;
}

/** Shows an address in the user's browser; where there is none, the printed address has to do. */
function openInBrowser(url: string): void {
  if (!hasDisplay() || process.env['CI'] === 'true') return;
  const openers: Readonly<Record<string, readonly string[]>> = {
    darwin: ['open'],
    win32: ['cmd', '/c', 'start', '""'],
    linux: ['xdg-open'],
  };
  const [program, ...args] = openers[process.platform] ?? [];
  if (program === undefined) return;
  spawn(program, [...args, url], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

function untilAskedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}

/** Serves VS Code with the packaged extension; the token keeps everyone out who did not see the address. */
async function serve(folder: string, use: (url: string, server: Server) => Promise<void>): Promise<void> {
  const vsix = await packageExtension();
  await ensureCodeServer();
  const profile = makeProfile(folder, settings);
  installVsix(vsix, profile);
  const token = randomBytes(16).toString('hex');
  const server = await startServer({ profile, token });
  try {
    const url = new URL(workbenchUrl(server.origin, { workspace: samples }));
    url.searchParams.set('tkn', token);
    await use(url.href, server);
  } finally {
    await server.stop();
  }
}

async function startCodeServer(): Promise<void> {
  await serve(path.join(cacheFolder, 'start'), async (url) => {
    console.log(`\nVS Code with Writ on samples/:\n\n  ${url}\n\nCtrl-C ends it.`);
    openInBrowser(url);
    await untilAskedToEnd();
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { once: { type: 'boolean' } } });
  if (values.once === true || process.env['WRIT_START_CHECK'] === '1') {
    clearAwayOnSignals();
    await inTemporaryFolder((folder) => serve(folder, (url) => checkWorkbench(url, samples)));
    console.log('the workbench shows samples/ and takes .writ files for Writ');
    return;
  }
  if (!existsSync(samples)) throw new Error('samples/ is missing');
  const desktop = installedLauncher() ?? (await desktopForTests());
  if (desktop === undefined) await startCodeServer();
  else process.exitCode = await startDesktop(desktop);
}

await main();
