// A disk in memory: files by absolute path, with links and unreadable places, for tests of what reads projects.
import type { Failure, FileSystem, FolderEntry } from '../../server/src/project/file-system.ts';

export type MemoryFile = string | Uint8Array | { readonly link: string } | { readonly locked: 'file' | 'folder' };

/** Missing folders need not be made: they are where a path leads through them. */
export interface MemoryFiles extends FileSystem {
  write(path: string, content: MemoryFile): void;
  /** A file, or a folder with all that is in it. */
  remove(path: string): void;
}

/** Takes files by absolute path; what is locked is there and cannot be read. A disk may hold no two names that differ by case alone. */
export function memoryFiles(
  initial: Readonly<Record<string, MemoryFile>>,
  { ignoresCase = false }: { readonly ignoresCase?: boolean } = {},
): MemoryFiles {
  const all = new Map(Object.entries(initial));
  const resolve = (path: string): string => resolveLinks(all, ignoresCase ? inItsCase(all, path) : path);
  return {
    async list(folder) {
      const at = resolve(folder);
      if (all.has(at)) return denied;
      const entries = entriesOf(all, at);
      return entries.length === 0 ? missing : { entries };
    },
    async read(file) {
      const at = resolve(file);
      const content = all.get(at);
      if (content === undefined) return isFolder(all, at) ? { failure: 'it is a folder', missing: false } : missing;
      if (typeof content === 'string') return { bytes: new TextEncoder().encode(content) };
      return content instanceof Uint8Array ? { bytes: content } : denied;
    },
    async realPath(path) {
      const at = resolve(path);
      return all.has(at) || isFolder(all, at) ? at : undefined;
    },
    write: (path, content) => all.set(path, content),
    remove(path) {
      for (const each of [...all.keys()]) if (each === path || each.startsWith(`${path}/`)) all.delete(each);
    },
  };
}

const missing: Failure = { failure: 'there is no such file', missing: true };

const denied: Failure = { failure: 'permission denied', missing: false };

function isFolder(all: ReadonlyMap<string, MemoryFile>, path: string): boolean {
  return entriesOf(all, path).length > 0;
}

function entriesOf(all: ReadonlyMap<string, MemoryFile>, folder: string): FolderEntry[] {
  const entries = new Map<string, FolderEntry>();
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  for (const [path, content] of all) {
    if (!path.startsWith(prefix)) continue;
    const [name = '', rest] = path.slice(prefix.length).split('/', 2);
    entries.set(name, { name, kind: rest === undefined ? kindOf(content) : 'folder' });
  }
  return [...entries.values()];
}

function kindOf(content: MemoryFile): FolderEntry['kind'] {
  if (typeof content === 'string' || content instanceof Uint8Array) return 'file';
  return 'link' in content ? 'link' : content.locked;
}

/** A path as the disk writes it, as far as it leads to something. */
function inItsCase(all: ReadonlyMap<string, MemoryFile>, path: string): string {
  const folded = path.toLowerCase();
  for (const each of all.keys()) {
    if (each.toLowerCase() === folded) return each;
    if (each.toLowerCase().startsWith(`${folded}/`)) return each.slice(0, path.length);
  }
  return path;
}

function linkOf(content: MemoryFile): string | undefined {
  return typeof content === 'object' && 'link' in content ? content.link : undefined;
}

function resolveLinks(all: ReadonlyMap<string, MemoryFile>, path: string): string {
  let at = path;
  for (let turns = 0; turns < 20; turns++) {
    const found = [...all].find(([from, content]) => {
      return linkOf(content) !== undefined && (at === from || at.startsWith(`${from}/`));
    });
    if (found === undefined) return at;
    at = (linkOf(found[1]) ?? '') + at.slice(found[0].length);
  }
  return '/a-loop-of-links';
}
