// A difference of access as a tree: change, place, who and what, then for which records and by what, each with its places.
import type { AccessDifference, Change, DifferenceEntry, Reason, SideName } from '../../access/difference/types.ts';
import { nowhere } from '../../model/origin.ts';
import type { Snapshot } from '../../project/types.ts';
import type { Place } from '../../rules/finding.ts';
import { entryParts, entryText, headline, type Most, mostInFull, renameText, unknownText } from '../difference-text.ts';
import { join, message, type Phrase, phrase, toPlain, words } from '../phrase.ts';
import { attribute, type Tally, tallyOf } from './attribution.ts';
import { changeTitles } from './changes.ts';
import type { DeclarationKey } from './declared.ts';

export type DifferenceKind =
  | Change
  | 'unknown'
  | 'renamed'
  | 'unreadable'
  | 'place'
  | 'entry'
  | 'records'
  | 'example'
  | 'cause';

/** All texts are plain; words of the user's in backticks. */
export interface DifferenceNode {
  readonly kind: DifferenceKind;
  readonly label: string;
  /** Said behind the label, with less weight. */
  readonly detail?: string;
  /** Where it is decided, on either side. */
  readonly places: readonly SidePlace[];
  /** Of an entry: what it is known by. */
  readonly entry?: string;
  /** The declarations that an entry comes from. */
  readonly keys: readonly DeclarationKey[];
  readonly children: readonly DifferenceNode[];
}

export interface SidePlace {
  readonly side: SideName;
  readonly place: Place;
}

/** What an entry is known by in another state as well: who, what and where. */
export function entryKey(entry: DifferenceEntry): string {
  return toPlain(entryText(entry, mostInFull));
}

export interface Compared {
  /** In a few words, such as "2 gained, 1 lost". */
  readonly headline: string;
  readonly tally: Tally & { readonly unknown: number };
  readonly tree: readonly DifferenceNode[];
  /** Of each declaration that something comes from. */
  readonly tallies: ReadonlyMap<DeclarationKey, Tally>;
}

/** More than anybody reads in a tree: the rest is counted. */
const mostEntries = 1000;

export function comparedStates(before: Snapshot, after: Snapshot, difference: AccessDifference): Compared {
  const { keys, tallies } = attribute(before, after, difference);
  const keyed = difference.entries.slice(0, mostEntries).map((entry, i) => ({ entry, keys: keys[i] ?? [] }));
  const changes = [...changeTitles].flatMap(([change, title]) => {
    const all = keyed.filter(({ entry }) => entry.change === change);
    if (all.length === 0) return [];
    const left = difference.summary[change] > all.length ? ` (${all.length} of them are listed)` : '';
    const detail = `${difference.summary[change]}${left}`;
    return [node(change, title, { detail, children: placeNodes(all, { before, after }) })];
  });
  return {
    headline: toPlain(headline(difference)),
    tally: { ...tallyOf(difference.summary), unknown: difference.summary.unknown },
    tree: [...unreadableNodes(before), ...unknownNodes(difference), ...changes, ...renameNodes(difference)],
    tallies,
  };
}

interface Keyed {
  readonly entry: DifferenceEntry;
  readonly keys: readonly DeclarationKey[];
}

interface Sides {
  readonly before: Snapshot;
  readonly after: Snapshot;
}

function node(kind: DifferenceKind, label: string, rest: Partial<DifferenceNode> = {}): DifferenceNode {
  return { kind, label, places: [], keys: [], children: [], ...rest };
}

/** Entries by the place that they are sorted by. */
function placeNodes(all: readonly Keyed[], sides: Sides): DifferenceNode[] {
  const places = new Map<string, Keyed[]>();
  for (const each of all) {
    const where = toPlain(entryParts(each.entry).where) || 'use of accounts';
    places.set(where, [...(places.get(where) ?? []), each]);
  }
  return [...places].map(([where, some]) =>
    node('place', where, { children: some.map((each) => entryNode(each, sides)) }),
  );
}

const most: Most = { people: 5, permissions: 4, places: 4 };

function entryNode({ entry, keys }: Keyed, sides: Sides): DifferenceNode {
  const { who, what, records, example } = entryParts(entry, most);
  const places = placesOf(entry, sides);
  return node('entry', toPlain(who), {
    detail: toPlain(what),
    entry: entryKey(entry),
    keys,
    places,
    children: [
      ...records.map((each) => node('records', toPlain(each))),
      ...example.map((each) => node('example', toPlain(each))),
      ...causeNodes(entry.origins.before, 'before', sides),
      ...causeNodes(entry.origins.after, 'after', sides),
    ],
  });
}

function causeNodes(reasons: readonly Reason[], side: SideName, sides: Sides): DifferenceNode[] {
  const by = words(side === 'before' ? 'before by ' : 'now by ');
  return reasons.map((reason) =>
    node('cause', toPlain(join([by, message(reason.text)], '')), { places: placesAt(reason, side, sides) }),
  );
}

/** One for each side that has any. */
function placesOf({ origins }: DifferenceEntry, sides: Sides): SidePlace[] {
  return (['before', 'after'] as const).flatMap((side) =>
    origins[side].flatMap((reason) => placesAt(reason, side, sides)).slice(0, 1),
  );
}

function placesAt({ origin }: Reason, side: SideName, sides: Sides): SidePlace[] {
  if (origin === undefined || origin.file === nowhere.file) return [];
  return [{ side, place: sides[side].place(origin) }];
}

function unreadableNodes({ input }: Snapshot): DifferenceNode[] {
  const read = [
    ...input.files,
    ...input.directories,
    ...(input.settings === undefined ? [] : [['writ.json', input.settings] as const]),
  ];
  return read.flatMap(([path, content]) => {
    if (!('unreadable' in content)) return [];
    const text: Phrase = phrase`${path} cannot be read before: `;
    return [node('unreadable', `${toPlain(text)}${content.unreadable}`)];
  });
}

function unknownNodes({ unknown }: AccessDifference): DifferenceNode[] {
  if (unknown.length === 0) return [];
  const children = unknown.map((each) => node('unknown', toPlain(unknownText(each)).replace(/^not decided:? ?/, '')));
  return [node('unknown', 'Not decided', { detail: String(unknown.length), children })];
}

function renameNodes({ renames }: AccessDifference): DifferenceNode[] {
  if (renames.length === 0) return [];
  const children = renames.map((each) => node('renamed', toPlain(renameText(each))));
  return [node('renamed', 'Renamed', { detail: String(renames.length), children })];
}
