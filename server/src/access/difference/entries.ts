// Findings of all places as entries: what changes alike at several places is one.
import { list } from '../../catalogue/permission-set.ts';
import { isStranger } from '../../condition/actor.ts';
import { printName } from '../../condition/print-value.ts';
import type { Content, Field, ObjectSymbol, Principal } from '../../model/symbols.ts';
import { writeName } from '../../syntax/keywords.ts';
import { compareTexts } from '../../text/order.ts';
import { contentText } from '../counterexample.ts';
import { type Bundle, bundled, type Placed } from './bundles.ts';
import { commonWords, type Finding, kindKey, noWords, type Open, setKey, type Words } from './findings.ts';
import { markOf, relationTexts } from './marks.ts';
import type { Party } from './parties.ts';
import { compareNames, nameOf, principalItems } from './people-items.ts';
import type { Run } from './run.ts';
import { pairOf, pairOfObject } from './twins.ts';
import type { Change, DifferenceEntry, Example, PlaceItem, SideName, Undecided } from './types.ts';

/** What says that two findings are the same one at two places, but for the parties. */
function findingKey(finding: Finding): string {
  const { other, permissions } = finding;
  return `${kindKey(finding)} ${setKey(permissions)} ${other?.kind ?? ''} ${other?.kind === 'use' ? other.account : ''}`;
}

export function entriesOf(run: Run, findings: readonly Finding[]): DifferenceEntry[] {
  const entries = bundled(findings, findingKey).map((bundle) => entryOf(run, bundle));
  return sorted(entries);
}

/** `unsound`: those of whom nothing can be said. */
export function undecidedOf(run: Run, open: readonly Open[], unsound: ReadonlySet<Party>): Undecided[] {
  const principals = principalItems(run, homesOf([...unsound]), 'after');
  const broken = { principals, permissions: [], places: [], reason: 'declared with an error' };
  const undecided = bundled(open, ({ permissions, reason }) => `${setKey(permissions)} ${reason}`).map(
    ({ first, all }) => ({
      principals: principalItems(run, homesOf(first.parties), 'after'),
      permissions: list(first.permissions).map(({ constant }) => constant),
      places: placeItems(run, all, 'after'),
      reason: first.reason,
    }),
  );
  return unsound.size === 0 ? undecided : [...undecided, broken];
}

function homesOf(parties: readonly Party[]): Set<Principal> {
  return new Set(parties.map(({ home }) => home));
}

function entryOf(run: Run, { first, all, holes }: Bundle<Finding>): DifferenceEntry {
  const { change, permissions, other, relations, parties, allowed, reasons } = first;
  const words = commonWords(all.flatMap(({ wordings }) => wordings));
  const constants = list(permissions).map(({ constant }) => constant);
  return {
    change,
    principals: principalItems(run, homesOf(parties), allowed),
    matter: other ?? { kind: 'permissions', constants },
    places: placeItems(run, all, allowed),
    except: exceptItems(run, holes),
    ...(words ?? sightWords(first)),
    inSight: words === undefined,
    relations,
    example: exampleOf(run, first),
    origins: reasons?.(first) ?? { before: [], after: [] },
  };
}

/** Of the records in sight, which differ, those for which it is held. */
function sightWords({ inSight, allowed }: Finding): Words {
  return { ...noWords, [allowed]: inSight === '' ? undefined : inSight };
}

function exampleOf(run: Run, { parties, place, recordFor, allowed }: Finding): Example | undefined {
  const [party] = parties;
  const record = party && recordFor?.(party);
  if (party === undefined || place === undefined || record === undefined || record.size === 0) return undefined;
  const own = party.home.kind === 'group' ? party.self.name : nameOf(run.twins, party.home);
  const fields = fieldTexts(run, record, allowed, place);
  const principal = nameOf(run.twins, party.home);
  const text = [...fields, ...relationTexts(record, own)].join('  ');
  return { principal, place: objectName(run, place), record: text, allowed };
}

