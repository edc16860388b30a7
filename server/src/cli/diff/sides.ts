// From OLD and NEW of `writ diff` to two projects: of folders, or of a commit's files where they stand in the working tree.
import { discoverProjects, type FoundProject, findRoot } from '../../project/discover.ts';
import { type FileSystem, joinPath, parentPath, relativeTo } from '../../project/file-system.ts';
import { commitFiles } from '../git/commit-files.ts';
import { findCommit, findRepository, type Repository, whyNoCommit } from '../git/repository.ts';
import type { Host } from '../host.ts';
import { nameProject, type Unusable, workingFolder } from '../named.ts';
import { isNothing, nothingIn } from '../targets.ts';

export interface Side {
  /** As the user wrote it; undefined for the working tree that nobody named. */
  readonly name: string | undefined;
  /** Of a revision, the whole name of its commit. */
  readonly commit: string | undefined;
  readonly files: FileSystem;
  readonly project: FoundProject;
}

export interface Sides {
  readonly cwd: string;
  readonly before: Side;
  readonly after: Side;
}

export interface Named {
  readonly old: string | undefined;
  readonly next: string | undefined;
  /** `--project`. */
  readonly project: string | undefined;
}

/** A side before it is known what of it is the project. */
interface Place extends Omit<Side, 'project'> {
  /** The folder that is looked at, or for. */
  readonly base: string;
}

interface Search {
  readonly host: Host;
  /** The folder of the project, which need not be there any more. */
  readonly base: string;
  readonly baseText: string;
  readonly repository: Repository | Unusable;
}

export async function findSides(host: Host, { old, next, project }: Named): Promise<Sides | Unusable> {
  const cwd = await workingFolder(host);
  if (old === '' || next === '') return { problem: 'an empty OLD or NEW names nothing' };
  const base = project === undefined ? cwd : await realBase(host, project);
  if (typeof base !== 'string') return base;
  const repository = await findRepository(host, base);
  const search: Search = { host, base, baseText: project ?? '.', repository };
  const before = await placeOf(search, old ?? 'HEAD');
  if ('problem' in before) return before;
  const after = next === undefined ? await workingPlace(search, before) : await placeOf(search, next);
  if ('problem' in after) return after;
  const found = await projectsOf(before, after);
  return 'problem' in found ? found : checked(search, { cwd, ...found });
}

/** With the links resolved in as much of it as is there. */
async function realBase(host: Host, text: string): Promise<string | Unusable> {
  const named = await nameProject(host, text);
  if (!('problem' in named)) return named.path;
  const full = host.resolve(text);
  if (text === '' || (await host.disk.realPath(full)) !== undefined) return named;
  for (let at = parentPath(full); at !== undefined; at = parentPath(at)) {
    const real = await host.disk.realPath(at);
    if (real !== undefined) return joinPath(real, relativeTo(at, full) ?? '');
  }
  return named;
}

async function workingPlace(
  { host, base, baseText, repository }: Search,
  { commit }: Place,
): Promise<Place | Unusable> {
  if (commit !== undefined && !('problem' in repository) && repository.isBare)
    return { problem: 'a bare repository has no working tree: name two revisions' };
  const isGone = commit === undefined && (await host.disk.realPath(base)) === undefined;
  if (isGone) return { problem: `\`${baseText}\` cannot be read: there is no such file or folder` };
  return { name: undefined, commit: undefined, files: host.disk, base };
}

/** What can be both a folder and a revision is neither, until it is written so that it can be one only. */
async function placeOf({ host, base, repository }: Search, text: string): Promise<Place | Unusable> {
  const full = host.resolve(text);
  const found = await host.disk.kind(full);
  const isFolder = 'kind' in found && found.kind === 'folder';
  const commit = 'problem' in repository ? undefined : await findCommit(host, repository, text);
  if (isFolder && commit !== undefined)
    return { problem: `\`${text}\` is a folder and a revision: write \`./${text}\` for the folder` };
  if (isFolder) {
    const real = (await host.disk.realPath(full)) ?? full;
    return { name: text, commit: undefined, files: host.disk, base: real };
  }
  if ('problem' in repository) return { problem: `\`${text}\` is no folder, and as a revision: ${repository.problem}` };
  if (commit === undefined) return { problem: await whyNoCommit(host, repository, text) };
  const files = await commitFiles(host, repository, commit);
  if ('problem' in files) return files;
  // A bare repository has the files of its commits nowhere: its own folders are none of them.
  const isInside = !repository.isBare || relativeTo(repository.top, base) === '' || (await files.realPath(base));
  return { name: text, commit: commit.id, files, base: isInside ? base : repository.top };
}

type Pair<T> = { readonly before: T; readonly after: T };

/** Where one of two sides of the same folder has no `writ.json`, its project is the folder that the other one's is. */
async function projectsOf(before: Place, after: Place): Promise<Pair<Side> | Unusable> {
  const [one, other] = await Promise.all([before, after].map(({ files, base }) => findRoot(files, base)));
  const isSameFolder = before.base === after.base;
  const oneRoot = one ?? (isSameFolder ? other : undefined) ?? before.base;
  const otherRoot = other ?? (isSameFolder ? one : undefined) ?? after.base;
  const isSameDisk = before.commit === undefined && after.commit === undefined;
  if (isSameDisk && oneRoot === otherRoot)
    return { problem: `\`${before.name}\` and \`${after.name ?? '.'}\` are in one project: \`${oneRoot}\`` };
  return { before: await sideAt(before, oneRoot), after: await sideAt(after, otherRoot) };
}

async function sideAt({ name, commit, files }: Place, root: string): Promise<Side> {
  const found = (await discoverProjects(files, [root])).find((each) => each.root === root);
  const nothing: FoundProject = { root, settings: undefined, files: new Map(), isExcluded: () => false, links: [] };
  return { name, commit, files, project: found ?? nothing };
}

/** A project may begin or end with a change; a folder that is named and holds none is a slip. */
function checked({ baseText }: Search, sides: Sides): Sides | Unusable {
  const { before, after } = sides;
  for (const { name, commit, project } of [before, after])
    if (name !== undefined && commit === undefined && isNothing(project)) return { problem: nothingIn(name) };
  return isNothing(before.project) && isNothing(after.project) ? { problem: nothingIn(baseText) } : sides;
}
