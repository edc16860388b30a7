// What each word of a file is, for an editor that colours it: made declaration by declaration, and taken over from the state
// before where neither the text of one nor what it names has changed.
import type { UnitNames } from '../model/model.ts';
import type { Snapshot } from '../project/types.ts';
import { nodesBelow } from '../syntax/ast-path.ts';
import { type Lexeme, lexemes } from '../syntax/lexemes.ts';
import type { SourceFile, Unit } from '../syntax/source-file.ts';
import { changeBetween } from '../text/change.ts';
import { lazy } from '../text/lazy.ts';
import { lastAtOrBefore, type Position } from '../text/line-map.ts';
import { sharedEnds } from '../text/same.ts';
import type { Span } from '../text/span.ts';
import { add, type Encoded, encode, joined, noGap, numbersOfToken } from './tokens/encode.ts';
import { type Look, look } from './tokens/legend.ts';
import { looksAlike } from './tokens/looks.ts';
import { looksIn, type Seen } from './tokens/unit-looks.ts';

/** `names`: what a grammar cannot tell, for editors that have one; `all`: keywords, literals and comments besides. */
export type TokenForm = 'names' | 'all';

export interface FileTokens {
  readonly form: TokenForm;
  readonly today: number;
  /** What stands before the first declaration, then each; one that is the same as before is the same value. */
  readonly stretches: readonly Encoded[];
  readonly units: readonly UnitNames[];
  readonly lead: string;
  readonly source: SourceFile;
}

/** Takes what was given of an earlier state of the file, if anything; the result is the same without it. */
export function semanticTokens(
  snapshot: Snapshot,
  path: string,
  form: TokenForm,
  before?: FileTokens,
): FileTokens | undefined {
  const source = snapshot.source(path);
  if (source === undefined) return undefined;
  const { today } = snapshot.input;
  const units = snapshot.model.namesIn(path);
  const usable = before?.form === form && before.today === today ? before : undefined;
  const lead = leadOf(source);
  const known = usable?.lead === lead ? usable.stretches[0] : undefined;
  return {
    form,
    today,
    units,
    lead,
    source,
    stretches: stretchesOf({ source, units, form, today }, usable, known ?? encodeLead(lead, form)),
  };
}

interface Wanted {
  readonly source: SourceFile;
  readonly units: readonly UnitNames[];
  readonly form: TokenForm;
  readonly today: number;
}

function stretchesOf(wanted: Wanted, before: FileTokens | undefined, lead: Encoded): Encoded[] {
  const { units } = wanted;
  const { units: old = [], stretches = [] } = before ?? {};
  const [from, behind] = sharedEnds(old, units);
  const reads = (at: number, now: number) =>
    before !== undefined && stretchText(before.source, at) === stretchText(wanted.source, now);
  const known = lazy(() => new Map(old.slice(from, old.length - behind).map(({ unit }, i) => [unit, from + i])));
  const fresh = units.slice(from, units.length - behind).map((names, i) => {
    const stays = old[from + i]?.unit === names.unit;
    const at = stays ? from + i : (known().get(names.unit) ?? -1);
    const [earlier, stretch] = [old[at], stretches[at + 1]];
    const stands = earlier !== undefined && stretch !== undefined && meansTheSame(earlier, names, wanted.today);
    return stands && reads(at, from + i) ? stretch : encodeUnit(wanted, from + i);
  });
  if (before === undefined) return [lead, ...fresh];
  const all = replaced(stretches, 1 + from, old.length - behind - from, fresh);
  all[0] = lead;
  // Where another declaration begins behind it, it trails more or less than it did.
  if (from > 0 && !reads(from - 1, from - 1)) all[from] = encodeUnit(wanted, from - 1);
  for (const at of trailedAnew(before.source, wanted.source)) all[1 + at] = encodeUnit(wanted, at);
  return all;
}

/** Positions of the declarations that the text around a change may trail: it is no part of them, and is coloured with them. */
function trailedAnew(before: SourceFile, { text, starts }: SourceFile): readonly number[] {
  if (before.text === text || starts.length === 0) return [];
  const { start, oldEnd, delta } = changeBetween(before.text, text);
  const [first, last] = [start - 1, oldEnd + delta].map((offset) => lastAtOrBefore(starts, offset));
  return Array.from({ length: (last ?? 0) - (first ?? 0) + 1 }, (_, i) => (first ?? 0) + i);
}

