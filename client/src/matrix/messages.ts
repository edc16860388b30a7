// What the matrix in its panel and the extension say to each other. Each side takes from the other what has this form, and nothing else.
import type { ProjectParams } from '../../../server/src/lsp/protocol.ts';
import type {
  MatrixBase,
  MatrixColumn,
  MatrixFilter,
  MatrixFormat,
  MatrixRow,
  MatrixRows,
  MatrixShape,
  MatrixSubject,
} from '../../../server/src/lsp/protocol-lists.ts';

/** What the panel remembers of how it is looked at. */
export interface Look {
  readonly rows: string;
  readonly permissions: string;
  readonly only: NonNullable<MatrixFilter['only']> | '';
}

/** What a matrix is about: all that a panel needs to ask for it anew, and none of what was answered. */
export interface Kept {
  readonly project: ProjectParams;
  readonly subject: MatrixSubject;
  /** What it is compared with. Other texts are not kept: they are large, and another time they are others. */
  readonly against: { readonly label: string; readonly base: NamedBase } | null;
}

export type NamedBase = Exclude<MatrixBase, { readonly texts: unknown }>;

/** From the panel. */
export type Wish =
  | { readonly type: 'look'; readonly look: Look }
  | { readonly type: 'rows'; readonly turn: number; readonly from: number; readonly count: number }
  | { readonly type: 'why'; readonly row: string; readonly permission: string }
  | { readonly type: 'copy' | 'export'; readonly format: MatrixFormat }
  | { readonly type: 'subject' | 'compare' | 'roles' };

/** To the panel. `turn` counts the matrices that it was given: rows of another one are not shown. */
export type Told =
  | {
      readonly type: 'matrix';
      readonly turn: number;
      readonly shape: MatrixShape;
      readonly look: Look;
      /** What it is compared with, in words; empty where with nothing. */
      readonly against: string;
      readonly kept: Kept;
    }
  | { readonly type: 'rows'; readonly turn: number; readonly from: number; readonly rows: MatrixRows }
  | { readonly type: 'problem'; readonly problem: string };

export const anyLook: Look = { rows: '', permissions: '', only: '' };

const verdicts = ['', 'allowed', 'allowed-when', 'refused', 'error', 'absent', 'different'] as const;
const formats = ['csv', 'markdown', 'html'] as const;

type Parts = ReadonlyMap<string, unknown>;

