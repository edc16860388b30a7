// Shorter formulas that mean the same, in the same order, with nothing in them that could be left out.
import type { Formula } from '../model/symbols.ts';
import { keyOf } from './key.ts';
import { withoutOnePart } from './leave-out.ts';
import { inOrderOf } from './order.ts';
import { shorten } from './shorten.ts';

/**
 * A formula that holds of the same records for every actor and day, costs no more, and says nothing that could be left
 * out (as far as `withoutOnePart` sees). Its parts stand in the order of the source. Simplified again it stays as it is.
 * Comparisons keep their origins; one that stands for several has the origin of the first.
 */
export function simplify(formula: Formula): Formula {
  let current = formula;
  for (;;) {
    const short = shorten(current);
    const less = withoutOnePart(short) ?? short;
    const next = keyOf(less) === keyOf(current) ? current : inOrderOf(formula, less);
    if (keyOf(next) === keyOf(current)) return current;
    current = next;
  }
}
