// Holds one project while it changes: changes go in one by one, snapshots come out, each built upon the one before.
import { settingsName } from './membership.ts';
import { createSnapshot } from './snapshot.ts';
import type { FileContent, ProjectInput, Snapshot } from './types.ts';

export interface Project {
  /** Its folder, absolute; whoever holds several tells them apart by it. */
  readonly root: string;
  readonly input: ProjectInput;
  /** The state after all changes so far; the same one as long as nothing changes. */
  snapshot(): Snapshot;
  /**
   * Takes a path relative to the root and what the file holds now, undefined where it is gone: the settings, a `.writ` file
   * where the path ends so, a directory file otherwise. Gives false where that is what was known already.
   */
  applyChange(path: string, content: FileContent | undefined): boolean;
  /** Takes all of it anew, keeping what is equal. */
  replace(input: ProjectInput): boolean;
}

export function createProject(root: string, initial: ProjectInput): Project {
  let input = initial;
  let snapshot: Snapshot | undefined;
  let isStale = true;
  const change = (next: ProjectInput): boolean => {
    if (next === input) return false;
    input = next;
    isStale = true;
    return true;
  };
  return {
    root,
    get input() {
      return input;
    },
    snapshot() {
      if (isStale || snapshot === undefined) snapshot = createSnapshot(input, snapshot);
      isStale = false;
      return snapshot;
    },
    applyChange: (path, content) => change(withChange(input, path, content)),
    replace: (next) => change(keepEqual(input, next)),
  };
}

function withChange(input: ProjectInput, path: string, content: FileContent | undefined): ProjectInput {
  if (path === settingsName) {
    return isSameContent(input.settings, content) ? input : { ...input, settings: content };
  }
  const kind = path.endsWith('.writ') ? 'files' : 'directories';
  if (isSameContent(input[kind].get(path), content)) return input;
  return { ...input, [kind]: withEntry(input[kind], path, content) };
}

/** In order of paths, so that a project that has changed is the same as one that is read anew. */
function withEntry(
  old: ReadonlyMap<string, FileContent>,
  path: string,
  content: FileContent | undefined,
): ReadonlyMap<string, FileContent> {
  const map = new Map(old);
  if (content === undefined) map.delete(path);
  else map.set(path, content);
  return content === undefined || old.has(path) ? map : new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The new input, with the old contents where they are equal: what is derived from a content is kept by its identity. */
function keepEqual(old: ProjectInput, next: ProjectInput): ProjectInput {
  const files = keepEqualMap(old.files, next.files);
  const directories = keepEqualMap(old.directories, next.directories);
  const settings = isSameContent(old.settings, next.settings) ? old.settings : next.settings;
  const isSame =
    files === old.files && directories === old.directories && settings === old.settings && next.today === old.today;
  return isSame ? old : { files, directories, settings, today: next.today };
}

function keepEqualMap(
  old: ReadonlyMap<string, FileContent>,
  next: ReadonlyMap<string, FileContent>,
): ReadonlyMap<string, FileContent> {
  let isSame = old.size === next.size;
  const kept = new Map<string, FileContent>();
  for (const [path, content] of next) {
    const before = old.get(path);
    const isEqual = before !== undefined && isSameContent(before, content);
    kept.set(path, isEqual ? before : content);
    isSame &&= isEqual;
  }
  return isSame ? old : kept;
}

function isSameContent(a: FileContent | undefined, b: FileContent | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if ('text' in a) return 'text' in b && a.text === b.text;
  return 'unreadable' in b && a.unreadable === b.unreadable;
}
