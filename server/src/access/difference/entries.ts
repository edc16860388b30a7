// Findings of all places as entries: what changes alike at several places is one.
import { list } from '../../catalogue/permission-set.ts';
import { printName } from '../../condition/print-value.ts';
import type { Content, Field, ObjectSymbol, Principal } from '../../model/symbols.ts';
import { writeName } from '../../syntax/keywords.ts';
import { contentText } from '../counterexample.ts';
import { commonWords, type Finding, kindKey, noWords, type Open, setKey } from './findings.ts';
import { markOf, relationTexts } from './marks.ts';
import type { Party } from './parties.ts';
import { compareTexts, nameOf, principalItems } from './people-items.ts';
import type { Run } from './run.ts';
import { pairOfObject } from './twins.ts';
import type { Change, DifferenceEntry, Example, PlaceItem, SideName, Undecided } from './types.ts';

/** What is said of one place, and the same of others. */
interface Bundle<T> {
  readonly first: T;
  readonly all: T[];
}

/** What says that two findings are the same one at two places, but for the parties. */
function findingKey(finding: Finding): string {
  const { other, permissions } = finding;
  return `${kindKey(finding)} ${setKey(permissions)} ${other?.kind ?? ''} ${other?.kind === 'use' ? other.account : ''}`;
}

export function entriesOf(run: Run, findings: readonly Finding[]): DifferenceEntry[] {
  const entries = bundled(findings, findingKey).map((bundle) => entryOf(run, bundle));
  return sorted(entries);
}

export function undecidedOf(run: Run, open: readonly Open[]): Undecided[] {
  return bundled(open, ({ permissions, reason }) => `${setKey(permissions)} ${reason}`).map(({ first, all }) => ({
    principals: principalItems(run, homesOf(first.parties), 'after'),
    permissions: list(first.permissions).map(({ constant }) => constant),
    places: placeItems(run, all, 'after'),
    reason: first.reason,
  }));
}

interface Placed {
  readonly parties: readonly Party[];
  readonly place: ObjectSymbol | undefined;
}

/** Those with the same key and the same parties, in whatever order. */
function bundled<T extends Placed>(items: readonly T[], keyOf: (item: T) => string): Bundle<T>[] {
  const numbers = new Map<Party, number>();
  const bundles = new Map<string, Bundle<T>>();
  for (const item of items) {
    const key = `${partiesKey(item.parties, numbers)} ${keyOf(item)}`;
    const known = bundles.get(key);
    if (known === undefined) bundles.set(key, { first: item, all: [item] });
    else known.all.push(item);
  }
  return [...bundles.values()];
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

function homesOf(parties: readonly Party[]): Set<Principal> {
  return new Set(parties.map(({ home }) => home));
}

function entryOf(run: Run, { first, all }: Bundle<Finding>): DifferenceEntry {
  const { change, permissions, other, relations, parties, allowed, origins } = first;
  const words = commonWords(all.flatMap(({ wordings }) => wordings));
  const constants = list(permissions).map(({ constant }) => constant);
  return {
    change,
    principals: principalItems(run, homesOf(parties), allowed),
    matter: other ?? { kind: 'permissions', constants },
    places: placeItems(run, all, allowed),
    ...(words ?? noWords),
    inSight: words === undefined,
    relations,
    example: exampleOf(run, first),
    origins,
  };
}

function exampleOf(run: Run, { parties, place, recordFor, allowed }: Finding): Example | undefined {
  const [party] = parties;
  const record = party === undefined ? undefined : recordFor?.(party);
  if (party === undefined || place === undefined || record === undefined || record.size === 0) return undefined;
  const own = party.home.kind === 'group' ? party.self.name : nameOf(run.twins, party.home);
  const texts = [...[...record].flatMap(fieldText), ...relationTexts(record, own)];
  const principal = nameOf(run.twins, party.home);
  return { principal, place: objectName(run, place), record: texts.join('  '), allowed };
}

function fieldText([field, content]: readonly [Field, Content]): string[] {
  return markOf(field) === undefined ? [`${printName(field.name)} ${contentText(field, content)}`] : [];
}

function objectName({ twins }: Run, home: ObjectSymbol): string {
  const { before, after } = pairOfObject(twins, home);
  return writeName((after ?? before ?? home).name);
}

/** Sorted by name, the organization first. */
function placeItems(run: Run, all: readonly Placed[], side: SideName): PlaceItem[] {
  const places = all.map(({ place }) => place);
  const objects = places.filter((place) => place !== undefined);
  const organization: PlaceItem[] = objects.length < places.length ? [{ kind: 'organization' }] : [];
  return [
    ...organization,
    ...(everyObject(run, objects, side) ?? objects.map((home) => objectItem(run, home)).sort(byName)),
  ];
}

function byName(a: PlaceItem, b: PlaceItem): number {
  return compareTexts('name' in a ? a.name : '', 'name' in b ? b.name : '');
}

function objectItem(run: Run, home: ObjectSymbol): PlaceItem {
  const { gone, fresh } = run.twins.objects;
  const only = fresh.has(home) ? 'after' : gone.has(home) ? 'before' : undefined;
  return { kind: 'object', name: objectName(run, home), only };
}

/** Where it is all objects of that side, or all but a few of many. */
function everyObject(run: Run, objects: readonly ObjectSymbol[], side: SideName): PlaceItem[] | undefined {
  const { objects: all } = run.sides[side].model;
  if (objects.length < 4) return undefined;
  const here = new Set(objects);
  const except = run.twins.objects.pairs.flatMap((pair) => {
    const home = pair.before ?? pair.after;
    const own = pair[side];
    return own === undefined || home === undefined || here.has(home) ? [] : [writeName(own.name)];
  });
  const extra = objects.length + except.length - all.size;
  if (extra > 0 || (except.length > 0 && except.length > objects.length / 20)) return undefined;
  return [{ kind: 'every object', except: except.sort(compareTexts) }];
}

const order: readonly Change[] = ['gained', 'widened', 'changed', 'narrowed', 'lost'];

function sorted(entries: readonly DifferenceEntry[]): DifferenceEntry[] {
  const keys = new Map(entries.map((entry) => [entry, sortKey(entry)]));
  return [...entries].sort((a, b) => compareTexts(keys.get(a) ?? '', keys.get(b) ?? ''));
}

/** By place, change, principals, permissions, and the rest; those of relations last. */
function sortKey(entry: DifferenceEntry): string {
  const places = entry.places.map((place) =>
    'name' in place ? `2${place.name}` : place.kind === 'organization' ? '0' : '1',
  );
  const principals = entry.principals.map((item) => ('name' in item ? item.name : ''));
  const rest = [entry.matter, entry.before ?? '', entry.after ?? ''];
  return JSON.stringify([places[0], entry.relations, order.indexOf(entry.change), principals, places, rest]);
}
