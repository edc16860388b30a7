// The reach of changed declarations while it is found out.
import type { Group, ObjectSymbol, Principal, ServiceAccount, User } from '../../model/symbols.ts';
import { homeOf, homeOfGroup, type Twins } from './twins.ts';

/** All principals and objects are homes. Whoever is not reached by any of it has the same rights on both sides. */
export interface Touched {
  /** True where everybody may be concerned everywhere. */
  readonly all: boolean;
  /** Those concerned at the organization and in every object. */
  readonly everywhere: ReadonlySet<Principal>;
  readonly at: ReadonlyMap<ObjectSymbol, ReadonlySet<Principal> | 'everyone'>;
  /** Those whose attributes or groups differ: the same condition may mean something else for them. */
  readonly selves: ReadonlySet<Principal>;
  /** Those that changed declarations name, so that their members are concerned. */
  readonly named: ReadonlySet<Group>;
  /** Those that have other members, among the users of both sides. */
  readonly otherMembers: ReadonlySet<Group>;
  /** Where what a relation to a record gives differs: in every object, or in these. */
  readonly relations: 'everywhere' | ReadonlySet<ObjectSymbol>;
}

/** The same under construction. */
export interface Touch extends Touched {
  readonly twins: Twins;
  /** Days since 1970-01-01 UTC. */
  readonly today: number;
  all: boolean;
  readonly everywhere: Set<Principal>;
  readonly at: Map<ObjectSymbol, Set<Principal> | 'everyone'>;
  readonly selves: Set<Principal>;
  readonly named: Set<Group>;
  readonly otherMembers: Set<Group>;
  relations: 'everywhere' | Set<ObjectSymbol>;
}

/** A principal of a side, a group with its members: in the object, or everywhere. */
export function reach(touch: Touch, principal: Principal, object: ObjectSymbol | undefined): void {
  const among = object === undefined ? touch.everywhere : amongAt(touch, object);
  if (among === 'everyone') return;
  withMembers(touch.twins, principal, among);
  if (principal.kind === 'group') touch.named.add(homeOfGroup(touch.twins, principal));
}

function amongAt(touch: Touch, object: ObjectSymbol): Set<Principal> | 'everyone' {
  const known = touch.at.get(object);
  if (known !== undefined) return known;
  const made = new Set<Principal>();
  touch.at.set(object, made);
  return made;
}

/** Everybody, in the object or everywhere. */
export function reachEveryone(touch: Touch, object: ObjectSymbol | undefined): void {
  if (object === undefined) touch.all = true;
  else touch.at.set(object, 'everyone');
}

/** What a relation to a record gives is another thing now, in the object or everywhere. */
export function reachRelations(touch: Touch, object: ObjectSymbol | undefined): void {
  if (object === undefined) touch.relations = 'everywhere';
  else if (touch.relations !== 'everywhere') touch.relations.add(object);
  reachEveryone(touch, object);
}

/** Those who are named on one side only. */
export function onlyOne<T extends User | Group | ServiceAccount>(
  { twins }: Pick<Touch, 'twins'>,
  before: readonly T[],
  after: readonly T[],
): T[] {
  const one = new Set<Principal>(before);
  const other = new Set<Principal>(after.map((each) => homeOf(twins, each)));
  return [...before.filter((each) => !other.has(each)), ...after.filter((each) => !one.has(homeOf(twins, each)))];
}

/** The home of a principal of a side, and of a group those of its members. */
export function withMembers(twins: Twins, principal: Principal, found: Set<Principal>): void {
  found.add(homeOf(twins, principal));
  if (principal.kind === 'group') for (const user of principal.members) found.add(homeOf(twins, user));
}
