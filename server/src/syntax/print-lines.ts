// Lays tokens and comments out in lines: what stands in each blank, with the lines broken that are too long.

import { firstBreaks, type Lines } from './print-breaks.ts';
import type { Gap } from './print-gaps.ts';
import type { Group } from './print-plan.ts';
import { Comma, Dot, LParen, RCurly, RParen } from './tokens.ts';

export interface Style {
  /** One step of indentation. */
  readonly indent: string;
  /** How many columns a tab takes. */
  readonly tabSize: number;
  readonly lineBreak: string;
}

interface Layout {
  readonly lines: Lines;
  readonly style: Style;
  readonly breaks: boolean[];
}

/** By gap: what its blanks are to be. Those of a frozen gap are what they were. */
export function layOut(lines: Lines, style: Style): (readonly string[])[] {
  const layout: Layout = { lines, style, breaks: firstBreaks(lines) };
  breakLongLines(layout);
  return lines.gaps.map((_, i) => blanksOf(layout, i));
}

interface Start {
  readonly token: number;
  readonly column: number;
}

function breakLongLines(layout: Layout): void {
  const { tokens } = layout.lines;
  const exploded = new Set<Group>();
  const starts: Start[] = [{ token: 0, column: 0 }];
  let column = tokens[0]?.image.length ?? 0;
  for (let i = 1; i <= tokens.length; i++) {
    const gap = gapText(layout, i);
    const end = Math.max(gap.lastIndexOf('\n'), gap.lastIndexOf('\r'));
    if (end < 0 && i < tokens.length) {
      column += gap.length + (tokens[i]?.image.length ?? 0);
      continue;
    }
    const long = longGroup(layout, { from: starts.at(-1)?.token ?? 0, to: i, width: column, exploded });
    if (long === undefined) {
      const indent = columnsOf(gap.slice(end + 1), layout.style.tabSize);
      starts.push({ token: i, column: indent });
      column = indent + (tokens[i]?.image.length ?? 0);
      continue;
    }
    exploded.add(long);
    for (const each of long.gaps) if (layout.lines.locked[each] !== true) layout.breaks[each] = true;
    // Read on from the line that the first of the breaks is in.
    while (starts.length > 1 && (starts.at(-1)?.token ?? 0) >= (long.gaps[0] ?? 0)) starts.pop();
    const start = starts.at(-1);
    i = start?.token ?? 0;
    column = (start?.column ?? 0) + (tokens[i]?.image.length ?? 0);
  }
}

interface LongLine {
  /** Tokens, the last not included. */
  readonly from: number;
  readonly to: number;
  readonly width: number;
  readonly exploded: ReadonlySet<Group>;
}

/** The outermost group of a line, where the line is too long for it. */
function longGroup({ lines }: Layout, { from, to, width, exploded }: LongLine): Group | undefined {
  let outer: Group | undefined;
  for (let i = from + 1; i < to; i++) {
    const group = lines.groups[i];
    if (group === undefined || exploded.has(group) || lines.locked[i] === true || lines.frozen[i] === true) continue;
    if (outer === undefined || group.depth < outer.depth) outer = group;
  }
  return outer !== undefined && width > outer.width ? outer : undefined;
}

function columnsOf(indent: string, tabSize: number): number {
  let columns = 0;
  for (const c of indent) columns += c === '\t' ? tabSize : 1;
  return columns;
}

/** With its comments; without what a comment adds to the end of a line. */
function gapText(layout: Layout, i: number): string {
  const blanks = blanksOf(layout, i);
  const comments = layout.lines.gaps[i]?.comments ?? [];
  return blanks.map((blank, k) => blank + (comments[k]?.text ?? '')).join('');
}

