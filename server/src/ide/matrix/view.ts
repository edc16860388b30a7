// A matrix as it is looked at: the rows and columns that a filter leaves, and what each cell says in words.
import type { Cell } from '../../access/matrix/cell.ts';
import { groupOf } from '../../catalogue/permissions.ts';
import type { Permission } from '../../catalogue/types.ts';
import { type BaseCells, type Change, changeOf } from './compare.ts';
import type { Head, Matrix } from './subject.ts';

export interface Filter {
  /** Words that a row's name, kind or detail holds, in any case; several texts are alternatives. */
  readonly rows?: readonly string[];
  /** Likewise of a permission's constant, name or group. */
  readonly permissions?: readonly string[];
  /** Only rows and columns with such a cell; `different` where there is something to compare with. */
  readonly only?: Only;
}

export type Verdict = Cell['verdict'];

export type Only = Verdict | 'different';

export interface View {
  readonly matrix: Matrix;
  readonly columns: readonly Permission[];
  /** The numbers that the matrix has for them. */
  readonly rows: readonly number[];
  readonly before: BaseCells | undefined;
  /** How many rows and columns `inhabited` took away; undefined where it was not asked to. */
  readonly left?: { readonly rows: number; readonly columns: number };
}

export interface ViewRow extends Head {
  readonly cells: readonly Cell[];
  /** Empty where nothing is compared. */
  readonly changes: readonly Change[];
}

export function viewOf(matrix: Matrix, filter: Filter, before?: BaseCells): View {
  const columns = matrix.permissions.filter((each) => fits(filter.permissions, permissionText(each)));
  const numbers = Array.from({ length: matrix.rowCount }, (_, row) => row);
  const isAsked = filter.rows !== undefined && filter.rows.length > 0;
  const rows = isAsked ? numbers.filter((row) => fits(filter.rows, headText(matrix.head(row)))) : numbers;
  const view = { matrix, columns, rows, before };
  return filter.only === undefined ? view : narrowed(view, filter.only);
}

/** What a permission is found by. */
function permissionText(permission: Permission): string {
  return `${permission.constant} ${permission.name} ${groupOf(permission)?.name ?? ''}`;
}

function headText({ name, label, kind, detail }: Head): string {
  return `${name} ${label} ${kind} ${detail}`;
}

/** True where the text holds all words of one of the wanted. */
function fits(wanted: readonly string[] | undefined, text: string): boolean {
  if (wanted === undefined || wanted.length === 0) return true;
  const lower = text.toLowerCase();
  return wanted.some((each) => wordsOf(each).every((word) => lower.includes(word)));
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

function narrowed(view: View, only: Only): View {
  return kept(view, only === 'different' ? (_, change) => change !== 'same' : ({ verdict }) => verdict === only);
}

/** Without the rows and columns in which nothing is allowed for sure or perhaps, and nothing is another than what it is compared with. */
export function inhabited(view: View): View {
  const some = kept(view, ({ verdict }, change) => isOpen(verdict) || change !== 'same');
  const left = {
    rows: view.rows.length - some.rows.length,
    columns: view.columns.length - some.columns.length,
  };
  return left.rows + left.columns === 0 ? some : { ...some, left };
}

function isOpen(verdict: Verdict): boolean {
  return verdict !== 'refused' && verdict !== 'absent';
}

/** The rows and columns that have such a cell; every row has to be looked at for that. */
function kept(view: View, isWanted: (cell: Cell, change: Change) => boolean): View {
  const isThere = view.columns.map(() => false);
  const rows = view.rows.filter((row) => {
    const { cells, changes } = rowAt(view, row);
    let isFound = false;
    cells.forEach((cell, i) => {
      if (!isWanted(cell, changes[i] ?? 'same')) return;
      isThere[i] = true;
      isFound = true;
    });
    return isFound;
  });
  return { ...view, rows, columns: view.columns.filter((_, i) => isThere[i]) };
}

/** Takes a number of the matrix. */
function rowAt({ matrix, columns, before }: View, row: number): Omit<ViewRow, keyof Head> {
  const cells = matrix.cells(row, columns);
  if (before === undefined) return { cells, changes: [] };
  const earlier = before(row, columns);
  return { cells, changes: cells.map((cell, i) => changeOf(cell, earlier?.[i])) };
}

/** So many rows from one on, by their positions in the view, each made when it is taken. */
export function* rowsOf(view: View, from = 0, count = Number.POSITIVE_INFINITY): Generator<ViewRow> {
  for (const row of view.rows.slice(from, from + count)) yield { ...view.matrix.head(row), ...rowAt(view, row) };
}

/** Who or where the rows are, without what is in them. */
export function* headsOf({ matrix, rows }: View): Generator<Head> {
  for (const row of rows) yield matrix.head(row);
}
