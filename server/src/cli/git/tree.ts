// What a commit has at each path, as git lists it.
import type { Git, GitOutput } from './git.ts';

export interface TreeEntry {
  readonly kind: 'file' | 'link' | 'submodule';
  /** Of the object, or of the submodule's commit. */
  readonly id: string;
}

export interface Tree {
  /** By path from the top, with `/`. */
  readonly entries: ReadonlyMap<string, TreeEntry>;
  /** Names of what lies in each folder; that of the top is the empty path. */
  readonly folders: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Of some millions of files. */
const mostBytes = 512 * 1024 * 1024;

const entry = /^(\d{6}) [a-z]+ ([0-9a-f]+)\t(.*)$/s;

const kinds: Readonly<Record<string, TreeEntry['kind']>> = { '120000': 'link', '160000': 'submodule' };

/** Takes the folder of the repository and the name of a commit. */
export async function readTree(git: Git, folder: string, commit: string): Promise<Tree | { readonly failure: string }> {
  const args = ['ls-tree', '-r', '-z', '--full-tree', '--end-of-options', commit];
  const output: GitOutput = await git({ folder, args, most: mostBytes });
  if ('failure' in output) return output;
  const entries = new Map<string, TreeEntry>();
  const folders = new Map<string, Set<string>>([['', new Set()]]);
  for (const line of new TextDecoder().decode(output.bytes).split('\0')) {
    const [, mode = '', id, path] = entry.exec(line) ?? [];
    if (id === undefined || path === undefined) continue;
    entries.set(path, { kind: kinds[mode] ?? 'file', id });
    enter(folders, path);
  }
  return { entries, folders };
}

function enter(folders: Map<string, Set<string>>, path: string): void {
  for (let at = path; at !== ''; ) {
    const slash = at.lastIndexOf('/');
    const parent = at.slice(0, Math.max(slash, 0));
    const known = folders.get(parent);
    if (known !== undefined) {
      known.add(at.slice(slash + 1));
      return;
    }
    folders.set(parent, new Set([at.slice(slash + 1)]));
    at = parent;
  }
}
