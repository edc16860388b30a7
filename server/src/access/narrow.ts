// What is allowed, against the records that a question speaks of.
import { allOf, negate } from '../condition/build.ts';
import { satisfy } from '../condition/solve.ts';
import { always, never } from '../model/formulas.ts';
import type { Formula } from '../model/symbols.ts';
import type { Grounds } from './grounds.ts';
import { worldOf } from './world.ts';

/** A condition that every record that is spoken of meets, or none, is said as such. */
export function narrow(grounds: Grounds, when: Formula, spoken: Formula): Formula {
  if (when.op === 'true' || when.op === 'false') return when;
  const world = worldOf(grounds.scope);
  if (satisfy(allOf([spoken, when]), world).kind === 'no') return never;
  return satisfy(allOf([spoken, negate(when)]), world).kind === 'no' ? always : when;
}
