// Matches two policies: by name, users by their addresses, and what goes by another name by what it is made of.

import { list } from '../../catalogue/permission-set.ts';
import type { Model } from '../../model/model.ts';
import { addressOf } from '../../model/profiles.ts';
import type { Group, ObjectSymbol, Role, ServiceAccount, User } from '../../model/symbols.ts';
import { renamedFields } from './field-renames.ts';
import { renamed } from './resemblance.ts';
import { homeOfGroup, homeOfRole, homeOfUser, type Match, type Pair, type Twins } from './twins.ts';

/** What is known to go by another name: a symbol before, and the one after that it has become. */
export type Known = ReadonlyMap<unknown, unknown>;

export function matchModels(before: Model, after: Model, known: Known = new Map()): Twins {
  const users = matchUsers(before, after, known);
  const people = { before, after, users, places: placesOf(users, after), known };
  const groups = matchGroups(people);
  const objects = matchObjects(people);
  const places = { ...people, groups, objects };
  const roles = matchRoles(places);
  const accounts = matchAccounts({ ...places, roles });
  const others = { before, after, users, places: people.places, groups, objects, accounts };
  return { ...others, roles, fields: renamedFields(others, known) };
}

interface Named {
  readonly name: string;
}

/** By name, where the rest allows it. Both are mostly in the same order: then nothing is looked up. */
function byName<T extends Named>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  same: (before: T, after: T) => boolean = () => true,
): ByName<T> {
  const pairs: Pair<T>[] = [];
  const gone: T[] = [];
  const met = new Set<T>();
  const others = after.values();
  for (const each of before.values()) {
    const next = others.next().value;
    const other = next?.name === each.name ? next : after.get(each.name);
    if (other === undefined || !same(each, other)) {
      gone.push(each);
      continue;
    }
    pairs.push({ before: each, after: other });
  }
  if (pairs.length === after.size) return { pairs, gone, fresh: [] };
  for (const pair of pairs) if (pair.after !== undefined) met.add(pair.after);
  return { pairs, gone, fresh: [...after.values()].filter((each) => !met.has(each)) };
}

interface ByName<T> {
  readonly pairs: Pair<T>[];
  readonly gone: readonly T[];
  readonly fresh: readonly T[];
}

/** Of what is not there by its name: what is known first, and the rest by what it is made of. */
function byKnown<T extends Named>(
  known: Known,
  { gone, fresh }: Pick<ByName<T>, 'gone' | 'fresh'>,
  others: (gone: readonly T[], fresh: readonly T[]) => ReadonlyMap<T, T>,
): ReadonlyMap<T, T> {
  const found = new Map<T, T>();
  const open = new Set<unknown>(fresh);
  const isOpen = (each: unknown): each is T => open.has(each);
  for (const one of gone) {
    const other = known.get(one);
    if (!isOpen(other)) continue;
    found.set(one, other);
    open.delete(other);
  }
  const left = others(
    gone.filter((each) => !found.has(each)),
    fresh.filter((each) => open.has(each)),
  );
  return new Map([...found, ...left]);
}

/** Completes what was matched by name with what goes by another name. */
function withOthers<T extends Named>({ pairs, gone, fresh }: ByName<T>, others: ReadonlyMap<T, T>): Match<T> {
  const left = new Set(fresh);
  for (const [before, after] of others) {
    pairs.push({ before, after });
    left.delete(after);
  }
  const missing = gone.filter((each) => !others.has(each));
  for (const before of missing) pairs.push({ before, after: undefined });
  for (const after of left) pairs.push({ before: undefined, after });
  const back = new Map([...others].map(([before, after]) => [after, before]));
  return { pairs, before: back, after: others, gone: new Set(missing), fresh: left };
}

function placesOf({ pairs }: Match<User>, after: Model): Int32Array {
  const places = new Int32Array(after.users.size).fill(-1);
  for (const pair of pairs)
    if (pair.after !== undefined && pair.before !== undefined) places[pair.after.index] = pair.before.index;
  return places;
}

/** An address makes a user; one whose address changed keeps the name. */
function matchUsers(before: Model, after: Model, known: Known): Match<User> {
  const isSame = (one: User, other: User) => addressOf(before, one) === addressOf(after, other);
  const named = byName(before.users, after.users, isSame);
  const addresses = new Map(named.fresh.map((user) => [addressOf(after, user), user]));
  addresses.delete('');
  const others = new Map<User, User>();
  const taken = new Set<User>();
  const take = (gone: User, fresh: User | undefined) => {
    if (fresh === undefined || taken.has(fresh) || others.has(gone)) return;
    others.set(gone, fresh);
    taken.add(fresh);
  };
  for (const [gone, fresh] of byKnown(known, named, () => new Map())) take(gone, fresh);
  for (const gone of named.gone) take(gone, addresses.get(addressOf(before, gone)));
  for (const gone of named.gone) take(gone, after.users.get(gone.name));
  return withOthers(named, others);
}

