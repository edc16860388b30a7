// The files of a commit as a disk, standing where the working tree has them: what reads projects need not know of git.
import type { Failure, FileSystem, FolderEntry } from '../../project/file-system.ts';
import { joinPath, relativeTo } from '../../project/file-system.ts';
import type { Host } from '../host.ts';
import type { Unusable } from '../named.ts';
import { blobReader } from './blobs.ts';
import { linesOf } from './git.ts';
import type { Commit, Repository } from './repository.ts';
import { readTree, type Tree } from './tree.ts';

/** A link that leads to a link, and so on, this often at most: as systems do. */
const mostLinks = 40;

const missing: Failure = { failure: 'there is no such file or folder', missing: true };

interface Mounted {
  readonly host: Host;
  readonly top: string;
  readonly tree: Tree;
  readonly read: ReturnType<typeof blobReader>;
  /** Of submodules that were looked into, by their path. */
  readonly inner: Map<string, Promise<FileSystem | Failure>>;
}

/** Paths are those of the working tree; a submodule has the commit that this one names, as far as it is there. */
export async function commitFiles(host: Host, { top }: Repository, commit: Commit): Promise<FileSystem | Unusable> {
  const tree = await readTree(host.git, top, commit.id);
  if ('failure' in tree) return { problem: tree.failure };
  return filesOf({ host, top, tree, read: blobReader(host.git, top), inner: new Map() });
}

function filesOf(state: Mounted): FileSystem {
  return {
    async list(folder) {
      const place = await resolve(state, folder);
      if (place === undefined) return missing;
      if ('inner' in place) return 'failure' in place.inner ? place.inner : place.inner.list(place.path);
      const names = state.tree.folders.get(place.path);
      if (names === undefined) return missing;
      return { entries: [...names].map((name) => ({ name, kind: kindOf(state.tree, joined(place.path, name)) })) };
    },
    async read(file) {
      const place = await resolve(state, file);
      if (place === undefined) return missing;
      if ('inner' in place) return 'failure' in place.inner ? place.inner : place.inner.read(place.path);
      const entry = state.tree.entries.get(place.path);
      if (entry !== undefined) return state.read(entry.id);
      return state.tree.folders.has(place.path) ? { failure: 'it is a folder', missing: false } : missing;
    },
    async realPath(path) {
      const place = await resolve(state, path);
      if (place === undefined) return undefined;
      if ('inner' in place) return 'failure' in place.inner ? path : place.inner.realPath(place.path);
      const isThere = state.tree.entries.has(place.path) || state.tree.folders.has(place.path);
      return isThere ? joinPath(state.top, place.path) : undefined;
    },
  };
}

function kindOf({ entries }: Tree, path: string): FolderEntry['kind'] {
  const kind = entries.get(path)?.kind;
  return kind === undefined || kind === 'submodule' ? 'folder' : kind;
}

function joined(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** Where something is: below the top, or in a submodule, whose paths are whole. */
type Place = { readonly path: string } | { readonly path: string; readonly inner: FileSystem | Failure };

/** With every link followed; undefined for what lies outside, or where a link leads nowhere or in a circle. */
async function resolve(state: Mounted, path: string): Promise<Place | undefined> {
  const below = relativeTo(state.top, path);
  if (below === undefined) return undefined;
  let rest = below.split('/').filter((part) => part !== '' && part !== '.');
  let at: string[] = [];
  let links = 0;
  for (let part = rest.shift(); part !== undefined; part = rest.shift()) {
    if (part === '..' && at.length === 0) return undefined;
    if (part === '..') at = at.slice(0, -1);
    else at = [...at, part];
    const entry = part === '..' ? undefined : state.tree.entries.get(at.join('/'));
    if (entry?.kind === 'submodule') {
      const inner = await submodule(state, at.join('/'), entry.id);
      return { path: joinPath(state.top, [...at, ...rest].join('/')), inner };
    }
    if (entry?.kind !== 'link') continue;
    const target = await state.read(entry.id);
    links++;
    if ('failure' in target || links > mostLinks) return undefined;
    const text = new TextDecoder().decode(target.bytes);
    if (text.startsWith('/')) return undefined;
    at = at.slice(0, -1);
    rest = [...text.split('/').filter((each) => each !== '' && each !== '.'), ...rest];
  }
  return { path: at.join('/') };
}

function submodule(state: Mounted, path: string, commit: string): Promise<FileSystem | Failure> {
  const known = state.inner.get(path);
  if (known !== undefined) return known;
  const made = openSubmodule(state, path, commit);
  state.inner.set(path, made);
  return made;
}

/** One that is an empty folder in the working tree is empty here too: a checkout of the commit would not have it either. */
async function openSubmodule({ host, top }: Mounted, path: string, commit: string): Promise<FileSystem | Failure> {
  const folder = joinPath(top, path);
  const asked = await linesOf(host.git, top, ['-C', folder, 'rev-parse', '--show-toplevel']);
  const own = 'lines' in asked ? host.resolve(asked.lines.join('\n')) : undefined;
  if (own === undefined || (await host.disk.realPath(own)) !== folder) {
    const listed = await host.disk.list(folder);
    return 'entries' in listed && listed.entries.length === 0 ? nothing : notHere;
  }
  const files = await commitFiles(host, { top: folder, isBare: false }, { id: commit });
  return 'problem' in files ? notHere : files;
}

const notHere: Failure = { failure: 'it is a submodule whose commit is not in this clone', missing: false };

const nothing: FileSystem = {
  list: async () => ({ entries: [] }),
  read: async () => missing,
  realPath: async (path) => path,
};
