// The file that a `directory` declaration names, as a path of the project.
import { directoryPath } from '../model/bind-directories.ts';
import { type Span, shift } from '../text/span.ts';
import type { Located } from './locate.ts';

export interface DirectoryLink {
  /** Relative to the project's root, with `/`. */
  readonly path: string;
  /** Of the quoted path, in the file. */
  readonly span: Span;
}

/** Undefined where no path of a `directory` stands, or one that leads out of the project. */
export function directoryPathAt(located: Located): DirectoryLink | undefined {
  const [declaration] = located.nodes;
  if (declaration === undefined || !('kind' in declaration) || declaration.kind !== 'directory') return undefined;
  const written = 'path' in declaration ? declaration.path : undefined;
  if (written === undefined || !located.nodes.includes(written)) return undefined;
  const path = directoryPath(located.path, written.text);
  return path === undefined ? undefined : { path, span: shift(written.span, located.start) };
}