/** In the names of a side. Of two fields of a name, one before and one after with another type, the side's own. */
function fieldTexts(run: Run, record: ReadonlyMap<Field, Content>, side: SideName, place: ObjectSymbol): string[] {
  const { before, [side]: object } = pairOfObject(run.twins, place);
  const texts = new Map<string, string>();
  for (const [field, content] of record) {
    // The field before itself may not be what stands for both.
    const old = side === 'after' ? before?.fields.get(field.name) : undefined;
    const name = (old && run.merging.renamed.get(old)?.name) ?? field.name;
    const isOther = texts.has(name) && object?.fields.get(name)?.type !== field.type;
    if (markOf(field) !== undefined || isOther) continue;
    texts.set(name, `${printName(name)} ${contentText(field, contentOn(run, content, side))}`);
  }
  return [...texts.values()];
}

function contentOn({ twins }: Run, content: Content, side: SideName): Content {
  if (typeof content !== 'object' || content === null || !('kind' in content)) return content;
  return (content.kind === 'user' && isStranger(content) ? undefined : pairOf(twins, content)[side]) ?? content;
}

function objectName({ twins }: Run, home: ObjectSymbol): string {
  const { before, after } = pairOfObject(twins, home);
  return writeName((after ?? before ?? home).name);
}

/** By principal, sorted by name. */
function exceptItems(run: Run, holes: Bundle<Finding>['holes']): DifferenceEntry['except'] {
  const places = new Map<Party, string[]>();
  for (const { party, place } of holes) {
    const name = place === undefined ? 'organization' : objectName(run, place);
    const known = places.get(party);
    if (known === undefined) places.set(party, [name]);
    else known.push(name);
  }
  const items = [...places].map(([party, at]) => ({
    principal: nameOf(run.twins, party.home),
    places: at.sort(compareTexts),
  }));
  return items.sort((a, b) => compareTexts(a.principal, b.principal));
}

/** Sorted by name, the organization first. */
function placeItems(run: Run, all: readonly Placed[], side: SideName): PlaceItem[] {
  const places = all.map(({ place }) => place);
  const objects = places.filter((place) => place !== undefined);
  const organization: PlaceItem[] = objects.length < places.length ? [{ kind: 'organization' }] : [];
  return [
    ...organization,
    ...(everyObject(run, objects, side) ?? objects.map((home) => objectItem(run, home)).sort(compareNames)),
  ];
}

function objectItem(run: Run, home: ObjectSymbol): Extract<PlaceItem, { readonly kind: 'object' }> {
  const { gone, fresh } = run.twins.objects;
  const only = fresh.has(home) ? 'after' : gone.has(home) ? 'before' : undefined;
  return { kind: 'object', name: objectName(run, home), only };
}

/** Where it is all objects of that side, or all but a few of many. */
function everyObject(run: Run, objects: readonly ObjectSymbol[], side: SideName): PlaceItem[] | undefined {
  const isThere = (home: ObjectSymbol) => pairOfObject(run.twins, home)[side] !== undefined;
  if (objects.length < 4 || !objects.every(isThere)) return undefined;
  const here = new Set(objects);
  const except = run.twins.objects.pairs.flatMap((pair) => {
    const home = pair.before ?? pair.after;
    const own = pair[side];
    return own === undefined || home === undefined || here.has(home) ? [] : [writeName(own.name)];
  });
  if (except.length > objects.length / 20) return undefined;
  return [{ kind: 'every object', except: except.sort(compareTexts) }];
}

const order: readonly Change[] = ['gained', 'widened', 'changed', 'narrowed', 'lost'];

function sorted(entries: readonly DifferenceEntry[]): DifferenceEntry[] {
  return entries
    .map((entry) => ({ entry, key: sortKey(entry) }))
    .sort((a, b) => compareTexts(a.key, b.key))
    .map(({ entry }) => entry);
}

/** By place, change, principals, permissions, and the rest; those of relations last. */
function sortKey(entry: DifferenceEntry): string {
  const places = entry.places.map((place) =>
    'name' in place ? `2${place.name}` : place.kind === 'organization' ? '0' : '1',
  );
  const principals = entry.principals.map((item) => ('name' in item ? item.name : ''));
  const rest = [entry.matter, entry.before, entry.after];
  return JSON.stringify([places[0], entry.relations, order.indexOf(entry.change), principals, places, rest]);
}
