// What a set of texts declares, found by scanning the declarations.
import type {
  Declaration,
  GroupDecl,
  ObjectDecl,
  ObjectItem,
  RecordDecl,
  UserDecl,
} from '../../../server/src/syntax/ast.ts';
import type { Name, Ref } from '../../../server/src/syntax/ast-value.ts';
import { parseFile, syntaxProblems } from '../../../server/src/syntax/parse.ts';
import type { SourceFile } from '../../../server/src/syntax/source-file.ts';
import { type Directory, readDirectory } from './directory.ts';
import { kept, keptBy } from './kept.ts';
import { domainOf, type User } from './user.ts';

export interface World {
  readonly declarations: readonly Declaration[];
  readonly directories: readonly Directory[];
  readonly adminSeesAllRecords: boolean;
  readonly autoShareReach: 'record' | 'object';
}

/** Who acts, or whom a user field holds. A stranger is in no group; `of group` is the person that a group asked about stands for. */
export type Person =
  | { readonly kind: 'user'; readonly name: string }
  | { readonly kind: 'account'; readonly object: string; readonly name: string }
  | { readonly kind: 'of group'; readonly group: string }
  | { readonly kind: 'stranger'; readonly number: number };

/** What a reference to people names. */
export type Party = Person | { readonly kind: 'group'; readonly group: string };

export const systemGroups: readonly string[] = ['Internal Users', 'External Users'];

export function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Takes the files of a sound project by path, and what they parse to where somebody has that; throws on anything that does not parse. */
export function readWorld(
  files: Readonly<Record<string, string>>,
  parsed: (path: string) => SourceFile | undefined = () => undefined,
): World {
  const declarations: Declaration[] = [];
  for (const [path, text] of Object.entries(files)) {
    if (!path.endsWith('.writ')) continue;
    const source = parsed(path) ?? parseFile(text);
    const [problem] = syntaxProblems(source);
    if (problem !== undefined) throw new Error(`${path} at ${problem.span.start}: ${problem.message}\n${text}`);
    for (const unit of source.units) if (unit.declaration !== undefined) declarations.push(unit.declaration);
  }
  const settings = JSON.parse(files['writ.json'] ?? '{}') as { semantics?: Record<string, unknown> };
  const domains = domainsOf(declarations);
  const directories: Directory[] = [];
  for (const declaration of declarations)
    if (declaration.kind === 'directory')
      directories.push(readDirectory(files[declaration.path?.text ?? ''] ?? '', domains));
  return {
    declarations,
    directories,
    adminSeesAllRecords: settings.semantics?.['adminSeesAllRecords'] !== false,
    autoShareReach: settings.semantics?.['autoShareReach'] === 'object' ? 'object' : 'record',
  };
}

function domainsOf(declarations: readonly Declaration[]): string[] {
  const domains: string[] = [];
  for (const each of declarations)
    if (each.kind === 'organization')
      for (const item of each.items) if (item.kind === 'domains') domains.push(...item.domains.map((d) => d.text));
  return domains;
}

export function domains(world: World): string[] {
  return domainsOf(world.declarations);
}

export function invites(world: World): string {
  for (const each of world.declarations)
    if (each.kind === 'organization')
      for (const item of each.items) if (item.kind === 'invites' && item.policy !== undefined) return item.policy;
  return 'admins-only';
}

function declaredUser(user: UserDecl): User {
  const attributes: Record<string, string> = {};
  for (const item of user.items) if (item.kind === 'attribute') attributes[item.name.text] = item.value?.text ?? '';
  return {
    name: user.name?.text ?? '',
    address: user.address?.text ?? '',
    external: user.items.some((item) => item.kind === 'external'),
    inactive: user.items.some((item) => item.kind === 'inactive'),
    attributes,
  };
}

export const users = kept((world: World): User[] => {
  const all: User[] = [];
  for (const each of world.declarations) if (each.kind === 'user') all.push(declaredUser(each));
  for (const directory of world.directories)
    for (const user of directory.users)
      if (!all.some((other) => other.address.toLowerCase() === user.address.toLowerCase())) all.push(user);
  return all;
});

export const user = keptBy((world: World, name: string): User | undefined => {
  return users(world).find((each) => each.name === name);
});

export const groups = kept((world: World): GroupDecl[] => {
  const all: GroupDecl[] = [];
  for (const each of world.declarations) if (each.kind === 'group') all.push(each);
  return all;
});

/** Without the system groups. */
export const groupNames = kept((world: World): string[] => {
  const names = groups(world).map((group) => group.name?.text ?? '');
  for (const directory of world.directories) names.push(...directory.groups.map((group) => group.name));
  return names;
});

