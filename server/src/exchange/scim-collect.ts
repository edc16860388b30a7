// Collects the Users and Groups of a file under their names and ids, each once.
import type { DirectoryUser } from '../model/directory.ts';
import { sameJson } from './json-same.ts';
import { shorten } from './json-scan.ts';
import { field } from './scim-fields.ts';
import type { GroupNode } from './scim-members.ts';
import { draftAt, type ProblemDraft, type Resource } from './scim-resources.ts';
import { readId, readUser, requiredName } from './scim-user.ts';

/** What a file's ids stand for: a position, or `left out` for a resource that is there but does not count. */
type IdMap = Map<string, number | 'left out'>;

export interface Collected<T> {
  readonly items: readonly T[];
  readonly ids: IdMap;
}

/** Takes all resources; gives the users among them. The first of one name or id counts, a second one is a problem. */
export function collectUsers(resources: readonly Resource[], problems: ProblemDraft[]): Collected<DirectoryUser> {
  const items: DirectoryUser[] = [];
  const ids: IdMap = new Map();
  const names = new Set<string>();
  const byId = new Map<string, Resource>();
  for (const resource of resources) {
    if (resource.kind !== 'User') continue;
    const id = readId(resource, problems);
    const listed = id === undefined ? undefined : byId.get(id);
    // A resource that changed pages between two requests is listed twice.
    if (listed !== undefined && sameJson(listed.object, resource.object)) continue;
    const user = readUser(resource, problems);
    const counts = user !== undefined && isNew(resource, { id, name: user.name, ids, names }, problems);
    if (id !== undefined && !ids.has(id)) {
      byId.set(id, resource);
      ids.set(id, counts ? items.length : 'left out');
    }
    if (!counts) continue;
    names.add(user.name);
    items.push(user);
  }
  return { items, ids };
}

export interface CollectedGroups extends Collected<GroupNode> {
  /** Every resource that lists members of a group: a long group comes in several pages. */
  readonly pages: readonly { readonly resource: Resource; readonly group: GroupNode }[];
}

/** Takes all resources; gives the groups among them, still without members. Those of one id and name are one group. */
export function collectGroups(resources: readonly Resource[], problems: ProblemDraft[]): CollectedGroups {
  const items: GroupNode[] = [];
  const ids: IdMap = new Map();
  const names = new Set<string>();
  const pages: { resource: Resource; group: GroupNode }[] = [];
  for (const resource of resources) {
    if (resource.kind !== 'Group') continue;
    const id = readId(resource, problems);
    const name = requiredName(resource, 'displayName', problems);
    const known = id === undefined ? undefined : ids.get(id);
    const begun = typeof known === 'number' ? items[known] : undefined;
    if (begun !== undefined && begun.name === name) {
      pages.push({ resource, group: begun });
      continue;
    }
    const counts = name !== undefined && isNew(resource, { id, name, ids, names }, problems);
    if (id !== undefined && known === undefined) ids.set(id, counts ? items.length : 'left out');
    if (!counts) continue;
    names.add(name);
    const group: GroupNode = { name, place: resource.place, users: [], groups: [] };
    items.push(group);
    pages.push({ resource, group });
  }
  return { items, ids, pages };
}

interface Identity {
  readonly id: string | undefined;
  readonly name: string;
  readonly ids: ReadonlyMap<string, unknown>;
  readonly names: ReadonlySet<string>;
}

function isNew(resource: Resource, { id, name, ids, names }: Identity, problems: ProblemDraft[]): boolean {
  const isId = id !== undefined && ids.has(id);
  if (!isId && !names.has(name)) return true;
  const attribute = isId ? 'id' : resource.kind === 'User' ? 'userName' : 'displayName';
  const key = field(resource.object, attribute)?.key ?? attribute;
  const message = `a second ${resource.kind} with the ${attribute} \`${shorten(isId ? id : name)}\``;
  problems.push({ ...draftAt(resource, [key], message), kind: 'duplicate' });
  return false;
}
