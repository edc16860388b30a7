// Who there is in a project, kept in the ways in which the solver asks for it, however many there are.
import type { Group, ServiceAccount, User } from '../model/symbols.ts';
import { type Notes, notesOn } from '../text/notes.ts';
import { symbolKey } from './key.ts';

export type Person = User | ServiceAccount;

/** People or groups in their order. */
export interface Directory<T> {
  items(): readonly T[];
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

const lists = notesOn<Iterable<unknown>, readonly unknown[]>();
const everybody = new WeakMap<Iterable<User>, People>();
/** Of accounts and, as there may be several with them, the users. */
const people = notesOn<Iterable<ServiceAccount>, Map<Iterable<User>, People>>();
const groups = new WeakMap<Iterable<Group>, Directory<Group>>();

/**
 * Everybody. Of the same iterables always the same, also where they can be gone through once only. Users are many and
 * seldom change, accounts are few: what is known of the users stays when an account is another one.
 */
export function peopleOf(users: Iterable<User>, accounts: Iterable<ServiceAccount>): People {
  const byUsers = kept(people, accounts, () => new Map<Iterable<User>, People>());
  return kept(byUsers, users, () => {
    const first = kept(everybody, users, () => peopleAmong(listed(users)));
    const others = listed(accounts);
    return others.length === 0 ? first : peopleAfter(first, others);
  });
}

/** The people of a directory, and others behind them. */
export function peopleAfter(first: People, others: readonly Person[]): People {
  const rest = directoryAmong(others);
  const kinds = new Map<string, readonly Person[]>();
  return {
    items: () => [...first.items(), ...others],
    has: (person) => first.has(person) || rest.has(person),
    sorted(of) {
      const all = [...of];
      const isFirst = (person: Person) => first.has(person);
      return [...first.sorted(all.filter(isFirst)), ...rest.sorted(all.filter((person) => !isFirst(person)))];
    },
    someOfEachKind(of, count, ask) {
      const make = () => someOfKinds([...first.someOfEachKind(of, count, ask), ...others], of, count, ask);
      return kept(kinds, kindsKey(of, count), make);
    },
  };
}

/** What group fields may hold: never a system group. */
export function groupsHeld(all: Iterable<Group>): Directory<Group> {
  return kept(groups, all, () => directoryAmong(listed(all).filter((group) => group.system === undefined)));
}

export function peopleAmong(persons: readonly Person[]): People {
  const kinds = new Map<string, readonly Person[]>();
  return {
    ...directoryAmong(persons),
    someOfEachKind: (of, count, ask) => kept(kinds, kindsKey(of, count), () => someOfKinds(persons, of, count, ask)),
  };
}

function kindsKey(of: readonly Group[], count: number): string {
  return `${count} ${of.map(symbolKey).join(' ')}`;
}

function someOfKinds(
  persons: readonly Person[],
  of: readonly Group[],
  count: number,
  ask: GroupsOf,
): readonly Person[] {
  if (of.length === 0) return persons.slice(0, count);
  const kindOf = (own: ReadonlySet<Group>) => of.map((group) => (own.has(group) ? '1' : '0')).join('');
  return someOfEach(persons, count, (person) => kindOf(ask(person)));
}

export function directoryAmong<T>(items: readonly T[]): Directory<T> {
  const places = new Map(items.map((item, place) => [item, place]));
  const placeOf = (item: T) => places.get(item) ?? items.length;
  return {
    items: () => items,
    has: (item) => places.has(item),
    sorted: (of) => [...of].sort((a, b) => placeOf(a) - placeOf(b)),
  };
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
  return kept(lists as Notes<Iterable<T>, readonly T[]>, items, () => [...items]);
}

function kept<K, V>(known: { get(key: K): V | undefined; set(key: K, value: V): unknown }, key: K, make: () => V): V {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}
