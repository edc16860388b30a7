// A formula in the language's own words, with parentheses only where they are needed.
import type { Atom, Formula } from '../model/symbols.ts';
import { printName, printOperand, printSymbol } from './print-value.ts';
import { isNotEmpty, saysIs, spellOut, spellRange } from './spell.ts';

/** How tightly what stands around a formula binds: inside `or`, `and` or `not`. */
type Around = 'or' | 'and' | 'not';
const tightness: Readonly<Record<Around, number>> = { or: 0, and: 1, not: 2 };

/** The condition's text on one line. The constants, which the language does not have, are `true` and `false`. */
export function printFormula(formula: Formula): string {
  return print(formula, 'or');
}

function print(formula: Formula, around: Around): string {
  switch (formula.op) {
    case 'true':
    case 'false':
      return formula.op;
    case 'atom':
      return printAtom(formula, around);
    case 'not':
      return printNegation(formula.part);
    case 'and':
    case 'or':
      return printJunction(formula.op, formula.parts, around);
  }
}

function printJunction(op: 'and' | 'or', parts: readonly Formula[], around: Around): string {
  const [only] = parts;
  if (only === undefined) return op === 'and' ? 'true' : 'false';
  if (parts.length === 1) return print(only, around);
  const text = parts.map((part) => print(part, op)).join(` ${op} `);
  return tightness[around] > tightness[op] ? `(${text})` : text;
}

function printNegation(part: Formula): string {
  if (part.op !== 'atom') return `not ${print(part, 'not')}`;
  const words = isNot(part);
  return words === undefined ? `not ${printAtom(part, 'not')}` : `${printName(part.field.name)} ${words}`;
}

/** What follows the field in a negated comparison that takes no `not` before it. */
function isNot(atom: Atom): string | undefined {
  const words = testWords(atom);
  if (!saysIs(atom) || words === undefined) return undefined;
  return words === isNotEmpty ? 'is empty' : words.replace('is', 'is not');
}

function printAtom(atom: Atom, around: Around): string {
  const words = testWords(atom);
  if (words !== undefined) return `${printName(atom.field.name)} ${words}`;
  return atom.test.is === 'range' ? print(spellOut(atom, atom.test), around) : 'false';
}

/** What follows the field; undefined where no one comparison says it. */
function testWords({ field, test }: Atom): string | undefined {
  const list = (texts: readonly string[]) => `(${texts.join(', ')})`;
  switch (test.is) {
    case 'empty':
      return 'is empty';
    case 'equals':
      return `is ${printOperand(test.value, field)}`;
    case 'one of':
      return `is one of ${list(test.values.map((value) => printOperand(value, field)))}`;
    case 'range':
      return spellRange(field, test)?.words;
    case 'relative':
      return `in the ${test.direction} ${test.count} ${test.unit}`;
    case 'contains':
    case 'starts with':
    case 'ends with':
      return `${test.is} ${printOperand(test.value, field)}`;
    case 'has':
      return `contains ${JSON.stringify(test.option)}`;
    case 'overlaps':
      return `overlaps ${list(test.options.map((option) => JSON.stringify(option)))}`;
    case 'in group':
      return `is in ${printSymbol(test.group, field)}`;
    case 'contains current user':
      return test.is;
  }
}
