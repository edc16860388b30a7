// What the language server needs from the platform that it runs on, so that tests and a browser can be one too.
import type { FileSystem } from '../project/file-system.ts';

export interface Platform {
  /** That of the machine that the server runs on; undefined in a browser. */
  readonly disk: FileSystem | undefined;
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
  /** Does `task` once what has already arrived from the client is read. Gives what takes it back. */
  soon(task: () => void): () => void;
  after(milliseconds: number, task: () => void): () => void;
}

/** A platform with all files that can be read there, on its disk or through the client. */
export interface Host extends Omit<Platform, 'disk'> {
  readonly files: FileSystem;
}

const dayLength = 86_400_000;

/** Today in UTC, as days since 1970-01-01. */
export function today(host: Host): number {
  return Math.floor(host.now() / dayLength);
}

/** Milliseconds until the next day begins in UTC; never 0. */
export function untilTomorrow(host: Host): number {
  return dayLength - (host.now() % dayLength);
}
