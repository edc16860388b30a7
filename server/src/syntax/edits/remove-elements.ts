// Takes elements out of what is written one after the other: a list with commas, or the sides of `and` and `or`.
import type { TextEdit } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import type { SourceFile } from '../source-file.ts';
import { commentsIn, endBefore, followsOnLine, indentOf, isBlank, lineEnd } from './layout.ts';
import { removeItem } from './remove-item.ts';

export interface List {
  /** Of the property with the list: `members a, b`. */
  readonly span: Span;
  /** Of each element in the file, in order. */
  readonly elements: readonly Span[];
}

/** Takes a list and what is to go; gives what removes it: the whole property where nothing else is in it. */
export function removeFromList(file: SourceFile, list: List, isGone: (index: number) => boolean): TextEdit[] {
  return list.elements.every((_, i) => isGone(i))
    ? [removeItem(file, list.span)]
    : removeElements(file, list.elements, isGone);
}

/**
 * Takes elements with one separator between each two, of which some stay. A comment goes with the element that it stands
 * behind on its line, or above.
 */
export function removeElements(
  file: SourceFile,
  elements: readonly Span[],
  isGone: (index: number) => boolean,
): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let first = 0; first < elements.length; first++) {
    if (!isGone(first)) continue;
    let last = first;
    while (last + 1 < elements.length && isGone(last + 1)) last++;
    const [from, to, before, after] = [elements[first], elements[last], elements[first - 1], elements[last + 1]];
    if (from !== undefined && to !== undefined)
      edits.push(...removeRun(file, { before, run: { start: from.start, end: to.end }, after }));
    first = last;
  }
  return edits;
}

/** Elements that go, between those that stay. */
interface Run {
  readonly before: Span | undefined;
  readonly run: Span;
  readonly after: Span | undefined;
}

function removeRun(file: SourceFile, { before, run, after }: Run): TextEdit[] {
  const isLed = before !== undefined && indentOf(file.text, separatorBetween(file, before, run)) !== undefined;
  if (before !== undefined && (after === undefined || isLed)) return removeWithSeparatorBefore(file, before, run);
  if (after === undefined) return [];
  const start = before === undefined ? run.start : startOf(file, before, run);
  return [{ span: { start, end: startOf(file, run, after) }, text: '' }];
}

/** Of an element, or of the comment above it where that stands behind the separator. */
function startOf(file: SourceFile, before: Span, element: Span): number {
  const start = separatorBetween(file, before, element);
  return ownLine(file, start, element.start)?.start ?? element.start;
}

/** What is said of the element before it on that one's line stays. */
function removeWithSeparatorBefore(file: SourceFile, before: Span, run: Span): TextEdit[] {
  const end = endWithComment(file, run);
  const comments = commentsIn(file, { start: before.end, end: run.start });
  const above = ownLine(file, before.end, run.start);
  const kept = comments.filter((comment) => above === undefined || comment.end <= above.start).at(-1);
  if (kept === undefined) return [{ span: { start: before.end, end }, text: '' }];
  const separator = separatorBetween(file, before, run);
  const first = commentsIn(file, { start: separator, end: kept.end })[0];
  const rest = { span: { start: kept.end, end }, text: '' };
  return first === undefined
    ? [rest]
    : [{ span: { start: endBefore(file.text, separator), end: endBefore(file.text, first.start) }, text: '' }, rest];
}

/** Where what divides two elements begins; comments between them do not. */
export function separatorBetween(file: SourceFile, before: Span, after: Span): number {
  const { text } = file;
  let at = before.end;
  for (const comment of commentsIn(file, { start: before.end, end: after.start })) {
    if (!isBlank(text.slice(at, comment.start))) break;
    at = comment.end;
  }
  while (at < after.start && isBlank(text.charAt(at))) at++;
  return at;
}

/** The first comment between two offsets that has its line for itself. */
function ownLine(file: SourceFile, start: number, end: number): Span | undefined {
  return commentsIn(file, { start, end }).find((comment) => indentOf(file.text, comment.start) !== undefined);
}

/** Where an element has its line for itself, the comment behind it is about it. */
function endWithComment(file: SourceFile, run: Span): number {
  const isAlone = indentOf(file.text, run.start) !== undefined && followsOnLine(file, run.end) === undefined;
  const comment = commentsIn(file, { start: run.end, end: lineEnd(file.text, run.end) }).at(-1);
  return isAlone && comment !== undefined ? comment.end : run.end;
}
