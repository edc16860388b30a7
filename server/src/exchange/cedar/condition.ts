// Conditions of policies as Cedar expressions: true of the same records, and never an error where a field or attribute is missing.
import type { Atom, Bound, Field, Formula, Literal, Operand } from '../../model/symbols.ts';
import { allOf, anyOf, type Expression, no, not, text, yes } from './expression.ts';
import { monthsOf, type Relative, relativeEnds } from './moments.ts';
import { fieldAttribute } from './names.ts';
import { comparedWith, decimalMethods, type Order } from './numbers.ts';
import { matched } from './patterns.ts';
import { quote } from './quote.ts';
import { attributeOf, type Need, present, type Value, written } from './values.ts';

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

/** The left side of a comparison. */
interface Subject extends Value {
  readonly field: Field;
}

function writeAtom({ field, test }: Atom, need: Need, holds: boolean): Expression {
  const found = present('resource', fieldAttribute(field), need);
  if (found === undefined) return no;
  const subject: Subject = { field, ...found };
  if (test.is === 'empty') return emptiness(subject);
  return allOf([text(subject.there), whereItIsThere(subject, test, need, holds)]);
}

type Test = Exclude<Atom['test'], { readonly is: 'empty' }>;

function whereItIsThere(subject: Subject, test: Test, need: Need, holds: boolean): Expression {
  const { field, value } = subject;
  switch (test.is) {
    case 'equals':
      return equality(subject, [test.value], need);
    case 'one of':
      return equality(subject, test.values, need);
    case 'range':
      return allOf([low(subject, test.low, need), high(subject, test.high, need)]);
    case 'relative':
      return relative(subject, test, need);
    case 'contains':
    case 'starts with':
    case 'ends with':
      return matched(value, test, need, holds);
    case 'has':
    case 'overlaps':
      return options(value, test.is === 'has' ? [test.option] : test.options, need);
    case 'in group':
      return text(`${value} in ${written(test.group, field, need)}`);
    case 'contains current user':
      return text(`principal in ${value}`);
  }
}

/** The empty text and the empty set of options are empty too, should a request say them. */
function emptiness({ field, there, value }: Subject): Expression {
  if (field.type === 'choices') return not(allOf([text(there), not(text(`${value}.isEmpty()`))]));
  return not(isText(field) ? allOf([text(there), text(`${value} != ""`)]) : text(there));
}

function isText({ type }: Field): boolean {
  return type === 'text' || type === 'choice' || type === 'attachment';
}

/** Whether the field is any of some operands. */
function equality(subject: Subject, values: readonly Operand[], need: Need): Expression {
  const literals = values.flatMap((value) => (value.kind === 'literal' ? [value.value] : []));
  const others = values.filter((value) => value.kind !== 'literal');
  return anyOf([equalToLiterals(subject, literals, need), ...others.map((value) => equalTo(subject, value, need))]);
}

/** A literal that no content of the field equals, such as the empty text, is left out. */
function equalToLiterals({ field, value }: Subject, literals: readonly Literal[], need: Need): Expression {
  const sound = literals.filter((literal) => literal !== '');
  const all = sound.map((literal) => written(literal, field, need)).filter((each) => each !== undefined);
  const [only] = all;
  if (only === undefined) return no;
  return text(all.length === 1 ? `${value} == ${only}` : `[${all.join(', ')}].contains(${value})`);
}

/** An empty text equals nothing, not even another. */
function equalTo({ field, value }: Subject, operand: Operand, need: Need): Expression {
  if (operand.kind === 'current user') return text(`${value} == principal`);
  const right = operand.kind === 'attribute' ? attributeOf(operand.name, need) : otherField(operand, need);
  if (right === undefined) return no;
  return allOf([text(right.there), text(`${value} == ${right.value}`), isText(field) ? text(`${value} != ""`) : yes]);
}

function otherField(operand: Operand, need: Need): Value | undefined {
  return operand.kind === 'field' ? present('resource', fieldAttribute(operand.field), need) : undefined;
}

function low(subject: Subject, bound: Bound | undefined, need: Need): Expression {
  return bound === undefined ? yes : bounded(subject, bound.open ? '>' : '>=', bound.value, need);
}

function high(subject: Subject, bound: Bound | undefined, need: Need): Expression {
  return bound === undefined ? yes : bounded(subject, bound.open ? '<' : '<=', bound.value, need);
}

function bounded(subject: Subject, order: Order, operand: Operand, need: Need): Expression {
  const { field, value } = subject;
  const other = otherField(operand, need);
  if (other !== undefined) return allOf([text(other.there), ordered(subject, order, other.value)]);
  if (operand.kind !== 'literal' || typeof operand.value !== 'number') return no;
  if (field.type === 'number') return comparedWith(value, order, operand.value);
  const right = written(operand.value, field, need);
  return right === undefined ? no : ordered(subject, order, right);
}

function ordered({ field, value }: Subject, order: Order, right: string): Expression {
  return text(field.type === 'number' ? `${value}.${decimalMethods[order]}(${right})` : `${value} ${order} ${right}`);
}

/** The text of a day has years of four digits. */
const mostMonths = 12_000;

function relative({ field, value }: Subject, test: Relative, need: Need): Expression {
  const months = monthsOf(test);
  if (months !== undefined && Math.abs(months) > mostMonths)
    need.reasons.add(
      `it reaches ${test.count} ${test.unit} away, and a request can say at most ${mostMonths / 12} years`,
    );
  if (months !== undefined) need.months.add(months);
  const ends = relativeEnds(test, field.type === 'datetime' ? 'datetime' : 'date');
  return allOf([text(`${value} >= ${ends.low}`), text(`${value} ${ends.highOpen ? '<' : '<='} ${ends.high}`)]);
}

function options(value: string, of: readonly string[], need: Need): Expression {
  if (of.some((option) => !option.isWellFormed())) need.reasons.add('an option is no text that Cedar can hold');
  const quoted = of.filter((option) => option !== '').map(quote);
  const [only] = quoted;
  if (only === undefined) return no;
  return text(quoted.length === 1 ? `${value}.contains(${only})` : `${value}.containsAny([${quoted.join(', ')}])`);
}
