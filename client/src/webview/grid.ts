// The grid of the matrix: only the cells in sight are there, and one of them is the active one, which the keyboard moves.
import type { MatrixCell, MatrixShape } from '../../../server/src/lsp/protocol-lists.ts';
import { l10n } from '../l10n.ts';
import { type Frame, moved, type Place, pageOf, type Range, scrolledTo, visible } from '../matrix/geometry.ts';
import { createPages, type Pages, type ShownRow } from '../matrix/pages.ts';
import { cellLabel, markOf, signOf } from '../matrix/signs.ts';
import { found, make } from './dom.ts';
import { sizes } from './sizes.ts';

export interface GridEvents {
  /** Rows are needed. */
  readonly ask: (from: number, count: number) => void;
  readonly why: (row: string, permission: string) => void;
  /** `/` was pressed. */
  readonly filter: () => void;
  /** What the active cell says, in words. */
  readonly say: (words: string) => void;
}

export interface Grid {
  /** `ask` is for the rows of this one from now on. */
  show(shape: MatrixShape): void;
  take(from: number, rows: Parameters<Pages['take']>[1]): void;
  focus(): void;
  /** Asks why the active cell says what it says. */
  why(): void;
}

interface State {
  shape: MatrixShape | undefined;
  pages: Pages;
  active: Place;
}

export function createGrid(events: GridEvents): Grid {
  const grid = found('grid', HTMLElement);
  const state: State = { shape: undefined, pages: createPages(events.ask), active: { row: 0, column: 0 } };
  let isDrawing = false;
  const draw = () => {
    if (isDrawing) return;
    isDrawing = true;
    requestAnimationFrame(() => {
      isDrawing = false;
      paint(grid, state);
      events.say(wordsOf(state));
    });
  };
  const go = (place: Place) => {
    state.active = place;
    const { left, top } = scrolledTo(place, frameOf(grid), sizes);
    grid.scrollTo({ left, top });
    draw();
  };
  const why = () => {
    const [row, column] = [state.pages.row(state.active.row), state.shape?.columns[state.active.column]];
    if (row !== undefined && column !== undefined) events.why(row.name, column.constant);
  };
  grid.addEventListener('scroll', draw);
  new ResizeObserver(draw).observe(grid);
  grid.addEventListener('keydown', (event) => pressed(event, { state, grid, go, why, filter: events.filter }));
  grid.addEventListener('click', ({ target }) => {
    const place = placeOf(target);
    if (place !== undefined) go(place);
  });
  grid.addEventListener('dblclick', ({ target }) => {
    if (placeOf(target) !== undefined) why();
  });
  return {
    show(shape) {
      state.shape = shape;
      state.pages = createPages(events.ask);
      const { row, column } = state.active;
      state.active = { row: within(row, shape.shownRows), column: within(column, shape.columns.length) };
      draw();
    },
    take(from, rows) {
      state.pages.take(from, rows);
      draw();
    },
    focus: () => grid.focus(),
    why,
  };
}

function within(at: number, count: number): number {
  return Math.max(0, Math.min(at, count - 1));
}

interface Pressed {
  readonly state: State;
  readonly grid: HTMLElement;
  readonly go: (place: Place) => void;
  readonly why: () => void;
  readonly filter: () => void;
}

function pressed(event: KeyboardEvent, { state, grid, go, why, filter }: Pressed): void {
  const { shape, active } = state;
  if (shape === undefined || event.altKey) return;
  const isControl = event.ctrlKey || event.metaKey;
  const extent = { rows: shape.shownRows, columns: shape.columns.length, page: pageOf(frameOf(grid), sizes) };
  const place = moved(active, { key: event.key, isControl }, extent);
  if (place !== undefined) go(place);
  else if (event.key === 'Enter') why();
  else if (event.key === '/' && !isControl) filter();
  else return;
  event.preventDefault();
}

function frameOf({ scrollLeft, scrollTop, clientWidth, clientHeight }: HTMLElement): Frame {
  return { left: scrollLeft, top: scrollTop, width: clientWidth, height: clientHeight };
}

function placeOf(target: EventTarget | null): Place | undefined {
  const cell = target instanceof Element ? target.closest('[role=gridcell]') : null;
  const [, row, column] = /^cell-(\d+)-(\d+)$/.exec(cell?.id ?? '') ?? [];
  return row === undefined ? undefined : { row: Number(row), column: Number(column) };
}

/** Of the active cell, with who and what it is about. */
function wordsOf({ shape, pages, active }: State): string {
  const [row, column] = [pages.row(active.row), shape?.columns[active.column]];
  const cell = row?.cell(active.column);
  return row === undefined || column === undefined || cell === undefined ? '' : cellLabel(row.label, column, cell);
}

