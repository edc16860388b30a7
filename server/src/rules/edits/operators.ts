// Operators that may stand in the place of one that a field does not take, with what they are asked about.
import { type Operator, operatorsOf, takesField } from '../../model/operators.ts';
import type { Origin } from '../../model/origin.ts';
import type { Problem } from '../../model/problem.ts';
import type { Field } from '../../model/symbols.ts';
import type { Comparison, Test } from '../../syntax/ast-condition.ts';
import { pathAt } from '../../syntax/ast-path.ts';
import type { Value } from '../../syntax/ast-value.ts';
import { parseDate, parseDateTime } from '../../text/calendar.ts';
import type { Fix } from '../finding.ts';
import type { RuleContext } from '../rule.ts';
import { fixOf } from './fix.ts';
import { changeTo, replacement } from './replace.ts';
import { textAt } from './written.ts';

/** With one value after them, the nearest in meaning first; and with several. */
const shapes: readonly (readonly Operator[])[] = [
  ['is', 'is not', '>', '>=', '<', '<=', 'after', 'before', 'contains', 'starts with', 'ends with'],
  ['is one of', 'overlaps'],
];

/** What means the same of another type. */
const alike: Readonly<Partial<Record<Operator, Operator>>> = {
  '>': 'after',
  '<': 'before',
  after: '>',
  before: '<',
  is: 'contains',
  'is in': 'is',
};

/** Takes a problem at an operator. */
export function mendOperator(context: RuleContext, { origin }: Problem, field: Field): Fix[] {
  const comparison = pathAt(origin.unit, origin.span.start).findLast((node) => 'field' in node && 'test' in node);
  if (comparison === undefined || !('test' in comparison)) return [];
  const { test } = comparison;
  if (test?.operatorSpan.start !== origin.span.start || field.type === undefined) return [];
  const denied = deny(context, origin, comparison, field);
  if (denied.length > 0) return denied;
  const operators = fitting(context, field, test);
  const [first] = operators;
  const isClear = first !== undefined && (operators.length === 1 || alike[test.operator] === first);
  return operators.flatMap((operator, i) => changeTo(context, origin, operator, { preferred: i === 0 && isClear }));
}

function fitting(context: RuleContext, field: Field, test: Test): Operator[] {
  const near = alike[test.operator];
  const shape = shapes.find((each) => each.includes(test.operator)) ?? [];
  const taken = new Set(field.type === undefined ? [] : operatorsOf(field.type));
  const ordered = new Set(near === undefined ? shape : [near, ...shape]);
  // The opposite is what nobody means.
  const all = [...ordered].filter((operator) => taken.has(operator) && operator !== 'is not');
  const values = valuesOf(test);
  return all.filter((operator) => values.every((value) => fits(context, field, operator, value)));
}

function valuesOf(test: Test): readonly Value[] {
  if ('values' in test) return test.values;
  if ('value' in test) return test.value === undefined ? [] : [test.value];
  if (!('group' in test) || test.group === undefined) return [];
  return [{ kind: 'name', span: test.group.span, ref: test.group }];
}

/** Whether the field takes the value after the operator. */
function fits({ model }: RuleContext, field: Field, operator: Operator, value: Value): boolean {
  switch (value.kind) {
    case 'string':
      return field.type === 'text' || field.options.includes(value.text);
    case 'number':
      return field.type === 'number';
    case 'date':
      return (field.type === 'date' || field.type === 'datetime') && parseDate(value.text) !== undefined;
    case 'datetime':
      return field.type === 'datetime' && parseDateTime(value.text) !== undefined;
    case 'current user':
      if (value.attribute !== undefined) return field.type === 'text';
      return field.type === (operator === 'contains' ? 'group' : 'user');
    case 'field':
      return takesField(operator) && field.object.fields.get(value.name?.text ?? '')?.type === field.type;
    case 'name': {
      const name = value.ref.name?.text ?? '';
      if (field.type === 'boolean') return name === 'true' || name === 'false';
      if (field.type === 'group') return operator !== 'contains' && model.groups.has(name);
      return field.type === 'user' && !model.groups.has(name);
    }
  }
}

/** `is not` of a field that has no such operator is `not` of what it has. */
function deny(context: RuleContext, origin: Origin, comparison: Comparison, field: Field): Fix[] {
  const { test } = comparison;
  if (test?.operator !== 'is not' || test.value === undefined) return [];
  const operator = field.type === 'choices' ? 'contains' : field.type === 'boolean' ? 'is' : undefined;
  if (operator === undefined || !fits(context, field, operator, test.value)) return [];
  const words = (span: Origin['span']) => textAt(context, { ...origin, span });
  const text = `not ${words(comparison.field.span)} ${operator} ${words(test.value.span)}`;
  return fixOf(context, `Change to \`${text}\``, replacement(context, origin, comparison.span, text));
}
