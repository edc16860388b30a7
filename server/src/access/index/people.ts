// Principals as numbers, so that an index holds no symbols: users, then groups, then service accounts, in the model's order.
import { principalPath } from '../../model/lookup.ts';
import type { Model } from '../../model/model.ts';
import type { Group, Principal, ServiceAccount, User } from '../../model/symbols.ts';
import { type Memberships, membershipsOf } from './memberships.ts';

export interface People {
  readonly users: ReadonlyMap<string, User>;
  readonly groups: readonly Group[];
  readonly accounts: readonly ServiceAccount[];
  /** Groups by name, service accounts by the path that names them from outside of their object. */
  readonly others: ReadonlyMap<string, number>;
  readonly groupNumbers: ReadonlyMap<Group, number>;
  /** By the number of the object: the number of its first account. */
  readonly accountStarts: readonly number[];
  readonly firstGroup: number;
  readonly firstAccount: number;
  /** 1 for who is inactive, by number. */
  readonly inactive: Uint8Array;
  readonly memberships: Memberships;
}

export function peopleOf(model: Model): People {
  const names = namesOf(model);
  const memberships = membershipsOf(model, names.groupNumbers);
  return { ...names, inactive: inactiveOf(names), memberships };
}

/**
 * The same people as bound anew: their numbers and memberships stay as they are. Undefined where there are others, or
 * they stand in another order. That no user has changed is the caller's to know.
 */
export function reboundPeople(before: People, model: Model): People | undefined {
  if (model.users.size !== before.users.size || model.groups.size !== before.groups.length) return undefined;
  const names = namesOf(model);
  const same =
    names.accounts.length === before.accounts.length &&
    names.groups.every((group, i) => group.name === before.groups[i]?.name) &&
    names.accounts.every((account, i) => {
      const other = before.accounts[i];
      return account.name === other?.name && account.object.name === other.object.name;
    });
  if (!same) return undefined;
  const inactive = before.inactive.slice();
  names.accounts.forEach((account, i) => {
    inactive[names.firstAccount + i] = account.inactive ? 1 : 0;
  });
  return { ...names, inactive, memberships: before.memberships };
}

function namesOf(model: Model): Omit<People, 'inactive' | 'memberships'> {
  const groups = [...model.groups.values()];
  const firstGroup = model.users.size;
  const firstAccount = firstGroup + groups.length;
  const others = new Map<string, number>();
  const groupNumbers = new Map<Group, number>();
  const accounts: ServiceAccount[] = [];
  const accountStarts: number[] = [];
  for (const object of model.objects.values()) {
    accountStarts.push(firstAccount + accounts.length);
    for (const account of object.accounts.values()) {
      others.set(principalPath(account), firstAccount + accounts.length);
      accounts.push(account);
    }
  }
  groups.forEach((group, i) => {
    others.set(group.name, firstGroup + i);
    groupNumbers.set(group, firstGroup + i);
  });
  return { users: model.users, groups, accounts, others, groupNumbers, accountStarts, firstGroup, firstAccount };
}

function inactiveOf({ users, groups, accounts, firstAccount }: Omit<People, 'inactive' | 'memberships'>): Uint8Array {
  const inactive = new Uint8Array(users.size + groups.length + accounts.length);
  for (const { index, inactive: is } of users.values()) if (is) inactive[index] = 1;
  accounts.forEach((account, i) => {
    if (account.inactive) inactive[firstAccount + i] = 1;
  });
  return inactive;
}

/** Takes a name: of a user, of a group, or the path of an account. -1 where nobody has it. */
export function numberNamed({ users, others }: People, name: string): number {
  return users.get(name)?.index ?? others.get(name) ?? -1;
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
  return groups[number - firstGroup];
}
