// Whether any record meets a condition, with an example: for all records at once, never by sampling.
import type { Content, Field, Formula, Group, ServiceAccount, User } from '../model/symbols.ts';
import { type Actor, isStranger } from './actor.ts';
import { contentsOf } from './clusters.ts';
import { evaluate, type Scene } from './evaluate.ts';
import { atomsOf, fieldsOf } from './operands.ts';
import type { People, Person } from './people-values.ts';
import { relativeRange } from './relative.ts';
import { find, pushedDown } from './search.ts';
import { simplify } from './simplify.ts';
import { substitute } from './substitute.ts';

/** Who and what the fields of a record may hold, besides values of their types. */
export interface World {
  /** Everybody whom a user field may hold. */
  readonly users: Iterable<User>;
  readonly accounts: Iterable<ServiceAccount>;
  /** Whatever a group field may hold; system groups among them do not count. */
  readonly groups: Iterable<Group>;
  readonly actor: Actor;
  /** The evaluation date, as days since 1970-01-01. */
  readonly today: number;
  groupsOf(person: User | ServiceAccount): ReadonlySet<Group>;
  /** How many contents may be tried before the search gives up; 20 000 where left out. */
  readonly budget?: number;
  /** False where a record is given: then no field holds the person whom a group asked about stands for. */
  readonly actorHeld?: boolean;
}

/**
 * `yes` with what some fields hold, the others holding anything; `no` where no record at all meets the formula;
 * `unknown` where the search was given up.
 */
export type Satisfaction =
  | { readonly kind: 'yes'; readonly record: ReadonlyMap<Field, Content> }
  | { readonly kind: 'no' }
  | { readonly kind: 'unknown' };

const defaultBudget = 20_000;
const noGroups: ReadonlySet<Group> = new Set();

/** Whether there is a record that meets the formula. What is known of the record is in the formula already. */
export function satisfy(formula: Formula, world: World): Satisfaction {
  const people = peopleOf(world);
  const open = substitute(formula, sceneOf(world, new Map()));
  const dated = pushedDown(simplify(withDates(open, world.today)));
  const found = find(dated, {
    contents: contentsOf(dated, people, world.today),
    groupsOf: people.groupsOf,
    left: world.budget ?? defaultBudget,
    hopeless: new Set(),
  });
  if (found === 'none') return { kind: 'no' };
  return found === 'unknown' ? { kind: 'unknown' } : confirmed(formula, found, world);
}

export type Validity =
  | { readonly kind: 'yes' }
  | { readonly kind: 'no'; readonly record: ReadonlyMap<Field, Content> }
  | { readonly kind: 'unknown' };

/** Whether every record meets the formula: `no` with what some fields of one hold that does not. */
export function valid(formula: Formula, world: World): Validity {
  const against = satisfy({ op: 'not', part: formula }, world);
  if (against.kind === 'unknown') return against;
  return against.kind === 'no' ? { kind: 'yes' } : { kind: 'no', record: against.record };
}

/** Nothing is said of a record that the evaluation does not bear out. */
function confirmed(formula: Formula, found: ReadonlyMap<Field, Content>, world: World): Satisfaction {
  const fields = [...new Set(atomsOf(formula).flatMap(fieldsOf))];
  const needed = new Map(fields.flatMap((field) => entry(field, found.get(field))));
  if (evaluate(formula, sceneOf(world, needed)) === 'true') return { kind: 'yes', record: needed };
  const full = new Map(fields.map((field) => [field, found.get(field) ?? null]));
  return evaluate(formula, sceneOf(world, full)) === 'true' ? { kind: 'yes', record: full } : { kind: 'unknown' };
}

function entry(field: Field, content: Content | undefined): [Field, Content][] {
  return content === undefined ? [] : [[field, content]];
}

function sceneOf(world: World, record: ReadonlyMap<Field, Content>): Scene {
  const { actor, today } = world;
  return { actor, today, value: (field) => record.get(field), groupsOf: (person) => groupsOf(world, person) };
}

/** Nobody knows the groups of people whom nobody declared but for the actor. */
function groupsOf(world: World, person: Person): ReadonlySet<Group> {
  if (person === world.actor.self) return world.actor.groups;
  return isStranger(person) ? noGroups : world.groupsOf(person);
}

/** Ranges that move with the day as ranges of that day. */
function withDates(formula: Formula, today: number): Formula {
  switch (formula.op) {
    case 'not':
      return { op: 'not', part: withDates(formula.part, today) };
    case 'and':
    case 'or':
      return { op: formula.op, parts: formula.parts.map((part) => withDates(part, today)) };
    case 'atom': {
      const { test } = formula;
      return test.is === 'relative' ? { ...formula, test: relativeRange(formula, test, today) } : formula;
    }
    default:
      return formula;
  }
}

function peopleOf(world: World): People {
  const { self } = world.actor;
  const extra = isStranger(self) && world.actorHeld !== false ? [self] : [];
  return {
    persons: [...listed(world.users), ...listed(world.accounts), ...extra],
    groups: listed(world.groups).filter((group) => group.system === undefined),
    groupsOf: (person) => groupsOf(world, person),
  };
}

const lists = new WeakMap<Iterable<unknown>, readonly unknown[]>();

/** What an iterable gives. One that can be gone through once only gives the same again for the same world. */
function listed<T>(items: Iterable<T>): readonly T[] {
  const known = lists.get(items) as readonly T[] | undefined;
  if (known !== undefined) return known;
  const list = [...items];
  lists.set(items, list);
  return list;
}
