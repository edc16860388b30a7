// Throw-away profiles for VS Code: settings that keep it still, so that a test or a screenshot sees nothing but Writ.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { Profile } from './code-server.ts';

/** Nothing greets, updates, asks, reports or suggests. */
export const quietSettings: Readonly<Record<string, unknown>> = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.autoRepositoryDetection': false,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** A folder that is opened is not trusted, and nobody is asked whether it is. */
export const untrustedSettings: Readonly<Record<string, unknown>> = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.banner': 'never',
  'security.workspace.trust.startupPrompt': 'never',
};

/** Tells the program that stands in for VS Code to leave workspace trust on. */
export const untrustedOption = '--writ-untrusted';

/** Makes the folders of a profile below `folder`, and its user settings unless it has some, where desktop and server both look. */
export function makeProfile(folder: string, settings: Readonly<Record<string, unknown>> = quietSettings): Profile {
  const profile = {
    userData: path.join(folder, 'user-data'),
    serverData: path.join(folder, 'server-data'),
    extensions: path.join(folder, 'extensions'),
  };
  for (const each of [path.join(profile.userData, 'User'), profile.serverData, profile.extensions]) {
    mkdirSync(each, { recursive: true });
  }
  const file = path.join(profile.userData, 'User', 'settings.json');
  if (!existsSync(file)) writeFileSync(file, `${JSON.stringify(settings, undefined, 2)}\n`);
  return profile;
}

/** Does `work` in a new folder, and removes that folder whatever happens. Its path is short: sockets in it have a limit of 107. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'writ-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', remove);
  try {
    return await work(folder);
  } finally {
    process.off('exit', remove);
    remove();
  }
}

/** Lets a signal end this process by way of its `exit` handlers, which clear away what it has started and made. */
export function clearAwayOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));
}

/** Keeps VS Code's own traces (configuration, sockets) inside `folder`. */
export function homeIn(folder: string): Record<string, string> {
  return {
    HOME: folder,
    TMPDIR: folder,
    XDG_RUNTIME_DIR: folder,
    XDG_CONFIG_HOME: folder,
    XDG_DATA_HOME: folder,
  };
}
