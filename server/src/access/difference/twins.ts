// The same thing on both sides: a symbol of the policy before and the symbol of the policy after that it has become.
import { isStranger, strangerOf } from '../../condition/actor.ts';
import type { Model } from '../../model/model.ts';
import type {
  Field,
  Group,
  Literal,
  ObjectSymbol,
  Principal,
  Role,
  ServiceAccount,
  User,
} from '../../model/symbols.ts';
import type { SideName } from './types.ts';

export interface Pair<T> {
  readonly before: T | undefined;
  readonly after: T | undefined;
}

/** The matches of one kind. Most things keep their names: only the others are written down. */
export interface Match<T> {
  readonly pairs: readonly Pair<T>[];
  /** Those with another name now: the symbol after to the one before, and back. */
  readonly before: ReadonlyMap<T, T>;
  readonly after: ReadonlyMap<T, T>;
  /** Those that are on one side only. */
  readonly gone: ReadonlySet<T>;
  readonly fresh: ReadonlySet<T>;
}

/**
 * Both policies with everything in them matched. What is on both sides has one symbol for both, its *home*: the one
 * before; what is new is its own.
 */
export interface Twins {
  readonly before: Model;
  readonly after: Model;
  readonly users: Match<User>;
  /** By the position of a user after, that of the same user before; -1 of a new one. */
  readonly places: Int32Array;
  readonly groups: Match<Group>;
  readonly objects: Match<ObjectSymbol>;
  readonly roles: Match<Role>;
  readonly accounts: Match<ServiceAccount>;
  /** Fields with another name now: the one after to the one before. */
  readonly fields: ReadonlyMap<Field, Field>;
}

/** What people and objects are matched by, before roles and fields are. */
export type Matched = Omit<Twins, 'roles' | 'fields'>;

export function modelOf(twins: Twins, side: SideName): Model {
  return side === 'before' ? twins.before : twins.after;
}

/** Of a symbol of either side. */
function homeIn<T>(match: Match<T>, symbol: T, byName: () => T | undefined): T {
  return match.before.get(symbol) ?? (match.fresh.has(symbol) ? symbol : (byName() ?? symbol));
}

export function homeOfUser({ users, before }: Pick<Twins, 'users' | 'before'>, user: User): User {
  return isStranger(user) ? user : homeIn(users, user, () => before.users.get(user.name));
}

export function homeOfGroup({ groups, before }: Pick<Twins, 'groups' | 'before'>, group: Group): Group {
  return homeIn(groups, group, () => before.groups.get(group.name));
}

export function homeOfObject({ objects, before }: Pick<Twins, 'objects' | 'before'>, object: ObjectSymbol) {
  return homeIn(objects, object, () => before.objects.get(object.name));
}

export function homeOfAccount(twins: Matched, account: ServiceAccount): ServiceAccount {
  const { accounts } = twins;
  return homeIn(accounts, account, () => homeOfObject(twins, account.object).accounts.get(account.name));
}

export function homeOfRole(twins: Omit<Twins, 'accounts' | 'fields'>, role: Role): Role {
  const { object } = role;
  const named = () => (object === undefined ? twins.before.roles : homeOfObject(twins, object).roles).get(role.name);
  return homeIn(twins.roles, role, named);
}

export function homeOf(twins: Matched, principal: Principal): Principal {
  if (principal.kind === 'user') return homeOfUser(twins, principal);
  return principal.kind === 'group' ? homeOfGroup(twins, principal) : homeOfAccount(twins, principal);
}

export function homeOfLiteral(twins: Matched, value: Literal): Literal {
  return typeof value === 'object' ? homeOf(twins, value) : value;
}

/** The symbols of a home on both sides. */
function pairIn<T>(match: Match<T>, home: T, byName: () => T | undefined): Pair<T> {
  if (match.fresh.has(home)) return { before: undefined, after: home };
  if (match.gone.has(home)) return { before: home, after: undefined };
  return { before: home, after: match.after.get(home) ?? byName() };
}

export function pairOfObject({ objects, after }: Twins, home: ObjectSymbol): Pair<ObjectSymbol> {
  return pairIn(objects, home, () => after.objects.get(home.name));
}

export function pairOf(twins: Twins, home: Principal): Pair<Principal> {
  const { after } = twins;
  switch (home.kind) {
    case 'user':
      return pairIn<Principal>(twins.users as Match<Principal>, home, () => after.users.get(home.name));
    case 'group':
      return pairIn<Principal>(twins.groups as Match<Principal>, home, () => after.groups.get(home.name));
    case 'service account': {
      const inObject = () => pairOfObject(twins, home.object).after?.accounts.get(home.name);
      return pairIn<Principal>(twins.accounts as Match<Principal>, home, inObject);
    }
  }
}

/** Whom a user field holds when it holds the principal; for a group asked about, the one further person of it. */
export function selfOf(home: Principal): User | ServiceAccount {
  return home.kind === 'group' ? strangerOf(home) : home;
}