export const objects = kept((world: World): ObjectDecl[] => {
  const all: ObjectDecl[] = [];
  for (const each of world.declarations) if (each.kind === 'object') all.push(each);
  return all;
});

export const objectNames = kept((world: World): string[] => {
  return [...new Set(objects(world).map((object) => object.name?.text ?? ''))];
});

export const isTable = keptBy((world: World, object: string): boolean => {
  return objects(world).some((each) => each.name?.text === object && each.object === 'table');
});

/** The items of all blocks that open the object. */
export const itemsOf = keptBy((world: World, object: string): ObjectItem[] => {
  const all: ObjectItem[] = [];
  for (const each of objects(world)) if (each.name?.text === object) all.push(...each.items);
  return all;
});

/** The records that stand at the top level. */
export const records = kept((world: World): RecordDecl[] => {
  const all: RecordDecl[] = [];
  for (const each of world.declarations) if (each.kind === 'record') all.push(each);
  return all;
});

export const accounts = kept((world: World): { readonly object: string; readonly name: string }[] => {
  const all: { object: string; name: string }[] = [];
  for (const object of objectNames(world))
    for (const item of itemsOf(world, object))
      if (item.kind === 'service account') all.push({ object, name: item.name?.text ?? '' });
  return all;
});

function qualifierOf(ref: Ref): { readonly organization: boolean; readonly object: string | undefined } {
  const { qualifier } = ref;
  if (qualifier === undefined) return { organization: false, object: undefined };
  if ('kind' in qualifier) return { organization: true, object: undefined };
  return { organization: false, object: qualifier.text };
}

function accountIn(world: World, object: string, name: string): Person | undefined {
  for (const each of accounts(world))
    if (each.object === object && each.name === name) return { kind: 'account', object, name };
  return undefined;
}

function inOrganization(world: World, name: string): Party | undefined {
  if (user(world, name) !== undefined) return { kind: 'user', name };
  if (systemGroups.includes(name) || groupNames(world).includes(name)) return { kind: 'group', group: name };
  return undefined;
}

/** Whom a reference means: without a qualifier in the enclosing object first, then in the organization. */
export function party(world: World, ref: Ref, enclosing: string | undefined): Party {
  const name = ref.name?.text ?? '';
  const { organization, object } = qualifierOf(ref);
  let found: Party | undefined;
  if (object !== undefined) found = accountIn(world, object, name);
  else if (organization) found = inOrganization(world, name);
  else {
    if (enclosing !== undefined) found = accountIn(world, enclosing, name);
    found ??= inOrganization(world, name);
  }
  if (found === undefined) throw new Error(`nobody is called ${name}`);
  return found;
}

/** A name on its own, as a reference without a qualifier. */
export function bare(name: Name): Ref {
  return { kind: 'ref', span: name.span, qualifier: undefined, name };
}

export function isInGroup(world: World, person: Person, group: string): boolean {
  if (person.kind === 'of group') return person.group === group;
  return person.kind === 'user' && membersOf(world, group).includes(person.name);
}

/** The names of the users in a group. */
const membersOf = keptBy((world: World, group: string): string[] =>
  users(world)
    .filter((user) => isMember(world, user, group))
    .map(({ name }) => name),
);

function isMember(world: World, user: User, group: string): boolean {
  if (group === 'Internal Users') return !user.inactive && !user.external;
  if (group === 'External Users') return !user.inactive && user.external;
  for (const each of groups(world)) {
    if (each.name?.text !== group) continue;
    for (const item of each.items) {
      if (item.kind === 'members')
        for (const ref of item.refs)
          if (same(party(world, ref, undefined), { kind: 'user', name: user.name })) return true;
      if (item.kind === 'domain' && !user.inactive && domainOf(user.address) === item.domain?.text.toLowerCase())
        return true;
    }
  }
  for (const directory of world.directories)
    for (const each of directory.groups)
      if (each.name === group)
        for (const address of each.addresses) if (address.toLowerCase() === user.address.toLowerCase()) return true;
  return false;
}

/** True where the party is the person, or a group that the person is in. */
export function includes(world: World, one: Party, person: Person): boolean {
  if (one.kind === 'group') return isInGroup(world, person, one.group);
  return one.kind === person.kind && same(one, person);
}

export function isActive(world: World, person: Person): boolean {
  if (person.kind === 'user') return user(world, person.name)?.inactive === false;
  if (person.kind !== 'account') return true;
  for (const item of itemsOf(world, person.object))
    if (item.kind === 'service account' && item.name?.text === person.name)
      return !item.items.some((each) => each.kind === 'inactive');
  return false;
}
