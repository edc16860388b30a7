// Whether any record meets a condition, with an example: for all records at once, never by sampling.
import type { Content, Field, Formula, Group, ServiceAccount, User } from '../model/symbols.ts';
import { type Actor, isStranger } from './actor.ts';
import { findByContents } from './by-contents.ts';
import { groupsHeld, type Person, peopleOf } from './directory.ts';
import { evaluate, type Scene } from './evaluate.ts';
import { atomsOf, fieldsOf } from './operands.ts';
import type { Holdable } from './people-values.ts';
import { findQuickly } from './quick.ts';

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
  /** In worlds of the same `users` and `accounts` always the same; what `actor` says of itself goes before it. */
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
  const [scene, holdable] = [sceneOf(world, new Map()), holdableIn(world)];
  const budget = world.budget ?? defaultBudget;
  const quick = findQuickly(formula, scene, holdable, budget);
  const found = quick === 'unknown' ? findByContents(formula, scene, holdable, budget) : quick;
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
  if (evaluate(formula, sceneOf(world, found)) === 'true') return { kind: 'yes', record: inOrder(formula, found) };
  const fields = atomsOf(formula).flatMap(fieldsOf);
  const full = new Map(fields.map((field) => [field, found.get(field) ?? null]));
  return evaluate(formula, sceneOf(world, full)) === 'true' ? { kind: 'yes', record: full } : { kind: 'unknown' };
}

/** The fields as they first stand in the formula. */
function inOrder(formula: Formula, found: ReadonlyMap<Field, Content>): ReadonlyMap<Field, Content> {
  if (found.size < 2) return found;
  const record = new Map<Field, Content>();
  for (const field of atomsOf(formula).flatMap(fieldsOf)) {
    const content = found.get(field);
    if (content !== undefined) record.set(field, content);
  }
  return record;
}

/** The scene of a record; what it does not say is unknown. */
function sceneOf(world: World, record: ReadonlyMap<Field, Content>): Scene {
  const { actor, today } = world;
  return { actor, today, value: (field) => record.get(field), groupsOf: (person) => groupsOf(world, person) };
}

/** Nobody knows the groups of people whom nobody declared but for the actor. */
function groupsOf(world: World, person: Person): ReadonlySet<Group> {
  if (person === world.actor.self) return world.actor.groups;
  return isStranger(person) ? noGroups : world.groupsOf(person);
}

/** What fields may hold in the world. */
export function holdableIn(world: World): Holdable {
  const { self } = world.actor;
  return {
    people: peopleOf(world.users, world.accounts),
    further: isStranger(self) && world.actorHeld !== false ? self : undefined,
    groups: groupsHeld(world.groups),
    groupsOf: (person) => groupsOf(world, person),
    self,
  };
}
