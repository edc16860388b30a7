// What is known of single fields at a place inside a formula, by what stands beside it.
import type { Atom, Field, Formula, Negation } from '../model/symbols.ts';
import type { Domain } from './domain.ts';
import { keyOf } from './key.ts';

export interface Facts {
  readonly domains: ReadonlyMap<Field, Domain>;
  /** The points that are left of a field; all where it is not here. */
  readonly known: ReadonlyMap<Field, bigint>;
}

export type Comparison = Atom | (Negation & { readonly part: Atom });

/** A comparison or the negation of one. */
export function isComparison(formula: Formula): formula is Comparison {
  return formula.op === 'atom' || (formula.op === 'not' && formula.part.op === 'atom');
}

/** Where a comparison holds; undefined where it was not weighed. */
export function placed(
  formula: Comparison,
  { domains }: Facts,
): { readonly domain: Domain; readonly set: bigint } | undefined {
  const atom = formula.op === 'atom' ? formula : formula.part;
  const domain = domains.get(atom.field);
  const set = domain?.sets.get(keyOf(atom));
  if (domain === undefined || set === undefined) return undefined;
  return { domain, set: formula.op === 'atom' ? set : domain.all & ~set };
}

export function knownOf(facts: Facts, domain: Domain): bigint {
  return facts.known.get(domain.field) ?? domain.all;
}

/** The facts, and that the formula holds, or does not: as far as single comparisons say it. */
export function withFact(facts: Facts, formula: Formula, holds: boolean): Facts {
  if (isComparison(formula)) {
    const at = placed(formula, facts);
    if (at === undefined) return facts;
    const set = holds ? at.set : at.domain.all & ~at.set;
    return { ...facts, known: new Map(facts.known).set(at.domain.field, knownOf(facts, at.domain) & set) };
  }
  if (formula.op === 'not') return withFact(facts, formula.part, !holds);
  if (formula.op !== (holds ? 'and' : 'or')) return facts;
  return formula.parts.reduce((all, part) => withFact(all, part, holds), facts);
}

/** What either knows. Both have the same domains. */
export function bothFacts(one: Facts, other: Facts): Facts {
  if (other.known.size === 0) return one;
  const known = new Map(one.known);
  for (const [field, set] of other.known) known.set(field, set & (known.get(field) ?? set));
  return { ...one, known };
}
