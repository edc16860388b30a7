// Where things are in the repository, for the scripts and the editor tests.
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The root of the repository, absolute. */
export const root: string = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** An absolute path from one relative to the root. */
export function at(...parts: readonly string[]): string {
  return path.join(root, ...parts);
}

/** Ignored by git and kept between runs: what is dear to make and can be made again. */
export const cacheFolder: string = at('.cache');

/** What ships. */
export const distFolder: string = at('dist');

/** What the editor tests are bundled into. */
export const testDistFolder: string = at('dist-test');

/** The extension as it is installed. */
export const vsixFile: string = at('dist', 'writ.vsix');

/** Whether the module of this URL (`import.meta.url`) is the program that was started, rather than imported. */
export function isProgram(url: string): boolean {
  return process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(url);
}
