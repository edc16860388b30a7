// What the command line asks of a disk beyond what the core does.
import type { Failure, FileSystem } from '../project/file-system.ts';

/** Paths are absolute, with `/`, as in `FileSystem`. */
export interface Disk extends FileSystem {
  /** What a path names, links followed. */
  kind(path: string): Promise<{ readonly kind: 'file' | 'folder' | 'other' } | Failure>;
  /**
   * Puts new content into files that are there, links followed: into all of them, or none. No reader finds half of a file.
   * Gives why it could not be done.
   */
  replace(files: readonly NewContent[]): Promise<Failure | undefined>;
  /**
   * Makes files that are not there yet, and the folders that they stand in, which are `folder` or lie below it. Never puts
   * anything over what is there, even where it came meanwhile: then, as after any failure, it takes back what it made. Gives why
   * it could not be done.
   */
  create(folder: string, files: readonly NewContent[]): Promise<Failure | undefined>;
  /** The same, but that files which are there get the new content. After a failure they have the old one. */
  write(folder: string, files: readonly NewContent[]): Promise<Failure | undefined>;
  /** Calls back with the name of an entry of the folder (undefined where it is not known) that may have changed, until it is ended. */
  watch(folder: string, changed: (name: string | undefined) => void): Watcher | Failure;
}

export interface Watcher {
  readonly end: () => void;
}

export interface NewContent {
  readonly path: string;
  readonly bytes: Uint8Array;
}
