// Parts of a formula that it can do without.
import { always, never } from '../model/formulas.ts';
import type { Atom, Field, Formula } from '../model/symbols.ts';
import { allOf, anyOf, negate } from './build.ts';
import { costOf } from './cost.ts';
import { genericOf } from './generic.ts';
import { atomsOf, fieldsOf } from './operands.ts';
import { findReady, readyFor } from './quick.ts';

/** Formulas of more comparisons than this are left as they are: every part is tried, and each try weighs the whole. */
const mostComparisons = 24;
/** Of longer lists no value is tried alone. */
const mostValues = 8;
/** How many contents each try may take; one that takes more leaves the part where it is. */
const budget = 20_000;

/**
 * The formula without one part, value or bound that it means the same without; undefined where there is none, or none is
 * found within bounds. Of parts that make each other superfluous the later one goes.
 */
export function withoutOnePart(formula: Formula): Formula | undefined {
  const atoms = atomsOf(formula);
  if (atoms.length > mostComparisons || eachFieldOnce(atoms)) return undefined;
  const generic = genericOf(formula);
  const before = generic.read(formula);
  const ready = readyFor(all(...generic.given, before), generic.scene, generic.holdable);
  if (ready === undefined) return undefined;
  if (findReady(all(...generic.given, before), ready, budget) === 'none') return never;
  if (findReady(all(...generic.given, not(before)), ready, budget) === 'none') return always;
  const cost = costOf(formula);
  for (const { less, weaker } of lesser(formula)) {
    if (costOf(less) >= cost) continue;
    const after = generic.read(less);
    const apart = weaker ? all(...generic.given, after, not(before)) : all(...generic.given, before, not(after));
    if (findReady(apart, ready, budget) === 'none') return less;
  }
  return undefined;
}

function not(part: Formula): Formula {
  return { op: 'not', part };
}

function all(...parts: readonly Formula[]): Formula {
  return { op: 'and', parts };
}

/** Comparisons of different fields can turn out in every way: each of them counts. */
function eachFieldOnce(atoms: readonly Atom[]): boolean {
  const seen = new Set<Field>();
  let count = 0;
  for (const atom of atoms)
    for (const field of fieldsOf(atom)) {
      seen.add(field);
      count++;
    }
  return seen.size === count;
}

interface Lesser {
  readonly less: Formula;
  /** True where it holds whenever the formula does, false where the formula holds whenever it does. */
  readonly weaker: boolean;
}

/** The formula with one thing left out, larger parts first, of each junction the last first. */
function* lesser(formula: Formula): Generator<Lesser> {
  switch (formula.op) {
    case 'not':
      for (const { less, weaker } of lesser(formula.part)) yield { less: negate(less), weaker: !weaker };
      return;
    case 'and':
    case 'or': {
      const { op, parts } = formula;
      const join = op === 'and' ? allOf : anyOf;
      for (let i = parts.length - 1; i >= 0; i--) yield { less: join(parts.toSpliced(i, 1)), weaker: op === 'and' };
      for (let i = parts.length - 1; i >= 0; i--)
        for (const { less, weaker } of lesser(parts[i] ?? formula)) yield { less: join(parts.with(i, less)), weaker };
      return;
    }
    case 'atom':
      yield* lesserAtoms(formula);
  }
}

/** A list with one value less, a range with one bound less. */
function* lesserAtoms(atom: Atom): Generator<Lesser> {
  const { test } = atom;
  if (test.is === 'one of' && test.values.length <= mostValues)
    for (let i = test.values.length - 1; i >= 0; i--) {
      const values = test.values.toSpliced(i, 1);
      yield { less: { ...atom, test: { ...test, values } }, weaker: false };
    }
  if (test.is === 'overlaps' && test.options.length <= mostValues)
    for (let i = test.options.length - 1; i >= 0; i--) {
      const options = test.options.toSpliced(i, 1);
      yield { less: { ...atom, test: { ...test, options } }, weaker: false };
    }
  if (test.is === 'range' && test.low !== undefined && test.high !== undefined)
    for (const end of ['high', 'low'] as const)
      yield { less: { ...atom, test: { ...test, [end]: undefined } }, weaker: true };
}
