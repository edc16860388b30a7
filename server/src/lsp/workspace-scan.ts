// Reads the disk into the workspace: all of it, single files, and the directory files that projects name.
import { readDirectories } from '../project/directories.ts';
import { discoverProjects, type FoundProject, findRoot } from '../project/discover.ts';
import { parentPath, readContent, relativeTo } from '../project/file-system.ts';
import { settingsName } from '../project/membership.ts';
import type { FileContent, ProjectInput } from '../project/types.ts';
import { otherName } from './file-identity.ts';
import { type HeldProject, holdFolder } from './held-project.ts';
import { today } from './host.ts';
import {
  findFile,
  findMember,
  isOutside,
  memberOf,
  pathOfKey,
  placeDocuments,
  speakerOf,
  type WorkspaceState,
} from './workspace-state.ts';

/** Finds all projects anew and takes over what is different. */
export async function rescan(state: WorkspaceState): Promise<void> {
  const found = await discoverProjects(state.host.files, [...state.folders, ...(await outsideRoots(state))]);
  const aliases = await aliasesIn(state, found);
  // From here on nothing waits: documents may change at any time, and what they say now is what counts.
  const renamed = [...aliases].flatMap(([key, own]) => (state.aliases.get(key) === own ? [] : key));
  state.aliases = aliases;
  const before = state.held;
  const projects = new Map(found.map((each) => [each.root, each]));
  const overlays = overlaysOf(state, projects);
  const changed: HeldProject[] = [];
  const held = new Map<string, HeldProject>();
  const uriOf = (path: string) => speakerOf(state, path)?.uri;
  for (const project of found) {
    const old = before.get(project.root);
    const input = inputOf(state, project, old, overlays.get(project.root) ?? new Map());
    const hasLinks = project.links.length > 0;
    const next =
      old === undefined ? holdFolder(project, input, uriOf) : { ...old, isExcluded: project.isExcluded, hasLinks };
    if (old === undefined || old.project.replace(input)) changed.push(next);
    held.set(project.root, next);
  }
  state.held = held;
  for (const [root, old] of before) if (!held.has(root)) state.listener.removed(old);
  placeDocuments(state);
  for (const each of changed) await loadDirectories(state, each);
  const spoken = renamed.flatMap((key) => findFile(state, key)?.held ?? []);
  for (const each of new Set([...changed, ...spoken])) state.listener.changed(each);
  state.listener.scanned();
}

/** The other names under which files of projects are open; one whose file is gone keeps what it stood for. */
async function aliasesIn(state: WorkspaceState, found: readonly FoundProject[]): Promise<Map<string, string>> {
  const known = new Map(found.map(({ root, files }) => [root, files]));
  const projects = new Map(found.map((each) => [each.root, each]));
  const aliases = new Map<string, string>();
  for (const key of state.open.keys()) {
    const file = findMember(projects, key);
    if (pathOfKey(state, key) === undefined || file?.held.files.has(file.path)) continue;
    const isGone = (await state.host.files.realPath(key)) === undefined;
    const other = isGone ? state.aliases.get(key) : await otherName(state.host.files, known, key);
    if (other !== undefined) aliases.set(key, other);
  }
  return aliases;
}

/** Whether a document is open under another name than its project has for it. */
export async function hasOtherName(state: WorkspaceState, key: string): Promise<boolean> {
  const known = new Map([...state.held].map(([root, { project }]) => [root, project.input.files]));
  return (await otherName(state.host.files, known, key)) !== undefined;
}

/** The projects of open documents that lie in no workspace folder, whatever name leads to it. */
async function outsideRoots(state: WorkspaceState): Promise<string[]> {
  const roots = new Set<string>();
  const { files } = state.host;
  const real = await Promise.all(state.folders.map((folder) => files.realPath(folder)));
  for (const key of state.open.keys()) {
    const folder = isOutside(state, key) ? parentPath(key) : undefined;
    const root = folder === undefined ? undefined : await findRoot(state.host.files, folder);
    const realRoot = root === undefined ? undefined : await files.realPath(root);
    const isInside =
      realRoot !== undefined && real.some((each) => each !== undefined && relativeTo(each, realRoot) !== undefined);
    if (root !== undefined && !isInside) roots.add(root);
  }
  return [...roots];
}

/** What open documents say, by the root of their project and their path in it. */
function overlaysOf(
  state: WorkspaceState,
  projects: ReadonlyMap<string, FoundProject>,
): Map<string, Map<string, FileContent>> {
  const overlays = new Map<string, Map<string, FileContent>>();
  for (const [key, document] of state.open) {
    const file = memberOf(state, projects, key);
    if (file === undefined) continue;
    const { root } = file.held;
    const overlay = overlays.get(root) ?? new Map<string, FileContent>();
    overlays.set(root, overlay.set(file.path, { text: document.getText() }));
  }
  return overlays;
}

function inputOf(
  state: WorkspaceState,
  found: FoundProject,
  old: HeldProject | undefined,
  overlay: ReadonlyMap<string, FileContent>,
): ProjectInput {
  const files = new Map([...found.files, ...overlay]);
  files.delete(settingsName);
  return {
    files: new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1))),
    settings: overlay.get(settingsName) ?? found.settings,
    directories: old?.project.input.directories ?? new Map(),
    today: today(state.host),
  };
}

/** Reads single files anew, by their keys; what is open stays as it is. */
export async function reload(state: WorkspaceState, keys: readonly string[]): Promise<void> {
  const changed = new Map<string, HeldProject>();
  for (const key of keys) {
    const path = pathOfKey(state, key);
    const content = path === undefined ? undefined : await readContent(state.host.files, path);
    const file = speakerOf(state, key) === undefined ? findMember(state.held, key) : undefined;
    if (file?.held.project.applyChange(file.path, content)) changed.set(file.held.project.root, file.held);
  }
  for (const held of changed.values()) state.listener.changed(held);
}

/** Directory files that declarations name and that are not read, or that are read and nothing names them any more. */
export function hasOpenDirectories(held: HeldProject): boolean {
  const wanted = new Set(held.project.snapshot().directoryPaths);
  const { directories } = held.project.input;
  return wanted.size !== directories.size || [...wanted].some((path) => !directories.has(path));
}

/** Brings a project's directory files in line with its declarations, those named in `again` read anew. True where any changed. */
export async function loadDirectories(
  state: WorkspaceState,
  held: HeldProject,
  again: ReadonlySet<string> = new Set(),
): Promise<boolean> {
  const paths = held.project.snapshot().directoryPaths;
  const known = held.project.input.directories;
  const wanted = paths.filter((path) => again.has(path) || !known.has(path));
  const { folder } = held;
  const read =
    folder === undefined
      ? new Map(wanted.map((path) => [path, { unreadable: 'the document is not saved in a folder' }]))
      : await readDirectories(state.host.files, folder, wanted);
  const directories = new Map<string, FileContent>();
  for (const path of paths) {
    const content = read.get(path) ?? known.get(path);
    if (content !== undefined) directories.set(path, content);
  }
  return held.project.replace({ ...held.project.input, directories });
}
