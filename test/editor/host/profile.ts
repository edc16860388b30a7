// Throw-away profiles for VS Code: settings that keep it still, so that a test or a screenshot sees nothing but Writ.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
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

/** Makes the folders of a profile below `folder` and writes its user settings, where the desktop and the server both look. */
export function makeProfile(folder: string, settings: Readonly<Record<string, unknown>> = quietSettings): Profile {
  const profile = {
    userData: path.join(folder, 'user-data'),
    serverData: path.join(folder, 'server-data'),
    extensions: path.join(folder, 'extensions'),
  };
  for (const each of [path.join(profile.userData, 'User'), profile.serverData, profile.extensions]) {
    mkdirSync(each, { recursive: true });
  }
  writeFileSync(path.join(profile.userData, 'User', 'settings.json'), `${JSON.stringify(settings, undefined, 2)}\n`);
  return profile;
}

/** Does `work` in a new folder, and removes that folder whatever happens. Its path is short: sockets in it have a limit of 107. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'writ-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
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
