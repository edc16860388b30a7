// How long a formula is, in what a reader has to take in: comparisons, their values, and the words around them.
import type { Atom, Formula } from '../model/symbols.ts';
import { saysIs, spellOut, spellRange } from './spell.ts';

/** At least 0; of a formula with a part replaced by a cheaper one, less than before. */
export function costOf(formula: Formula): number {
  switch (formula.op) {
    case 'true':
    case 'false':
      return 0;
    case 'atom':
      return costOfAtom(formula);
    case 'not':
      return costOf(formula.part) + (formula.part.op === 'atom' && saysIs(formula.part) ? 0 : 1);
    case 'and':
    case 'or':
      return formula.parts.reduce((sum, part) => sum + costOf(part), 1);
  }
}

/** A list is a little dearer than the one comparison that a list of one could be. */
function costOfAtom(atom: Atom): number {
  const { test } = atom;
  switch (test.is) {
    case 'empty':
    case 'contains current user':
      return 1;
    case 'one of':
      return 1.5 + test.values.length;
    case 'overlaps':
      return 1.5 + test.options.length;
    case 'range': {
      const spelling = spellRange(atom.field, test);
      return spelling === undefined ? costOf(spellOut(atom, test)) : 1 + spelling.values;
    }
    default:
      return 2;
  }
}
