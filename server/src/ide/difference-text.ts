// The difference of two policies in words: as plain lines, and as Markdown in which nothing of the user's is markup.

import type {
  AccessDifference,
  Change,
  DifferenceEntry,
  Example,
  Matter,
  PlaceItem,
  PrincipalItem,
  Reason,
  Rename,
  Undecided,
} from '../access/difference/types.ts';
import { setOf } from '../catalogue/permission-set.ts';
import { permission } from '../catalogue/permissions.ts';
import { counted, describeSet } from './permission-text.ts';
import { join, listOf, message, type Phrase, phrase, strong, toMarkdown, toPlain, words } from './phrase.ts';

/** A statement and what there is to say about it. */
interface Item {
  readonly sign: string;
  readonly text: Phrase;
  readonly below: readonly Phrase[];
}

/** Before the lines of plain text, so that a change is seen without reading. */
const signs: Readonly<Record<Change, string>> = { gained: '+', lost: '-', widened: '>', narrowed: '<', changed: '~' };

/** A heading, then a line for each change with indented ones below it. */
export function differenceToText(difference: AccessDifference): string {
  return [toPlain(headline(difference)), ...itemsOf(difference).flatMap(itemLines)].join('\n');
}

function itemLines({ sign, text, below }: Item): string[] {
  return [`${sign} ${toPlain(text)}`, ...below.map((each) => `    ${toPlain(each)}`)];
}

/** What a part of a difference says, as plain lines: the first begins with its sign, those below it are indented. */
export const renameLines = (rename: Rename): string[] => itemLines(renameItem(rename));
export const entryLines = (entry: DifferenceEntry): string[] => itemLines(entryItem(entry));
export const unknownLines = (unknown: Undecided): string[] => itemLines(unknownItem(unknown));

/** A bold heading, then a list. */
export function differenceToMarkdown(difference: AccessDifference): string {
  const lines = itemsOf(difference).flatMap(({ text, below }) => [
    `- ${toMarkdown(text)}`,
    ...below.map((each) => `  - ${toMarkdown(each)}`),
  ]);
  const heading = toMarkdown(strong(headline(difference)));
  return lines.length === 0 ? heading : [heading, '', ...lines].join('\n');
}

/** `2 gained, 1 lost`. */
export function headline({ summary, renames }: AccessDifference): Phrase {
  const kinds = ['gained', 'widened', 'changed', 'narrowed', 'lost'] as const;
  const parts = kinds.filter((kind) => summary[kind] > 0).map((kind) => words(`${summary[kind]} ${kind}`));
  if (summary.unknown > 0) parts.push(words(`${summary.unknown} not decided`));
  if (parts.length > 0) return join(parts);
  return renames.length > 0 ? words('nobody may do more or less; names differ') : words('nobody may do more or less');
}

function itemsOf({ renames, entries, unknown }: AccessDifference): Item[] {
  return [...renames.map(renameItem), ...entries.map(entryItem), ...unknown.map(unknownItem)];
}

function renameItem({ kind, before, after }: Rename): Item {
  return { sign: '=', text: phrase`${words(kind)} ${before} is now ${after}`, below: [] };
}

/** How many of each are named. */
export interface Most {
  readonly people: number;
  readonly permissions: number;
  readonly places: number;
}

/** An entry in one sentence: who gains or loses what, and where. People beyond `most` are counted. */
export function entryText({ change, principals, matter, places }: DifferenceEntry, most: Most): Phrase {
  const many = principals.length > 1 || principals.some((item) => item.kind === 'group' && item.members > 0);
  const what = whatOf(matter, places, most.permissions);
  const where = matter.kind === 'use' ? [] : phrase` ${placesText(places, most.places)}`;
  const who = peopleText(principals, most.people);
  return phrase`${who} ${verbs(change, many)} ${what}${where}${more(change, matter)}`;
}

export const mostInFull: Most = { people: 12, permissions: 8, places: 6 };

/** An entry in parts, for tables and trees. */
export interface EntryParts {
  readonly who: Phrase;
  readonly what: Phrase;
  readonly where: Phrase;
  /** For which records, with whom left out. */
  readonly records: readonly Phrase[];
  /** One of those records, of somebody. */
  readonly example: readonly Phrase[];
  readonly causes: readonly Phrase[];
}

export function entryParts(entry: DifferenceEntry, most: Most = mostInFull): EntryParts {
  const { principals, matter, places } = entry;
  return {
    who: peopleText(principals, most.people),
    what: whatOf(matter, places, most.permissions),
    where: listOf(places.map(placeText), most.places),
    records: [...exceptText(entry), ...relationsText(entry), ...conditions(entry)],
    example: exampleText(entry.example),
    causes: originsText(entry),
  };
}

/** What is not decided, with whom and where. */
export function unknownText(unknown: Undecided): Phrase {
  return unknownItem(unknown).text;
}

export function renameText(rename: Rename): Phrase {
  return renameItem(rename).text;
}

function relationsText({ relations }: DifferenceEntry): Phrase[] {
  return relations ? [words('on records with a relation to them')] : [];
}

function entryItem(entry: DifferenceEntry): Item {
  const { change } = entry;
  return {
    sign: signs[change],
    text: entryText(entry, mostInFull),
    below: [
      ...exceptText(entry),
      ...relationsText(entry),
      ...conditions(entry),
      ...exampleText(entry.example),
      ...originsText(entry),
    ],
  };
}

