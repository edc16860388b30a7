// Conditions of policies as Cedar expressions: true of the same records, and never an error where a field or attribute is missing.
import type { Atom, Bound, Field, Formula, Literal, Operand } from '../../model/symbols.ts';
import { allOf, anyOf, type Expression, no, not, text } from './expression.ts';
import { monthsOf, type Relative, relativeEnds } from './moments.ts';
import { access, fieldAttribute, groupName, presence, uid } from './names.ts';
import { comparedWith, decimalMethods, type Order } from './numbers.ts';
import { matched } from './patterns.ts';
import { quote } from './quote.ts';
import { attributeOf, type Need, present, written } from './values.ts';

export interface Written {
  readonly expression: Expression;
  /** Why it cannot be written; empty where it is. */
  readonly reasons: readonly string[];
  readonly need: Need;
}

/** `valuesOf`: every value that a user has of an attribute; a pattern of Cedar's cannot hold an attribute itself. */
export function writeCondition(formula: Formula, valuesOf: (attribute: string) => readonly string[]): Written {
  const need: Need = { months: new Set(), attributes: new Set(), reasons: new Set(), valuesOf };
  const expression = write(formula, need, true);
  return { expression, reasons: [...need.reasons].sort(), need };
}

/** `holds`: whether it stands under an even number of negations, so that to be true is to open records. */
function write(formula: Formula, need: Need, holds: boolean): Expression {
  switch (formula.op) {
    case 'true':
    case 'false':
      return { op: formula.op };
    case 'and':
      return allOf(formula.parts.map((part) => write(part, need, holds)));
    case 'or':
      return anyOf(formula.parts.map((part) => write(part, need, holds)));
    case 'not':
      return not(write(formula.part, need, !holds));
    case 'atom':
      return writeAtom(formula, need, holds);
  }
}

function writeAtom(atom: Atom, need: Need, holds: boolean): Expression {
  const { field, test } = atom;
  if (!fieldAttribute(field).isWellFormed()) {
    need.reasons.add('the name of a field is no text that Cedar can hold');
    return no;
  }
  const left = access('resource', fieldAttribute(field));
  const there = presence('resource', fieldAttribute(field));
  switch (test.is) {
    case 'empty':
      return emptiness(field, there, left);
    case 'equals':
      return equality(field, left, [test.value], need);
    case 'one of':
      return equality(field, left, test.values, need);
    case 'range':
      return allOf([text(there), end(field, left, test.low, need), end(field, left, test.high, need, true)]);
    case 'relative':
      return allOf([text(there), relative(field, left, test, need)]);
    case 'contains':
    case 'starts with':
    case 'ends with':
      return allOf([text(there), matched(left, test, need, holds)]);
    case 'has':
    case 'overlaps':
      return allOf([text(there), options(left, test.is === 'has' ? [test.option] : test.options, need)]);
    case 'in group':
      return allOf([text(there), text(`${left} in ${written(test.group, field, need)}`)]);
    case 'contains current user':
      return allOf([text(there), text(`principal in ${left}`)]);
  }
}

/** The empty text and the empty set of options are empty too, should a request say them. */
function emptiness(field: Field, there: string, left: string): Expression {
  const missing = not(text(there));
  if (field.type === 'choices') return anyOf([missing, text(`${left}.isEmpty()`)]);
  return isText(field) ? anyOf([missing, text(`${left} == ""`)]) : missing;
}

function isText({ type }: Field): boolean {
  return type === 'text' || type === 'choice' || type === 'attachment';
}

/** Whether the field is any of some operands. */
function equality(field: Field, left: string, values: readonly Operand[], need: Need): Expression {
  const there = text(presence('resource', fieldAttribute(field)));
  const literals = values.flatMap((value) => (value.kind === 'literal' ? [value.value] : []));
  const others = values.filter((value) => value.kind !== 'literal');
  return anyOf([
    allOf([there, equalToLiterals(field, left, literals, need)]),
    ...others.map((value) => allOf([there, equalTo(field, left, value, need)])),
  ]);
}

function equalToLiterals(field: Field, left: string, literals: readonly Literal[], need: Need): Expression {
  const sound = literals.filter((literal) => literal !== '');
  const all = sound.map((literal) => written(literal, field, need)).filter((each) => each !== undefined);
  const [only] = all;
  if (only === undefined) return no;
  return text(all.length === 1 ? `${left} == ${only}` : `[${all.join(', ')}].contains(${left})`);
}

/** An empty text equals nothing, not even another. */
function equalTo(field: Field, left: string, operand: Operand, need: Need): Expression {
  if (operand.kind === 'current user') return text(`${left} == principal`);
  const right = operand.kind === 'attribute' ? attributeOf(operand.name, need) : otherField(operand, need);
  if (right === undefined) return no;
  const said = isText(field) ? text(`${left} != ""`) : text(right.there);
  return allOf([text(right.there), text(`${left} == ${right.value}`), said]);
}

function otherField(operand: Operand, need: Need): { readonly there: string; readonly value: string } | undefined {
  if (operand.kind !== 'field') return undefined;
  return present('resource', fieldAttribute(operand.field), need);
}

/** One end of a range; without a bound it is open. */
function end(field: Field, left: string, bound: Bound | undefined, need: Need, isHigh = false): Expression {
  if (bound === undefined) return { op: 'true' };
  const order: Order = isHigh ? (bound.open ? '<' : '<=') : bound.open ? '>' : '>=';
  const { value } = bound;
  if (value.kind === 'field') {
    const right = present('resource', fieldAttribute(value.field), need);
    if (right === undefined) return no;
    return allOf([text(right.there), ordered(field, left, order, right.value)]);
  }
  if (value.kind !== 'literal' || typeof value.value !== 'number') return no;
  if (field.type === 'number') return comparedWith(left, order, value.value);
  const right = written(value.value, field, need);
  return right === undefined ? no : ordered(field, left, order, right);
}

function ordered(field: Field, left: string, order: Order, right: string): Expression {
  return text(field.type === 'number' ? `${left}.${decimalMethods[order]}(${right})` : `${left} ${order} ${right}`);
}

function relative(field: Field, left: string, test: Relative, need: Need): Expression {
  const months = monthsOf(test);
  if (months !== undefined) need.months.add(months);
  const { low, high, highOpen } = relativeEnds(test, field.type === 'datetime' ? 'datetime' : 'date');
  return allOf([text(`${left} >= ${low}`), text(`${left} ${highOpen ? '<' : '<='} ${high}`)]);
}

function options(left: string, of: readonly string[], need: Need): Expression {
  if (of.some((option) => !option.isWellFormed())) need.reasons.add('an option is no text that Cedar can hold');
  const quoted = of.filter((option) => option !== '').map(quote);
  const [only] = quoted;
  if (only === undefined) return no;
  return text(quoted.length === 1 ? `${left}.contains(${only})` : `${left}.containsAny([${quoted.join(', ')}])`);
}
