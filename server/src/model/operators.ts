// Which operators a field's type takes (the table of section 4 of the language).
import type { FieldTypeName } from '../syntax/ast.ts';
import type { Test } from '../syntax/ast-condition.ts';

export type Operator = Test['operator'];

const range: readonly Operator[] = ['is', 'is not', '>', '>=', '<', '<=', 'between', 'is one of'];
const time: readonly Operator[] = ['is', 'is not', 'after', 'before', 'between', 'in the last', 'in the next'];
const empties: readonly Operator[] = ['is empty', 'is not empty'];

const byType: Readonly<Record<FieldTypeName, readonly Operator[]>> = {
  text: ['is', 'is not', 'contains', 'starts with', 'ends with', 'is one of'],
  number: range,
  date: time,
  datetime: time,
  boolean: ['is'],
  choice: ['is', 'is not', 'is one of'],
  choices: ['contains', 'overlaps'],
  user: ['is', 'is not', 'is one of', 'is in'],
  group: ['is', 'is not', 'is one of', 'contains'],
  attachment: [],
};

/** The operators that a field of the type takes, those for empties last. */
export function operatorsOf(type: FieldTypeName): readonly Operator[] {
  return [...byType[type], ...empties];
}

export function takesOperator(type: FieldTypeName, operator: Operator): boolean {
  return byType[type].includes(operator) || empties.includes(operator);
}

/** After these, and in `between`, a field of the same type may stand for the value. */
const fieldOperators: ReadonlySet<Operator> = new Set<Operator>([
  'is',
  'is not',
  '<',
  '<=',
  '>',
  '>=',
  'after',
  'before',
  'between',
]);

export function takesField(operator: Operator): boolean {
  return fieldOperators.has(operator);
}