function verbs(change: Change, many: boolean): Phrase {
  if (change === 'gained') return words(many ? 'gain' : 'gains');
  if (change === 'lost') return words(many ? 'lose' : 'loses');
  return words(many ? 'have' : 'has');
}

/** `max` permissions are named, whole levels of permission groups by their names. */
function whatOf(matter: Matter, places: readonly PlaceItem[], max: number): Phrase {
  if (matter.kind === 'invite') return words('the right to invite');
  if (matter.kind === 'use') return phrase`the use of ${matter.account}`;
  const set = setOf(matter.constants.flatMap((constant) => permission(constant) ?? []));
  const inObjects = places.some(({ kind }) => kind !== 'organization');
  return join(describeSet(set, inObjects ? 'object' : 'organization', { max }));
}

function more(change: Change, matter: Matter): Phrase {
  const of = matter.kind === 'invite' ? 'addresses' : 'records';
  if (change === 'widened') return words(` for more ${of}`);
  if (change === 'narrowed') return words(` for fewer ${of}`);
  return change === 'changed' ? words(` for other ${of}`) : [];
}

function peopleText(items: readonly PrincipalItem[], max: number): Phrase {
  const [first] = items;
  // None of those who are in it today: only the group, asked about by its name.
  if (items.length === 1 && first?.kind === 'group' && first.members === 0 && first.only === undefined)
    return phrase`${first.name} (as a group)`;
  return listOf(items.map(personText), max);
}

function personText(item: PrincipalItem): Phrase {
  if (item.kind === 'everyone') return phrase`everyone${butText(item.except)}`;
  const notes: Phrase[] = [];
  if (item.only !== undefined) notes.push(words(item.only === 'after' ? 'new' : 'gone'));
  if (item.kind === 'group' && item.members > 0) {
    const not = item.except.length === 0 ? [] : phrase`, not ${names(item.except)}`;
    notes.push([...(item.itself ? counted(item.members, 'member') : words(`${item.members}`)), ...not]);
  }
  const name = item.kind === 'group' && !item.itself ? phrase`members of ${item.name}` : phrase`${item.name}`;
  return notes.length === 0 ? name : phrase`${name} (${join(notes)})`;
}

function names(texts: readonly string[]): Phrase {
  return listOf(
    texts.map((text) => phrase`${text}`),
    5,
  );
}

function butText(except: readonly string[]): Phrase {
  return except.length === 0 ? [] : phrase` but ${names(except)}`;
}

function placesText(places: readonly PlaceItem[], max: number): Phrase {
  return phrase`in ${listOf(places.map(placeText), max)}`;
}

function placeText(place: PlaceItem): Phrase {
  if (place.kind === 'organization') return words('the organization');
  if (place.kind === 'every object') return phrase`every object${butText(place.except)}`;
  if (place.only === undefined) return phrase`${place.name}`;
  return phrase`${place.name} (${words(place.only === 'after' ? 'new' : 'gone')})`;
}

function exceptText({ except }: DifferenceEntry): Phrase[] {
  if (except.length === 0) return [];
  const items = except.map(({ principal, places }) => phrase`${principal} in ${names(places)}`);
  return [phrase`but not ${listOf(items, 5)}`];
}

/** What is not said is clear from the change: gained for all records, lost for all. */
function conditions({ change, before, after, inSight }: DifferenceEntry): Phrase[] {
  const sight = inSight ? [words('for the records in sight, which differ')] : [];
  const when = (condition: string | undefined) =>
    condition === undefined ? words('always') : phrase`when ${condition}`;
  if (change === 'gained') return [...sight, ...(after === undefined ? [] : [when(after)])];
  if (change === 'lost') return [...sight, ...(before === undefined ? [] : [phrase`before: ${when(before)}`])];
  return [phrase`before: ${when(before)}`, phrase`now: ${when(after)}`];
}

function exampleText(example: Example | undefined): Phrase[] {
  if (example === undefined) return [];
  const { principal, place, record, allowed } = example;
  return [phrase`for example ${principal} in ${place}, ${words(allowed === 'after' ? 'now' : 'before')}: ${record}`];
}

/** The whys of one side, most often of the only one that has any. */
function originsText({ origins }: DifferenceEntry): Phrase[] {
  const by = (reasons: readonly Reason[]) =>
    listOf(
      reasons.map(({ text }) => message(text)),
      3,
    );
  return [
    ...(origins.before.length === 0 ? [] : [phrase`before by ${by(origins.before)}`]),
    ...(origins.after.length === 0 ? [] : [phrase`now by ${by(origins.after)}`]),
  ];
}

function unknownItem({ principals, permissions, places, reason }: Undecided): Item {
  const who = principals.length === 0 ? [] : phrase`${peopleText(principals, mostInFull.people)}: `;
  const set = setOf(permissions.flatMap((constant) => permission(constant) ?? []));
  const what = permissions.length === 0 ? [] : phrase`${join(describeSet(set, 'object'))} `;
  const where = places.length === 0 ? [] : phrase` ${placesText(places, mostInFull.places)}`;
  return { sign: '?', text: phrase`not decided${where}: ${who}${what}${message(reason)}`, below: [] };
}
