// The entries of a difference taken apart again: what changes for each single principal, permission and place.

import { isActive } from '../../../server/src/access/actor.ts';
import type {
  AccessDifference,
  Change,
  PlaceItem,
  PrincipalItem,
} from '../../../server/src/access/difference/types.ts';
import { everyone } from '../../../server/src/access/principals.ts';
import { principalPath } from '../../../server/src/model/lookup.ts';
import type { Model } from '../../../server/src/model/model.ts';

/** By `principal permission place`, or with `related ` before it. */
export type Changes = ReadonlyMap<string, Change | 'unknown'>;

export function expand(difference: AccessDifference, before: Model, after: Model): Changes {
  const changes = new Map<string, Change | 'unknown'>();
  const add = (keys: readonly string[], change: Change | 'unknown') => {
    for (const key of new Set(keys)) {
      if (changes.has(key)) throw new Error(`said twice: ${key}`);
      changes.set(key, change);
    }
  };
  for (const { change, principals, matter, places, relations, except } of difference.entries) {
    const not = new Set(except.flatMap((each) => each.places.map((place) => `${each.principal} ${place}`)));
    const model = change === 'lost' || change === 'narrowed' ? before : after;
    const what = matter.kind === 'permissions' ? matter.constants : [JSON.stringify(matter)];
    add(keysOf(model, { principals, what, places, not }, relations ? 'related ' : ''), change);
  }
  for (const { principals, permissions, places } of difference.unknown)
    add(keysOf(after, { principals, what: permissions, places, not: new Set() }, ''), 'unknown');
  return changes;
}

interface Said {
  readonly principals: readonly PrincipalItem[];
  readonly what: readonly string[];
  readonly places: readonly PlaceItem[];
  readonly not: ReadonlySet<string>;
}

function keysOf(model: Model, { principals, what, places, not }: Said, prefix: string): string[] {
  const names = principals.flatMap((item) => namesOf(item, model));
  const where = places.flatMap((item) => placesOf(item, model));
  const pairs = names.flatMap((name) => where.map((place) => [name, place] as const));
  const meant = pairs.filter(([name, place]) => !not.has(`${name} ${place}`));
  return meant.flatMap(([name, place]) => what.map((each) => `${prefix}${name} ${each} ${place}`));
}

function namesOf(item: PrincipalItem, model: Model): string[] {
  if (item.kind === 'everyone')
    return [...everyone(model)].map(principalPath).filter((name) => !item.except.includes(name));
  if (item.kind !== 'group' || item.members === 0) return [item.name];
  const group = [...model.groups.values()].find((each) => principalPath(each) === item.name);
  const members = [...(group?.members ?? [])].filter(isActive).map(principalPath);
  return [...(item.itself ? [item.name] : []), ...members.filter((name) => !item.except.includes(name))];
}

function placesOf(item: PlaceItem, model: Model): string[] {
  if (item.kind === 'organization') return ['organization'];
  return item.kind === 'object' ? [item.name] : [...model.objects.keys()].filter((name) => !item.except.includes(name));
}

const swaps: Readonly<Record<Change | 'unknown', Change | 'unknown'>> = {
  gained: 'lost',
  lost: 'gained',
  widened: 'narrowed',
  narrowed: 'widened',
  changed: 'changed',
  unknown: 'unknown',
};

export function swapped(changes: Changes): Changes {
  return new Map([...changes].map(([key, change]) => [key, swaps[change]]));
}
