// What every format of a matrix is made from: its words, and rows that are made one after the other.

import type { Cell } from '../../../access/matrix/cell.ts';
import { groupOf } from '../../../catalogue/permissions.ts';
import { formatDay } from '../../../text/calendar.ts';
import type { Change } from '../compare.ts';
import { headsOf, rowsOf, type View } from '../view.ts';
import { cellWords } from '../words.ts';

export interface Table {
  readonly title: string;
  /** What the rows begin with: who or where, and of which kind. */
  readonly corner: readonly string[];
  readonly columns: readonly TableColumn[];
  rows(): Iterable<TableRow>;
  /** What the rows begin with, alone. */
  heads(): Iterable<TableRow['head']>;
}

export interface TableColumn {
  readonly constant: string;
  readonly name: string;
  readonly group: string | undefined;
}

export interface TableRow {
  /** As many as in the corner. */
  readonly head: readonly string[];
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  readonly verdict: Cell['verdict'];
  readonly text: string;
  /** Undefined where nothing is compared. */
  readonly change: Change | undefined;
}

/** A format as pieces of text, which together are the file. */
export type Format = (table: Table) => Generator<string>;

/** `today`: days since 1970-01-01 UTC. */
export function tableOf(view: View, today: number): Table {
  const { matrix, columns } = view;
  const isOfPlace = matrix.rowsAre === 'principals';
  const title = `Permissions ${isOfPlace ? 'in' : 'of'} ${matrix.label}`;
  return {
    title: `${title}, as of ${formatDay(today)}`,
    corner: [isOfPlace ? 'Principal' : 'Place', 'Kind'],
    columns: columns.map((each) => ({ constant: each.constant, name: each.name, group: groupOf(each)?.name })),
    *rows() {
      for (const { label, kind, cells, changes } of rowsOf(view))
        yield { head: [label, kind], cells: cells.map((cell, i) => tableCell(cell, changes[i])) };
    },
    *heads() {
      for (const { label, kind } of headsOf(view)) yield [label, kind];
    },
  };
}

function tableCell(cell: Cell, change: Change | undefined): TableCell {
  return { verdict: cell.verdict, text: cellWords(cell), change };
}

/** What a cell says, with how it differs where it does. */
export function textOf({ text, change }: TableCell): string {
  return change === undefined || change === 'same' ? text : `${text} (${change})`;
}
