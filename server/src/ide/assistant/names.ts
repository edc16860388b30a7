// What names in a call stand for: assistants write them in another case, without quotes, or as an address. What is clear is taken,
// and the answer says what was asked; of what is not clear the nearest names are said.
import { permission, permissions } from '../../catalogue/permissions.ts';
import type { Permission } from '../../catalogue/types.ts';
import { principalPath } from '../../model/lookup.ts';
import type { Model } from '../../model/model.ts';
import { addressOf } from '../../model/profiles.ts';
import type { Principal, Role } from '../../model/symbols.ts';
import { writeName } from '../../syntax/keywords.ts';
import { nearest } from '../../text/nearest.ts';

export interface Candidate {
  /** As a question writes it. */
  readonly text: string;
  readonly names: readonly string[];
  /** As a call would say it, where that is something else. */
  readonly shown?: string;
}

/** What is looked for. */
interface Sought {
  /** In words. */
  readonly what: string;
  /** What to say where nothing is near; all of them where they are few when left out. */
  readonly otherwise?: () => string;
}

export type Read = { readonly text: string } | { readonly problem: string };

/** As many names as an error lists. */
const mostNames = 12;

/** Takes what an argument says and all that it may mean: the one with that name, or the one in another case. */
export function readName(argument: string, given: string, candidates: readonly Candidate[], sought: Sought): Read {
  const { what, otherwise } = sought;
  const plain = unquoted(given);
  const exact = named(candidates, (name) => name === plain || name === given);
  const found = exact.length > 0 ? exact : named(candidates, (name) => name.toLowerCase() === plain.toLowerCase());
  const [first, ...more] = found;
  if (first !== undefined && more.length === 0) return first;
  const said = `\`${argument}\`: `;
  if (more.length > 0) return { problem: `${said}\`${given}\` may be ${listed(found)}: say which` };
  const near = nearTo(plain, candidates);
  if (near.length > 0) return { problem: `${said}there is no ${what} \`${given}\`; the nearest: ${listed(near)}` };
  const all = candidates.length <= mostNames ? `; there are: ${listed(candidates)}` : '';
  return { problem: `${said}there is no ${what} \`${given}\`${otherwise?.() ?? all}` };
}

function unquoted(given: string): string {
  return /^"[^"]*"$/.test(given) ? given.slice(1, -1) : given;
}

function named(candidates: readonly Candidate[], isMeant: (name: string) => boolean): Candidate[] {
  return candidates.filter(({ names }) => names.some(isMeant));
}

function nearTo(given: string, candidates: readonly Candidate[]): Candidate[] {
  const byName = new Map(candidates.flatMap((each) => each.names.map((name) => [name, each])));
  const near = nearest(given, byName.keys(), mostNames).flatMap((name) => byName.get(name) ?? []);
  return [...new Set(near)];
}

export function listed(candidates: readonly Pick<Candidate, 'text' | 'shown'>[]): string {
  const texts = candidates.slice(0, mostNames).map(({ text, shown = text }) => `\`${shown}\``);
  const more = candidates.length - texts.length;
  return `${texts.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

export function readPrincipal(model: Model, argument: string, given: string): Read {
  const groups = [...model.groups.values()].map((group) => ({ text: principalPath(group) }));
  const read = readName(argument, given, principalsOf(model), {
    what: 'user, group or service account',
    otherwise: () => `; the groups are ${listed(groups)}`,
  });
  if ('text' in read) return read;
  const role = rolesOf(model).find(({ name }) => name.toLowerCase() === unquoted(given).toLowerCase());
  return role === undefined ? read : { problem: `\`${argument}\`: ${aboutRole(role)}` };
}

function principalsOf(model: Model): Candidate[] {
  const { users, groups, objects } = model;
  const candidateOf = (each: Principal, ...others: string[]): Candidate => {
    return { text: principalPath(each), names: [each.name, principalPath(each), ...others] };
  };
  return [
    ...[...users.values()].map((user) => candidateOf(user, addressOf(model, user))),
    ...[...groups.values()].map((group) => candidateOf(group)),
    ...[...objects.values()].flatMap((object) =>
      [...object.accounts.values()].map((account) => candidateOf(account, `${object.name}.${account.name}`)),
    ),
  ];
}

function rolesOf({ roles, objects }: Model): Role[] {
  return [...roles.values(), ...[...objects.values()].flatMap((object) => [...object.roles.values()])];
}

/** Roles act by those who hold them. */
function aboutRole({ name, object, members }: Role): string {
  const where = object === undefined ? 'the organization' : `\`${writeName(object.name)}\``;
  const held = members.map(({ member }) => ({ text: principalPath(member) }));
  const whom = held.length === 0 ? 'nobody is a member of it' : `ask about one of its members: ${listed(held)}`;
  return `\`${name}\` is a role of ${where}, and roles act by those who hold them: ${whom}`;
}

/** `in` an object or the organization, or `on` a record that is declared. */
export function readPlace(model: Model, argument: string, given: string): Read {
  const objects = [...model.objects.values()].map(({ name }): Candidate => {
    return { text: `in ${writeName(name)}`, names: [name], shown: writeName(name) };
  });
  const records = [...model.records.values()].map(({ name }): Candidate => {
    return { text: `on ${writeName(name)}`, names: [name], shown: writeName(name) };
  });
  const all = [{ text: 'in organization', names: ['organization'], shown: 'organization' }, ...objects, ...records];
  return readName(argument, given, all, { what: 'app, element, task, table or record' });
}

/** One permission, or several that are asked about together: after commas or `and`. */
export function readPermissions(argument: string, given: string): Read {
  const texts: string[] = [];
  for (const each of given.split(/\s*,\s*|\s+and\s+/i)) {
    const read = readPermission(argument, each);
    if ('problem' in read) return read;
    texts.push(read.text);
  }
  return { text: texts.join(' and ') };
}

const allPermissions: readonly Candidate[] = permissions.map(({ constant, name }) => {
  return { text: constant, names: [constant, name] };
});

function readPermission(argument: string, given: string): Read {
  const read = readName(argument, given, allPermissions, { what: 'permission' });
  if ('text' in read) return read;
  const near = withWords(given);
  return near.length === 0
    ? read
    : { problem: `\`${argument}\`: there is no permission \`${given}\`; it may be ${listed(near)}` };
}

/** By this name of the catalogue: what is done with records is meant most often. */
const recordsGroup = permission('READ_RECORDS')?.group;

/** Those that have all of the words, the likeliest first. */
function withWords(given: string): Candidate[] {
  const words = given
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  const holds = ({ constant, name }: Permission) =>
    words.every((word) => `${constant} ${name}`.toLowerCase().includes(word));
  const found = words.length === 0 ? [] : permissions.filter(holds);
  return found.toSorted((a, b) => weightOf(b) - weightOf(a)).map(({ constant }) => ({ text: constant, names: [] }));
}

function weightOf({ group, record }: Permission): number {
  return group === recordsGroup ? 2 : Number(record);
}