function paint(grid: HTMLElement, { shape, pages, active }: State): void {
  if (shape === undefined) return;
  const { shownRows, columns } = shape;
  const frame = frameOf(grid);
  const rows = visible(frame.top, frame.height - sizes.head, sizes.row, shownRows);
  const across = visible(frame.left, frame.width - sizes.side, sizes.column, columns.length);
  pages.want(rows);
  const sheet = found('sheet', HTMLElement);
  sheet.style.width = `${sizes.side + columns.length * sizes.column}px`;
  sheet.style.height = `${sizes.head + shownRows * sizes.row}px`;
  grid.setAttribute('aria-rowcount', String(shownRows + 1));
  grid.setAttribute('aria-colcount', String(columns.length + 1));
  grid.setAttribute('aria-label', shape.title);
  found('head', HTMLElement).replaceChildren(headRow(shape, across, active.column));
  const body = found('body', HTMLElement);
  const made: HTMLElement[] = [];
  for (let at = rows.from; at < rows.to; at++) made.push(bodyRow(at, pages.row(at), { shape, across, active }));
  body.replaceChildren(...made);
  const id = `cell-${active.row}-${active.column}`;
  if (document.getElementById(id) === null) grid.removeAttribute('aria-activedescendant');
  else grid.setAttribute('aria-activedescendant', id);
}

function headRow({ rowsAre, columns }: MatrixShape, { from, to }: Range, active: number): HTMLElement {
  const row = make('div', { className: 'row', attributes: { role: 'row', 'aria-rowindex': 1 } });
  const corner = rowsAre === 'principals' ? l10n.t('Principal') : l10n.t('Place');
  row.append(
    make('div', { className: 'corner', text: corner, attributes: { role: 'columnheader', 'aria-colindex': 1 } }),
  );
  for (let at = from; at < to; at++) {
    const column = columns[at];
    if (column === undefined) continue;
    const { constant, name, group } = column;
    const title = group === null ? name : `${name} (${group})`;
    const attributes = { role: 'columnheader', 'aria-colindex': at + 2 };
    const head = make('div', { className: at === active ? 'column active' : 'column', title, attributes });
    head.append(make('span', { text: constant }));
    head.style.left = leftOf(at);
    row.append(head);
  }
  return row;
}

function leftOf(column: number): string {
  return `${sizes.side + column * sizes.column}px`;
}

interface Drawn {
  readonly shape: MatrixShape;
  readonly across: Range;
  readonly active: Place;
}

function bodyRow(at: number, row: ShownRow | undefined, { shape, across, active }: Drawn): HTMLElement {
  const isActive = at === active.row;
  const attributes = { role: 'row', 'aria-rowindex': at + 2, 'aria-busy': row === undefined };
  const made = make('div', { className: isActive ? 'row active' : 'row', attributes });
  made.style.top = `${at * sizes.row}px`;
  made.append(rowHead(row));
  for (let i = across.from; i < across.to; i++) {
    const column = shape.columns[i];
    const cell = row?.cell(i);
    if (row === undefined || column === undefined || cell === undefined) continue;
    const box = cellBox(cell, cellLabel(row.label, column, cell), isActive && i === active.column);
    box.id = `cell-${at}-${i}`;
    box.setAttribute('aria-colindex', String(i + 2));
    box.style.left = leftOf(i);
    made.append(box);
  }
  return made;
}

function rowHead(row: ShownRow | undefined): HTMLElement {
  const title = row === undefined ? '' : `${row.label}, ${row.kind}${row.detail === '' ? '' : `, ${row.detail}`}`;
  const head = make('div', { className: 'side', title, attributes: { role: 'rowheader', 'aria-colindex': 1 } });
  head.append(
    make('bdi', { className: 'name', text: row?.label ?? '…' }),
    make('span', { className: 'kind', text: row?.kind ?? '' }),
  );
  return head;
}

function cellBox(cell: MatrixCell, label: string, isActive: boolean): HTMLElement {
  const change = cell.change ?? 'same';
  const className = `cell ${cell.verdict} ${change}${isActive ? ' active' : ''}`;
  const attributes = { role: 'gridcell', 'aria-label': label, 'aria-selected': isActive };
  const box = make('div', { className, text: signOf(cell.verdict), title: label, attributes });
  const mark = markOf(change);
  if (mark !== '') box.append(make('sup', { text: mark, attributes: { 'aria-hidden': true } }));
  return box;
}
