// Whether one formula implies another, as far as comparing their parts shows it.
import type { Formula } from '../model/symbols.ts';
import { negate } from './build.ts';
import { type Facts, isComparison, knownOf, placed } from './facts.ts';
import { keyOf } from './key.ts';

/** True only where every record that meets the facts and `one` meets `other`; false also where that is not seen. */
export function implies(one: Formula, other: Formula, facts: Facts): boolean {
  if (one.op === 'false' || other.op === 'true' || keyOf(one) === keyOf(other)) return true;
  if (isComparison(one) && isComparison(other)) {
    const [a, b] = [placed(one, facts), placed(other, facts)];
    if (a === undefined || b === undefined || a.domain !== b.domain) return false;
    return (knownOf(facts, a.domain) & a.set & ~b.set) === 0n;
  }
  const [from, to] = [opened(one), opened(other)];
  if (to.op === 'and') return to.parts.every((part) => implies(from, part, facts));
  if (from.op === 'or') return from.parts.every((part) => implies(part, to, facts));
  if (to.op === 'or' && to.parts.some((part) => implies(from, part, facts))) return true;
  return from.op === 'and' && from.parts.some((part) => implies(part, to, facts));
}

/** A negated junction as the junction of the negations. */
function opened(formula: Formula): Formula {
  if (formula.op !== 'not' || (formula.part.op !== 'and' && formula.part.op !== 'or')) return formula;
  return { op: formula.part.op === 'and' ? 'or' : 'and', parts: formula.part.parts.map(negate) };
}
