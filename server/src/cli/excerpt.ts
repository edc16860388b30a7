// A line of source with carets under a part of it, cut to the width that there is.
import { type Cell, cellsOf } from './cells.ts';

export interface Excerpt {
  readonly source: string;
  readonly carets: string;
}

/** A part of one line in UTF-16 code units from its start; `end` may lie past the line where the part goes on below. */
export interface LinePart {
  readonly line: string;
  readonly start: number;
  readonly end: number;
}

/** Longer lines are cut around the part before they are measured: no more than this can show anyway. */
const longestMeasured = 1000;

const cut = '…';

export function excerpt(part: LinePart, width: number): Excerpt {
  const { line, start, end } = near(part);
  const cells = cellsOf(line.text);
  const view = viewOf(cells, columnsBefore(cells, start), Math.max(width, 20));
  const shown = cells.slice(view.from, view.to);
  const isCutBefore = line.isCutBefore || view.from > 0;
  const isCutAfter = line.isCutAfter || view.to < cells.length;
  const source = `${isCutBefore ? cut : ''}${shown.map((cell) => cell.text).join('')}`.trimEnd();
  const marks = shown.map((cell) => caretsOf(cell, start, end)).join('');
  const margin = isCutBefore ? ' ' : '';
  // An empty part at the end of the line has no cell of its own.
  const past = `${' '.repeat(columnsBefore(shown, start))}^`;
  return {
    source: source + (isCutAfter ? cut : ''),
    carets: margin + (marks.includes('^') ? marks.trimEnd() : past),
  };
}

function columnsBefore(cells: readonly Cell[], offset: number): number {
  return cells.filter((cell) => cell.offset < offset).reduce((sum, cell) => sum + cell.width, 0);
}

function caretsOf(cell: Cell, start: number, end: number): string {
  const isMarked = cell.offset >= start && cell.offset < Math.max(end, start + 1);
  return (isMarked ? '^' : ' ').repeat(cell.width);
}

interface Near {
  readonly line: { readonly text: string; readonly isCutBefore: boolean; readonly isCutAfter: boolean };
  readonly start: number;
  readonly end: number;
}

function near({ line, start, end }: LinePart): Near {
  const from = Math.max(0, start - longestMeasured);
  const to = Math.min(line.length, start + longestMeasured);
  return {
    line: { text: line.slice(from, to), isCutBefore: from > 0, isCutAfter: to < line.length },
    start: start - from,
    end: end - from,
  };
}

/** Which cells show: all where they fit, else from the first where the part is near it, else with the part in the first third. */
function viewOf(cells: readonly Cell[], before: number, width: number): { from: number; to: number } {
  const total = cells.reduce((sum, cell) => sum + cell.width, 0);
  if (total <= width) return { from: 0, to: cells.length };
  const room = width - 2 * cut.length;
  const skip = before <= room / 2 ? 0 : before - Math.floor(room / 3);
  let column = 0;
  let from = 0;
  while (from < cells.length && column < skip) column += cells[from++]?.width ?? 0;
  let to = from;
  let used = 0;
  while (to < cells.length && used + (cells[to]?.width ?? 0) <= room) used += cells[to++]?.width ?? 0;
  return { from, to };
}
