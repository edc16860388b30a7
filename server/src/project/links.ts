// Symbolic links in a project: followed where they stay inside of it and reach what it does not hold anyway.
import { decode, type FileSystem, joinPath, relativeTo } from './file-system.ts';
import { isHiddenFolder, isPolicyFile, type PathTest } from './membership.ts';
import type { FileContent } from './types.ts';

/** A project whose own files are read, and the links that were met on the way, relative to its root. */
export interface Linked {
  readonly root: string;
  readonly isExcluded: PathTest;
  readonly content: Map<string, FileContent>;
  readonly links: readonly string[];
}

interface Follow {
  readonly files: FileSystem;
  readonly project: Linked;
  /** Real path of the root. */
  readonly real: string;
  /** Real paths of what is read and of folders that are entered: nothing counts twice, and no loop goes round. */
  readonly seen: Set<string>;
  /** Real paths of projects inside of this one. */
  readonly nested: readonly string[];
}

/**
 * Adds what links lead to. A `.writ` file that lies outside is unreadable, since leaving it out unsaid would make the
 * project look complete; a folder that lies outside is not entered.
 */
export async function followLinks(files: FileSystem, project: Linked, nested: readonly string[]): Promise<void> {
  if (project.links.length === 0) return;
  const real = await files.realPath(project.root);
  if (real === undefined) return;
  const inner = await Promise.all(nested.map((root) => files.realPath(root)));
  const state: Follow = {
    files,
    project,
    real,
    seen: new Set([real, ...[...project.content.keys()].map((path) => joinPath(real, path))]),
    nested: inner.filter((path) => path !== undefined),
  };
  for (const link of [...project.links].sort()) await follow(state, link);
}

async function follow(state: Follow, path: string): Promise<void> {
  const { files, project } = state;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const target = await files.realPath(joinPath(project.root, path));
  const isInside = target !== undefined && relativeTo(state.real, target) !== undefined;
  if (!isInside) {
    if (isPolicyFile(name) && !project.isExcluded(path)) project.content.set(path, { unreadable: outside(target) });
    return;
  }
  if (state.seen.has(target) || state.nested.some((root) => relativeTo(root, target) !== undefined)) return;
  state.seen.add(target);
  if (isPolicyFile(name)) await readLinked(state, path);
  else if (!isHiddenFolder(name)) await enterLinked(state, path);
}

function outside(target: string | undefined): string {
  return target === undefined ? 'it is a link that leads nowhere' : 'it is a link that leads out of the project';
}

async function readLinked({ files, project }: Follow, path: string): Promise<void> {
  if (project.isExcluded(path)) return;
  const result = await files.read(joinPath(project.root, path));
  project.content.set(path, 'bytes' in result ? decode(result.bytes) : { unreadable: result.failure });
}

async function enterLinked(state: Follow, folder: string): Promise<void> {
  const listed = await state.files.list(joinPath(state.project.root, folder));
  if ('failure' in listed) return;
  for (const { name, kind } of listed.entries) {
    // A folder under a name of its own is a link's equal: `follow` looks at where it really lies.
    const isWanted = kind === 'folder' || kind === 'link' || isPolicyFile(name);
    if (isWanted) await follow(state, `${folder}/${name}`);
  }
}
