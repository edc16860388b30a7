// What the server knows of its workspace, and where a document belongs in it.
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { relativeTo } from '../project/file-system.ts';
import { isPolicyFile, type PathTest, settingsName } from '../project/membership.ts';
import { type HeldFile, type HeldProject, holdDocument, isMember, projectAround } from './held-project.ts';
import { type Host, today } from './host.ts';
import { baseName, driveOf, isOnlyShown, pathOfUri } from './paths.ts';

export interface WorkspaceListener {
  /** Something in the project is not what it was. */
  changed(held: HeldProject): void;
  removed(held: HeldProject): void;
  /** The folders were read anew: projects may have come or gone. */
  scanned(): void;
  failed(what: string, error: unknown): void;
}

export interface WorkspaceState {
  readonly host: Host;
  readonly listener: WorkspaceListener;
  /** The workspace folders, absolute. */
  folders: readonly string[];
  /** By root. */
  held: ReadonlyMap<string, HeldProject>;
  /** Open documents, by key, in the order in which they were opened. */
  readonly open: Map<string, TextDocument>;
  /** Keys under which files of projects are open, where those have them under others: to the key that the project has. */
  aliases: ReadonlyMap<string, string>;
  /** Versions of open documents as they were opened or last saved, by key. */
  readonly saved: Map<string, number>;
  /**
   * Keys of open documents whose files were deleted when nothing in them was left to save: they are of no project as long as
   * nobody changes them. What somebody goes on writing is meant to stand there.
   */
  readonly deleted: Set<string>;
  /** Open documents that belong to no project, by key. */
  readonly loose: Map<string, HeldFile>;
}

/** What two URIs of one document have in common: its path, or for a document on no disk the URI. */
export function keyOf(uri: string): string {
  return pathOfUri(uri) ?? uri;
}

/** The key under which a project has the file. */
export function knownKey({ aliases }: WorkspaceState, key: string): string {
  return aliases.get(key) ?? key;
}

/** The open document that says what a file holds, by the key that its project has: of several the one opened last. */
export function speakerOf(state: WorkspaceState, key: string): TextDocument | undefined {
  if (state.aliases.size === 0) return state.deleted.has(key) ? undefined : state.open.get(key);
  return [...state.open].findLast(([each]) => knownKey(state, each) === key && !state.deleted.has(each))?.[1];
}

/** The project of a folder that a file belongs to, by the file's key. */
export function findMember<T extends { readonly isExcluded: PathTest }>(
  projects: ReadonlyMap<string, T>,
  key: string,
): { readonly held: T; readonly path: string } | undefined {
  const around = projectAround(projects, key);
  if (around === undefined || !isMember(around.project.isExcluded, around.relative)) return undefined;
  return { held: around.project, path: around.relative };
}

/** The project of a folder that an open document counts in. */
export function memberOf<T extends { readonly isExcluded: PathTest }>(
  state: WorkspaceState,
  projects: ReadonlyMap<string, T>,
  key: string,
): ReturnType<typeof findMember<T>> {
  return state.deleted.has(key) ? undefined : findMember(projects, knownKey(state, key));
}

/** The file, where it is open or its project has it. */
export function findFile(state: WorkspaceState, key: string): HeldFile | undefined {
  const alone = state.loose.get(key);
  if (alone !== undefined) return alone;
  const file = memberOf(state, state.held, key);
  const { input } = file?.held.project ?? {};
  const isThere = file?.path === settingsName ? input?.settings !== undefined : input?.files.has(file?.path ?? '');
  return isThere ? file : undefined;
}

/** True for a file that can be read and lies below no workspace folder: which project it belongs to is still to be looked up. */
export function isOutside(state: WorkspaceState, key: string): boolean {
  return pathOfKey(state, key) !== undefined && !isBelowFolder(state, key);
}

/** Undefined for a document that is on no disk: neither that of the machine nor one of a workspace folder. */
export function pathOfKey({ folders }: WorkspaceState, key: string): string | undefined {
  const drive = driveOf(key);
  if (drive !== undefined) return folders.some((folder) => driveOf(folder) === drive) ? key : undefined;
  return key.startsWith('/') || /^[a-z]:\//.test(key) ? key : undefined;
}

function isBelowFolder(state: WorkspaceState, path: string): boolean {
  return state.folders.some((folder) => relativeTo(folder, path) !== undefined);
}

/**
 * Takes over what an open document says, into the project that it belongs to or into one of its own; gives the project where
 * it did not say so before.
 */
export function applyDocument(state: WorkspaceState, key: string, document: TextDocument): HeldProject | undefined {
  const content = { text: document.getText() };
  const own = knownKey(state, key);
  const known = state.loose.get(key) ?? memberOf(state, state.held, key);
  if (known !== undefined && speakerOf(state, own) !== document) return undefined;
  if (known !== undefined) return known.held.project.applyChange(known.path, content) ? known.held : undefined;
  if (document.languageId !== 'writ' && !isPolicyFile(baseName(document.uri))) return undefined;
  const alone = holdDocument(document.uri, content, {
    path: pathOfKey(state, key),
    isSilent: isLeftOut(state, key, document),
    today: today(state.host),
  });
  state.loose.set(key, alone);
  return alone.held;
}

/** Where a document that is in no project is one that its project leaves out, or shows what something else was or is. */
function isLeftOut(state: WorkspaceState, key: string, { uri }: TextDocument): boolean {
  if (pathOfKey(state, key) === undefined) return isOnlyShown(uri);
  return isPolicyFile(key) && (isBelowFolder(state, key) || projectAround(state.held, key) !== undefined);
}

/** Whether a document that stands alone still has to, and as it does. */
function standsRightly(
  state: WorkspaceState,
  key: string,
  document: TextDocument,
  { folder, isSilent }: HeldProject,
): boolean {
  const isFound = memberOf(state, state.held, key) !== undefined;
  if (isFound || isSilent !== isLeftOut(state, key, document)) return false;
  return (folder === undefined) === (pathOfKey(state, key) === undefined);
}

/** After the folders were read anew, or files deleted: sees to it that every open document is in the right project. */
export function placeDocuments(state: WorkspaceState): void {
  for (const [key, document] of state.open) {
    const alone = state.loose.get(key);
    if (alone !== undefined && !standsRightly(state, key, document, alone.held)) {
      state.loose.delete(key);
      state.listener.removed(alone.held);
    }
    const changed = applyDocument(state, key, document);
    if (changed !== undefined) state.listener.changed(changed);
  }
}
