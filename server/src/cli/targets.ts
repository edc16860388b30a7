// From the PATHs of a command line to the projects that they belong to, and what of each is meant.
import { discoverProjects, type FoundProject, findRoot } from '../project/discover.ts';
import { joinPath, parentPath, readContent, relativeTo } from '../project/file-system.ts';
import { isHidden, isPolicyFile } from '../project/membership.ts';
import type { FileContent } from '../project/types.ts';
import type { Host } from './host.ts';
import { type Named, namePath, nameProject, type Unusable, workingFolder } from './named.ts';

/** A project, and the paths below its root (empty for all of it) that were asked about. */
export interface Target {
  readonly project: FoundProject;
  readonly paths: readonly string[];
  /** Those of them that are neither a folder nor a `.writ` file. */
  readonly others: readonly string[];
}

export interface Targets {
  /** The working folder with its links resolved, as all paths of the targets are. */
  readonly cwd: string;
  readonly targets: readonly Target[];
  /** What of the arguments could not be used, as messages. */
  readonly problems: readonly string[];
}

interface TargetDraft {
  readonly project: FoundProject;
  readonly paths: Set<string>;
  readonly others: Set<string>;
}

interface Search {
  readonly host: Host;
  readonly problems: string[];
  readonly targets: Map<string, TargetDraft>;
  /** Files that no project takes in. */
  readonly alone: Named[];
}

/**
 * Each PATH counts in the project that it belongs to: that of the nearest `writ.json` at or above it; else the outermost
 * folder named, DIR included, that holds it; else itself. Below a folder, every project counts. Without a PATH it is the
 * whole project that DIR belongs to, which is the working folder where it is not given.
 */
export async function findTargets(host: Host, paths: readonly string[], dir: string | undefined): Promise<Targets> {
  const cwd = await workingFolder(host);
  const base = await nameProject(host, dir);
  if ('problem' in base) return { cwd, targets: [], problems: [base.problem] };
  const search: Search = { host, problems: [], targets: new Map(), alone: [] };
  const root = await findRoot(host.disk, base.path);
  const named: Named[] = paths.length === 0 ? [{ ...base, path: root ?? base.path }] : [];
  for (const text of paths) {
    const each = await namePath(host, text);
    if ('problem' in each) search.problems.push(each.problem);
    else named.push(each);
  }
  await collect(search, named, dir !== undefined && root === undefined ? [base.path] : []);
  const all = [...search.targets.values()].map((draft) => ({
    project: draft.project,
    paths: [...draft.paths].sort(),
    others: [...draft.others].sort(),
  }));
  const targets = all.filter(({ project }) => !isNothing(project));
  targets.sort((a, b) => compare(a.project.root, b.project.root));
  return { cwd, targets, problems: search.problems };
}

/** The one project that DIR, or the working folder, belongs to. */
export async function findProject(
  host: Host,
  dir: string | undefined,
): Promise<{ readonly cwd: string; readonly project: FoundProject } | Unusable> {
  const { disk } = host;
  const base = await nameProject(host, dir);
  if ('problem' in base) return base;
  const root = (await findRoot(disk, base.path)) ?? base.path;
  const project = (await discoverProjects(disk, [root])).find((each) => each.root === root);
  return project === undefined || isNothing(project)
    ? { problem: nothingIn(base.text) }
    : { cwd: await workingFolder(host), project };
}

export function nothingIn(text: string): string {
  return `\`${text}\` holds no \`writ.json\` and no \`.writ\` file`;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function isNothing(project: FoundProject): boolean {
  return project.settings === undefined && project.files.size === 0;
}

/** A named path with the root of the project that it belongs to; none for a file that lies in no project or named folder. */
type Rooted = Named & { readonly root: string | undefined };

async function collect(search: Search, named: readonly Named[], loose: readonly string[]): Promise<void> {
  const { disk } = search.host;
  const found = await Promise.all(
    named.map(async (each): Promise<Rooted> => {
      const folder = each.isFolder ? each.path : (parentPath(each.path) ?? each.path);
      return { ...each, root: await findRoot(disk, folder) };
    }),
  );
  const folders = [
    ...loose,
    ...found.filter((each) => each.isFolder && each.root === undefined).map(({ path }) => path),
  ];
  const rooted = found.map((each) => ({ ...each, root: each.root ?? outermost(folders, each) }));
  // A folder of a project is asked for by itself too, for the projects below it.
  const asked = rooted.flatMap(({ path, root, isFolder }) => {
    if (root === undefined) return [];
    return isFolder && !folders.includes(path) ? [root, path] : [root];
  });
  const projects = asked.length === 0 ? [] : await discoverProjects(disk, [...new Set(asked)]);
  for (const each of rooted) await assign(search, each, projects);
  await addAlone(search);
}

/** The shortest of the folders that hold the path in them, unless it is hidden there. */
function outermost(folders: readonly string[], { path, isFolder }: Named): string | undefined {
  const around = folders.filter((folder) => {
    const relative = relativeTo(folder, path);
    return relative !== undefined && !isHidden(isFolder ? `${relative}/` : relative);
  });
  return around.toSorted((a, b) => a.length - b.length)[0];
}

async function assign(search: Search, each: Rooted, projects: readonly FoundProject[]): Promise<void> {
  const own = projects.find((project) => project.root === each.root);
  const relative = own === undefined ? undefined : relativeTo(own.root, each.path);
  if (!each.isFolder) {
    const isPolicy = isPolicyFile(baseName(each.path));
    const isMember = relative !== undefined && own?.files.has(relative) === true;
    if (own === undefined || relative === undefined || (isPolicy && !isMember)) search.alone.push(each);
    else (isMember ? targetOf(search, own).paths : targetOf(search, own).others).add(relative);
    return;
  }
  const below = projects.filter((project) => project !== own && relativeTo(each.path, project.root) !== undefined);
  if (own !== undefined) targetOf(search, own).paths.add(relative ?? '');
  for (const project of below) targetOf(search, project).paths.add('');
  if ([own, ...below].every((project) => project === undefined || isNothing(project)))
    search.problems.push(nothingIn(each.text));
}

function targetOf({ targets }: Search, project: FoundProject): TargetDraft {
  const target = targets.get(project.root) ?? { project, paths: new Set(), others: new Set() };
  targets.set(project.root, target);
  return target;
}

/** Files below no project: those of one folder that are named together are one, without whatever lies beside them. */
async function addAlone({ host, alone, problems, targets }: Search): Promise<void> {
  const byFolder = new Map<string, Map<string, FileContent>>();
  for (const { path, text } of alone.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const name = baseName(path);
    const content = isPolicyFile(name) ? await readContent(host.disk, path) : undefined;
    if (content === undefined) {
      problems.push(`\`${text}\` is no \`.writ\` file of any project`);
      continue;
    }
    const root = parentPath(path) ?? '/';
    const files = byFolder.get(root) ?? new Map<string, FileContent>();
    byFolder.set(root, files.set(name, content));
  }
  for (const [root, files] of byFolder) {
    const project: FoundProject = { root, settings: undefined, files, isExcluded: () => false, links: [] };
    // A project whose root is this folder leaves these files out: it is another.
    targets.set(joinPath(root, '*'), { project, paths: new Set(['']), others: new Set() });
  }
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
