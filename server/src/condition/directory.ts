// Who there is in a project, kept in the ways in which the solver asks for it, however many there are.
import type { Group, ServiceAccount, User } from '../model/symbols.ts';
import { symbolKey } from './key.ts';

export type Person = User | ServiceAccount;

/** People or groups in their order. */
export interface Directory<T> {
  readonly items: readonly T[];
  has(item: T): boolean;
  /** In the order of the directory. */
  sorted(items: Iterable<T>): T[];
}

export interface People extends Directory<Person> {
  /**
   * Of the people who are in the same ones of the groups, as many as asked for, or all. What `groupsOf` says of a person
   * is asked once for all.
   */
  someOfEachKind(groups: readonly Group[], count: number, groupsOf: GroupsOf): readonly Person[];
}

type GroupsOf = (person: Person) => ReadonlySet<Group>;

const lists = new WeakMap<Iterable<unknown>, readonly unknown[]>();
const people = new WeakMap<Iterable<User>, WeakMap<Iterable<ServiceAccount>, People>>();
const groups = new WeakMap<Iterable<Group>, Directory<Group>>();

/** Everybody. Of the same iterables always the same, also where they can be gone through once only. */
export function peopleOf(users: Iterable<User>, accounts: Iterable<ServiceAccount>): People {
  const byAccounts = kept(people, users, () => new WeakMap<Iterable<ServiceAccount>, People>());
  return kept(byAccounts, accounts, () => peopleAmong([...listed(users), ...listed(accounts)]));
}

/** What group fields may hold: never a system group. */
export function groupsHeld(all: Iterable<Group>): Directory<Group> {
  return kept(groups, all, () => directoryAmong(listed(all).filter((group) => group.system === undefined)));
}

export function peopleAmong(persons: readonly Person[]): People {
  const kinds = new Map<string, readonly Person[]>();
  return {
    ...directoryAmong(persons),
    someOfEachKind(of, count, ask) {
      if (of.length === 0) return persons.slice(0, count);
      const kindOf = (own: ReadonlySet<Group>) => of.map((group) => (own.has(group) ? '1' : '0')).join('');
      const make = () => someOfEach(persons, count, (person) => kindOf(ask(person)));
      return kept(kinds, `${count} ${of.map(symbolKey).join(' ')}`, make);
    },
  };
}

export function directoryAmong<T>(items: readonly T[]): Directory<T> {
  const places = new Map(items.map((item, place) => [item, place]));
  const placeOf = (item: T) => places.get(item) ?? items.length;
  return { items, has: (item) => places.has(item), sorted: (of) => [...of].sort((a, b) => placeOf(a) - placeOf(b)) };
}

/** The first `count` of each kind, or all, in their order. */
function someOfEach<T>(items: readonly T[], count: number, kindOf: (item: T) => string): readonly T[] {
  const counts = new Map<string, number>();
  return items.filter((item) => {
    const kind = kindOf(item);
    const before = counts.get(kind) ?? 0;
    counts.set(kind, before + 1);
    return before < count;
  });
}

function listed<T>(items: Iterable<T>): readonly T[] {
  return kept(lists as WeakMap<Iterable<T>, readonly T[]>, items, () => [...items]);
}

function kept<K, V>(known: { get(key: K): V | undefined; set(key: K, value: V): unknown }, key: K, make: () => V): V {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}
