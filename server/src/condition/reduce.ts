// What remains of a condition for one actor once what is known of the record is put into it.
import type { Formula } from '../model/symbols.ts';
import type { Scene } from './evaluate.ts';
import { simplify } from './simplify.ts';
import { substitute } from './substitute.ts';

/**
 * The condition on the fields that the scene does not know, simplified: `true` and `false` where it is decided.
 * `current user` and its attributes become values, ranges that move with the day stay. Comparisons that stay keep their origins.
 */
export function reduce(formula: Formula, scene: Scene): Formula {
  return simplify(substitute(formula, scene));
}