function blanksOf(layout: Layout, i: number): readonly string[] {
  const { lines } = layout;
  const gap = lines.gaps[i];
  if (gap === undefined) return [];
  if (lines.frozen[i] === true) return gap.blanks.map(({ span }) => lines.source.text.slice(span.start, span.end));
  return gap.blanks.map((_, k) => {
    if (isLineBreak(layout, gap, { i, k })) return lineBreak(layout, gap, { i, k });
    return k < gap.comments.length ? beforeComment(lines, gap, { i, k }) : beforeToken(lines, gap, i);
  });
}

/** A blank: the `k`th of gap `i`. */
interface At {
  readonly i: number;
  readonly k: number;
}

function isLineBreak({ lines, breaks }: Layout, gap: Gap, { i, k }: At): boolean {
  const type = lines.tokens[i]?.tokenType;
  const isLast = k === gap.comments.length;
  if (type === undefined && isLast) return isEndOfFile(lines, gap);
  if (isLast && k === 0) return breaks[i] === true;
  if ((gap.blanks[k]?.breaks ?? 0) > 0) return i > 0 || k > 0;
  if (gap.breaks || breaks[i] !== true || i === 0) return false;
  // What is to stand on a line of its own takes the comments before it along; a closing brace does not.
  return type === RCurly || type === RParen ? isLast : k === 0;
}

/** A file ends with a line end, unless it is empty or ends in a comment that is not closed. */
function isEndOfFile(lines: Lines, gap: Gap): boolean {
  const isOpen = lines.source.problems.length > 0 && gap.comments.length > 0;
  return !isOpen && (lines.tokens.length > 0 || gap.comments.length > 0);
}

function lineBreak({ lines, style }: Layout, gap: Gap, { i, k }: At): string {
  const isLast = k === gap.comments.length;
  if (isLast && i === lines.tokens.length) return style.lineBreak;
  const type = lines.tokens[i]?.tokenType;
  const closes = type === RCurly || type === RParen;
  const level = (lines.levels[i] ?? 0) + (closes && !isLast ? 1 : 0);
  const isApart = (gap.blanks[k]?.breaks ?? 0) > 1 && mayBeApart(lines, gap, { i, k });
  return (isApart ? style.lineBreak : '') + style.lineBreak + style.indent.repeat(level);
}

/** Where a blank line may stay: between items, and around comments. */
function mayBeApart(lines: Lines, gap: Gap, { i, k }: At): boolean {
  if (k > 0) return true;
  const group = lines.groups[i];
  if (lines.starts[i] === true || i === lines.tokens.length) return true;
  if (group === undefined || (group.kind !== 'block' && group.kind !== 'body') || i === group.gaps[0]) return false;
  return i !== group.gaps.at(-1) || gap.comments.length > 0;
}

function beforeComment(lines: Lines, gap: Gap, { i, k }: At): string {
  if (i === 0 && k === 0) return '';
  const before = lines.tokens[i - 1]?.tokenType;
  const opens = before === LParen || before === Dot;
  return k === 0 && opens && gap.comments[0]?.toLineEnd === false ? '' : ' ';
}

function beforeToken(lines: Lines, gap: Gap, i: number): string {
  if (i === lines.tokens.length) return '';
  if (i === 0) return gap.comments.length > 0 ? ' ' : '';
  if (gap.comments.length > 0) {
    const type = lines.tokens[i]?.tokenType;
    return lines.glued[i] === true && (type === Comma || type === RParen || type === Dot) ? '' : ' ';
  }
  if (lines.glued[i] === true) return '';
  return isItem(lines, i) && isWide(gap) ? '  ' : ' ';
}

/** Items that share a line may be parted by two spaces. */
function isItem({ groups }: Lines, i: number): boolean {
  const group = groups[i];
  const isOfBlock = group?.kind === 'block' || group?.kind === 'body';
  return isOfBlock && i !== group.gaps[0] && i !== group.gaps.at(-1);
}

function isWide({ blanks }: Gap): boolean {
  const [blank] = blanks;
  return blank !== undefined && blank.breaks === 0 && blank.span.end - blank.span.start > 1;
}
