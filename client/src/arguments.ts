// What commands are called with: by the palette nothing, by a menu a URI, by lenses and others what they say.
import { window } from 'vscode';
import type { ProjectParams } from '../../server/src/lsp/protocol.ts';
import { chooseProject, type Writ } from './writ.ts';

/** The texts of an argument by their names. */
export function textsIn(argument: unknown): Readonly<Record<string, string | undefined>> {
  const all = typeof argument === 'object' && argument !== null ? Object.entries(argument) : [];
  return Object.fromEntries(all.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** The project that the argument names, or that of the active file, or the one that the user picks. */
export function projectOf(writ: Writ, argument: unknown): Promise<ProjectParams | undefined> {
  const { project } = textsIn(argument);
  if (project !== undefined) return Promise.resolve({ project });
  return chooseProject(writ, window.activeTextEditor?.document.uri.toString());
}
