// Reads a directory of users and groups from SCIM 2.0 JSON (RFC 7643 and 7644).
import type { Directory, DirectoryGroup, DirectoryPlace, DirectoryProblem, DirectoryUser } from '../model/directory.ts';
import { lineMap } from '../text/line-map.ts';
import { type JsonEntries, type JsonEntry, type JsonPath, readEntries } from './json-entries.ts';
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
  const json = readEntries(text);
  const isPartial = json.faults.length > 0;
  const { resources, pages, problems } = findResources(json);
  const users = collectUsers(resources, problems);
  const groups = collectGroups(resources, problems);
  const ids = { users: users.ids, groups: groups.ids, nodes: groups.items, isPartial };
  for (const { resource, group } of groups.pages) addMembers(resource, group, ids, problems);
  if (!isPartial) problems.push(...missingPages(pages));
  return {
    users: users.items,
    groups: flattened(groups, users.items, resources, problems),
    problems: placeProblems(text, json, problems),
  };
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
  const resource = findResources(readEntries(text)).resources[place];
  const [found] = resource === undefined ? [] : placesIn(text, [resource]);
  return found;
}

interface Located {
  readonly entry: JsonEntry;
  readonly path: JsonPath;
}

/** The places of values in the order asked; reads each entry once. */
function placesIn(text: string, values: readonly Located[]): DirectoryPlace[] {
  const lines = lineMap(text);
  const byEntry = new Map<JsonEntry, number[]>();
  for (const [index, { entry }] of values.entries()) {
    const others = byEntry.get(entry);
    if (others === undefined) byEntry.set(entry, [index]);
    else others.push(index);
  }
  const places: DirectoryPlace[] = [];
  for (const [entry, indexes] of byEntry) {
    const paths = indexes.map((index) => values[index]?.path ?? []);
    const found = placesOf(text, entry.offset, paths);
    for (const [position, index] of indexes.entries()) {
      const place = found[position];
      if (place === undefined) continue;
      const path = pathText([...entry.path, ...(paths[position] ?? [])]);
      places[index] = { path, ...place, ...lines.position(place.offset) };
    }
  }
  return places;
}

function placeProblems(text: string, json: JsonEntries, drafts: readonly ProblemDraft[]): DirectoryProblem[] {
  if (drafts.length === 0 && json.faults.length === 0) return [];
  const lines = lineMap(text);
  const problems: DirectoryProblem[] = json.faults.map(({ message, path, offset, length }) => ({
    kind: 'unreadable',
    message,
    path: pathText(path),
    offset,
    length,
    ...lines.position(offset),
  }));
  for (const [index, place] of placesIn(text, drafts).entries()) {
    const draft = drafts[index];
    if (draft !== undefined) problems.push({ kind: draft.kind, message: draft.message, ...place });
  }
  return problems.sort((a, b) => a.offset - b.offset);
}
