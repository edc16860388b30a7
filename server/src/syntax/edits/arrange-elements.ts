// Puts the elements of a list into another order, each with the comments that speak of it.
import { type TextEdit, withRoom } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import type { SourceFile } from '../source-file.ts';
import { commentsIn, followsOnLine, indentOf, isBlank, lineBreakOf, lineEnd } from './layout.ts';
import { separatorBetween } from './remove-elements.ts';

/**
 * Takes the elements of a list and, by their index, those that stand in it afterwards, one after the other. Undefined where a
 * comment could not go with what it speaks of, or speaks of an element that goes.
 */
export function arrangeElements(
  file: SourceFile,
  elements: readonly Span[],
  order: readonly number[],
): TextEdit[] | undefined {
  const [first, last] = [elements[0], elements.at(-1)];
  if (
    first === undefined ||
    last === undefined ||
    order.every((from, to) => from === to && order.length === elements.length)
  )
    return [];
  const parts = elements.map((_, i) => partOf(file, elements, i));
  if (parts.every(({ above, beside, behind }) => above + beside + behind === '')) return bySlot(file, elements, order);
  const text = composed(file, { elements, parts, order });
  if (text === undefined) return undefined;
  const start = first.start - (parts[0]?.above.length ?? 0);
  return [{ span: { start, end: last.end + lengthBehind(parts.at(-1)) }, text }];
}

/** Without comments the layout stays, and only names move. */
function bySlot(file: SourceFile, elements: readonly Span[], order: readonly number[]): TextEdit[] {
  const edits = order.flatMap((from, to): TextEdit[] => {
    const [source, slot] = [elements[from], elements[to]];
    if (source === undefined || slot === undefined || from === to) return [];
    return [withRoom(file.text, { span: slot, text: file.text.slice(source.start, source.end) })];
  });
  const [kept, last] = [elements[order.length - 1], elements.at(-1)];
  if (kept === undefined || last === undefined || order.length === elements.length) return edits;
  return [...edits, { span: { start: kept.end, end: last.end }, text: '' }];
}

/** The comments of an element, as they are written. */
interface Part {
  /** From the first comment above it, or before it on its line, up to it. */
  readonly above: string;
  /** From it to the end of the last comment before its comma. */
  readonly beside: string;
  /** The comments behind its comma, with the blanks before them. */
  readonly behind: string;
}

function lengthBehind(part: Part | undefined): number {
  return (part?.beside.length ?? 0) + (part?.behind.length ?? 0);
}

function partOf(file: SourceFile, elements: readonly Span[], index: number): Part {
  const [before, own, after] = [elements[index - 1], elements[index], elements[index + 1]];
  if (own === undefined) return { above: '', beside: '', behind: '' };
  const start = before === undefined ? startAbove(file, own) : startBetween(file, before, own);
  const above = file.text.slice(start, own.start);
  if (after === undefined) return { above, beside: '', behind: behindLast(file, own) };
  const comma = separatorBetween(file, own, after);
  const beside = commentsIn(file, { start: own.end, end: comma }).at(-1);
  return {
    above,
    beside: file.text.slice(own.end, beside?.end ?? own.end),
    behind: file.text.slice(comma + 1, endOfLineComments(file, comma + 1)),
  };
}

/** Where the comments begin that have the lines above the first element for themselves. */
function startAbove({ comments, text }: SourceFile, own: Span): number {
  let start = own.start;
  for (let i = comments.findLastIndex(({ end }) => end <= own.start); i >= 0; i--) {
    const comment = comments[i];
    if (comment === undefined || indentOf(text, start) === undefined || indentOf(text, comment.start) === undefined)
      break;
    const between = text.slice(comment.end, start);
    if (!isBlank(between) || between.split(/\r\n|\r|\n/).length > 2) break;
    start = comment.start;
  }
  return start;
}

/** Behind a comma, what ends its line speaks of the element before it. */
function startBetween(file: SourceFile, before: Span, own: Span): number {
  const comma = separatorBetween(file, before, own);
  return commentsIn(file, { start: endOfLineComments(file, comma + 1), end: own.start })[0]?.start ?? own.start;
}

/** The end of the comments that end a line, where nothing else follows on it; else the offset. */
function endOfLineComments(file: SourceFile, offset: number): number {
  if (followsOnLine(file, offset) !== undefined) return offset;
  return commentsIn(file, { start: offset, end: lineEnd(file.text, offset) }).at(-1)?.end ?? offset;
}

/** Of an element that has its line for itself; else what ends the line speaks of all of it. */
function behindLast(file: SourceFile, own: Span): string {
  if (indentOf(file.text, own.start) === undefined) return '';
  return file.text.slice(own.end, endOfLineComments(file, own.end));
}

interface Arrangement {
  readonly elements: readonly Span[];
  readonly parts: readonly Part[];
  readonly order: readonly number[];
}

function composed(file: SourceFile, { elements, parts, order }: Arrangement): string | undefined {
  const isCommented = ({ above, beside, behind }: Part) => above + beside + behind !== '';
  if (parts.some((part, i) => isCommented(part) && !order.includes(i))) return undefined;
  const slots = elements.map((slot, i) => indentOf(file.text, slot.start - (parts[i]?.above.length ?? 0)));
  const last = order.length - 1;
  let out = '';
  for (const [to, from] of order.entries()) {
    const [element, part, indent] = [elements[from], parts[from], slots[to]];
    if (element === undefined || part === undefined) return undefined;
    const ends =
      to === last ? followsOnLine(file, elements.at(-1)?.end ?? 0) === undefined : slots[to + 1] !== undefined;
    if (!fits(part, { begins: indent !== undefined, ends })) return undefined;
    if (to > 0) out += indent === undefined ? ' ' : `${lineBreakOf(file)}${indent}`;
    const name = file.text.slice(element.start, element.end);
    out += `${part.above}${name}${part.beside}${to === last ? '' : ','}${part.behind}`;
  }
  return out;
}

/** What has a line for itself must have one again, and what ends a line must end one. */
function fits({ above, beside, behind }: Part, slot: { readonly begins: boolean; readonly ends: boolean }): boolean {
  if (/[\r\n]/.test(above) && !slot.begins) return false;
  return !beside.includes('//') && (slot.ends || !behind.includes('//'));
}
