// A session at the keyboard: one-character edits at random places of a text, each word put back the way it was.
import { type Random, randomOf } from '../../fuzz/random.ts';
import type { TextKind } from './documents.ts';

/** One character that comes or goes. */
export interface Keystroke {
  readonly line: number;
  readonly character: number;
  /** How many characters behind it go. */
  readonly removed: number;
  readonly inserted: string;
}

/** Keystrokes that begin and end with the text as it is. */
export interface Step {
  readonly kind: string;
  readonly keystrokes: readonly Keystroke[];
}

export interface Place {
  readonly line: number;
  /** Where the word begins and ends on its line. */
  readonly from: number;
  readonly to: number;
}

type Recipe = (place: Place, text: string) => Keystroke[];

const insert = (line: number, character: number, inserted: string): Keystroke => ({
  line,
  character,
  removed: 0,
  inserted,
});
const erase = (line: number, character: number): Keystroke => ({ line, character, removed: 1, inserted: '' });

/** Letters are typed at a place and taken back, the last one first. */
function typed(line: number, at: number, text: string): Keystroke[] {
  const letters = [...text].map((letter, i) => insert(line, at + i, letter));
  return [...letters, ...letters.map((_, i) => erase(line, at + text.length - 1 - i))];
}

/** More is said in the middle of a text. */
const more: Recipe = ({ line, from, to }) => typed(line, (from + to) >> 1, 'abc');

/** The last two characters of a word go and come again: in between it is half of one. */
const again: Recipe = ({ line, from, to }, text) => {
  const count = Math.min(2, to - from - 1);
  const gone = Array.from({ length: count }, (_, i) => erase(line, to - 1 - i));
  const back = Array.from({ length: count }, (_, i) => insert(line, to - count + i, text[to - count + i] ?? ''));
  return [...gone, ...back];
};

/** Another one comes to the end of a list, letter by letter, and goes again. */
const another =
  (word: string): Recipe =>
  ({ line, to }) =>
    typed(line, to, `, ${word}`);

/** A digit more. */
const digit: Recipe = ({ line, to }) => typed(line, to, '7');

interface Row {
  readonly kind: string;
  /** The declaration around the line begins like this. */
  readonly within?: RegExp;
  /** Its first group is the word. */
  readonly word: RegExp;
  readonly recipe: Recipe;
}

const ofObject = /^ {2}role/;
const ofOrganization = /^role/;
const group = /^group/;
const policy = /^ {2}policy/;
const user = /^user/;

const description = /^ *description "(.+)"/dg;
const quotedOrPlain = /"([^"]{3,})"|([A-Za-z][\w-]{2,})/dg;
const listed = /(?<=^ *(?:members|to) .*)(?:"([^"]{3,})"|\b([A-Za-z][\w-]{2,}))/dg;
const people = /(?<=^ +(?:members )?(?:[a-z-]+, )*)([a-z]+-[a-z]+)/dg;
const constants = /\b([A-Z]{4,}_[A-Z_]+)/dg;
const lastOfList = /^ *grants .*\b([A-Z_]+)$/dg;
const lastMember = /^ *members .*?(\S+)$/dg;

