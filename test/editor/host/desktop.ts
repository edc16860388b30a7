// Finds a desktop VS Code: the one that is named, installed or already fetched, or one that can be fetched now.
import { accessSync, constants, existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
import { at } from '../../../scripts/places.ts';

const DOWNLOAD_IDLE_MS = 15_000;
const downloadFolder = at('.cache', 'vscode');

/** Whether a window could be shown at all. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/**
 * The executable of a desktop VS Code for tests, or nothing where there is none: no display, no way to fetch it, or
 * `WRIT_HOST=code-server`. `WRIT_VSCODE` names one, and then that one is used or nothing is.
 */
export async function desktopForTests(): Promise<string | undefined> {
  const named = process.env['WRIT_VSCODE'];
  if (named !== undefined) {
    if (!existsSync(named)) throw new Error(`WRIT_VSCODE names ${named}, which does not exist`);
    return named;
  }
  if (process.env['WRIT_HOST'] === 'code-server' || !hasDisplay()) return undefined;
  try {
    return await downloadAndUnzipVSCode({
      version: 'stable',
      cachePath: downloadFolder,
      reporter: new SilentReporter(),
      timeout: DOWNLOAD_IDLE_MS,
    });
  } catch {
    rmSync(downloadFolder, { recursive: true, force: true });
    return undefined;
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function launcherCandidates(): readonly string[] {
  const { PATH = '', LOCALAPPDATA = '', PROGRAMFILES = '' } = process.env;
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  const onPath = PATH.split(path.delimiter).map((folder) => path.join(folder, name));
  const mac = '/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code';
  const windows = [path.join(LOCALAPPDATA, 'Programs'), PROGRAMFILES].map((folder) =>
    path.join(folder, 'Microsoft VS Code', 'bin', name),
  );
  return [...onPath, ...(process.platform === 'darwin' ? [mac] : []), ...(process.platform === 'win32' ? windows : [])];
}

/** The `code` launcher of a desktop VS Code that is installed on this machine. */
export function installedLauncher(): string | undefined {
  if (process.env['WRIT_HOST'] === 'code-server' || !hasDisplay()) return undefined;
  return launcherCandidates().find(isExecutable);
}
