// Single comparisons without what they say twice.
import { never } from '../model/formulas.ts';
import type { Atom, Formula, Operand } from '../model/symbols.ts';
import { operandKey } from './key.ts';

/** The same comparison: of each value in a list one, and a range between twice the same as what it comes to. */
export function tidy(atom: Atom): Formula {
  const { test } = atom;
  switch (test.is) {
    case 'one of': {
      const values = [...new Map(test.values.map((value) => [operandKey(value), value])).values()];
      return equalToAny(atom, values, test.values.length);
    }
    case 'overlaps': {
      const options = [...new Set(test.options)];
      const [only] = options;
      if (only !== undefined && options.length === 1) return { ...atom, test: { is: 'has', option: only } };
      return options.length === test.options.length ? atom : { ...atom, test: { is: 'overlaps', options } };
    }
    case 'range': {
      const { low, high } = test;
      if (low === undefined || high === undefined || operandKey(low.value) !== operandKey(high.value)) return atom;
      return low.open || high.open ? never : { ...atom, test: { is: 'equals', value: low.value } };
    }
    default:
      return atom;
  }
}

function equalToAny(atom: Atom, values: readonly Operand[], before: number): Formula {
  const [only] = values;
  if (only !== undefined && values.length === 1) return { ...atom, test: { is: 'equals', value: only } };
  return values.length === before ? atom : { ...atom, test: { is: 'one of', values } };
}
