// A matrix for a terminal: a sign for each cell, and below what the numbers of columns and the letters of conditions stand for.
import type { Table, TableCell, TableRow } from '../ide/matrix/formats/table.ts';
import { padTo, widthOf } from './cells.ts';
import { alikeColumns } from './matrix-columns.ts';
import { printable } from './printable.ts';

const signs = { allowed: '✓', refused: '·', absent: '', error: '!' } as const;

/** Behind a sign: how the cell differs from what it is compared with. */
const marks = { same: ' ', gained: '+', widened: '+', lost: '-', narrowed: '-', changed: '~', unsure: '?' } as const;

/** Conditions by their letters, in the order in which they come. */
type Letters = Map<string, string>;

interface Block {
  /** Of each column the permissions that it stands for, by their positions in the table. */
  readonly columns: readonly (readonly number[])[];
  /** The number of its first column. */
  readonly from: number;
  /** How wide the heads of rows are, and a cell. */
  readonly head: number;
  readonly cell: number;
  /** How much of a cell is behind its sign. */
  readonly mark: number;
}

/**
 * Takes how wide a line may be; columns that have no room stand in blocks of their own. Permissions that come out alike in
 * every row are one column. Gives lines, each when it is taken.
 */
export function* tableLines(table: Table, width: number): Generator<string> {
  yield printable(table.title);
  const columns = alikeColumns(table);
  const letters: Letters = new Map();
  for (const block of blocksOf(table, columns, width)) {
    const numbers = block.columns.map(
      (_, i) => `${String(block.from + i).padStart(block.cell - block.mark)}${' '.repeat(block.mark)}`,
    );
    yield '';
    yield `${' '.repeat(block.head)}${numbers.join('')}`.trimEnd();
    for (const row of table.rows()) yield rowLine(row, block, letters);
  }
  yield '';
  yield* columnLines(table, columns, width);
  yield '';
  for (const [text, letter] of letters) yield `${letter}  ${printable(text)}`;
  yield `${signs.allowed} allowed  ${signs.refused} refused  ${signs.error} left open by something broken`;
  if (isCompared(table))
    yield '+ gained or widened  - lost or narrowed  ~ other records  ? not known of one of the two';
}

function blocksOf(table: Table, columns: Block['columns'], width: number): Block[] {
  const { length } = columns;
  const head = headWidth(table);
  const mark = isCompared(table) ? 1 : 0;
  const cell = Math.max(3, String(length).length + 1) + mark;
  const room = Math.max(1, Math.floor((width - head) / cell));
  const blocks = Math.ceil(length / room);
  return Array.from({ length: blocks }, (_, i) => {
    return { columns: columns.slice(i * room, (i + 1) * room), from: 1 + i * room, head, cell, mark };
  });
}

function isCompared(table: Table): boolean {
  for (const { cells } of table.rows()) return cells[0]?.change !== undefined;
  return false;
}

const widestHead = 48;

function headWidth({ heads }: Table): number {
  let widest = 0;
  for (const head of heads()) widest = Math.max(widest, widthOf(headText(head)));
  return Math.min(widest, widestHead);
}

function headText(head: readonly string[]): string {
  return printable(head.join('  '));
}

function rowLine({ head, cells }: TableRow, block: Block, letters: Letters): string {
  const shown = block.columns.map(([at = 0]) => markedSign(cells[at], letters).padStart(block.cell));
  return `${padTo(headText(head), block.head)}${shown.join('')}`.trimEnd();
}

function markedSign(cell: TableCell | undefined, letters: Letters): string {
  const mark = cell?.change === undefined ? '' : marks[cell.change];
  return `${signOf(cell, letters)}${mark}`;
}

function signOf(cell: TableCell | undefined, letters: Letters): string {
  if (cell === undefined) return '';
  if (cell.verdict !== 'allowed-when') return signs[cell.verdict];
  const known = letters.get(cell.text) ?? letterOf(letters.size);
  letters.set(cell.text, known);
  return known;
}

/** `a`, `b` … `z`, `aa`, `ab` … */
function letterOf(position: number): string {
  const last = String.fromCharCode(97 + (position % 26));
  return position < 26 ? last : letterOf(Math.floor(position / 26) - 1) + last;
}

function* columnLines(table: Table, columns: Block['columns'], width: number): Generator<string> {
  const number = String(columns.length).length;
  for (const [i, permissions] of columns.entries()) {
    const names = permissions.map((at) => table.columns[at]?.constant ?? '');
    const lines = wrapped(names, width - number - 2);
    for (const [at, line] of lines.entries()) yield `${(at === 0 ? String(i + 1) : '').padStart(number)}  ${line}`;
  }
}

/** Names with commas between them, in lines of a width. */
function wrapped(names: readonly string[], width: number): string[] {
  const lines: string[] = [];
  let line = '';
  names.forEach((name, i) => {
    const word = i === names.length - 1 ? name : `${name},`;
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  });
  return [...lines, line];
}