/** There may be tens of thousands, and mostly one is replaced by one: they are copied once. */
function replaced<T>(all: readonly T[], from: number, count: number, by: readonly T[]): T[] {
  if (by.length !== count) return all.slice(0, from).concat(by, all.slice(from + count));
  const copy = all.slice();
  for (const [i, each] of by.entries()) copy[from + i] = each;
  return copy;
}

/** Of one unit in two states: its names stand for things that look the same. */
function meansTheSame(a: UnitNames, b: UnitNames, today: number): boolean {
  if (a.references === b.references) return true;
  if (a.references.length !== b.references.length) return false;
  return a.references.every(({ origin: { span }, target }, i) => {
    const other = b.references[i];
    const isThere = other?.origin.span.start === span.start && other.origin.span.end === span.end;
    return isThere && looksAlike(target, other.target, today);
  });
}

/** The words that touch a span of the file, as numbers; only the declarations there are looked at. */
export function semanticTokensBetween(snapshot: Snapshot, path: string, form: TokenForm, at: Span): readonly number[] {
  const source = snapshot.source(path);
  const lines = snapshot.lines(path);
  if (source === undefined || lines === undefined) return [];
  const wanted = { source, units: snapshot.model.namesIn(path), form, today: snapshot.input.today };
  const stretches: Encoded[] = [];
  const first = lastAtOrBefore(source.starts, at.start);
  const isInLead = at.start < (source.starts[0] ?? source.text.length);
  if (isInLead) stretches.push(encodeLead(leadOf(source), form));
  for (let i = first; (source.starts[i] ?? Number.POSITIVE_INFINITY) <= at.end; i++)
    stretches.push(encodeUnit(wanted, i));
  const { line, character } = lines.position(isInLead ? 0 : (source.starts[first] ?? 0));
  const { data } = joined(stretches, { lines: line, chars: character });
  return within(data, lines.position(at.start), lines.position(at.end));
}

/** Of words those that are not wholly before or behind two places. */
function within(data: readonly number[], start: Position, end: Position): number[] {
  const kept: number[] = [];
  let [at, last] = [noGap, noGap];
  for (let i = 0; i < data.length; i += numbersOfToken) {
    at = add(at, { lines: data[i] ?? 0, chars: data[i + 1] ?? 0 });
    const length = data[i + 2] ?? 0;
    if (at.lines < start.line || (at.lines === start.line && at.chars + length < start.character)) continue;
    if (at.lines > end.line || (at.lines === end.line && at.chars > end.character)) break;
    const lines = at.lines - last.lines;
    kept.push(lines, lines === 0 ? at.chars - last.chars : at.chars, ...data.slice(i + 2, i + numbersOfToken));
    last = at;
  }
  return kept;
}

function leadOf({ text, starts }: SourceFile): string {
  return text.slice(0, starts[0] ?? text.length);
}

function encodeLead(text: string, form: TokenForm): Encoded {
  return encode(text, form === 'all' ? everything(text, new Map(), new Set()) : []);
}

/** A declaration with what it trails. */
function stretchText({ text, starts }: SourceFile, index: number): string {
  return text.slice(starts[index], starts[index + 1]);
}

function encodeUnit({ source, units, form, today }: Wanted, index: number): Encoded {
  const names = units[index];
  const text = stretchText(source, index);
  if (names === undefined) return encode(text, []);
  const seen = looksIn(names, today);
  const inOrder = () => [...seen.values()].sort((a, b) => a.start - b.start);
  return encode(text, form === 'all' ? everything(text, seen, namesOf(names.unit)) : inOrder());
}

/** Where names stand, known or not: words of conditions are no keywords there. */
function namesOf({ declaration }: Unit): ReadonlySet<number> {
  const found = new Set<number>();
  if (declaration !== undefined)
    for (const node of nodesBelow(declaration)) if ('quoted' in node) found.add(node.span.start);
  return found;
}

const plain: Readonly<Record<Lexeme['kind'], Look | undefined>> = {
  keyword: look('keyword'),
  contextual: look('keyword'),
  word: look('variable'),
  string: look('string'),
  number: look('number'),
  operator: look('operator'),
  comment: look('comment'),
  punctuation: undefined,
  unknown: undefined,
};

function everything(text: string, seen: ReadonlyMap<number, Seen>, names: ReadonlySet<number>): Seen[] {
  return lexemes(text).flatMap(({ start, end, kind }) => {
    const known = seen.get(start);
    if (known !== undefined) return [known];
    const seenAs = plain[names.has(start) ? 'word' : kind];
    return seenAs === undefined ? [] : [{ start, end, look: seenAs }];
  });
}
