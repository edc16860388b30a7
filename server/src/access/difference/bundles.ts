// What is said of several places alike, put together: of the same principals, or of almost the same ones.
import type { ObjectSymbol } from '../../model/symbols.ts';
import type { Party } from './parties.ts';

/** Something that is said of some parties at a place. */
export interface Placed {
  readonly parties: readonly Party[];
  readonly place: ObjectSymbol | undefined;
}

/** The same of several places: the first names the parties. */
export interface Bundle<T> {
  readonly first: T;
  readonly all: readonly T[];
  /** Of whom it is not said at which place. */
  readonly holes: readonly { readonly party: Party; readonly place: ObjectSymbol | undefined }[];
}

interface Open<T> extends Bundle<T> {
  readonly all: T[];
  readonly holes: { readonly party: Party; readonly place: ObjectSymbol | undefined }[];
}

/** Fewer parties than this are never said with holes. */
const manyParties = 20;
/** At a place at most this part of the parties may be missing, and a party at this part of the places. */
const mostMissing = 1 / 5;
/** As many of the largest bundles are tried for another one to go into. */
const mostTried = 3;

/** Items with the same key and the same parties, in whatever order; then those of most of the parties of others. */
export function bundled<T extends Placed>(items: readonly T[], keyOf: (item: T) => string): Bundle<T>[] {
  const numbers = new Map<Party, number>();
  const kinds = new Map<string, Map<string, Open<T>>>();
  for (const item of items) {
    const kind = keyOf(item);
    const bundles = kinds.get(kind) ?? new Map<string, Open<T>>();
    kinds.set(kind, bundles);
    const key = partiesKey(item.parties, numbers);
    const known = bundles.get(key);
    if (known === undefined) bundles.set(key, { first: item, all: [item], holes: [] });
    else known.all.push(item);
  }
  return [...kinds.values()].flatMap((bundles) => withoutAlmostSame([...bundles.values()]).flatMap(withoutStrays));
}

function withoutAlmostSame<T extends Placed>(bundles: readonly Open<T>[]): Open<T>[] {
  if (bundles.length < 2) return [...bundles];
  const kept: Open<T>[] = [];
  const large: { readonly bundle: Open<T>; readonly parties: ReadonlySet<Party> }[] = [];
  for (const bundle of [...bundles].sort((a, b) => b.first.parties.length - a.first.parties.length)) {
    const { parties } = bundle.first;
    const wider = large.find(
      (other) =>
        parties.length >= other.parties.size * (1 - mostMissing) && parties.every((party) => other.parties.has(party)),
    );
    if (wider !== undefined) {
      putInto(wider.bundle, bundle);
      continue;
    }
    kept.push(bundle);
    if (parties.length >= manyParties && large.length < mostTried) large.push({ bundle, parties: new Set(parties) });
  }
  return kept;
}

function putInto<T extends Placed>(wider: Open<T>, bundle: Open<T>): void {
  const here = new Set(bundle.first.parties);
  const missing = wider.first.parties.filter((party) => !here.has(party));
  for (const each of bundle.all) {
    wider.all.push(each);
    for (const party of missing) wider.holes.push({ party, place: each.place });
  }
}

/** Those who are missing at many of the places have bundles of their own, by the places where they are not. */
function withoutStrays<T extends Placed>(bundle: Bundle<T>): Bundle<T>[] {
  const { first, all, holes } = bundle;
  const counts = new Map<Party, number>();
  for (const { party } of holes) counts.set(party, (counts.get(party) ?? 0) + 1);
  const strays = new Set([...counts].filter(([, count]) => count > all.length * mostMissing).map(([party]) => party));
  if (strays.size === 0) return [bundle];
  const rest = first.parties.filter((party) => !strays.has(party));
  const missing = new Map<Party, Set<unknown>>([...strays].map((party) => [party, new Set()]));
  for (const { party, place } of holes) missing.get(party)?.add(place);
  const apart = new Map<string, Bundle<T> & { readonly first: { readonly parties: Party[] } }>();
  for (const [party, places] of missing) {
    const here = all.filter(({ place }) => !places.has(place));
    const key = here.map((item) => all.indexOf(item)).join();
    const known = apart.get(key);
    const [one] = here;
    if (known !== undefined) known.first.parties.push(party);
    else if (one !== undefined) apart.set(key, { first: { ...one, parties: [party] }, all: here, holes: [] });
  }
  return [
    { first: { ...first, parties: rest }, all, holes: holes.filter(({ party }) => !strays.has(party)) },
    ...apart.values(),
  ];
}

/** Two sums of scrambled numbers and the count: equal for the same parties, and as good as never for others. */
function partiesKey(parties: readonly Party[], numbers: Map<Party, number>): string {
  let one = 0;
  let other = 0;
  for (const party of parties) {
    let number = numbers.get(party);
    if (number === undefined) {
      number = numbers.size + 1;
      numbers.set(party, number);
    }
    one += scrambled(number, 0x9e3779b1);
    other += scrambled(number, 0x85ebca77);
  }
  return `${parties.length} ${one} ${other}`;
}

/** A whole number below 2^32 that looks like chance; sums of 2^20 of them are exact. */
function scrambled(number: number, by: number): number {
  let bits = Math.imul(number, by);
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d);
  bits = Math.imul(bits ^ (bits >>> 12), by);
  return (bits ^ (bits >>> 15)) >>> 0;
}
