// Users, service accounts and groups that stand for all others that a field may hold.
import type { Atom, Group } from '../model/symbols.ts';
import { isNobody, nobody } from './actor.ts';
import type { Directory, People, Person } from './directory.ts';
import { literalsOf } from './operands.ts';
import type { Cluster } from './plain-values.ts';

/** Whom and what fields may hold. */
export interface Holdable {
  /** Everybody declared. Besides there is any number of people who are in no group. */
  readonly people: People;
  /** The person whom a group asked about stands for, where a field may hold that person. */
  readonly further: Person | undefined;
  readonly groups: Directory<Group>;
  /** Of the same `people` always the same, but for who acts. */
  groupsOf(person: Person): ReadonlySet<Group>;
  /** Who acts. */
  readonly self: Person;
}

/**
 * Everybody whom a comparison names, and of the others as many of each kind as there are fields, or all. Those are of
 * one kind who are in the same ones of the groups that comparisons name: comparisons cannot tell them apart, but for
 * whether two fields hold the same one.
 */
export function personValues({ fields, atoms }: Cluster, { people, further, self, groupsOf }: Holdable): Person[] {
  const named = literalsOf(atoms) as readonly Person[];
  const groups = groupsIn(atoms);
  const some = people.someOfEachKind(groups, fields.length + named.length, groupsOf);
  const special = groups.length === 0 ? named : [...named, self];
  const declared = people.sorted(new Set([...some, ...special.filter((person) => people.has(person))]));
  return [...declared, ...(further === undefined ? [] : [further]), ...nobodies(fields.length, named)];
}

/** As many people in no group as are asked for, and those who are named. */
function nobodies(count: number, named: readonly Person[]): Person[] {
  const found = named.filter(isNobody);
  for (let n = 0, others = 0; others < count; n++) {
    if (found.includes(nobody(n))) continue;
    found.push(nobody(n));
    others++;
  }
  return found;
}

function groupsIn(atoms: readonly Atom[]): Group[] {
  return [...new Set(atoms.flatMap(({ test }) => (test.is === 'in group' ? [test.group] : [])))];
}

/** The groups that comparisons name, and of the others as many as there are fields, or all. */
export function groupValues({ fields, atoms }: Cluster, { groups }: Holdable): Group[] {
  const named = (literalsOf(atoms) as readonly Group[]).filter((group) => groups.has(group));
  return groups.sorted(new Set([...groups.items().slice(0, fields.length + named.length), ...named]));
}