type People = Pick<Twins, 'before' | 'after' | 'users'> & { readonly known: Known };

function matchGroups(twins: People): Match<Group> {
  const named = byName(twins.before.groups, twins.after.groups);
  const members = ({ domain, members: own }: Group, home: (user: User) => User) =>
    domain === undefined ? new Set([...own].map(home)) : new Set([domain]);
  const contents = {
    before: (group: Group) => members(group, (user) => user),
    after: (group: Group) => members(group, (user) => homeOfUser(twins, user)),
  };
  return withOthers(
    named,
    byKnown(twins.known, named, (gone, fresh) => renamed(gone, fresh, contents)),
  );
}

function matchObjects({ before, after, known }: People): Match<ObjectSymbol> {
  const named = byName(before.objects, after.objects);
  const contents = { before: partsOf, after: partsOf };
  return withOthers(
    named,
    byKnown(known, named, (gone, fresh) => renamed(gone, fresh, contents)),
  );
}

/**
 * Its kind is part of every part: an app is like no table. Roles and accounts count by what they do: they may have other
 * names, too.
 */
function partsOf(object: ObjectSymbol): ReadonlySet<string> {
  const parts: string[] = [];
  for (const { name, type, options } of object.fields.values()) parts.push(`${type} ${name} ${options.join()}`);
  for (const { origin, permissions } of object.roles.values())
    if (origin !== undefined) parts.push(`role ${list(permissions).map(({ constant }) => constant)}`);
  for (const { purpose } of object.accounts.values()) parts.push(`account ${purpose ?? ''}`);
  for (const each of [...object.policies, ...object.automations, ...object.agents])
    parts.push(`${each.kind} ${each.name}`);
  return new Set(parts.map((part) => `${object.type} ${part}`));
}

type Places = People & Pick<Twins, 'places' | 'groups' | 'objects'>;

function matchRoles(twins: Places): Match<Role> {
  const home = (member: User | Group) =>
    member.kind === 'user' ? homeOfUser(twins, member) : homeOfGroup(twins, member);
  const contents = {
    before: (role: Role) => contentsOf(role, (member) => member),
    after: (role: Role) => contentsOf(role, home),
  };
  return scopes(twins, {
    in: (object) => object?.roles ?? new Map(),
    inModel: (model) => model.roles,
    others: (gone, fresh) => renamed(gone, fresh, contents),
  });
}

function contentsOf(role: Role, home: (member: User | Group) => unknown): ReadonlySet<unknown> {
  return new Set<unknown>([
    ...list(role.permissions),
    ...role.autoShare,
    ...role.members.map((each) => home(each.member)),
  ]);
}

function matchAccounts(twins: Places & Pick<Twins, 'roles'>): Match<ServiceAccount> {
  const contents = {
    before: (account: ServiceAccount) => partsOfAccount(account, (role) => role),
    after: (account: ServiceAccount) => partsOfAccount(account, (role) => homeOfRole(twins, role)),
  };
  return scopes(twins, {
    in: (object) => object?.accounts ?? new Map(),
    inModel: () => new Map(),
    others: (gone, fresh) => renamed(gone, fresh, contents),
  });
}

function partsOfAccount({ purpose, roles }: ServiceAccount, home: (role: Role) => Role): ReadonlySet<unknown> {
  const said = purpose === undefined || purpose === '' ? [] : [purpose];
  return new Set<unknown>([...said, ...roles.map(({ role }) => home(role))]);
}

interface Scoped<T> {
  readonly in: (object: ObjectSymbol | undefined) => ReadonlyMap<string, T>;
  readonly inModel: (model: Model) => ReadonlyMap<string, T>;
  readonly others: (gone: readonly T[], fresh: readonly T[]) => ReadonlyMap<T, T>;
}

/** Matches what stands in the organization and, object by object, in objects. */
function scopes<T extends Named>({ before, after, objects, known }: Places, scoped: Scoped<T>): Match<T> {
  const pairs: Pair<T>[] = [];
  const all = { gone: [] as T[], fresh: [] as T[] };
  const others = new Map<T, T>();
  const add = (one: ReadonlyMap<string, T>, other: ReadonlyMap<string, T>) => {
    const named = byName(one, other);
    for (const pair of named.pairs) pairs.push(pair);
    if (named.gone.length + named.fresh.length === 0) return;
    all.gone.push(...named.gone);
    all.fresh.push(...named.fresh);
    for (const [gone, fresh] of byKnown(known, named, scoped.others)) others.set(gone, fresh);
  };
  add(scoped.inModel(before), scoped.inModel(after));
  for (const pair of objects.pairs) add(scoped.in(pair.before), scoped.in(pair.after));
  return withOthers({ pairs, ...all }, others);
}
