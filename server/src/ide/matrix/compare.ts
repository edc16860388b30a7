// What is another in one matrix than in another: the same rows of an earlier text, another place, another principal.
import type { Cell } from '../../access/matrix/cell.ts';
import type { Permission } from '../../catalogue/types.ts';
import type { Snapshot } from '../../project/types.ts';
import { type Matrix, matrixOf, type Subject, type UnknownSubject } from './subject.ts';

/** `unsure`: broken text leaves one of the two open. `changed`: other records than before, some of them perhaps the same. */
export type Change = 'same' | 'gained' | 'lost' | 'widened' | 'narrowed' | 'changed' | 'unsure';

/** What a matrix is compared with: in the same state another place or principal, or the same in another state. */
export type Base = { readonly place: string } | { readonly principal: string } | { readonly snapshot: Snapshot };

/** What a row is compared with; nothing where there was no such row. */
export type BaseCells = (row: number, asked: readonly Permission[]) => readonly Cell[] | undefined;

export function baseCells(snapshot: Snapshot, subject: Subject, base: Base): BaseCells | UnknownSubject {
  const matrix = matrixOf(snapshot, subject);
  if ('problem' in matrix) return matrix;
  if ('snapshot' in base) {
    const before = matrixOf(base.snapshot, subject);
    // What did not exist let nobody do anything.
    return 'problem' in before ? () => undefined : sameRows(matrix, before);
  }
  const other = 'place' in base ? { in: base.place } : { of: base.principal };
  const counterpart = matrixOf(snapshot, other);
  if ('problem' in counterpart) return counterpart;
  if (counterpart.rowsAre === matrix.rowsAre) return sameRows(matrix, counterpart);
  return againstOne(matrix, counterpart);
}

function sameRows(matrix: Matrix, other: Matrix): BaseCells {
  return (row, asked) => {
    const at = other.rowNamed(matrix.head(row).name);
    return at === undefined ? undefined : other.cells(at, asked);
  };
}

/** Every principal of a place against one of them, or every place of a principal against one of them. */
function againstOne(matrix: Matrix, other: Matrix): BaseCells {
  const at = other.rowNamed(matrix.name);
  return (_, asked) => (at === undefined ? undefined : other.cells(at, asked));
}

/** Of a cell now and before; before there may have been none. */
export function changeOf(now: Cell, before: Cell | undefined): Change {
  if (before === undefined) return changeOf(now, nothing);
  if (now.verdict === 'error' || before.verdict === 'error') return isEqual(now, before) ? 'same' : 'unsure';
  const [after, earlier] = [rankOf(now), rankOf(before)];
  if (after === earlier) return now.when === before.when ? 'same' : 'changed';
  if (after === 0) return 'lost';
  if (earlier === 0) return 'gained';
  return after > earlier ? 'widened' : 'narrowed';
}

const nothing: Cell = { verdict: 'refused', refusal: 'no-role', when: undefined, doubt: undefined };

function isEqual(a: Cell, b: Cell): boolean {
  return a.verdict === b.verdict && a.refusal === b.refusal && a.when === b.when && a.doubt === b.doubt;
}

/** For no record, for some, for all. */
function rankOf({ verdict }: Cell): 0 | 1 | 2 {
  if (verdict === 'allowed') return 2;
  return verdict === 'allowed-when' ? 1 : 0;
}
