// What happened on the disk, taken over into the projects.
import { holdsPolicies } from '../project/discover.ts';
import { joinPath, parentPath, readContent, relativeTo } from '../project/file-system.ts';
import { isHidden, settingsName } from '../project/membership.ts';
import { type HeldProject, isMember, projectAround } from './held-project.ts';
import { loadDirectories, reload } from './workspace-scan.ts';
import { pathOfKey, placeDocuments, type WorkspaceState } from './workspace-state.ts';

export interface FileEvent {
  /** Absolute. */
  readonly path: string;
  readonly kind: 'created' | 'changed' | 'deleted';
}

/** Takes events in any order; gives true where single files do not tell it all and the folders have to be read anew. */
export async function applyFileEvents(state: WorkspaceState, events: readonly FileEvent[]): Promise<boolean> {
  const single = new Set<string>();
  let isScanWanted = false;
  const hasMoved = await noteDeleted(state, events);
  for (const event of events) {
    const effect = await effectOf(state, event);
    if (effect === 'file') single.add(event.path);
    isScanWanted ||= effect === 'folder';
  }
  // The scan reads the files as well.
  if (!isScanWanted) await reload(state, [...single]);
  if (!isScanWanted && hasMoved) placeDocuments(state);
  await reloadDirectories(state, events);
  return isScanWanted;
}

/** Of the open documents that events speak of, themselves or by a folder: whose file is gone, and whose is back. True where any is. */
async function noteDeleted(state: WorkspaceState, events: readonly FileEvent[]): Promise<boolean> {
  const keys = [...state.open.keys()].filter((key) => events.some(({ path }) => relativeTo(path, key) !== undefined));
  let hasMoved = false;
  for (const key of keys) {
    const path = pathOfKey(state, key);
    const isGone = path !== undefined && (await readContent(state.host.files, path)) === undefined;
    const document = state.open.get(key);
    // It may have been changed or closed meanwhile.
    const isMeant = isGone && document !== undefined && document.version === state.saved.get(key);
    if (isMeant === state.deleted.has(key)) continue;
    hasMoved = true;
    if (isMeant) state.deleted.add(key);
    else state.deleted.delete(key);
  }
  return hasMoved;
}

async function effectOf(state: WorkspaceState, event: FileEvent): Promise<'file' | 'folder' | 'none'> {
  const { path, kind } = event;
  const around = projectAround(state.held, path);
  if (around !== undefined && (await movesLinks(state, around.project, event))) return 'folder';
  if (around === undefined || isHidden(`${around.relative}/`))
    return holdsRoot(state, path) || mayHoldRoot(state, path) ? 'folder' : 'none';
  if (path.endsWith(`/${settingsName}`)) return 'folder';
  if (isMember(around.project.isExcluded, around.relative)) return 'file';
  // A folder that goes, comes or is renamed may be reported alone, without what is in it.
  const wasFolder = holdsRoot(state, path) || holdsFiles(around.project, around.relative);
  if (kind === 'deleted') return wasFolder ? 'folder' : 'none';
  return kind === 'created' && (await holdsPolicies(state.host.files, path)) ? 'folder' : 'none';
}

/** Whether a link is read or left depends on where it leads, and on what else is there: only a scan can tell. */
async function movesLinks(state: WorkspaceState, held: HeldProject, { path, kind }: FileEvent): Promise<boolean> {
  const { project, folder = '', hasLinks, isExcluded } = held;
  const relative = relativeTo(project.root, path) ?? '';
  const isKept = kind === 'changed' && isMember(isExcluded, relative);
  if (hasLinks && !isKept) return true;
  if (kind === 'deleted') return false;
  const { files } = state.host;
  const [real, realFolder] = await Promise.all([files.realPath(path), files.realPath(folder)]);
  return realFolder === undefined || real !== joinPath(realFolder, relative);
}

function holdsRoot(state: WorkspaceState, path: string): boolean {
  return [...state.held.keys()].some((root) => relativeTo(path, root) !== undefined);
}

/** Settings, or a folder that may have some, around a workspace folder or an open document: they may be of its project. */
function mayHoldRoot({ folders, open }: WorkspaceState, path: string): boolean {
  const base = path.endsWith(`/${settingsName}`) ? parentPath(path) : path;
  const places = [...folders, ...[...open.keys()].flatMap((key) => parentPath(key) ?? [])];
  return base !== undefined && places.some((place) => relativeTo(base, place) !== undefined);
}

function holdsFiles(held: HeldProject, folder: string): boolean {
  return [...held.project.input.files.keys()].some((path) => relativeTo(folder, path) !== undefined);
}

async function reloadDirectories(state: WorkspaceState, events: readonly FileEvent[]): Promise<void> {
  const all = [...state.held.values(), ...[...state.loose.values()].map(({ held }) => held)];
  for (const held of all) {
    const { folder } = held;
    if (folder === undefined) continue;
    // A file of its own, or of a folder around it, be it around the whole project.
    const isTouched = (path: string) => events.some((event) => relativeTo(event.path, path) !== undefined);
    const again = [...held.project.input.directories.keys()].filter((path) => isTouched(joinPath(folder, path)));
    if (again.length > 0 && (await loadDirectories(state, held, new Set(again)))) state.listener.changed(held);
  }
}
