// What an unknown name may have been meant to be: the names nearest to it, and the same name in other objects.
import { writeName } from '../syntax/keywords.ts';
import { nearest } from '../text/nearest.ts';
import type { ObjectSymbol } from './symbols.ts';

/**
 * Each unknown name is compared with all that there are: after so many comparisons, seconds of them, there are more unknown
 * names than anybody reads suggestions for.
 */
const mostCompared = 4_000_000;

/** A name that more objects have than these says little about which of them was meant. */
const mostElsewhere = 4;

/** Names that would be right. */
export interface Scope {
  keys(): Iterable<string>;
}

/** What was looked for until now, once every name is declared. */
export interface Near {
  /** What is near to names that are unknown, by the owner of where they were looked for first. */
  readonly found: Map<object, Map<string, readonly string[]>>;
  /** How many names those were compared with, in this state and in those that it takes over. */
  compared: number;
  /** The first objects that have a name, by what kind of name that is. */
  readonly owners: Map<string, ReadonlyMap<string, readonly ObjectSymbol[]>>;
}

export function nothingSought(compared = 0): Near {
  return { found: new Map(), compared, owners: new Map() };
}

/** The names nearest to a name that is unknown, as they are written. */
export function instead(name: string, candidates: Iterable<string>): readonly string[] {
  return nearest(name, candidates).map(writeName);
}

/**
 * The same among the names of several scopes. One that was everybody's is unknown in many places: it is looked for once.
 * `owner` is there as long as the names of the first are.
 */
export function nearNames(
  near: Near,
  name: string,
  scopes: readonly Scope[],
  owner: object | undefined = scopes[0],
): readonly string[] {
  if (owner === undefined) return [];
  const known = near.found.get(owner) ?? new Map<string, readonly string[]>();
  near.found.set(owner, known);
  const key = `${scopes.length} ${name}`;
  const found = known.get(key) ?? (isSpent(near) ? [] : instead(name, counted(near, scopes)));
  known.set(key, found);
  return found;
}

function* counted(near: Near, scopes: readonly Scope[]): Generator<string> {
  for (const scope of scopes)
    for (const name of scope.keys()) {
      near.compared++;
      yield name;
    }
}

/** Whether what is said to be near to a name may depend on which names were looked for before it. */
export function isSpent({ compared }: Pick<Near, 'compared'>): boolean {
  return compared >= mostCompared;
}

/** Which of an object's names are sought. */
export interface Kind<O> {
  readonly rule: string;
  readonly inObject: (object: O) => ReadonlyMap<string, unknown>;
}

/** The first objects that have the very name: most likely only its qualifier is missing. */
export function objectsWith<O extends ObjectSymbol>(
  near: Near,
  name: string,
  kind: Kind<O>,
  { objects, but }: { readonly objects: ReadonlyMap<string, O>; readonly but: O | undefined },
): ObjectSymbol[] {
  const owners = near.owners.get(kind.rule) ?? ownersIn(objects, kind);
  near.owners.set(kind.rule, owners);
  return (owners.get(name) ?? []).filter((object) => object !== but).slice(0, mostElsewhere);
}

function ownersIn<O extends ObjectSymbol>(objects: ReadonlyMap<string, O>, { inObject }: Kind<O>) {
  const owners = new Map<string, O[]>();
  for (const object of objects.values())
    for (const name of inObject(object).keys()) {
      const known = owners.get(name);
      if (known === undefined) owners.set(name, [object]);
      // One of them may be the object that asks.
      else if (known.length <= mostElsewhere) known.push(object);
    }
  return owners;
}
