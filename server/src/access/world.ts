// The world that all records live in: who and what their fields may hold.
import type { World } from '../condition/solve.ts';
import type { Model } from '../model/model.ts';
import type { Group, ServiceAccount, User } from '../model/symbols.ts';
import { groupsAround, type Scope } from './question-scope.ts';

interface People {
  readonly users: readonly User[];
  readonly accounts: readonly ServiceAccount[];
  /** A group field never holds a system group. */
  readonly groups: readonly Group[];
}

const known = new WeakMap<Model, People>();

function peopleOf(model: Model): People {
  const found = known.get(model);
  if (found !== undefined) return found;
  const accounts = [...model.objects.values()].flatMap((object) => [...object.accounts.values()]);
  const groups = [...model.groups.values()].filter((group) => group.system === undefined);
  const people = { users: [...model.users.values()], accounts, groups };
  known.set(model, people);
  return people;
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
