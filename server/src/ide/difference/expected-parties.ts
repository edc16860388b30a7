// Whom and what an entry of a difference speaks of, as symbols of both states.
import { homeOf, homeOfObject, pairOf, pairOfObject, type Twins } from '../../access/difference/twins.ts';
import type { DifferenceEntry, PlaceItem, PrincipalItem } from '../../access/difference/types.ts';
import { everyone } from '../../access/principals.ts';
import { principalPath } from '../../model/lookup.ts';
import type { Model } from '../../model/model.ts';
import type { BoundPlace } from '../../model/question.ts';
import type { ObjectSymbol, Principal, ServiceAccount } from '../../model/symbols.ts';
import { writeName } from '../../syntax/keywords.ts';
import { placeIn } from '../expected-lines.ts';

/** One thing in both states; undefined in the one where it is not. What is gone cannot be written about, and is left out. */
export interface Sided<T> {
  readonly before: T | undefined;
  readonly after: T;
}

/** Of a group that is meant as asked about, the group and not its members. */
export function partiesOf(twins: Twins, { principals }: DifferenceEntry): Sided<Principal>[] {
  const all = principals.flatMap((item) => principalsOf(twins.after, item));
  return [...new Set(all)].map((after) => ({ before: pairOf(twins, homeOf(twins, after)).before, after }));
}

function principalsOf(model: Model, item: PrincipalItem): readonly Principal[] {
  switch (item.kind) {
    case 'everyone': {
      const except = new Set(item.except);
      return [...everyone(model)].filter((each) => !except.has(principalPath(each)));
    }
    case 'group': {
      const group = named(model.groups, item.name);
      if (group === undefined || item.itself) return group === undefined ? [] : [group];
      const except = new Set(item.except);
      return [...group.members].filter((user) => !user.inactive && !except.has(principalPath(user)));
    }
    case 'user':
      return list(named(model.users, item.name));
    case 'service account':
      return list(accountNamed(model, item.name));
  }
}

export function accountOf(twins: Twins, name: string): Sided<Principal> | undefined {
  const after = accountNamed(twins.after, name);
  return after && { before: pairOf(twins, homeOf(twins, after)).before, after };
}

export function placesOf(twins: Twins, { places }: DifferenceEntry): Sided<BoundPlace>[] {
  return places.flatMap((item): Sided<BoundPlace>[] => {
    if (item.kind === 'organization') return [{ before: { kind: 'organization' }, after: { kind: 'organization' } }];
    return objectsOf(twins.after, item).map((object) => {
      const { before } = pairOfObject(twins, homeOfObject(twins, object));
      return { before: before && placeIn(before), after: placeIn(object) };
    });
  });
}

function objectsOf({ objects }: Model, item: Exclude<PlaceItem, { kind: 'organization' }>): readonly ObjectSymbol[] {
  if (item.kind === 'object') return list(named(objects, item.name));
  const except = new Set(item.except);
  return [...objects.values()].filter(({ name }) => !except.has(writeName(name)));
}

function list<T>(found: T | undefined): readonly T[] {
  return found === undefined ? [] : [found];
}

/** By its name as it is written. */
function named<T extends { readonly name: string }>(all: ReadonlyMap<string, T>, name: string): T | undefined {
  return all.get(name) ?? [...all.values()].find((each) => writeName(each.name) === name);
}

function accountNamed({ objects }: Model, path: string): ServiceAccount | undefined {
  for (const { accounts } of objects.values())
    for (const account of accounts.values()) if (principalPath(account) === path) return account;
  return undefined;
}
