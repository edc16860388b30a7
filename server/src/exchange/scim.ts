// Reads a directory of users and groups from SCIM 2.0 JSON (RFC 7643 and 7644).
import type { Directory, DirectoryGroup, DirectoryPlace, DirectoryProblem, DirectoryUser } from '../model/directory.ts';
import { type Lazy, lazy } from '../text/lazy.ts';
import { type LineMap, lineMap } from '../text/line-map.ts';
import { type JsonEntry, type JsonPath, readEntries } from './json-entries.ts';
import { pathText, placesOf } from './json-places.ts';
import { type CollectedGroups, collectGroups, collectUsers } from './scim-collect.ts';
import { addMembers, flatten } from './scim-members.ts';
import { missingPages } from './scim-pages.ts';
import { draftAt, findResources, type ProblemDraft, type Resource } from './scim-resources.ts';

/**
 * Takes the text of a directory file: a ListResponse, several of them (in an array, or one after the other), or an array of
 * Users and Groups. Gives what is sound in it, and a problem with its place for everything else; never throws.
 */
export function readDirectory(text: string): Directory {
  const { users, groups, problems } = readPages([text]);
  return { users, groups, problems };
}

/** Which of several texts something stands in. */
export interface InPage {
  readonly page: number;
}

export interface DirectoryPages extends Directory {
  /** In the order of the texts. */
  readonly problems: readonly (DirectoryProblem & InPage)[];
  /** Takes places of users and groups; says in the same order where their resources stand. */
  readonly find: (places: readonly number[]) => readonly (DirectoryPlace & InPage)[];
}

/**
 * Takes texts of which each may be a directory file, and reads them as one directory that came in pages: members of a group
 * may stand in any of them. `undefined` is a text that is there and cannot be read. Never throws.
 */
export function readPages(texts: readonly (string | undefined)[]): DirectoryPages {
  const pages = texts.map(readPage);
  const isPartial = pages.some((page) => page === undefined || page.faults.length > 0);
  const found = findResources(pages.flatMap((page) => page?.entries ?? []));
  const { resources, problems } = found;
  const users = collectUsers(resources, problems);
  const groups = collectGroups(resources, problems);
  const ids = { users: users.ids, groups: groups.ids, nodes: groups.items, isPartial };
  for (const { resource, group } of groups.pages) addMembers(resource, group, ids, problems);
  for (const problem of isPartial ? [] : missingPages(found.pages)) problems.push(problem);
  return {
    users: users.items,
    groups: flattened(groups, users.items, resources, problems),
    problems: placeProblems(pages, problems, found.others),
    find: (places) =>
      placesIn(
        pages,
        places.flatMap((place) => resources[place] ?? []),
      ),
  };
}

interface Page {
  readonly text: string;
  readonly entries: readonly JsonEntry[];
  readonly faults: readonly (DirectoryProblem & InPage)[];
  readonly lines: Lazy<LineMap>;
}

function readPage(text: string | undefined, page: number): Page | undefined {
  if (text === undefined) return undefined;
  const { entries, faults } = readEntries(text);
  const lines = lazy(() => lineMap(text));
  const placed = faults.map(({ message, path, offset, length }) => ({
    kind: 'unreadable' as const,
    message,
    page,
    path: pathText(path),
    offset,
    length,
    ...lines().position(offset),
  }));
  return { text, entries, faults: placed, lines };
}

function flattened(
  groups: CollectedGroups,
  users: readonly DirectoryUser[],
  resources: readonly Resource[],
  problems: ProblemDraft[],
): DirectoryGroup[] {
  const { members, exhausted } = flatten(groups.items, users.length);
  const resource = exhausted === undefined ? undefined : resources[exhausted.place];
  if (resource !== undefined) {
    problems.push(draftAt(resource, [], 'from this group on, groups inside groups are too many to follow'));
  }
  return groups.items.map(({ name, place }, index) => ({
    name,
    members: (members[index] ?? []).flatMap((user) => users[user]?.name ?? []),
    place,
  }));
}

/** Takes a user's or group's `place`; gives where its resource stands in the text, which reads the file once more. */
export function placeInDirectory(text: string, place: number): DirectoryPlace | undefined {
  const page = readPage(text, 0);
  const resource = findResources(page?.entries ?? []).resources[place];
  const [found] = resource === undefined ? [] : placesIn([page], [resource]);
  if (found === undefined) return undefined;
  const { page: _, ...at } = found;
  return at;
}

interface Located {
  readonly entry: JsonEntry;
  readonly path: JsonPath;
}

/** The places of values in the order asked; reads each entry once. */
function placesIn(
  pages: readonly (Page | undefined)[],
  values: readonly Located[],
): readonly (DirectoryPlace & InPage)[] {
  const byEntry = new Map<JsonEntry, number[]>();
  for (const [index, { entry }] of values.entries()) {
    const others = byEntry.get(entry);
    if (others === undefined) byEntry.set(entry, [index]);
    else others.push(index);
  }
  const places: (DirectoryPlace & InPage)[] = [];
  for (const [page, read] of pages.entries()) {
    for (const entry of byEntry.size === 0 ? [] : (read?.entries ?? [])) {
      const indexes = byEntry.get(entry);
      if (read === undefined || indexes === undefined) continue;
      const paths = indexes.map((index) => values[index]?.path ?? []);
      for (const [position, place] of placesOf(read.text, entry.offset, paths).entries()) {
        const path = pathText([...entry.path, ...(paths[position] ?? [])]);
        places[indexes[position] ?? 0] = { page, path, ...place, ...read.lines().position(place.offset) };
      }
    }
  }
  return places;
}

/** Of so many problems each has its place, which takes a while to find; more than that nobody goes through. */
const mostPlaced = 10_000;

/** `others` are problems that were only counted. What is broken comes before what is only flattened. */
function placeProblems(
  pages: readonly (Page | undefined)[],
  drafts: readonly ProblemDraft[],
  others: number,
): readonly (DirectoryProblem & InPage)[] {
  const problems = pages.flatMap((page) => page?.faults ?? []);
  const isWhole = drafts.length <= mostPlaced;
  const sorted = isWhole ? drafts : drafts.toSorted((a, b) => Number(isFlattened(a)) - Number(isFlattened(b)));
  const placed = isWhole ? sorted : sorted.slice(0, mostPlaced);
  for (const [index, place] of placesIn(pages, placed).entries()) {
    const draft = placed[index];
    if (draft !== undefined) problems.push({ kind: draft.kind, message: draft.message, ...place });
  }
  problems.sort((a, b) => a.page - b.page || a.offset - b.offset);
  const left = sorted.slice(placed.length);
  const count = left.length + others;
  if (count === 0) return problems;
  const kind = others === 0 && left.every(isFlattened) ? 'nested-group' : 'unreadable';
  const message = `${count} more of what is reported here`;
  return [
    ...problems,
    { kind, message, page: pages.length - 1, path: '', offset: 0, length: 0, line: 0, character: 0 },
  ];
}

function isFlattened({ kind }: ProblemDraft): boolean {
  return kind === 'nested-group';
}
