// Sorts what stands one below the other: declarations, or the items of one. Comments go with what they stand above or behind.
import type { TextEdit } from '../../text/edit.ts';
import { compareCaseless } from '../../text/order.ts';
import type { Span } from '../../text/span.ts';
import type { SourceFile } from '../source-file.ts';
import { isSuppression } from '../suppressions.ts';
import { commentsIn, followsOnLine, indentOf, isBlank, lineBreakOf, lineEnd } from './layout.ts';

export interface SortedBlock {
  readonly span: Span;
  /** Of two, the lower one comes first. */
  readonly rank: number;
  /** Undefined for what keeps its order among those of its rank. */
  readonly name: string | undefined;
}

/**
 * Takes blocks in the order of the text. A comment with a blank line below it, and one at the top of a file, is a heading:
 * it stays, and nothing moves across it. Nothing moves that shares a line with something else.
 */
export function sortBlocks(file: SourceFile, blocks: readonly SortedBlock[]): TextEdit[] {
  const edits: TextEdit[] = [];
  let stretch: Placed[] = [];
  const close = () => {
    edits.push(...sortStretch(file, stretch));
    stretch = [];
  };
  for (const [i, block] of blocks.entries()) {
    const placed = placeOf(file, block);
    const before = stretch.at(-1);
    if (before !== undefined && (placed === undefined || !followsDirectly(file, before, placed))) close();
    if (placed !== undefined && !sharesLine(file, block, blocks[i + 1])) stretch.push(placed);
    else close();
  }
  close();
  return edits;
}

/** A block with the comments that go with it. */
interface Placed extends SortedBlock {
  readonly whole: Span;
  readonly indent: string;
  readonly isBlock: boolean;
}

function placeOf(file: SourceFile, block: SortedBlock): Placed | undefined {
  const { text } = file;
  const { start, end } = block.span;
  const indent = indentOf(text, start);
  if (indent === undefined || followsOnLine(file, end) !== undefined) return undefined;
  const behind = commentsIn(file, { start: end, end: lineEnd(text, end) }).at(-1);
  const whole = { start: startWithComments(file, start), end: behind?.end ?? end };
  return { ...block, whole, indent, isBlock: /[\r\n]/.test(text.slice(whole.start, whole.end)) };
}

function sharesLine({ text }: SourceFile, { span }: SortedBlock, next: SortedBlock | undefined): boolean {
  return next !== undefined && next.span.start <= lineEnd(text, span.end);
}

/** A suppression speaks of the line below it, even at the top of a file. */
function startWithComments(file: SourceFile, start: number): number {
  const { text, comments } = file;
  let [from, isTop] = [start, false];
  let known = start;
  for (let i = comments.findLastIndex(({ end }) => end <= start); i >= 0 && !isTop; i--) {
    const comment = comments[i];
    if (comment === undefined || !isRightAbove(text, comment, from)) break;
    from = comment.start;
    if (isSuppression(text.slice(comment.start, comment.end))) known = from;
    isTop = isBlank(text.slice(0, from));
  }
  return isTop ? known : from;
}

function isRightAbove(text: string, comment: Span, start: number): boolean {
  const between = text.slice(comment.end, start);
  return indentOf(text, comment.start) !== undefined && isBlank(between) && countBreaks(between) === 1;
}

function countBreaks(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

function followsDirectly(file: SourceFile, before: Placed, after: Placed): boolean {
  return isBlank(file.text.slice(before.whole.end, after.whole.start));
}

function sortStretch(file: SourceFile, stretch: readonly Placed[]): TextEdit[] {
  const sorted = stretch.toSorted(
    (a, b) => a.rank - b.rank || (a.name === undefined || b.name === undefined ? 0 : compareCaseless(a.name, b.name)),
  );
  const [first, last, top] = [stretch[0], stretch.at(-1), sorted[0]];
  if (first === undefined || last === undefined || top === undefined) return [];
  if (sorted.every((each, i) => each === stretch[i])) return [];
  const line = lineBreakOf(file);
  const gaps = gapsIn(file, stretch);
  let out = isUnderHeading(file, first) ? `${line}${first.indent}` : '';
  for (const [i, each] of sorted.entries()) {
    const before = sorted[i - 1];
    if (before !== undefined) out += `${line}${isApart(gaps, before, each) ? line : ''}${each.indent}`;
    out += file.text.slice(each.whole.start, each.whole.end);
  }
  return [{ span: { start: first.whole.start, end: last.whole.end }, text: out }];
}

/** The comment at the top of a file that stands right above the first block would come to speak of another one. */
function isUnderHeading({ text, comments }: SourceFile, { whole }: Placed): boolean {
  const above = comments.findLast(({ end }) => end <= whole.start);
  return above !== undefined && isRightAbove(text, above, whole.start);
}

interface Gaps {
  /** Of each block but the last what follows it, and whether a blank line parts them. */
  readonly behind: ReadonlyMap<Placed, { readonly next: Placed; readonly isBlank: boolean }>;
  readonly some: boolean;
  readonly all: boolean;
}

function gapsIn({ text }: SourceFile, stretch: readonly Placed[]): Gaps {
  const behind = new Map<Placed, { readonly next: Placed; readonly isBlank: boolean }>();
  for (const [i, next] of stretch.entries()) {
    const before = stretch[i - 1];
    if (before === undefined) continue;
    behind.set(before, { next, isBlank: countBreaks(text.slice(before.whole.end, next.whole.start)) > 1 });
  }
  const blank = [...behind.values()].map(({ isBlank: each }) => each);
  return { behind, some: blank.some((each) => each), all: blank.every((each) => each) };
}

/** Neighbours stay as far apart as they were; others stand as the rest of the stretch does. */
function isApart({ behind, some, all }: Gaps, before: Placed, after: Placed): boolean {
  const was = behind.get(before);
  if (was?.next === after) return was.isBlank;
  const areLines = Math.abs(before.rank - after.rank) < 1 && !before.isBlock && !after.isBlock;
  return areLines ? all : some;
}
