// Requests about matrices: what one is like, its rows by slices, and the whole of it as a file.
import type { Cell } from '../access/matrix/cell.ts';
import { groupOf } from '../catalogue/permissions.ts';
import { spellOut } from '../ide/markdown.ts';
import { type Base, baseCells, type Change } from '../ide/matrix/compare.ts';
import { matrixFormats } from '../ide/matrix/formats/registry.ts';
import { tableOf } from '../ide/matrix/formats/table.ts';
import { matrixOf } from '../ide/matrix/subject.ts';
import { rowsOf, type View, type ViewRow, viewOf } from '../ide/matrix/view.ts';
import { cellWords } from '../ide/matrix/words.ts';
import type { Snapshot } from '../project/types.ts';
import { type Context, heldOf, viewProject } from './context.ts';
import type { HeldProject } from './held-project.ts';
import { otherTexts } from './other-texts.ts';
import type {
  MatrixBase,
  MatrixCell,
  MatrixInfo,
  MatrixParams,
  MatrixRow,
  MatrixRows,
  MatrixRowsParams,
  MatrixText,
  MatrixTextParams,
} from './protocol-lists.ts';
import type { Workspace } from './workspace.ts';

/** What a client looks at. */
interface Looked {
  readonly held: HeldProject;
  /** The state that it was made from. */
  readonly snapshot: Snapshot;
  readonly view: View;
}

/** Of each server the last ones by their names: a view holds on to the state that it is of. */
const looked = new WeakMap<Workspace, Map<string, Looked>>();
const mostLooked = 6;
/** A slice is what a screen shows, and some more. */
const mostRows = 500;

export function showMatrix(context: Context, params: MatrixParams): MatrixInfo | null {
  // Where there is none now, the one before is not what is looked at any more.
  looked.get(context.workspace)?.delete(params.view);
  const held = heldOf(context, params);
  if (held === undefined) return null;
  const { snapshot } = viewProject(context, held);
  const { subject, filter = {}, base } = params;
  const matrix = matrixOf(snapshot, subject);
  if ('problem' in matrix) return matrix;
  const before = base && baseCells(snapshot, subject, baseOf(context, held, snapshot, base));
  if (before !== undefined && 'problem' in before) return before;
  const view = viewOf(matrix, filter, before);
  keep(context, params.view, { held, snapshot, view });
  return shapeOf(view, snapshot.input.today);
}

function baseOf(context: Context, held: HeldProject, snapshot: Snapshot, base: MatrixBase): Base {
  return 'texts' in base ? { snapshot: otherTexts(context, held, snapshot, base.texts) } : base;
}

function keep({ workspace }: Context, name: string, one: Looked): void {
  const all = looked.get(workspace) ?? new Map<string, Looked>();
  looked.set(workspace, all);
  all.set(name, one);
  for (const oldest of all.keys()) {
    if (all.size <= mostLooked) break;
    all.delete(oldest);
  }
}

/** Undefined where the client has to ask anew. */
function lookedAt(context: Context, name: string): Looked | undefined {
  const one = looked.get(context.workspace)?.get(name);
  return one !== undefined && viewProject(context, one.held).snapshot === one.snapshot ? one : undefined;
}

function shapeOf(view: View, today: number): MatrixInfo {
  const { matrix, columns, rows } = view;
  return {
    title: spellOut(tableOf(view, today).title),
    rowsAre: matrix.rowsAre,
    name: matrix.name,
    rowCount: matrix.rowCount,
    shownRows: rows.length,
    columnCount: matrix.permissions.length,
    columns: columns.map((each) => ({ constant: each.constant, name: each.name, group: groupOf(each)?.name ?? null })),
  };
}

export function listMatrixRows(context: Context, { view, from, count }: MatrixRowsParams): MatrixRows | null {
  const one = lookedAt(context, view);
  if (one === undefined) return null;
  const says = sayings();
  const rows = [...rowsOf(one.view, from, Math.min(count, mostRows))].map((row): MatrixRow => {
    const { name, label, kind, detail } = row;
    return { name, label: spellOut(label), kind, detail: spellOut(detail), cells: says.of(row) };
  });
  return { rows, says: says.all };
}

/** Cells that say the same are sent once. */
function sayings() {
  const all: MatrixCell[] = [];
  const known = new Map<string, number>();
  const add = (cell: Cell, change: Change | null): number => {
    const words = spellOut(cellWords(cell));
    const key = `${cell.verdict} ${change} ${words}`;
    const found = known.get(key) ?? all.push({ verdict: cell.verdict, words, change }) - 1;
    known.set(key, found);
    return found;
  };
  return {
    all,
    of: ({ cells, changes }: ViewRow) => cells.map((cell, i) => add(cell, changes[i] ?? null)),
  };
}

export function writeMatrix(context: Context, { view, format }: MatrixTextParams): MatrixText | null {
  const one = lookedAt(context, view);
  const write = Object.hasOwn(matrixFormats, format) ? matrixFormats[format] : undefined;
  if (one === undefined || write === undefined) return null;
  return { text: [...write(tableOf(one.view, one.snapshot.input.today))].join('') };
}
