// Principals as numbers, so that an index holds no symbols: users, then groups, then service accounts, in the model's order.
import { principalPath } from '../../model/lookup.ts';
import type { Model } from '../../model/model.ts';
import type { Group, Principal, ServiceAccount, User } from '../../model/symbols.ts';
import { type Memberships, membershipsOf } from './memberships.ts';

export const isInactive = 1;
/** An error in the declaration leaves open who this is, or what else it holds. */
export const isUnsound = 2;

export interface People {
  readonly users: ReadonlyMap<string, User>;
  readonly groups: readonly Group[];
  readonly accounts: readonly ServiceAccount[];
  /** By name; service accounts by the path that names them from outside of their object. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly groupNumbers: ReadonlyMap<Group, number>;
  /** By the number of the object: the number of its first account. */
  readonly accountStarts: readonly number[];
  readonly firstGroup: number;
  readonly firstAccount: number;
  /** By number: `isInactive`, `isUnsound`, both or neither. */
  readonly flags: Uint8Array;
  readonly memberships: Memberships;
}

export function peopleOf(model: Model): People {
  const found = symbolsOf(model);
  const memberships = membershipsOf(model, found.groupNumbers);
  return { ...found, numbers: numbersOf(found), flags: flagsOf(found), memberships };
}

/**
 * The same people as bound anew: their numbers and memberships stay as they are. Undefined where there are others, or
 * they stand in another order. That no user has changed is the caller's to know.
 */
export function reboundPeople(before: People, model: Model): People | undefined {
  if (model.users.size !== before.users.size || model.groups.size !== before.groups.length) return undefined;
  const found = symbolsOf(model);
  const same =
    found.accounts.length === before.accounts.length &&
    found.groups.every((group, i) => group.name === before.groups[i]?.name) &&
    found.accounts.every((account, i) => {
      const other = before.accounts[i];
      return account.name === other?.name && account.object.name === other.object.name;
    });
  if (!same) return undefined;
  const flags = before.flags.slice();
  found.accounts.forEach((account, i) => {
    flags[found.firstAccount + i] = flagsFor(account);
  });
  return { ...found, numbers: before.numbers, flags, memberships: before.memberships };
}

type Symbols = Omit<People, 'numbers' | 'flags' | 'memberships'>;

function symbolsOf({ users, groups: byName, objects }: Model): Symbols {
  const groups = [...byName.values()];
  const firstGroup = users.size;
  const firstAccount = firstGroup + groups.length;
  const accounts: ServiceAccount[] = [];
  const accountStarts: number[] = [];
  for (const object of objects.values()) {
    accountStarts.push(firstAccount + accounts.length);
    accounts.push(...object.accounts.values());
  }
  const groupNumbers = new Map(groups.map((group, i) => [group, firstGroup + i]));
  return { users, groups, accounts, groupNumbers, accountStarts, firstGroup, firstAccount };
}

/** A user or a group that has the very path of an account as its name stays the one that is meant by it. */
function numbersOf({ users, groups, accounts, firstGroup, firstAccount }: Symbols): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  accounts.forEach((account, i) => {
    numbers.set(principalPath(account), firstAccount + i);
  });
  groups.forEach((group, i) => {
    numbers.set(group.name, firstGroup + i);
  });
  for (const user of users.values()) numbers.set(user.name, user.index);
  return numbers;
}

function flagsOf({ users, groups, accounts, firstAccount }: Symbols): Uint8Array {
  const flags = new Uint8Array(users.size + groups.length + accounts.length);
  for (const user of users.values()) flags[user.index] = flagsFor(user);
  accounts.forEach((account, i) => {
    flags[firstAccount + i] = flagsFor(account);
  });
  return flags;
}

function flagsFor({ inactive, sound }: User | ServiceAccount): number {
  return (inactive ? isInactive : 0) | (sound ? 0 : isUnsound);
}

/** Takes a name: of a user, of a group, or the path of an account. -1 where nobody has it. */
export function numberNamed({ numbers }: People, name: string): number {
  return numbers.get(name) ?? -1;
}

/** The number of a principal of the model that the index was made from. */
export function numberOf(people: People, principal: Principal): number {
  switch (principal.kind) {
    case 'user':
      return principal.index;
    case 'group':
      return people.groupNumbers.get(principal) ?? -1;
    case 'service account':
      return (people.accountStarts[principal.object.index] ?? -1) + principal.index;
  }
}

const listed = new WeakMap<ReadonlyMap<string, User>, readonly User[]>();

function userList(users: ReadonlyMap<string, User>): readonly User[] {
  const known = listed.get(users);
  if (known !== undefined) return known;
  const list = [...users.values()];
  listed.set(users, list);
  return list;
}

export function principalAt(people: People, number: number): Principal | undefined {
  if (number < people.firstGroup) return userList(people.users)[number];
  if (number < people.firstAccount) return people.groups[number - people.firstGroup];
  return people.accounts[number - people.firstAccount];
}

/** Undefined where the number is no group's. */
export function groupAt({ groups, firstGroup }: People, number: number): Group | undefined {
  return number < firstGroup ? undefined : groups[number - firstGroup];
}
