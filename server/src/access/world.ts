// The world that all records live in: who and what their fields may hold.
import type { World } from '../condition/solve.ts';
import type { Model } from '../model/model.ts';
import type { Group, ServiceAccount, User } from '../model/symbols.ts';
import { notesOn } from '../text/notes.ts';
import { isSame } from '../text/same.ts';
import { groupsAround, type Scope } from './question-scope.ts';

interface People {
  readonly users: readonly User[];
  readonly accounts: readonly ServiceAccount[];
  /** A group field never holds a system group. */
  readonly groups: readonly Group[];
}

const known = notesOn<Model, People>();
const usersOf = new WeakMap<Model['users'], readonly User[]>();
const groupsOf = new WeakMap<Model['groups'], readonly Group[]>();
const accountsOf = new WeakMap<Model['ground'], readonly ServiceAccount[]>();

/** The same lists from state to state as long as they hold the same: what is made of them is kept by them. */
function peopleOf(model: Model): People {
  const found = known.get(model);
  if (found !== undefined) return found;
  const users = usersOf.get(model.users) ?? [...model.users.values()];
  usersOf.set(model.users, users);
  const groups = groupsOf.get(model.groups) ?? [...model.groups.values()].filter(({ system }) => system === undefined);
  groupsOf.set(model.groups, groups);
  const people = { users, accounts: accountsIn(model), groups };
  known.set(model, people);
  return people;
}

function accountsIn({ ground, objects }: Model): readonly ServiceAccount[] {
  const now: ServiceAccount[] = [];
  for (const object of objects.values()) for (const account of object.accounts.values()) now.push(account);
  const before = accountsOf.get(ground);
  const accounts = before !== undefined && isSame(before, now) ? before : now;
  accountsOf.set(ground, accounts);
  return accounts;
}

export function worldOf({ model, actor, today, given }: Scope): World {
  const { users, accounts, groups } = peopleOf(model);
  return {
    users,
    accounts,
    groups,
    actor,
    today,
    groupsOf: (person) => groupsAround(model, actor, person),
    actorHeld: !given,
  };
}
