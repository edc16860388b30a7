// Which declarations a difference of access comes from: those that decide an entry and have changed.
import type { AccessDifference, Change, DifferenceEntry, PrincipalItem } from '../../access/difference/types.ts';
import type { Snapshot } from '../../project/types.ts';
import { type Changed, changedBetween, type DeclarationKey, declaredAt } from './declared.ts';

/** How many entries come from something: `more` are gained or widened, `less` lost or narrowed, `other` for other records. */
export interface Tally {
  readonly more: number;
  readonly less: number;
  readonly other: number;
}

export interface Attribution {
  /** In the order of the entries: the declarations that each comes from. */
  readonly keys: readonly (readonly DeclarationKey[])[];
  readonly tallies: ReadonlyMap<DeclarationKey, Tally>;
}

export function attribute(before: Snapshot, after: Snapshot, { entries, renames }: AccessDifference): Attribution {
  const changed = changedBetween(before, after);
  const names = new Map(renames.map(({ kind, before: one, after: other }) => [`${kind} ${one}`, `${kind} ${other}`]));
  const keys = entries.map((entry) => keysOf(entry, changed, names));
  const tallies = new Map<DeclarationKey, Tally>();
  entries.forEach(({ change }, i) => {
    for (const key of keys[i] ?? []) tallies.set(key, counting(tallies.get(key) ?? none, change));
  });
  return { keys, tallies };
}

const none: Tally = { more: 0, less: 0, other: 0 };

const columns: Readonly<Record<Change, keyof Tally>> = {
  gained: 'more',
  widened: 'more',
  lost: 'less',
  narrowed: 'less',
  changed: 'other',
};

function counting(tally: Tally, change: Change): Tally {
  const column = columns[change];
  return { ...tally, [column]: tally[column] + 1 };
}

export function tallyOf(summary: AccessDifference['summary']): Tally {
  return { more: summary.gained + summary.widened, less: summary.lost + summary.narrowed, other: summary.changed };
}

/** Of what decides an entry, the declarations that changed; where none did, the place or the organization, if that did. */
function keysOf(entry: DifferenceEntry, { keys, gone }: Changed, names: ReadonlyMap<string, string>): DeclarationKey[] {
  const own = (all: readonly DeclarationKey[]) => all.filter((key) => keys.has(key));
  const first = [own(decidingKeys(entry)), own(placeKeys(entry)), own(['organization'])].find(
    ({ length }) => length > 0,
  );
  const standing = (first ?? []).flatMap((key) => names.get(key) ?? (gone.has(key) ? ownerOf(key) : [key]));
  return [...new Set(standing)];
}

function decidingKeys({ origins, principals, matter }: DifferenceEntry): DeclarationKey[] {
  const reasons = [...origins.before, ...origins.after];
  const places = reasons.flatMap(({ origin, groups }) => (origin === undefined ? groups : [origin, ...groups]));
  const account = matter.kind === 'use' ? [`service account ${matter.account}`] : [];
  return [...places.flatMap((place) => declaredAt(place) ?? []), ...principals.flatMap(principalKey), ...account];
}

function principalKey(item: PrincipalItem): DeclarationKey[] {
  return item.kind === 'everyone' ? [] : [`${item.kind} ${item.name}`];
}

function placeKeys({ places }: DifferenceEntry): DeclarationKey[] {
  return places.flatMap((place) => (place.kind === 'object' ? [`object ${place.name}`] : []));
}

/** What is gone stands nowhere; what it stood in may. A name in quotes may have a point of its own. */
function ownerOf(key: DeclarationKey): DeclarationKey[] {
  const [, owner] = /^(?:role|policy|service account) ("(?:[^"\\]|\\.)*"|[^".]+)\./.exec(key) ?? [];
  return owner === undefined ? [] : [`object ${owner}`];
}
