// Addresses of the workbench that a VS Code server shows: which folder it opens and what it is told to do at the start.
import { statSync } from 'node:fs';
import path from 'node:path';

export type Opening = {
  /** A folder or a .code-workspace file, absolute. */
  readonly workspace: string;
  /** An extension that is loaded from where it lies, absolute. */
  readonly extension?: string;
  /** The module that runs a test suite, absolute. */
  readonly tests?: string;
  /** A file to show, absolute. */
  readonly file?: string;
};

/** The page of the workbench at `origin`. */
export function workbenchUrl(origin: string, opening: Opening): string {
  const remote = (file: string): string => `vscode-remote://${new URL(origin).host}${path.resolve(file)}`;
  const url = new URL('/', origin);
  const isFolder = statSync(opening.workspace).isDirectory();
  url.searchParams.set(isFolder ? 'folder' : 'workspace', path.resolve(opening.workspace));
  const payload = [['skipWelcome', 'true']];
  if (opening.extension !== undefined) payload.push(['extensionDevelopmentPath', remote(opening.extension)]);
  if (opening.tests !== undefined) payload.push(['extensionTestsPath', remote(opening.tests)]);
  if (opening.file !== undefined) payload.push(['openFile', remote(opening.file)]);
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
