// The machine that the command line really runs on.
import { once } from 'node:events';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { nodeGit } from './git/node-git.ts';
import type { Host, Output } from './host.ts';
import { nodeDisk, withSlashes } from './node-disk.ts';

/** Fails where the working folder is gone. */
export function nodeHost(): Host {
  return {
    disk: nodeDisk,
    git: nodeGit,
    cwd: trimmed(withSlashes(process.cwd())),
    resolve: (name) => trimmed(withSlashes(path.resolve(name))),
    env: process.env,
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    now: () => Date.now(),
    elapsed: () => performance.now(),
    onInterrupt: (end) => {
      process.once('SIGINT', end);
      process.once('SIGTERM', end);
    },
  };
}

/** The core writes no slash at the end of a folder, but for the topmost one of a drive. */
function trimmed(folder: string): string {
  return /^\/*$|:\/$/.test(folder) ? folder : folder.replace(/\/+$/, '');
}

function outputOf(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => {
      stream.write(text);
    },
    async send(text) {
      // Who reads no more takes nothing, and makes no room either.
      if (!stream.write(text) && stream.writable) await once(stream, 'drain').catch(() => undefined);
    },
    isTerminal: stream.isTTY === true,
    get columns() {
      // Some terminals that are none of a person's say 0.
      return stream.isTTY === true && stream.columns > 0 ? stream.columns : undefined;
    },
  };
}
