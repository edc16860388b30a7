// What a change of one object leaves as it is: the others, broken or not.
import type { Undecided } from '../access/difference/types.ts';
import { writeName } from '../syntax/keywords.ts';
import type { Unit } from '../syntax/source-file.ts';
import type { Snapshot } from './types.ts';

/**
 * Takes two states with the same files, and what an error leaves open in either; gives what of it may have to do with the change.
 * Where nothing but objects is written otherwise, what is broken in another object, and is no account, has nothing to do
 * with it: it counts there, before and after.
 */
export function ofTheChange(before: Snapshot, after: Snapshot, unknown: readonly Undecided[]): readonly Undecided[] {
  if (unknown.length === 0) return unknown;
  const changed = changedObjects(before, after);
  if (changed === undefined || hasBrokenAccount(before) || hasBrokenAccount(after)) return unknown;
  const isThere = (places: Undecided['places']) =>
    places.length === 0 || places.some((place) => place.kind !== 'object' || changed.has(place.name));
  return unknown.filter(({ broken, places }) => broken === undefined || isThere(places));
}

/** The names of the objects that are written otherwise; undefined where something else is. */
function changedObjects(before: Snapshot, after: Snapshot): ReadonlySet<string> | undefined {
  const [one, other] = [textsOf(before), textsOf(after)];
  const units = [...onlyIn(one, other), ...onlyIn(other, one)];
  const names = units.map(({ declaration }) => (declaration?.kind === 'object' ? declaration.name?.text : undefined));
  const known = names.filter((name) => name !== undefined);
  return known.length === names.length ? new Set(known.map(writeName)) : undefined;
}

function textsOf(snapshot: Snapshot): ReadonlyMap<string, Unit> {
  const found = new Map<string, Unit>();
  for (const path of snapshot.input.files.keys()) {
    const source = snapshot.source(path);
    if (source === undefined) continue;
    const { text, units, starts } = source;
    for (const [i, unit] of units.entries()) found.set(`${path} ${text.slice(starts[i], starts[i + 1]).trim()}`, unit);
  }
  return found;
}

function onlyIn(one: ReadonlyMap<string, Unit>, other: ReadonlyMap<string, Unit>): Unit[] {
  return [...one].filter(([text]) => !other.has(text)).map(([, unit]) => unit);
}

function hasBrokenAccount({ model: { broken } }: Snapshot): boolean {
  return [...broken.objects.values()].some(({ accounts }) => accounts);
}
