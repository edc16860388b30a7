// The smallest pair that still shows a difference, as far as leaving out parts one by one leads.
import type { Atom, Formula } from '../../../server/src/model/symbols.ts';
import { compare } from './compare.ts';
import type { Pair } from './pair.ts';
import type { Z3 } from './z3.ts';

export async function differencesOf(pair: Pair, z3: Z3): Promise<readonly string[]> {
  const judged = await compare(pair, z3);
  return judged.flatMap(({ outcome, words }) => (outcome === 'different' ? [words] : []));
}

export async function minimised(pair: Pair, z3: Z3): Promise<Pair> {
  for (const smaller of smallerPairs(pair))
    if ((await differencesOf(smaller, z3)).length > 0) return minimised(smaller, z3);
  return pair;
}

function* smallerPairs(pair: Pair): Generator<Pair> {
  for (const a of smaller(pair.a)) yield { ...pair, a };
  for (const b of smaller(pair.b)) yield { ...pair, b };
  for (const [field] of pair.known) yield { ...pair, known: new Map([...pair.known].filter(([of]) => of !== field)) };
}

function* smaller(formula: Formula): Generator<Formula> {
  if (formula.op === 'true') return;
  yield { op: 'true' };
  if (formula.op === 'false') return;
  yield { op: 'false' };
  switch (formula.op) {
    case 'not':
      yield formula.part;
      for (const part of smaller(formula.part)) yield { op: 'not', part };
      return;
    case 'and':
    case 'or':
      yield* formula.parts;
      if (formula.parts.length > 2)
        for (const part of formula.parts) yield { ...formula, parts: formula.parts.filter((each) => each !== part) };
      for (const [i, part] of formula.parts.entries())
        for (const less of smaller(part)) yield { ...formula, parts: formula.parts.with(i, less) };
      return;
    case 'atom':
      yield* smallerAtoms(formula);
  }
}

function* smallerAtoms(atom: Atom): Generator<Atom> {
  const { test } = atom;
  if (test.is === 'one of' && test.values.length > 1)
    for (const value of test.values)
      yield { ...atom, test: { ...test, values: test.values.filter((each) => each !== value) } };
  if (test.is === 'overlaps' && test.options.length > 1)
    for (const option of test.options)
      yield { ...atom, test: { ...test, options: test.options.filter((each) => each !== option) } };
  if (test.is === 'range' && test.low !== undefined && test.high !== undefined) {
    yield { ...atom, test: { ...test, low: undefined } };
    yield { ...atom, test: { ...test, high: undefined } };
  }
}
