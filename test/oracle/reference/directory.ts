// Users and groups of a SCIM file, read in the plainest way.
import { domainOf, type User } from './user.ts';

export interface Directory {
  readonly users: readonly User[];
  readonly groups: readonly { readonly name: string; readonly addresses: readonly string[] }[];
}

type Row = Record<string, unknown>;

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function rows(value: unknown): Row[] {
  if (!Array.isArray(value)) return [];
  return value.filter((each): each is Row => typeof each === 'object' && each !== null && !Array.isArray(each));
}

/** The resources of a ListResponse, of several, or of a bare array. */
function resources(json: unknown): Row[] {
  if (Array.isArray(json)) return rows(json).flatMap((row) => ('Resources' in row ? rows(row['Resources']) : [row]));
  return typeof json === 'object' && json !== null && 'Resources' in json ? rows(json.Resources) : [];
}

function addressOf(row: Row): string {
  for (const email of rows(row['emails'])) if (email['primary'] === true) return text(email['value']) ?? '';
  return text(row['userName']) ?? '';
}

function readUser(row: Row, domains: readonly string[]): User {
  const address = addressOf(row);
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(row)) if (typeof value === 'string') attributes[name] = value;
  const extension = row['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'];
  if (typeof extension === 'object' && extension !== null)
    for (const [name, value] of Object.entries(extension)) if (typeof value === 'string') attributes[name] = value;
  const outside = domains.length > 0 && !domains.some((domain) => domain.toLowerCase() === domainOf(address));
  return {
    name: text(row['userName']) ?? '',
    address,
    external: row['userType'] === 'External' || outside,
    inactive: row['active'] === false,
    attributes,
  };
}

function isUser(row: Row): boolean {
  return 'userName' in row;
}

/** Addresses of all who are in the group, or in a group inside it. */
function flattened(all: readonly Row[], group: Row, seen: readonly Row[]): string[] {
  const found: string[] = [];
  for (const member of rows(group['members']))
    for (const row of all) {
      if (row['id'] !== member['value'] || seen.includes(row)) continue;
      if (isUser(row)) found.push(addressOf(row));
      else found.push(...flattened(all, row, [...seen, row]));
    }
  return found;
}

/** Takes the JSON of a directory file and the domains of the organization. */
export function readDirectory(json: string, domains: readonly string[]): Directory {
  const all = resources(JSON.parse(json));
  return {
    users: all.filter(isUser).map((row) => readUser(row, domains)),
    groups: all
      .filter((row) => !isUser(row))
      .map((row) => ({ name: text(row['displayName']) ?? '', addresses: flattened(all, row, [row]) })),
  };
}
