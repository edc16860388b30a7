// Users, service accounts and groups that stand for all others that a field may hold.
import type { Atom, Group, ServiceAccount, User } from '../model/symbols.ts';
import { nobody } from './actor.ts';
import { literalsOf } from './operands.ts';
import type { Cluster } from './plain-values.ts';

export type Person = User | ServiceAccount;

/** Who there is. */
export interface People {
  /** Everybody whom a user field may hold, but for people who are in no group: of those there is any number. */
  readonly persons: readonly Person[];
  /** What a group field may hold. */
  readonly groups: readonly Group[];
  groupsOf(person: Person): ReadonlySet<Group>;
}

/**
 * Everybody whom a comparison names, and of the others as many of each kind as there are fields, or all. Those are of
 * one kind who are in the same ones of the groups that comparisons name: comparisons cannot tell them apart, but for
 * whether two fields hold the same one.
 */
export function personValues({ fields, atoms }: Cluster, people: People): Person[] {
  const named = new Set(literalsOf(atoms));
  const groups = groupsIn(atoms);
  const counts = new Map<string, number>();
  const isNeeded = (person: Person): boolean => {
    const groupsOf = groups.length === 0 ? undefined : people.groupsOf(person);
    const kind = groups.map((group) => (groupsOf?.has(group) === true ? '1' : '0')).join('');
    const count = counts.get(kind) ?? 0;
    counts.set(kind, count + 1);
    return count < fields.length;
  };
  const persons = new Set([...people.persons, ...fields.map((_, i) => nobody(i))]);
  return [...persons].filter((person) => named.has(person) || isNeeded(person));
}

function groupsIn(atoms: readonly Atom[]): Group[] {
  return [...new Set(atoms.flatMap(({ test }) => (test.is === 'in group' ? [test.group] : [])))];
}

/** The groups that comparisons name, and of the others as many as there are fields, or all. */
export function groupValues({ fields, atoms }: Cluster, people: People): Group[] {
  const named = new Set(literalsOf(atoms));
  let others = 0;
  return people.groups.filter((group) => named.has(group) || others++ < fields.length);
}
