// Shorter formulas that mean the same, in the same order, with nothing in them that could be left out.
import type { Formula } from '../model/symbols.ts';
import { withoutOnePart } from './leave-out.ts';
import { shorten } from './shorten.ts';

/**
 * A formula that holds of the same records for every actor and day, costs no more, and says nothing that could be left
 * out (as far as `withoutOnePart` sees). Simplified again it stays as it is. Comparisons keep their origins; one that
 * stands for several has the origin of the first.
 */
export function simplify(formula: Formula): Formula {
  const short = shorten(formula);
  const less = withoutOnePart(short);
  return less === undefined ? short : simplify(less);
}
