// The page of a matrix: its filters and buttons, the grid, and what the extension is told.
import type { MatrixFormat } from '../../../server/src/lsp/protocol-lists.ts';
import { l10n, readBundle, translateFrom } from '../l10n.ts';
import {
  anyLook,
  type Kept,
  type Look,
  readKept,
  readLook,
  readTold,
  type Told,
  type Wish,
} from '../matrix/messages.ts';
import { found } from './dom.ts';
import { createGrid, type Grid } from './grid.ts';

/** What the editor gives a page. */
declare function acquireVsCodeApi(): {
  postMessage(message: Wish): void;
  getState(): unknown;
  setState(state: Look & Partial<Kept>): void;
};

/** Whoever types goes on typing: only then it is looked again. */
const typingMs = 200;

translateFrom(readBundle(document.body.dataset['bundle']));
const editor = acquireVsCodeApi();
const rows = found('rows', HTMLInputElement);
const permissions = found('permissions', HTMLInputElement);
const only = found('only', HTMLSelectElement);
const format = found('format', HTMLSelectElement);
const said = found('said', HTMLElement);
let turn = 0;
/** What VS Code gives back with the page when it was closed meanwhile. */
let kept = readKept(editor.getState());
let typing: ReturnType<typeof setTimeout> | undefined;

const grid: Grid = createGrid({
  ask: (from, count) => editor.postMessage({ type: 'rows', turn, from, count }),
  why: (row, permission) => editor.postMessage({ type: 'why', row, permission }),
  filter: () => rows.select(),
  say: (words) => {
    if (said.textContent !== words) said.textContent = words;
  },
});

function look(): Look {
  return readLook({ rows: rows.value, permissions: permissions.value, only: only.value }) ?? anyLook;
}

function lookAgain(): void {
  clearTimeout(typing);
  keep();
  editor.postMessage({ type: 'look', look: look() });
}

function keep(): void {
  editor.setState({ ...look(), ...kept });
}

function chosenFormat(): MatrixFormat {
  const { value } = format;
  return value === 'markdown' || value === 'html' ? value : 'csv';
}

for (const input of [rows, permissions]) {
  input.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(lookAgain, typingMs);
  });
  input.addEventListener('keydown', ({ key }) => {
    if (key !== 'Enter' && key !== 'Escape') return;
    if (key === 'Escape') input.value = '';
    lookAgain();
    grid.focus();
  });
}
only.addEventListener('change', lookAgain);
for (const type of ['subject', 'compare', 'roles'] as const) onPress(type, () => editor.postMessage({ type }));
for (const type of ['copy', 'export'] as const) {
  onPress(type, () => editor.postMessage({ type, format: chosenFormat() }));
}
onPress('why', grid.why);

function onPress(id: string, action: () => void): void {
  found(id, HTMLButtonElement).addEventListener('click', action);
}

addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const told = readTold(data);
  if (told?.type === 'rows' && told.turn === turn) grid.take(told.from, told.rows);
  else if (told?.type === 'problem') found('count', HTMLElement).textContent = told.problem;
  else if (told?.type === 'matrix') show(told);
});

function show({ shape, turn: next, look: asked, against, kept: about }: Extract<Told, { type: 'matrix' }>): void {
  turn = next;
  kept = about;
  const nouns = shape.rowsAre;
  const counts = [shape.shownRows, shape.rowCount, shape.columns.length, shape.columnCount];
  found('title', HTMLElement).textContent = shape.title;
  found('count', HTMLElement).textContent =
    nouns === 'principals'
      ? l10n.t('{0} of {1} principals, {2} of {3} permissions', ...counts)
      : l10n.t('{0} of {1} places, {2} of {3} permissions', ...counts);
  found('against', HTMLElement).textContent = against === '' ? '' : `· ${l10n.t('compared with {0}', against)}`;
  found('roles', HTMLElement).hidden = nouns !== 'places';
  found('different', HTMLOptionElement).disabled = against === '';
  rows.placeholder = nouns === 'principals' ? l10n.t('Filter principals') : l10n.t('Filter places');
  rows.setAttribute('aria-label', rows.placeholder);
  // What is being typed is not taken back by an answer to what was typed before.
  if (document.activeElement !== rows) rows.value = asked.rows;
  if (document.activeElement !== permissions) permissions.value = asked.permissions;
  only.value = asked.only;
  keep();
  grid.show(shape);
}

// A page that comes back begins with the filters that it had.
const before = readLook(editor.getState()) ?? anyLook;
editor.postMessage({ type: 'look', look: before });