const writRows: readonly Row[] = [
  { kind: 'comment', word: /^ *(?:\/\/|\/\*) (.{4,}?)(?: \*\/)?$/dg, recipe: more },
  { kind: 'role of an object: description', within: ofObject, word: description, recipe: more },
  { kind: 'role of an object: members', within: ofObject, word: listed, recipe: again },
  { kind: 'role of an object: one more member', within: ofObject, word: lastMember, recipe: another('Reviewers') },
  { kind: 'role of an object: grants', within: ofObject, word: constants, recipe: again },
  { kind: 'role of an object: one more grant', within: ofObject, word: lastOfList, recipe: another('READ_AGENTS') },
  { kind: 'role of the organization: description', within: ofOrganization, word: description, recipe: more },
  { kind: 'role of the organization: members', within: ofOrganization, word: listed, recipe: again },
  { kind: 'role of the organization: grants', within: ofOrganization, word: constants, recipe: again },
  {
    kind: 'role of the organization: one more grant',
    within: ofOrganization,
    word: lastOfList,
    recipe: another('UPDATE_USERS'),
  },
  { kind: 'user: address', within: user, word: /^user \S+ "(.+)@/dg, recipe: more },
  { kind: 'user: attribute', within: user, word: /^ +department "(.+)"/dg, recipe: more },
  { kind: 'group: description', within: group, word: description, recipe: more },
  { kind: 'group: members', within: group, word: people, recipe: again },
  { kind: 'policy: description', within: policy, word: description, recipe: more },
  { kind: 'policy: whom it is for', within: policy, word: listed, recipe: again },
  { kind: 'policy: option', within: policy, word: /is (?:not )?"(\w+)"/dg, recipe: again },
  { kind: 'policy: number', within: policy, word: /[<>]=? (\d+)/dg, recipe: digit },
  {
    kind: 'policy: field',
    within: policy,
    word: /\b(Status|Region|Urgency|Amount|Assignee|Confidential)\b/dg,
    recipe: again,
  },
  { kind: 'field: option', within: /^ {2}field/, word: quotedOrPlain, recipe: again },
  { kind: 'expectation', within: /^test/, word: constants, recipe: again },
];

const json: readonly Row[] = [
  { kind: 'description', word: /"description": "(.+?)"/dg, recipe: more },
  { kind: 'user: address', word: /"address": "(.+)@/dg, recipe: more },
  { kind: 'group: members', word: /(?<=^ +(?:"members": \[)?(?:"[a-z-]+", )*)"([a-z]+-[a-z]+)"/dg, recipe: again },
  { kind: 'role of an object: grants', word: /"([A-Z]{4,}_[A-Z_]+)"/dg, recipe: again },
];

const yaml: readonly Row[] = [
  { kind: 'description', word: /^ +(?:- )?description: (.+)/dg, recipe: more },
  { kind: 'user: address', word: /address: (.+)@/dg, recipe: more },
  { kind: 'group: members', word: /^ +- ([a-z]+-[a-z]+)$/dg, recipe: again },
  { kind: 'role of an object: grants', word: /^ +- ([A-Z]{4,}_[A-Z_]+)$/dg, recipe: again },
];

const rows: Readonly<Record<TextKind, readonly Row[]>> = { writ: writRows, json, yaml };

/** The name of the group that every object of the organization speaks of, where it is declared. */
const everywhere = /^group (Reviewers) /dg;
export const nameOfAll = 'a name that everything uses';

function placesOn(line: number, text: string, word: RegExp): Place[] {
  return [...text.matchAll(word)].flatMap(({ indices }) => {
    const [from, to] = indices?.slice(1).find((range) => range !== undefined) ?? [];
    return from === undefined || to === undefined ? [] : [{ line, from, to }];
  });
}

/** Words of each kind, by kind: all places in a text. */
function placesIn(lines: readonly string[], kind: TextKind): ReadonlyMap<Row, readonly Place[]> {
  const found = new Map(rows[kind].map((row): [Row, Place[]] => [row, []]));
  let around = '';
  for (const [line, text] of lines.entries()) {
    if (/^(?: {2})?[a-z]+ /.test(text) && (text.endsWith('{') || text.startsWith('  field'))) around = text;
    for (const [row, places] of found)
      if (row.within === undefined || row.within.test(around)) places.push(...placesOn(line, text, row.word));
  }
  return found;
}

/** So many steps of every kind, one kind after the other, round by round. */
export function* typing(text: string, kind: TextKind, rounds: number): Generator<Step> {
  const lines = text.split('\n');
  const random = randomOf('typing', kind, lines.length);
  const places = [...placesIn(lines, kind)].filter(([, all]) => all.length > 0);
  for (let round = 0; round < rounds; round++) for (const [row, all] of places) yield stepAt(row, random, all, lines);
}

function stepAt(row: Row, random: Random, places: readonly Place[], lines: readonly string[]): Step {
  const place = random.pick(places);
  return { kind: row.kind, keystrokes: row.recipe(place, lines[place.line] ?? '') };
}

/** The name that everything uses loses its last letters and gets them again; nothing where the text declares none. */
export function typingOfAll(text: string): Step | undefined {
  const lines = text.split('\n');
  const line = lines.findIndex((each) => each.startsWith('group Reviewers '));
  const [place] = placesOn(line, lines[line] ?? '', everywhere);
  return place && { kind: nameOfAll, keystrokes: again(place, lines[line] ?? '') };
}

/** Where a question is asked, by what stands there: words of the text. */
export function asked(
  text: string,
  count: number,
): readonly { readonly kind: string; readonly places: readonly Place[] }[] {
  const lines = text.split('\n');
  const random = randomOf('asking', lines.length);
  const kinds: Readonly<Record<string, string>> = {
    'group: members': 'members',
    'role of an object: members': 'names',
    'role of an object: grants': 'grants',
    'policy: field': 'conditions',
    'policy: option': 'options',
  };
  return [...placesIn(lines, 'writ')].flatMap(([row, places]) => {
    const kind = kinds[row.kind];
    return kind === undefined || places.length === 0
      ? []
      : [{ kind, places: Array.from({ length: count }, () => random.pick(places)) }];
  });
}

function changed(line: string, { character, removed, inserted }: Keystroke): string {
  return `${line.slice(0, character)}${inserted}${line.slice(character + removed)}`;
}

/** A text after a keystroke. */
export function after(text: string, keystroke: Keystroke): string {
  return text
    .split('\n')
    .map((line, i) => (i === keystroke.line ? changed(line, keystroke) : line))
    .join('\n');
}

/** What makes the line of the keystrokes again what it is in the text, whose lines they have changed. */
export function putBack(text: string, keystrokes: readonly Keystroke[]): Keystroke {
  const line = keystrokes[0]?.line ?? 0;
  const before = text.split('\n')[line] ?? '';
  const now = keystrokes.reduce(changed, before);
  return { line, character: 0, removed: now.length, inserted: before };
}
