// Finds the Users and Groups in SCIM 2.0 JSON: a ListResponse (RFC 7644, 3.4.2), several of them, or a bare array.
import type { DirectoryProblemKind } from '../model/directory.ts';
import type { JsonEntries, JsonEntry, JsonPath } from './json-entries.ts';
import { type Fields, fieldsOf, isObject, list, text } from './scim-fields.ts';

/** A problem before its place in the text is looked up: `path` leads there from the entry's own value. */
export interface ProblemDraft {
  readonly kind: DirectoryProblemKind;
  readonly message: string;
  readonly entry: JsonEntry;
  readonly path: JsonPath;
}

export interface Resource {
  readonly kind: 'User' | 'Group';
  readonly fields: Fields;
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
  readonly entry: JsonEntry;
  readonly path: JsonPath;
}

export interface Resources {
  readonly resources: Resource[];
  readonly pages: ListPage[];
  readonly problems: ProblemDraft[];
}

export function draftAt(at: Pick<Resource, 'entry' | 'path'>, steps: JsonPath, message: string): ProblemDraft {
  return { kind: 'unreadable', message, entry: at.entry, path: [...at.path, ...steps] };
}

/** Takes the values of a file; gives its resources in order. What is neither a User nor a Group is a problem. */
export function findResources({ entries }: JsonEntries): Resources {
  const found: Resources = { resources: [], pages: [], problems: [] };
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
    found.problems.push(draftAt(at, [], 'expected a SCIM ListResponse, User or Group'));
    return;
  }
  const fields = fieldsOf(value);
  const schemas = schemasOf(fields);
  if (schemas.some((urn) => urn.endsWith(':error'))) {
    const detail = text(fields, 'detail') ?? text(fields, 'status');
    const said = detail === undefined ? '' : `: ${detail}`;
    found.problems.push(draftAt(at, [], `this is a SCIM error response, not a list${said}`));
  } else if (fields.has('resources') || schemas.some((urn) => urn.endsWith(':listresponse'))) addList(found, fields, at);
  else addResource(found, value, entry, path);
}

function addList(found: Resources, fields: Fields, at: Pick<Resource, 'entry' | 'path'>): void {
  const resources = fields.get('resources');
  const rows = resources === undefined ? [] : list(resources.value);
  const key = resources?.key ?? 'Resources';
  if (rows === undefined) found.problems.push(draftAt(at, [key], '`Resources` must be a list'));
  for (const [index, each] of (rows ?? []).entries()) addResource(found, each, at.entry, [...at.path, key, index]);
  const total = wholeNumber(found, fields, 'totalResults', at);
  const start = wholeNumber(found, fields, 'startIndex', at);
  if (resources === undefined && total === undefined) {
    found.problems.push(draftAt(at, [], 'a ListResponse needs `Resources`'));
  }
  found.pages.push({ count: rows?.length ?? 0, total, start, ...at });
}

function wholeNumber(
  found: Resources,
  fields: Fields,
  name: string,
  at: Pick<Resource, 'entry' | 'path'>,
): number | undefined {
  const field = fields.get(name.toLowerCase());
  if (field === undefined || Number.isInteger(field.value)) return field === undefined ? undefined : Number(field.value);
  found.problems.push(draftAt(at, [field.key], `\`${name}\` must be a whole number`));
  return undefined;
}

function addResource(found: Resources, value: unknown, entry: JsonEntry, path: JsonPath): void {
  const fields = isObject(value) ? fieldsOf(value) : undefined;
  const kind = fields === undefined ? undefined : kindOf(fields);
  if (fields === undefined || kind === undefined) {
    found.problems.push(draftAt({ entry, path }, [], 'this is neither a SCIM User nor a Group'));
    return;
  }
  found.resources.push({ kind, fields, entry, path, place: found.resources.length });
}

/** By its schemas, else by its resource type, else, where it states neither, by what it holds. */
function kindOf(fields: Fields): Resource['kind'] | undefined {
  const schemas = schemasOf(fields);
  if (schemas.some((urn) => urn.endsWith(':user'))) return 'User';
  if (schemas.some((urn) => urn.endsWith(':group'))) return 'Group';
  const meta = fields.get('meta')?.value;
  const type = isObject(meta) ? text(fieldsOf(meta), 'resourceType')?.toLowerCase() : undefined;
  if (type === 'user') return 'User';
  if (type === 'group') return 'Group';
  if (schemas.length > 0 || type !== undefined) return undefined;
  if (fields.has('username')) return 'User';
  return fields.has('displayname') ? 'Group' : undefined;
}

/** Lower case: schema names compare ignoring case. */
function schemasOf(fields: Fields): string[] {
  const schemas = list(fields.get('schemas')?.value) ?? [];
  return schemas.flatMap((urn) => (typeof urn === 'string' ? urn.toLowerCase() : []));
}
