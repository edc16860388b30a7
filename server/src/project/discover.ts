// Finds the projects in folders and reads their files: what belongs together, for the editor and the command line alike.
import { decode, type FileSystem, type FolderEntry, joinPath, parentPath, relativeTo } from './file-system.ts';
import { followLinks } from './links.ts';
import { excluder, isHidden, isHiddenFolder, isPolicyFile, type PathTest, settingsName } from './membership.ts';
import { readSettings } from './settings.ts';
import type { FileContent } from './types.ts';

/** A project as it lies on the disk: all of its input but directories and the date. */
export interface FoundProject {
  /** The folder with the `writ.json`; without one, the folder that was given. */
  readonly root: string;
  readonly settings: FileContent | undefined;
  readonly files: ReadonlyMap<string, FileContent>;
  readonly isExcluded: PathTest;
  /** Symbolic links in it, relative to the root, whatever they lead to. */
  readonly links: readonly string[];
}

/** How many files are open at once: systems limit it, and more makes nothing faster. */
const readAtOnce = 32;

/**
 * Takes folders (those of a workspace, or the one that a command was given); gives the projects that they belong to and
 * those below them, sorted by root. A folder below no `writ.json` is a project of its own, less what is another's.
 */
export async function discoverProjects(files: FileSystem, folders: readonly string[]): Promise<FoundProject[]> {
  const roots = new Set<string>();
  for (const folder of folders) roots.add((await findRoot(files, folder)) ?? folder);
  const found = new Map<string, FoundProject>();
  // The shorter first: a root inside of another is mostly found on the way.
  for (const root of [...roots].sort((a, b) => a.length - b.length)) {
    if (!found.has(root)) await walk({ files, roots, found }, root);
  }
  const isAskedFor = ({ root }: FoundProject) =>
    roots.has(root) || folders.some((folder) => relativeTo(folder, root) !== undefined);
  return [...found.values()].filter(isAskedFor).sort((a, b) => (a.root < b.root ? -1 : 1));
}

/** The nearest folder at or above this one that holds a `writ.json` and does not leave this one out; undefined without one. */
export async function findRoot(files: FileSystem, folder: string): Promise<string | undefined> {
  for (let at: string | undefined = folder; at !== undefined; at = parentPath(at)) {
    const settings = await readSettingsFile(files, at);
    if (settings === undefined) continue;
    const below = relativeTo(at, folder) ?? '';
    const isOut = isHidden(`${below}/`) || (below !== '' && excluderOf(settings)(below));
    return isOut ? undefined : at;
  }
  return undefined;
}

/** False where settings above the file leave it out, or where it lies in a folder that no project reaches into. */
export async function mayBeMember(files: FileSystem, path: string): Promise<boolean> {
  for (let at = parentPath(path); at !== undefined; at = parentPath(at)) {
    const settings = await readSettingsFile(files, at);
    if (settings === undefined) continue;
    const below = relativeTo(at, path) ?? '';
    return !isHidden(below) && !excluderOf(settings)(below);
  }
  return true;
}

/** True where anything below the folder may belong to a project; it need not be read to know. */
export async function holdsPolicies(files: FileSystem, folder: string): Promise<boolean> {
  const listed = await files.list(folder);
  if ('failure' in listed) return !listed.missing;
  if (listed.entries.some(({ name }) => isPolicyFile(name) || name === settingsName)) return true;
  for (const { name, kind } of listed.entries) {
    if (kind === 'link') return true;
    if (kind === 'folder' && !isHiddenFolder(name) && (await holdsPolicies(files, joinPath(folder, name)))) return true;
  }
  return false;
}

async function readSettingsFile(files: FileSystem, folder: string): Promise<FileContent | undefined> {
  const path = joinPath(folder, settingsName);
  const result = await files.read(path);
  if ('failure' in result) return result.missing ? undefined : { unreadable: result.failure };
  const [real, realFolder] = await Promise.all([files.realPath(path), files.realPath(folder)]);
  if (real !== undefined && realFolder !== undefined && relativeTo(realFolder, real) === undefined)
    return { unreadable: 'it is a link that leads out of the project' };
  return decode(result.bytes);
}

/** What settings exclude does not depend on the rules that there are. */
const noRules = { known: new Set<string>(), locked: new Set<string>() };

function excluderOf(settings: FileContent | undefined): PathTest {
  if (settings === undefined || !('text' in settings)) return () => false;
  return excluder(readSettings(settings.text, noRules).settings.exclude);
}

interface Walk {
  readonly files: FileSystem;
  /** Folders that begin a project whether or not they hold a `writ.json`. */
  readonly roots: ReadonlySet<string>;
  readonly found: Map<string, FoundProject>;
}

interface Draft {
  readonly root: string;
  readonly isExcluded: PathTest;
  readonly content: Map<string, FileContent>;
  readonly links: string[];
}

/** Reads the project whose folder this is, and those below it. */
async function walk(state: Walk, root: string): Promise<void> {
  const settings = await readSettingsFile(state.files, root);
  const isExcluded = excluderOf(settings);
  const draft: Draft = { root, isExcluded, content: new Map(), links: [] };
  // Entered before its folders are read: whatever lies below and is found twice is found by then.
  state.found.set(root, { root, settings, files: draft.content, isExcluded, links: draft.links });
  await walkFolder(state, draft, '');
  const nested = [...state.found.keys()].filter((other) => other !== root && relativeTo(root, other) !== undefined);
  await followLinks(state.files, draft, nested);
  sortKeys(draft.content);
}

async function walkFolder(state: Walk, draft: Draft, folder: string): Promise<void> {
  const path = joinPath(draft.root, folder);
  const listed = await state.files.list(path);
  if ('failure' in listed) {
    // What lies in it is not known, which must not look as if there were nothing.
    if (!listed.missing && !draft.isExcluded(folder)) draft.content.set(folder || '.', { unreadable: listed.failure });
    return;
  }
  if (folder !== '' && isOtherProject(state, path, listed.entries)) {
    if (!state.found.has(path)) await walk(state, path);
    return;
  }
  const names: string[] = [];
  for (const { name, kind } of listed.entries) {
    const relative = folder === '' ? name : `${folder}/${name}`;
    if (kind === 'folder' && !isHiddenFolder(name)) await walkFolder(state, draft, relative);
    else if (kind === 'link') draft.links.push(relative);
    // A pipe is one that cannot be read, and is said to be.
    else if (kind !== 'folder' && isPolicyFile(name) && !draft.isExcluded(relative)) names.push(relative);
  }
  await readFiles(state.files, draft, names);
}

/** True for a folder with settings, and for one that is a project without them. */
function isOtherProject(state: Walk, path: string, entries: readonly FolderEntry[]): boolean {
  return state.roots.has(path) || entries.some(({ name }) => name === settingsName);
}

async function readFiles(files: FileSystem, draft: Draft, names: readonly string[]): Promise<void> {
  for (let from = 0; from < names.length; from += readAtOnce) {
    const some = names.slice(from, from + readAtOnce);
    const results = await Promise.all(some.map((name) => files.read(joinPath(draft.root, name))));
    results.forEach((result, index) => {
      const name = some[index] ?? '';
      if ('bytes' in result) draft.content.set(name, decode(result.bytes));
      else if (!result.missing) draft.content.set(name, { unreadable: result.failure });
    });
  }
}

/** Code-unit order, on every platform, whatever order the disk gives. */
function sortKeys(map: Map<string, FileContent>): void {
  const entries = [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  map.clear();
  for (const [key, value] of entries) map.set(key, value);
}
