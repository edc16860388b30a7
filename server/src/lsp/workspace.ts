// The projects of the workspace folders as they are right now: what the disk holds, less what open documents say instead.
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { settingsName } from '../project/membership.ts';
import { type HeldFile, type HeldProject, projectAround } from './held-project.ts';
import type { Host } from './host.ts';
import { pathOfUri } from './paths.ts';
import { createQueue } from './queue.ts';
import { applyFileEvents, type FileEvent } from './workspace-events.ts';
import { hasOpenDirectories, hasOtherName, loadDirectories, reload, rescan } from './workspace-scan.ts';
import {
  applyDocument,
  findFile,
  findMember,
  isOutside,
  keyOf,
  pathOfKey,
  placeDocuments,
  speakerOf,
  type WorkspaceListener,
  type WorkspaceState,
} from './workspace-state.ts';

export interface Workspace {
  /** Replaces the workspace folders, by absolute path. */
  setFolders(folders: readonly string[]): void;
  /** A document was opened or has changed. */
  update(document: TextDocument): void;
  close(uri: string): void;
  /** A document was saved as it is now. */
  save(document: TextDocument): void;
  /** Something has happened on the disk. */
  filesChanged(events: readonly FileEvent[]): void;
  /** The project that a document belongs to; undefined for one that is neither open nor in a project. */
  find(uri: string): HeldFile | undefined;
  projects(): readonly HeldProject[];
  /** By `Project.root`. */
  project(root: string): HeldProject | undefined;
  openDocument(uri: string): TextDocument | undefined;
  /** Versions of the open documents of a project, by their paths in it. */
  versions(held: HeldProject): ReadonlyMap<string, number>;
  /** Begins to read directory files that declarations name and that are not read yet; false where there are none. */
  completeDirectories(held: HeldProject): boolean;
  /** Settles when what has been asked of the disk by now is done. */
  idle(): Promise<void>;
  readonly isBusy: boolean;
}

/** The settings of an open `writ.json` count as they are typed, but for `exclude`, which counts as it is saved. */
export function createWorkspace(host: Host, listener: WorkspaceListener): Workspace {
  const queue = createQueue((error) => listener.failed('reading files', error));
  const state = emptyState(host, listener);
  const scans = scanner(state, queue.add);
  const filesChanged = (events: readonly FileEvent[]) =>
    queue.add(async () => {
      if (await applyFileEvents(state, events)) scans();
    });
  return {
    setFolders(folders) {
      state.folders = folders;
      scans();
    },
    update(document) {
      const key = keyOf(document.uri);
      const isNew = !state.open.has(key);
      const isUnknown = isNew && findFile(state, key) === undefined;
      state.open.set(key, document);
      if (isNew) state.saved.set(key, document.version);
      if (state.deleted.delete(key)) placeDocuments(state);
      applyDocument(state, key, document);
      // Also where it says what is known: what is found belongs to this version from now on.
      const file = findFile(state, key);
      if (file !== undefined) listener.changed(file.held);
      if (isNew && isOutside(state, key)) scans();
      else if (isUnknown && pathOfKey(state, key) !== undefined) queue.add(() => place(state, key));
    },
    close: (uri) => closeDocument(state, uri, { scans, add: queue.add }),
    save(document) {
      state.saved.set(keyOf(document.uri), document.version);
      filesChanged(changeOf(document));
    },
    filesChanged,
    find: (uri) => findFile(state, keyOf(uri)),
    project: (root) => state.held.get(root) ?? state.loose.get(keyOf(root))?.held,
    projects: () => [...state.held.values(), ...looseProjects(state)],
    openDocument: (uri) => state.open.get(keyOf(uri)) ?? speakerOf(state, keyOf(uri)),
    versions: (held) => versionsOf(state, held),
    completeDirectories(held) {
      if (!hasOpenDirectories(held)) return false;
      queue.add(async () => {
        if (await loadDirectories(state, held)) listener.changed(held);
      });
      return true;
    },
    idle: () => queue.idle(),
    get isBusy() {
      return queue.isBusy;
    },
  };
}

/** Not every client watches files: what one saves has certainly changed. */
function changeOf({ uri }: TextDocument): FileEvent[] {
  const path = pathOfUri(uri);
  return path === undefined ? [] : [{ path, kind: 'changed' }];
}

function emptyState(host: Host, listener: WorkspaceListener): WorkspaceState {
  const none = {
    held: new Map(),
    open: new Map(),
    aliases: new Map(),
    saved: new Map(),
    deleted: new Set<string>(),
    loose: new Map(),
  };
  return { host, listener, folders: [], ...none };
}

interface Reading {
  readonly scans: () => void;
  readonly add: (task: () => Promise<void>) => void;
}

function closeDocument(state: WorkspaceState, uri: string, { scans, add }: Reading): void {
  const key = keyOf(uri);
  const alone = state.loose.get(key);
  const file = findFile(state, key);
  state.open.delete(key);
  state.saved.delete(key);
  state.deleted.delete(key);
  state.loose.delete(key);
  if (alone !== undefined) state.listener.removed(alone.held);
  if (isScanned(state, key, alone)) scans();
  else if (alone === undefined) add(() => reload(state, [key]));
  // What was said of it was said under the name that it had while it was open.
  if (alone === undefined && file !== undefined && file.held.uriOf(file.path) !== uri)
    state.listener.changed(file.held);
}

/** What the disk says of a closed document is not told by its file alone; a project around it may have been there for its sake. */
function isScanned(state: WorkspaceState, key: string, alone: HeldFile | undefined): boolean {
  if (alone !== undefined) return isOutside(state, key) && projectAround(state.held, key) !== undefined;
  return (
    isOutside(state, key) ||
    state.aliases.has(key) ||
    key.endsWith(`/${settingsName}`) ||
    findMember(state.held, key)?.held.hasLinks === true
  );
}

/** Looks up whether a document that was opened is a file that its project has under another name. */
async function place(state: WorkspaceState, key: string): Promise<void> {
  if (await hasOtherName(state, key)) await rescan(state);
}

/** In the order in which their documents were opened, whatever they belonged to meanwhile. */
function looseProjects({ open, loose }: WorkspaceState): HeldProject[] {
  return [...open.keys()].flatMap((key) => loose.get(key)?.held ?? []);
}

function versionsOf(state: WorkspaceState, { project }: HeldProject): Map<string, number> {
  const versions = new Map<string, number>();
  for (const [key, document] of state.open) {
    const file = findFile(state, key);
    if (file?.held.project === project) versions.set(file.path, document.version);
  }
  return versions;
}

/** Gives what asks for a scan; asked several times before it begins, there is one. */
function scanner(state: WorkspaceState, add: (task: () => Promise<void>) => void): () => void {
  let isWanted = false;
  return () => {
    if (isWanted) return;
    isWanted = true;
    add(async () => {
      isWanted = false;
      await rescan(state);
    });
  };
}
