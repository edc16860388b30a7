// What makes two formulas the same one: a key that two have in common where they say the same in the same words.
import type { AtomTest, Bound, Field, Formula, Literal, Operand } from '../model/symbols.ts';

const formulaKeys = new WeakMap<Formula, string>();
const symbolKeys = new WeakMap<object, string>();
let symbols = 0;

/** A text that is equal for formulas of equal structure, whatever their origins. It holds within one run only. */
export function keyOf(formula: Formula): string {
  const known = formulaKeys.get(formula);
  if (known !== undefined) return known;
  const key = makeKey(formula);
  formulaKeys.set(formula, key);
  return key;
}

/** A text for a symbol: symbols are equal only to themselves. */
export function symbolKey(symbol: object): string {
  const known = symbolKeys.get(symbol);
  if (known !== undefined) return known;
  const key = `#${symbols++}`;
  symbolKeys.set(symbol, key);
  return key;
}

function literalKey(value: Literal): string {
  return typeof value === 'object' ? symbolKey(value) : JSON.stringify(value);
}

function makeKey(formula: Formula): string {
  switch (formula.op) {
    case 'true':
    case 'false':
      return formula.op;
    case 'not':
      return `!${keyOf(formula.part)}`;
    case 'and':
    case 'or':
      return `(${formula.parts.map(keyOf).join(formula.op === 'and' ? '&' : '|')})`;
    case 'atom':
      return `${fieldKey(formula.field)}[${testKey(formula.test)}]`;
  }
}

function fieldKey(field: Field): string {
  return symbolKey(field);
}

function testKey(test: AtomTest): string {
  switch (test.is) {
    case 'equals':
    case 'contains':
    case 'starts with':
    case 'ends with':
      return `${test.is} ${operandKey(test.value)}`;
    case 'one of':
      return `one of ${test.values.map(operandKey).join()}`;
    case 'range':
      return `${boundKey(test.low)}..${boundKey(test.high)}`;
    case 'relative':
      return `${test.direction} ${test.count} ${test.unit}`;
    case 'has':
      return `has ${literalKey(test.option)}`;
    case 'overlaps':
      return `overlaps ${test.options.map(literalKey).join()}`;
    case 'in group':
      return `in ${symbolKey(test.group)}`;
    case 'empty':
    case 'contains current user':
      return test.is;
  }
}

function boundKey(bound: Bound | undefined): string {
  return bound === undefined ? '' : `${operandKey(bound.value)}${bound.open ? 'o' : 'c'}`;
}

export function operandKey(operand: Operand): string {
  switch (operand.kind) {
    case 'literal':
      return literalKey(operand.value);
    case 'current user':
      return 'me';
    case 'attribute':
      return `me.${JSON.stringify(operand.name)}`;
    case 'field':
      return `field ${symbolKey(operand.field)}`;
  }
}
