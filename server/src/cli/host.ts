// What the command line needs of the machine that it runs on, as one value, so that a test can hand in its own.
import type { Disk } from './disk.ts';
import type { Git } from './git/git.ts';

export interface Output {
  readonly write: (text: string) => void;
  /** The same of what is long: settles once there is room for more. */
  readonly send: (text: string) => Promise<void>;
  readonly isTerminal: boolean;
  /** How many characters a line of the terminal takes; undefined where it is none. */
  readonly columns: number | undefined;
}

export interface Host {
  readonly disk: Disk;
  readonly git: Git;
  /** The working folder, as the core writes paths: absolute, with `/`. */
  readonly cwd: string;
  /** Takes a path as a user of this platform writes it; gives it absolute, with `/` and none at its end. */
  readonly resolve: (path: string) => string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: () => number;
  /** Milliseconds since some moment; never goes back. */
  readonly elapsed: () => number;
  /** Calls back when the user wants a run that has no end of its own to end. */
  readonly onInterrupt: (end: () => void) => void;
}

/** 0: nothing is wrong; 1: something is; 2: the run, or a part of it, could not be done. */
export type ExitStatus = 0 | 1 | 2;

/** The graver of two. */
export function worse(a: ExitStatus, b: ExitStatus): ExitStatus {
  return a > b ? a : b;
}
