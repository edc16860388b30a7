// What the command line asks of a disk beyond what the core does.
import { type Failure, type FileSystem, relativeTo } from '../project/file-system.ts';

/** Paths are absolute, with `/`, as in `FileSystem`. */
export interface Disk extends FileSystem {
  /** What a path names, links followed. */
  kind(path: string): Promise<{ readonly kind: 'file' | 'folder' | 'other' } | Failure>;
  /**
   * Puts new content into files that are there, links followed: into all of them, or none. No reader finds half of a file.
   * Gives why it could not be done.
   */
  replace(files: readonly NewContent[]): Promise<NotWritten | undefined>;
  /**
   * Makes files that are not there yet, and the folders that they stand in, which are `folder` or lie below it. Never puts
   * anything over what is there, even where it came meanwhile: then, as after any failure, it takes back what it made. Gives why
   * it could not be done.
   */
  create(folder: string, files: readonly NewContent[]): Promise<NotWritten | undefined>;
  /** The same, but that files which are there get the new content. After a failure they have the old one. */
  write(folder: string, files: readonly NewContent[]): Promise<NotWritten | undefined>;
  /** Calls back with the name of an entry of the folder (undefined where it is not known) that may have changed, until it is ended. */
  watch(folder: string, changed: (name: string | undefined) => void): Watcher | Failure;
}

export interface NotWritten extends Failure {
  /** The file that it is about, where it is about one. */
  readonly file?: string;
}

/** Why, with the file that it is about, by its path below `folder` if it stands there. */
export function reasonOf({ file, failure }: NotWritten, folder?: string): string {
  if (file === undefined) return failure;
  const below = folder === undefined ? undefined : relativeTo(folder, file);
  return `\`${below === undefined || below === '' ? file : below}\`: ${failure}`;
}

export interface Watcher {
  readonly end: () => void;
}

export interface NewContent {
  readonly path: string;
  readonly bytes: Uint8Array;
}
