// A machine in memory for the command line: files, terminals, a clock, and what was printed.
import path from 'node:path';
import type { Disk } from '../../server/src/cli/disk.ts';
import type { Git } from '../../server/src/cli/git/git.ts';
import type { ExitStatus, Host } from '../../server/src/cli/host.ts';
import { run } from '../../server/src/cli/run.ts';
import type { Failure, FolderEntry } from '../../server/src/project/file-system.ts';

/** What a file holds, or what is in its place. */
export type Entry =
  | string
  | Uint8Array
  | { readonly denied: true }
  | { readonly link: string }
  | { readonly pipe: true };

export type Files = Readonly<Record<string, Entry>>;

const missing: Failure = { failure: 'there is no such file or folder', missing: true };
const denied: Failure = { failure: 'permission denied', missing: false };

/** Files by absolute path with `/`; a folder is there where something lies in it, or where its path ends with `/`. */
export function memoryDisk(files: Files): Disk & { readonly change: (files: Files) => void } {
  let current = files;
  const watchers = new Set<{ folder: string; changed: (name: string | undefined) => void }>();
  const isFolder = (name: string) => Object.keys(current).some((key) => key.startsWith(name.replace(/\/?$/, '/')));
  const resolve = (name: string): string => {
    let at = '';
    for (const part of name.split('/').filter((each) => each !== '')) {
      at = /^[a-z]:$/.test(part) && at === '' ? part : `${at}/${part}`;
      const entry = current[at];
      if (typeof entry === 'object' && 'link' in entry) at = path.posix.resolve(path.posix.dirname(at), entry.link);
    }
    return at === '' ? '/' : at;
  };
  const entryKind = (name: string): FolderEntry['kind'] => {
    const entry = current[name];
    if (entry === undefined) return 'folder';
    if (typeof entry === 'object' && 'link' in entry) return 'link';
    return typeof entry === 'object' && 'pipe' in entry ? 'other' : 'file';
  };
  return {
    async list(folder) {
      const real = resolve(folder);
      const entry = current[`${real}/`];
      if (typeof entry === 'object' && 'denied' in entry) return denied;
      if (!isFolder(real)) return missing;
      const prefix = real === '/' ? '/' : `${real}/`;
      const below = Object.keys(current).filter((key) => key.startsWith(prefix) && key !== prefix);
      const names = new Set(below.map((key) => key.slice(prefix.length).split('/')[0] ?? ''));
      return { entries: [...names].map((name) => ({ name, kind: entryKind(prefix + name) })) };
    },
    async read(file) {
      const entry = current[resolve(file)];
      if (entry === undefined) return isFolder(resolve(file)) ? { failure: 'it is a folder', missing: false } : missing;
      if (typeof entry === 'string') return { bytes: new TextEncoder().encode(entry) };
      return entry instanceof Uint8Array ? { bytes: entry } : denied;
    },
    async realPath(name) {
      const real = resolve(name);
      return current[real] !== undefined || isFolder(real) ? real : undefined;
    },
    async kind(name) {
      const real = resolve(name);
      if (current[real] === undefined) return isFolder(real) ? { kind: 'folder' } : missing;
      const kind = entryKind(real);
      return kind === 'link' ? missing : { kind };
    },
    async replace(changes) {
      const places = changes.map(({ path: name }) => resolve(name));
      const isDenied = places.some((name) => typeof current[name] === 'object' && 'denied' in current[name]);
      if (isDenied) return denied;
      current = { ...current, ...Object.fromEntries(changes.map(({ bytes }, i) => [places[i], bytes])) };
      return undefined;
    },
    async create(_folder, made) {
      const places = made.map(({ path: name }) => resolve(name));
      if (places.some((name) => current[name] !== undefined || isFolder(name)))
        return { failure: 'there is something of that name', missing: false };
      current = { ...current, ...Object.fromEntries(made.map(({ bytes }, i) => [places[i], bytes])) };
      return undefined;
    },
    async write(_folder, made) {
      const places = made.map(({ path: name }) => resolve(name));
      current = { ...current, ...Object.fromEntries(made.map(({ bytes }, i) => [places[i], bytes])) };
      return undefined;
    },
    watch(folder, changed) {
      if (!isFolder(resolve(folder))) return missing;
      const watcher = { folder, changed };
      watchers.add(watcher);
      return { end: () => watchers.delete(watcher) };
    },
    change(next) {
      const names = [...new Set([...Object.keys(current), ...Object.keys(next)])];
      const changedNames = names.filter((name) => current[name] !== next[name]);
      current = next;
      for (const name of changedNames) {
        for (const watcher of [...watchers]) {
          const folder = watcher.folder.replace(/\/?$/, '/');
          if (name.startsWith(folder)) watcher.changed(name.slice(folder.length).split('/')[0]);
        }
      }
    },
  };
}

export interface Machine {
  readonly cwd?: string;
  readonly disk?: Disk;
  /** Not installed without one. */
  readonly git?: Git;
  readonly env?: Readonly<Record<string, string>>;
  /** Both outputs are terminals of this width. */
  readonly terminal?: number;
  readonly windows?: boolean;
  /** Milliseconds that pass each time the clock is looked at, which may depend on how often it was. */
  readonly tick?: number | ((looks: number) => number);
  readonly onInterrupt?: (end: () => void) => void;
  readonly onOutput?: (text: string) => void;
  readonly onError?: (text: string) => void;
}

export interface Ran extends Printed {
  readonly status: ExitStatus;
}

/** 2026-11-21, half past nine in the evening in UTC. */
const now = Date.UTC(2026, 10, 21, 21, 30);

export interface Printed {
  readonly out: string;
  readonly err: string;
}

/** A machine with files in memory, and what was printed on it; relative names of files are below the working folder `/project`. */
export function hostOf(
  files: Files = {},
  machine: Machine = {},
): { readonly host: Host; readonly printed: () => Printed } {
  const { cwd = '/project', env = {}, terminal, windows = false, tick = 0 } = machine;
  const named = Object.entries(files).map(([name, entry]) => [
    /^(?:\/|[a-z]:)/.test(name) ? name : `/project/${name}`,
    entry,
  ]);
  let out = '';
  let err = '';
  let elapsed = 0;
  let looks = 0;
  const output = (write: (text: string) => void) => ({
    write,
    send: async (text: string) => write(text),
    isTerminal: terminal !== undefined,
    columns: terminal,
  });
  const host: Host = {
    disk: machine.disk ?? memoryDisk(Object.fromEntries(named)),
    git: machine.git ?? (async () => ({ failure: 'git is not installed, or not on the PATH' })),
    cwd,
    resolve: windows
      ? (name) =>
          path.win32
            .resolve(cwd, name)
            .replaceAll('\\', '/')
            .replace(/^[A-Z]:/, (drive) => drive.toLowerCase())
      : (name) => path.posix.resolve(cwd, name),
    env,
    stdout: output((text) => {
      out += text;
      machine.onOutput?.(text);
    }),
    stderr: output((text) => {
      err += text;
      machine.onError?.(text);
    }),
    now: () => now,
    elapsed: () => (elapsed += typeof tick === 'number' ? tick : tick(looks++)),
    onInterrupt: machine.onInterrupt ?? (() => undefined),
  };
  return { host, printed: () => ({ out, err }) };
}

/** Runs a command line on such a machine. */
export async function writ(argv: readonly string[], files: Files = {}, machine: Machine = {}): Promise<Ran> {
  const { host, printed } = hostOf(files, machine);
  const status = await run(argv, host);
  return { status, ...printed() };
}