function partsOf(value: unknown): Parts {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

function oneOf<T extends string>(all: readonly T[], value: unknown): T | undefined {
  return all.find((each) => each === value);
}

/** Longer ones nobody types. */
const longestText = 10_000;

function textIn(parts: Parts, name: string): string | undefined {
  const value = parts.get(name);
  return typeof value === 'string' && value.length <= longestText ? value : undefined;
}

function countIn(parts: Parts, name: string): number | undefined {
  const value = parts.get(name);
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** Undefined for what is no look. */
export function readLook(value: unknown): Look | undefined {
  const parts = partsOf(value);
  const [rows, permissions] = [textIn(parts, 'rows'), textIn(parts, 'permissions')];
  const only = oneOf(verdicts, parts.get('only'));
  if (rows === undefined || permissions === undefined || only === undefined) return undefined;
  return { rows, permissions, only };
}

/** What a panel kept while VS Code was closed; undefined where that tells of no matrix. */
export function readKept(value: unknown): Kept | undefined {
  const parts = partsOf(value);
  const [project, subject] = [readProject(parts.get('project')), readSubject(parts.get('subject'))];
  const against = parts.get('against') === null ? null : readAgainst(parts.get('against'));
  if (project === undefined || subject === undefined || against === undefined) return undefined;
  return { project, subject, against };
}

function readProject(value: unknown): ProjectParams | undefined {
  const parts = partsOf(value);
  const [project, uri] = [textIn(parts, 'project'), textIn(partsOf(parts.get('textDocument')), 'uri')];
  if (project !== undefined) return { project };
  return uri === undefined ? undefined : { textDocument: { uri } };
}

function readSubject(value: unknown): MatrixSubject | undefined {
  const parts = partsOf(value);
  const [place, principal] = [textIn(parts, 'in'), textIn(parts, 'of')];
  if (place !== undefined) return { in: place };
  return principal === undefined ? undefined : { of: principal };
}

function readAgainst(value: unknown): NonNullable<Kept['against']> | undefined {
  const parts = partsOf(value);
  const label = textIn(parts, 'label');
  const base = partsOf(parts.get('base'));
  const [place, principal] = [textIn(base, 'place'), textIn(base, 'principal')];
  if (label === undefined) return undefined;
  if (place !== undefined) return { label, base: { place } };
  return principal === undefined ? undefined : { label, base: { principal } };
}

/** What a panel sent; undefined where it means nothing. */
export function readWish(value: unknown): Wish | undefined {
  const parts = partsOf(value);
  const type = parts.get('type');
  switch (type) {
    case 'look': {
      const look = readLook(parts.get('look'));
      return look && { type, look };
    }
    case 'rows': {
      const [turn, from, count] = [countIn(parts, 'turn'), countIn(parts, 'from'), countIn(parts, 'count')];
      if (turn === undefined || from === undefined || count === undefined) return undefined;
      return { type, turn, from, count };
    }
    case 'why': {
      const [row, permission] = [textIn(parts, 'row'), textIn(parts, 'permission')];
      return row === undefined || permission === undefined ? undefined : { type, row, permission };
    }
    case 'copy':
    case 'export': {
      const format = oneOf(formats, parts.get('format'));
      return format && { type, format };
    }
    case 'subject':
    case 'compare':
    case 'roles':
      return { type };
    default:
      return undefined;
  }
}

/** What the extension sent; undefined where it means nothing. */
export function readTold(value: unknown): Told | undefined {
  const parts = partsOf(value);
  const type = parts.get('type');
  const turn = countIn(parts, 'turn');
  if (type === 'problem') {
    const problem = parts.get('problem');
    return typeof problem === 'string' ? { type, problem } : undefined;
  }
  if (type === 'rows' && turn !== undefined) {
    const [from, rows] = [countIn(parts, 'from'), readRows(parts.get('rows'))];
    return from === undefined || rows === undefined ? undefined : { type, turn, from, rows };
  }
  if (type !== 'matrix' || turn === undefined) return undefined;
  const [shape, look] = [readShape(parts.get('shape')), readLook(parts.get('look'))];
  const [against, kept] = [parts.get('against'), readKept(parts.get('kept'))];
  if (shape === undefined || look === undefined || typeof against !== 'string') return undefined;
  return kept && { type, turn, shape, look, against, kept };
}

function readShape(value: unknown): MatrixShape | undefined {
  const parts = partsOf(value);
  const [title, name] = [parts.get('title'), parts.get('name')];
  const rowsAre = oneOf(['principals', 'places'], parts.get('rowsAre'));
  const [rowCount, shownRows] = [countIn(parts, 'rowCount'), countIn(parts, 'shownRows')];
  const columnCount = countIn(parts, 'columnCount');
  const columns = readAll(parts.get('columns'), readColumn);
  if (typeof title !== 'string' || typeof name !== 'string' || rowsAre === undefined) return undefined;
  if (rowCount === undefined || shownRows === undefined || columnCount === undefined) return undefined;
  return columns && { title, name, rowsAre, rowCount, shownRows, columnCount, columns };
}

function readColumn(value: unknown): MatrixColumn | undefined {
  const parts = partsOf(value);
  const [constant, name, group] = [parts.get('constant'), parts.get('name'), parts.get('group')];
  if (typeof constant !== 'string' || typeof name !== 'string') return undefined;
  return { constant, name, group: typeof group === 'string' ? group : null };
}

function readRows(value: unknown): MatrixRows | undefined {
  const parts = partsOf(value);
  const [rows, says] = [readAll(parts.get('rows'), readRow), readAll(parts.get('says'), readCell)];
  return rows && says && { rows, says };
}

function readRow(value: unknown): MatrixRow | undefined {
  const parts = partsOf(value);
  const texts = ['name', 'label', 'kind', 'detail'].map((each) => parts.get(each));
  const [name, label, kind, detail] = texts.map((each) => (typeof each === 'string' ? each : undefined));
  const cells = readAll(parts.get('cells'), (each) => (typeof each === 'number' ? each : undefined));
  if (name === undefined || label === undefined || kind === undefined || detail === undefined) return undefined;
  return cells && { name, label, kind, detail, cells };
}

const changes = ['same', 'gained', 'lost', 'widened', 'narrowed', 'changed', 'unsure'] as const;

function readCell(value: unknown): MatrixRows['says'][number] | undefined {
  const parts = partsOf(value);
  const verdict = oneOf(verdicts, parts.get('verdict'));
  const words = parts.get('words');
  if (verdict === undefined || verdict === '' || verdict === 'different' || typeof words !== 'string') return undefined;
  return { verdict, words, change: oneOf(changes, parts.get('change')) ?? null };
}

function readAll<T>(value: unknown, read: (each: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const all: T[] = [];
  for (const each of value) {
    const one = read(each);
    if (one === undefined) return undefined;
    all.push(one);
  }
  return all;
}
