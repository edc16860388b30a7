// What a cell of a matrix says: the answer to one question about any record, in a form that many cells share.

import { printFormula } from '../../condition/print.ts';
import type { Decision, Refusal } from '../answer.ts';

export interface Cell {
  /** `error`: broken text leaves it open. `absent`: there is no such permission at the place. */
  readonly verdict: 'allowed' | 'allowed-when' | 'refused' | 'error' | 'absent';
  /** Why it is refused, or would be by the sound text alone. */
  readonly refusal: Refusal | undefined;
  /** For which records, or for which by the sound text alone. */
  readonly when: string | undefined;
  /** What is broken, of an `error`. */
  readonly doubt: string | undefined;
}

const plain = { refusal: undefined, when: undefined, doubt: undefined } as const;

export const allowed: Cell = { ...plain, verdict: 'allowed' };
export const absent: Cell = { ...plain, verdict: 'absent' };

export function refused(refusal: Refusal): Cell {
  return { ...plain, verdict: 'refused', refusal };
}

export function allowedWhen(when: string): Cell {
  return { ...plain, verdict: 'allowed-when', when };
}

/** What is said of it by the sound text stays, and is no verdict any more. */
export function doubted(cell: Cell, doubt: string | undefined): Cell {
  return doubt === undefined ? cell : { ...cell, verdict: 'error', doubt };
}

/** The cell of a decision about any record of a place. */
export function cellOf({ outcome, refusal, when, doubts }: Decision): Cell {
  switch (outcome) {
    case 'allowed':
      return doubted(allowed, doubts[0]);
    case 'allowed-when':
      return doubted(allowedWhen(printFormula(when)), doubts[0]);
    case 'refused':
      return doubted(refused(refusal ?? 'no-role'), doubts[0]);
    case 'unknown':
      return doubted({ ...plain, verdict: 'error' }, 'the conditions are more than can be weighed');
  }
}
