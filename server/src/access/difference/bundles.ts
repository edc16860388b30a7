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
  readonly holes: readonly Hole[];
}

interface Hole {
  readonly party: Party;
  readonly place: ObjectSymbol | undefined;
}

/** Fewer parties than this are never said with holes. */
const manyParties = 20;
/** At a place at most this part of the parties may be missing, and a party at this part of the places. */
const mostMissing = 1 / 5;
/** As many bundles are tried for another one to go into. */
const mostTried = 3;

/** Items with the same key and the same parties, in whatever order; then those with almost the same. */
export function bundled<T extends Placed>(items: readonly T[], keyOf: (item: T) => string): Bundle<T>[] {
  const kinds = new Map<string, Map<string, T[]>>();
  for (const item of items) {
    const kind = keyOf(item);
    const bundles = kinds.get(kind) ?? new Map<string, T[]>();
    kinds.set(kind, bundles);
    const key = partiesKey(item.parties);
    const known = bundles.get(key);
    if (known === undefined) bundles.set(key, [item]);
    else known.push(item);
  }
  return [...kinds.values()].flatMap((bundles) => withAlmostSame([...bundles.values()]).flatMap(withoutStrays));
}

/** Bundles that may become one: all parties of any of them, and whether all of it is said of objects. */
interface Union<T> {
  readonly bundles: (readonly T[])[];
  readonly parties: Set<Party>;
  readonly isObject: boolean;
}

function withAlmostSame<T extends Placed>(bundles: readonly (readonly T[])[]): Bundle<T>[] {
  const unions: Union<T>[] = [];
  // The largest first: each one after has the fewest parties of those that it may go to.
  for (const bundle of [...bundles].sort((a, b) => partiesIn(b).length - partiesIn(a).length)) {
    const parties = partiesIn(bundle);
    // The organization is no place like an object: it is only ever exactly the same.
    const isObject = bundle.every(({ place }) => place !== undefined);
    const wide = isObject ? unions.slice(0, mostTried).find((union) => isAlmost(union, parties)) : undefined;
    if (wide === undefined) unions.push({ bundles: [bundle], parties: new Set(parties), isObject });
    else {
      wide.bundles.push(bundle);
      for (const party of parties) wide.parties.add(party);
    }
  }
  return unions.flatMap(bundleOf);
}

function partiesIn(bundle: readonly Placed[]): readonly Party[] {
  return bundle[0]?.parties ?? [];
}

/** True where with these parties, too, few are missing from any of the bundles. */
function isAlmost({ isObject, parties: all }: Union<Placed>, parties: readonly Party[]): boolean {
  if (!isObject || parties.length < manyParties) return false;
  let size = all.size;
  for (const party of parties) if (!all.has(party)) size++;
  return parties.length >= size * (1 - mostMissing);
}

function bundleOf<T extends Placed>({ bundles, parties }: Union<T>): Bundle<T>[] {
  const all = bundles.flat();
  const [first] = all;
  if (first === undefined) return [];
  if (bundles.length === 1) return [{ first, all, holes: [] }];
  const holes: Hole[] = [];
  for (const bundle of bundles) {
    const here = new Set(partiesIn(bundle));
    for (const party of parties) if (!here.has(party)) for (const { place } of bundle) holes.push({ party, place });
  }
  // The first party is the one that an example is given for: it stays in front.
  return [{ first: { ...first, parties: [...new Set([...first.parties, ...parties])] }, all, holes }];
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
function partiesKey(parties: readonly Party[]): string {
  let one = 0;
  let other = 0;
  for (const { number } of parties) {
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
