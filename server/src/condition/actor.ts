// Who a condition speaks of as `current user`, and people whom nobody declared.
import type { Group, Principal, ServiceAccount, User } from '../model/symbols.ts';

export interface Actor {
  readonly principal: Principal;
  /** Whom a user field holds when it holds this actor; for a group asked about, the stranger of the group. */
  readonly self: User | ServiceAccount;
  readonly groups: ReadonlySet<Group>;
  readonly attributes: ReadonlyMap<string, string>;
}

const members = new WeakMap<Group, User>();
const nobodies: User[] = [];
const otherGroups: Group[] = [];

/** The further active person that a group asked about stands for; always the same one for the same group. */
export function strangerOf(group: Group): User {
  const known = members.get(group);
  if (known !== undefined) return known;
  const made = stranger(`someone in ${group.name}`);
  members.set(group, made);
  return made;
}

/** The nth, from 0, of the people who are in no group and whom nobody declared; always the same one for the same n. */
export function nobody(n: number): User {
  const known = nobodies[n];
  if (known !== undefined) return known;
  const made = stranger(n === 0 ? 'someone in no group' : `someone in no group (${n + 1})`);
  nobodies[n] = made;
  return made;
}

/** The nth, from 0, of the groups that no comparison names; always the same one for the same n. */
export function otherGroup(n: number): Group {
  const known = otherGroups[n];
  if (known !== undefined) return known;
  const made = makeGroup();
  otherGroups[n] = made;
  return made;
}

/** True of the people whom `nobody` gives. */
export function isNobody(person: User | ServiceAccount): boolean {
  return nobodies.some((each) => each === person);
}

/** True of the people made here: they are in no project, and their names are descriptions. */
export function isStranger(person: User | ServiceAccount): boolean {
  return person.index < 0;
}

function stranger(name: string): User {
  const plain = { external: false, externalSound: true, inactive: false, sound: true, declared: false };
  return { kind: 'user', name, index: -1, ...plain };
}

function makeGroup(): Group {
  const nowhere = { origin: undefined, system: undefined, domain: undefined, description: undefined };
  return { kind: 'group', name: 'another group', ...nowhere, members: new Set(), declared: false };
}
