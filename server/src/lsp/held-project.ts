// A project as the server holds it: what it is, and how its paths and the documents of the protocol belong together.
import type { FoundProject } from '../project/discover.ts';
import { joinPath, relativeTo } from '../project/file-system.ts';
import { isHidden, isPolicyFile, type PathTest, settingsName } from '../project/membership.ts';
import { createProject, type Project } from '../project/project.ts';
import type { FileContent, ProjectInput, Snapshot } from '../project/types.ts';
import { baseName, uriOfPath } from './paths.ts';

export interface HeldProject {
  readonly project: Project;
  /** Of its folder, or of the one document that it is made of. */
  readonly uri: string;
  /** The folder that its files lie in; undefined for a document that is on no disk. */
  readonly folder: string | undefined;
  /** False for a single document that belongs to no project. */
  readonly isFolder: boolean;
  /** True for a document that its project leaves out: it can be read and written, and nothing is said against it. */
  readonly isSilent: boolean;
  readonly isExcluded: PathTest;
  /** What is in it depends on where its symbolic links lead. */
  readonly hasLinks: boolean;
  /** The URI of a file of the project. */
  uriOf(path: string): string;
}

/** A file of a project. */
export interface HeldFile {
  readonly held: HeldProject;
  readonly path: string;
}

/** Takes what names an open file, by its absolute path, as the client does: it has no other name for it. */
export function holdFolder(
  found: FoundProject,
  input: ProjectInput,
  openUri: (path: string) => string | undefined,
): HeldProject {
  const places = new Map<string, { readonly full: string; readonly uri: string }>();
  const placeOf = (path: string) => {
    const full = path === '.' ? found.root : joinPath(found.root, path);
    return { full, uri: uriOfPath(full) };
  };
  return {
    project: createProject(found.root, input),
    uri: uriOfPath(found.root),
    folder: found.root,
    isFolder: true,
    isSilent: false,
    isExcluded: found.isExcluded,
    hasLinks: found.links.length > 0,
    uriOf(path) {
      const known = places.get(path) ?? placeOf(path);
      places.set(path, known);
      return openUri(known.full) ?? known.uri;
    },
  };
}

/** Takes a document that belongs to no project, and makes one of it alone. */
export function holdDocument(
  uri: string,
  content: FileContent,
  options: { readonly path: string | undefined; readonly isSilent: boolean; readonly today: number },
): HeldFile {
  const name = baseName(uri);
  const path = isPolicyFile(name) ? name : `${name || 'untitled'}.writ`;
  const folder = options.path?.slice(0, -name.length - 1);
  const input = {
    files: new Map([[path, content]]),
    settings: undefined,
    directories: new Map(),
    today: options.today,
  };
  const held: HeldProject = {
    project: createProject(uri, input),
    uri,
    folder,
    isFolder: false,
    isSilent: options.isSilent,
    isExcluded: () => false,
    hasLinks: false,
    uriOf: (other) => (other === path || folder === undefined ? uri : uriOfPath(joinPath(folder, other))),
  };
  return { held, path };
}

/** Takes projects by their folders and a path; gives the innermost one around it, whether it holds the file or not. */
export function projectAround<T>(
  projects: ReadonlyMap<string, T>,
  path: string,
): { readonly project: T; readonly relative: string } | undefined {
  for (let end = path.lastIndexOf('/'); end >= 0; end = path.lastIndexOf('/', end - 1)) {
    const folder = end === 0 || path[end - 1] === ':' ? path.slice(0, end + 1) : path.slice(0, end);
    const project = projects.get(folder);
    if (project !== undefined) return { project, relative: relativeTo(folder, path) ?? '' };
    if (end === 0) return undefined;
  }
  return undefined;
}

/** True where a file of this path is the project's: its settings or one of its policy files. */
export function isMember(isExcluded: PathTest, relative: string): boolean {
  if (relative === settingsName) return true;
  const name = relative.slice(relative.lastIndexOf('/') + 1);
  return isPolicyFile(name) && !isHidden(relative) && !isExcluded(relative);
}

/** The project's state on a day. */
export function snapshotOn(held: HeldProject, today: number): Snapshot {
  const { project } = held;
  if (project.input.today !== today) project.replace({ ...project.input, today });
  return project.snapshot();
}
