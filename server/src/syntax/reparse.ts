// The next state of a file: only what an edit touched is read, the rest is taken over declaration by declaration.

import { type Change, changeBetween } from '../text/change.ts';
import { detached } from '../text/detached.ts';
import { lastAtOrBefore } from '../text/line-map.ts';
import { type Span, shift } from '../text/span.ts';
import { reread } from './reread.ts';
import { notableIn, type SourceFile } from './source-file.ts';
import { type KnownUnits, readStretch, type Stretch, unitsByText } from './stretch.ts';
import { unitsAround } from './units.ts';

/**
 * The same as reading the text from nothing; `edit` is all that differs. Undefined where that has to be done: where more may have changed than a few
 * declarations around the edit.
 */
export function reparse(
  text: string,
  before: SourceFile,
  edit: Change = changeBetween(before.text, text),
): SourceFile | undefined {
  // A comment that never ends hides all that would show where it was opened.
  if (before.problems.length > 0 || before.units.length === 0) return undefined;
  const inside = reread(text, before, edit);
  if (inside !== undefined) return inside;
  const window = windowOf(before, edit);
  if (before.strays.some((stray) => reachesOut(before, window, stray))) return undefined;
  const stretch = readStretch(
    detached(text, window.start, window.end + edit.delta),
    knownIn(before, window, edit.delta),
  );
  const isLast = window.meeting === undefined;
  if (stretch.openComment || (stretch.isOpenBefore && window.start > 0)) return undefined;
  const count = isLast ? stretch.units.length : meetsAt(before, stretch, window, edit.delta);
  return count === undefined ? undefined : spliced(text, before, { window, stretch, count, delta: edit.delta });
}

/** What is read anew, in the old text. */
interface Window {
  /** Units from the first to before the other. */
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  /** The first of two units behind the edit at whose starts the new text has to be split as the old one; undefined at the end. */
  readonly meeting: number | undefined;
}

function windowOf({ text, units, starts }: SourceFile, { start, oldEnd }: Change): Window {
  const touched = lastAtOrBefore(starts, start);
  const from = Math.max(0, touched - unitsAround);
  let meeting = lastAtOrBefore(starts, oldEnd) + 1;
  while (meeting < units.length && !beginsLine(text, starts[meeting] ?? 0)) meeting++;
  let to = meeting + unitsAround;
  while (to < units.length && !beginsLine(text, starts[to] ?? 0)) to++;
  const first = from === 0 ? 0 : lineOrOffset(text, starts[from] ?? 0);
  if (to >= units.length) return { from, to: units.length, start: first, end: text.length, meeting: undefined };
  return { from, to, start: first, end: starts[to] ?? text.length, meeting };
}

/** No token but a block comment runs on over it. */
function beginsLine(text: string, offset: number): boolean {
  const at = blanksBefore(text, offset);
  const before = text.charCodeAt(at - 1);
  return at === 0 || before === 10 || before === 13;
}

function blanksBefore(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && (text.charCodeAt(at - 1) === 32 || text.charCodeAt(at - 1) === 9)) at--;
  return at;
}

/** How far a declaration is indented has a say in what is a part of it: its line from the start, where it begins one. */
function lineOrOffset(text: string, offset: number): number {
  return beginsLine(text, offset) ? blanksBefore(text, offset) : offset;
}

/** A brace too many speaks of the declarations before it, up to the one that is no part of an object. */
function reachesOut({ units, starts }: SourceFile, { from, start, meeting }: Window, stray: number): boolean {
  if (stray < start) return false;
  let about = lastAtOrBefore(starts, stray);
  const first = meeting !== undefined && about > meeting ? meeting + 1 : from;
  while (about >= 0 && units[about]?.displaced === true) about--;
  return about < first;
}

/** Units behind the meeting stay where they are: one that is written alike before them is another. */
function knownIn(before: SourceFile, window: Window, delta: number): (start: number) => KnownUnits {
  const next = nextOf(before, window);
  const known = (from: number, to: number) =>
    unitsByText(before.text, before.units.slice(from, to), before.starts.slice(from, to));
  const [replaced, kept] = [known(window.from, next), known(next, window.to)];
  const limit = (before.starts[next] ?? Number.POSITIVE_INFINITY) + delta - window.start;
  return (start) => (start < limit ? replaced : kept);
}

/** The first unit that is taken over behind the edit. */
function nextOf({ units }: SourceFile, { meeting }: Window): number {
  return meeting === undefined ? units.length : meeting + 1;
}

/** How many units of the stretch stand before the second one that both texts have in common. */
function meetsAt(
  before: SourceFile,
  stretch: Stretch,
  { start, meeting = 0 }: Window,
  delta: number,
): number | undefined {
  const [one, other] = [before.starts[meeting], before.starts[meeting + 1]].map((each = 0) => each + delta - start);
  if (one === undefined || other === undefined) return undefined;
  const at = lastAtOrBefore(stretch.starts, one);
  return stretch.starts[at] === one && stretch.starts[at + 1] === other ? at + 1 : undefined;
}

interface Splice {
  readonly window: Window;
  readonly stretch: Stretch;
  readonly count: number;
  readonly delta: number;
}

function spliced(text: string, before: SourceFile, { window, stretch, count, delta }: Splice): SourceFile {
  const { from, start, meeting } = window;
  const next = nextOf(before, window);
  const rest = before.starts[next] ?? before.text.length;
  const end = rest + delta - start;
  const isInside = (offset: number) => meeting === undefined || offset < end;
  const joined = <T>(
    all: readonly T[],
    own: readonly T[],
    offsetOf: (each: T) => number,
    by: (each: T, by: number) => T,
  ) => [
    ...all.filter((each) => offsetOf(each) < start),
    ...own.filter((each) => isInside(offsetOf(each))).map((each) => by(each, start)),
    ...(meeting === undefined ? [] : all.filter((each) => offsetOf(each) >= rest).map((each) => by(each, delta))),
  ];
  const ofNumber = (each: number) => each;
  const add = (each: number, by: number) => each + by;
  return {
    text,
    units: [...before.units.slice(0, from), ...stretch.units.slice(0, count), ...before.units.slice(next)],
    starts: [
      ...before.starts.slice(0, from),
      ...stretch.starts.slice(0, count).map((each) => each + start),
      ...before.starts.slice(next).map((each) => each + delta),
    ],
    comments: joined<Span>(before.comments, stretch.comments, (each) => each.start, shift),
    problems: [],
    notable: [
      ...before.notable.filter((at) => at < from),
      ...notableIn(stretch.units.slice(0, count)).map((at) => at + from),
      ...before.notable.filter((at) => at >= next).map((at) => at + from + count - next),
    ],
    strays: joined(before.strays, stretch.strays, ofNumber, add),
  };
}
