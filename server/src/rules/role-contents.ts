// Roles of the organization from state to state: which give what they gave, to whom they gave it.
import { difference, equal, intersection, union } from '../catalogue/permission-set.ts';
import type { Model } from '../model/model.ts';
import type { Group, Role, User } from '../model/symbols.ts';
import { notesOn } from '../text/notes.ts';
import { changesBetween } from '../text/roster.ts';
import { isSame } from '../text/same.ts';
import { reachOf } from './holders.ts';
import { bitsOfMember, bitsOfRole, inBoth, join, noPeople, type PeopleBits } from './people-bits.ts';
import type { Turn } from './turn.ts';

/** A role as far as it matters to whoever holds it: the same value as long as it gives the same to the same people. */
export interface RoleContent {
  readonly role: Role;
}

/** In the order of the model. */
export type RoleContents = readonly RoleContent[];

const last = new WeakMap<Model['people'], RoleContents>();
const known = notesOn<Model, RoleContents>();

/** Those of a state before, with the same people, where they still are what they were; the same list where all of them are. */
export function roleContentsIn(model: Model): RoleContents {
  const found = known.get(model) ?? contentsAfter(model, last.get(model.people) ?? []);
  known.set(model, found);
  last.set(model.people, found);
  return found;
}

function contentsAfter({ roles }: Model, before: RoleContents): RoleContents {
  const byName = new Map(before.map((content) => [content.role.name, content]));
  const now = [...roles.values()].map((role) => {
    const own = byName.get(role.name);
    return own !== undefined && givesTheSame(own.role, role) ? own : { role };
  });
  return isSame(before, now) ? before : now;
}

interface Turned {
  readonly now: RoleContents;
  readonly before: RoleContents;
  readonly turns: readonly Turn[] | undefined;
}

/** What was asked last: each rule asks, mostly about the state before. */
let turned: Turned | undefined;

/** All that is not the same in both; undefined where roles of both changed places. Both are of states with the same people. */
export function turnsBetween(model: Model, before: RoleContents, now: RoleContents): readonly Turn[] | undefined {
  if (turned?.before === before && turned.now === now) return turned.turns;
  const turns = findTurns(model, before, now);
  turned = { before, now, turns };
  return turns;
}

function findTurns(model: Model, before: RoleContents, now: RoleContents): readonly Turn[] | undefined {
  const { gone, come } = changesBetween(before, now);
  const [went, came] = [new Set(gone), new Set(come)];
  const stayed = before.filter((content) => !went.has(content));
  const isInPlace = isSame(
    stayed,
    now.filter((content) => !came.has(content)),
  );
  if (!isInPlace) return undefined;
  const after = new Map(come.map((content) => [content.role.name, content]));
  const turns = gone.flatMap(({ role }): Turn[] => {
    const other = after.get(role.name);
    after.delete(role.name);
    return other === undefined ? [wholly(model, role)] : turnsOf(model, role, other.role);
  });
  return [...turns, ...[...after.values()].map(({ role }) => wholly(model, role))];
}

function turnsOf(model: Model, before: Role, now: Role): Turn[] {
  const [was, is] = [wholly(model, before), wholly(model, now)];
  if (!countsAlike(before, now)) return [was, is];
  const all = union(before.permissions, now.permissions);
  const permissions = difference(all, intersection(before.permissions, now.permissions));
  const isOpen = was.isOpen || is.isOpen;
  // Whoever stays has less or more; whoever comes or goes, or is named otherwise, has or had all of it.
  return [
    { permissions: reachOf(permissions), people: inBoth(was.people, is.people), isOpen },
    { permissions: reachOf(all), people: namedOnce(model, before, now), isOpen },
  ];
}

/** The people of members that only one of the two names. */
function namedOnce(model: Model, a: Role, b: Role): PeopleBits {
  const people = noPeople(model);
  const add = (members: readonly (User | Group)[], others: ReadonlySet<User | Group>) => {
    for (const member of members) if (!others.has(member)) join(people, bitsOfMember(model, member));
  };
  const [own, other] = [membersOf(a), membersOf(b)];
  add(own, new Set(other));
  add(other, new Set(own));
  return people;
}

function wholly(model: Model, role: Role): Turn {
  const { permissions, autoShare } = role;
  return { permissions: reachOf(permissions), people: bitsOfRole(model, role), isOpen: autoShare.size > 0 };
}

/** A description, and where things stand, is nothing that a role gives. */
function givesTheSame(a: Role, b: Role): boolean {
  return a === b || (countsAlike(a, b) && equal(a.permissions, b.permissions) && isSame(membersOf(a), membersOf(b)));
}

/** Alike in all but what they grant and to whom. */
function countsAlike(a: Role, b: Role): boolean {
  const isOne = a.name === b.name && a.managed === b.managed && a.sound === b.sound;
  const lasts = a.expires === b.expires && a.expiryUnsound === b.expiryUnsound;
  return isOne && lasts && isSame([...a.autoShare], [...b.autoShare]);
}

function membersOf({ members }: Role): readonly (User | Group)[] {
  return members.map(({ member }) => member);
}
