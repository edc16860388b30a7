// Finds the Users and Groups in SCIM 2.0 JSON: a ListResponse (RFC 7644, 3.4.2), several of them, or a bare array.
import type { DirectoryProblemKind } from '../model/directory.ts';
import type { JsonEntry, JsonPath } from './json-entries.ts';
import { shorten } from './json-scan.ts';
import { field, isObject, list, type ScimObject, text } from './scim-fields.ts';

/** A problem before its place in the text is looked up: `path` leads there from the entry's own value. */
export interface ProblemDraft {
  readonly kind: DirectoryProblemKind;
  readonly message: string;
  readonly entry: JsonEntry;
  readonly path: JsonPath;
}

export interface Resource {
  readonly kind: 'User' | 'Group';
  readonly object: ScimObject;
  readonly entry: JsonEntry;
  readonly path: JsonPath;
  /** How many resources stand before it. */
  readonly place: number;
}

/** One ListResponse: how many resources it holds, and of how many. */
export interface ListPage {
  readonly count: number;
  readonly total: number | undefined;
  readonly start: number | undefined;
  /** Of its first resource. */
  readonly kind: Resource['kind'] | undefined;
  readonly entry: JsonEntry;
  readonly path: JsonPath;
}

export interface Resources {
  readonly resources: Resource[];
  readonly pages: ListPage[];
  readonly problems: ProblemDraft[];
  /** How many values are no resources besides those of which there is a problem. */
  others: number;
}

/** A text of any length can be a list of values that mean nothing: of so many each is a problem of its own. */
const mostStrangers = 1000;

export function draftAt(at: Pick<Resource, 'entry' | 'path'>, steps: JsonPath, message: string): ProblemDraft {
  return { kind: 'unreadable', message, entry: at.entry, path: [...at.path, ...steps] };
}

/** Takes the values of a directory; gives its resources in order. What is neither a User nor a Group is a problem. */
export function findResources(entries: readonly JsonEntry[]): Resources {
  const found: Resources = { resources: [], pages: [], problems: [], others: 0 };
  for (const entry of entries) {
    if (Array.isArray(entry.value)) {
      for (const [index, each] of entry.value.entries()) addListOrResource(found, each, entry, [index]);
    } else addListOrResource(found, entry.value, entry, []);
  }
  return found;
}

function addListOrResource(found: Resources, value: unknown, entry: JsonEntry, path: JsonPath): void {
  const at = { entry, path };
  if (!isObject(value)) {
    addStranger(found, at, 'expected a SCIM ListResponse, User or Group');
    return;
  }
  if (hasSchema(value, /:error$/iu)) {
    const detail = text(value, 'detail') ?? text(value, 'status');
    const said = detail === undefined ? '' : `: ${shorten(detail)}`;
    found.problems.push(draftAt(at, [], `this is a SCIM error response, not a list${said}`));
  } else if (field(value, 'Resources') !== undefined || hasSchema(value, /:ListResponse$/iu)) addList(found, value, at);
  else addResource(found, value, entry, path);
}

function addList(found: Resources, object: ScimObject, at: Pick<Resource, 'entry' | 'path'>): void {
  const resources = field(object, 'Resources');
  const rows = resources === undefined ? [] : list(resources.value);
  const key = resources?.key ?? 'Resources';
  if (rows === undefined) found.problems.push(draftAt(at, [key], '`Resources` must be a list'));
  for (const [index, each] of (rows ?? []).entries()) addResource(found, each, at.entry, [...at.path, key, index]);
  const total = wholeNumber(found, object, 'totalResults', at);
  const start = wholeNumber(found, object, 'startIndex', at);
  if (resources === undefined && total === undefined) {
    found.problems.push(draftAt(at, [], 'a ListResponse needs `Resources`'));
  }
  const [first] = rows ?? [];
  const kind = isObject(first) ? kindOf(first) : undefined;
  found.pages.push({ count: rows?.length ?? 0, total, start, kind, ...at });
}

function wholeNumber(
  found: Resources,
  object: ScimObject,
  name: string,
  at: Pick<Resource, 'entry' | 'path'>,
): number | undefined {
  const number = field(object, name);
  if (number === undefined) return undefined;
  if (Number.isInteger(number.value)) return Number(number.value);
  found.problems.push(draftAt(at, [number.key], `\`${name}\` must be a whole number`));
  return undefined;
}

function addResource(found: Resources, value: unknown, entry: JsonEntry, path: JsonPath): void {
  const kind = isObject(value) ? kindOf(value) : undefined;
  if (!isObject(value) || kind === undefined) {
    addStranger(found, { entry, path }, 'this is neither a SCIM User nor a Group');
    return;
  }
  found.resources.push({ kind, object: value, entry, path, place: found.resources.length });
}

function addStranger(found: Resources, at: Pick<Resource, 'entry' | 'path'>, message: string): void {
  if (found.problems.length < mostStrangers) found.problems.push(draftAt(at, [], message));
  else found.others++;
}

/** By its schemas, else by its resource type, else, where it states neither, by what it holds. */
function kindOf(object: ScimObject): Resource['kind'] | undefined {
  if (hasSchema(object, /:User$/iu)) return 'User';
  if (hasSchema(object, /:Group$/iu)) return 'Group';
  const meta = field(object, 'meta')?.value;
  const type = isObject(meta) ? text(meta, 'resourceType')?.toLowerCase() : undefined;
  if (type === 'user') return 'User';
  if (type === 'group') return 'Group';
  if (hasSchema(object, /./u) || type !== undefined) return undefined;
  if (field(object, 'userName') !== undefined) return 'User';
  if (field(object, 'displayName') === undefined || foreign.some((name) => field(object, name) !== undefined))
    return undefined;
  return ofUsers.some((name) => field(object, name) !== undefined) ? 'User' : 'Group';
}

/** What only Users of SCIM have (RFC 7643, 4.1): one that lacks its name is no Group. */
const ofUsers: readonly string[] = ['emails', 'active', 'name', 'userType', 'nickName', 'phoneNumbers', 'groups'];

/** What interfaces of providers call people and groups where they do not speak SCIM; those have a `displayName` as well. */
const foreign: readonly string[] = [
  'userPrincipalName',
  'mail',
  'mailNickname',
  'securityEnabled',
  'primaryEmail',
  'profile',
];

/** Schema names compare ignoring case. */
function hasSchema(object: ScimObject, pattern: RegExp): boolean {
  const schemas = list(field(object, 'schemas')?.value) ?? [];
  return schemas.some((urn) => typeof urn === 'string' && pattern.test(urn));
}
