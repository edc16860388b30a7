// Projects beside earlier states of themselves: those are read once, and compared with each state that follows.
import type { Connection } from 'vscode-languageserver';
import type { AccessDifference } from '../access/difference/types.ts';
import { type Compared, comparedStates } from '../ide/difference/tree.ts';
import { compareStates } from '../project/compare-states.ts';
import { readDirectories } from '../project/directories.ts';
import { discoverProjects, findRoot } from '../project/discover.ts';
import { type FileSystem, joinPath } from '../project/file-system.ts';
import { createSnapshot } from '../project/snapshot.ts';
import type { Snapshot } from '../project/types.ts';
import { earlierFiles } from './earlier-files.ts';
import type { HeldProject } from './held-project.ts';
import { pathOfUri, uriOfPath } from './paths.ts';
import type { CompareResult, EarlierState } from './protocol-difference.ts';

export interface Comparison {
  readonly label: string;
  /** What an earlier state has under a path. */
  uriOf(path: string): string;
  /** The earlier state on the day of a later one, and how that one differs from it. */
  with(after: Snapshot): Found & { readonly before: Snapshot };
  /** What was found last, if anything was. */
  readonly latest: Compared | undefined;
}

interface Found {
  readonly difference: AccessDifference;
  readonly compared: Compared;
}

export interface Comparisons {
  /** `undefined` ends it. What is begun last under a name counts. */
  begin(held: HeldProject, name: string, earlier: EarlierState | undefined): Promise<CompareResult>;
  of(held: HeldProject, name: string): Comparison | undefined;
}

/** `files`: what the server reads by itself. */
export function createComparisons(connection: Connection, files: FileSystem): Comparisons {
  const all = new Map<string, Comparison>();
  const begun = new Map<string, object>();
  const keyOf = ({ project }: HeldProject, name: string) => `${name} ${project.root}`;
  return {
    async begin(held, name, earlier) {
      const key = keyOf(held, name);
      const own = {};
      begun.set(key, own);
      if (earlier === undefined) {
        all.delete(key);
        return {};
      }
      const place = await placeOf({ connection, files, held, name }, earlier);
      if ('problem' in place) return place;
      const comparison = await readEarlier(place, held, earlier);
      if (comparison === undefined) return { problem: 'there is no `writ.json` and no `.writ` file' };
      if (begun.get(key) === own) all.set(key, comparison);
      return {};
    },
    of: (held, name) => all.get(keyOf(held, name)),
  };
}

interface Asked {
  readonly connection: Connection;
  readonly files: FileSystem;
  readonly held: HeldProject;
  readonly name: string;
}

/** Where an earlier state lies, and how a path of it is shown. */
interface EarlierPlace {
  readonly files: FileSystem;
  readonly root: string;
  readonly uriOf: (path: string) => string;
}

async function placeOf(
  { connection, files, held, name }: Asked,
  earlier: EarlierState,
): Promise<EarlierPlace | { readonly problem: string }> {
  if ('folder' in earlier) {
    const path = pathOfUri(earlier.folder);
    if (path === undefined) return { problem: 'it is no folder that can be read' };
    const root = (await findRoot(files, path)) ?? path;
    if (root === held.folder) return { problem: 'it is of the same project' };
    return { files, root, uriOf: (below) => uriOfPath(joinPath(root, below)) };
  }
  const root = held.folder;
  if (root === undefined || !held.isFolder) return { problem: 'the project is a single document' };
  const uris = new Map(earlier.files.map(({ path, uri }) => [path, uri]));
  return {
    files: earlierFiles(connection, root, { project: held.uri, comparison: name }, earlier),
    root,
    uriOf: (path) => uris.get(path) ?? uriOfPath(joinPath(root, path)),
  };
}

/** Built upon the state of now, so that what both have in common is the same. */
async function readEarlier(
  { files, root, uriOf }: EarlierPlace,
  held: HeldProject,
  earlier: EarlierState,
): Promise<Comparison | undefined> {
  const found = (await discoverProjects(files, [root])).find((each) => each.root === root);
  const isNothing = found === undefined || (found.settings === undefined && found.files.size === 0);
  if (isNothing && 'folder' in earlier) return undefined;
  const { input } = held.project;
  const own = { files: found?.files ?? new Map(), settings: found?.settings, today: input.today };
  const names = createSnapshot({ ...own, directories: new Map() }, held.project.snapshot()).directoryPaths;
  const directories = await readDirectories(files, root, names);
  return comparisonWith(createSnapshot({ ...own, directories }, held.project.snapshot()), earlier.label, uriOf);
}

function comparisonWith(earlier: Snapshot, label: string, uriOf: (path: string) => string): Comparison {
  let before = earlier;
  let last: (Found & { readonly after: Snapshot }) | undefined;
  return {
    label,
    uriOf,
    with(after) {
      const { today } = after.input;
      if (before.input.today !== today) before = createSnapshot({ ...before.input, today }, before);
      if (last?.after !== after) {
        const difference = compareStates(before, after);
        last = { after, difference, compared: comparedStates(before, after, difference) };
      }
      const { difference, compared } = last;
      return { before, difference, compared };
    },
    get latest() {
      return last?.compared;
    },
  };
}
