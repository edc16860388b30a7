// Compiled code that is kept from one start of the server to the next, where Node can do that.
import module from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

/**
 * In the folder that `NODE_COMPILE_CACHE` names, or one of the user's own: what lies in a folder that others can write to
 * would be run. Where it cannot be written, everything is compiled at each start, and nothing else is different.
 */
export function useCodeCache(): void {
  const folder = process.env['NODE_COMPILE_CACHE'] ?? ownFolder();
  if (folder !== undefined) module.enableCompileCache?.(folder);
}

/** Writes what was compiled until now; a process that is killed would not. */
export function keepCode(): void {
  module.flushCompileCache?.();
}

function ownFolder(): string | undefined {
  const { LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
  if (process.platform === 'win32') return LOCALAPPDATA && path.join(LOCALAPPDATA, 'writ', 'code');
  const home = homedir();
  if (home === '') return undefined;
  if (process.platform === 'darwin') return path.join(home, 'Library', 'Caches', 'writ', 'code');
  return path.join(XDG_CACHE_HOME || path.join(home, '.cache'), 'writ', 'code');
}
