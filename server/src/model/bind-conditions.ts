// Conditions to formulas: fields, operators and values resolved and checked against their types (section 4).
import type { Comparison, Condition, Test } from '../syntax/ast-condition.ts';
import { bindTest } from './bind-tests.ts';
import { resolveField } from './bind-values.ts';
import { type ObjectDraft, originOf, report, type Site } from './draft.ts';
import { operatorsOf, takesOperator } from './operators.ts';
import type { Field, Formula } from './symbols.ts';
import { listWords } from './words.ts';

/** The formula of a condition on the object's records; undefined where anything in it is wrong or missing. */
export function bindCondition(site: Site, condition: Condition | undefined, object: ObjectDraft): Formula | undefined {
  if (condition === undefined) {
    site.taint();
    return undefined;
  }
  switch (condition.kind) {
    case 'parenthesis':
      return bindCondition(site, condition.part, object);
    case 'not': {
      const part = bindCondition(site, condition.part, object);
      return part === undefined ? undefined : { op: 'not', part };
    }
    case 'and':
    case 'or': {
      const parts = condition.parts.map((part) => bindCondition(site, part, object));
      const whole = parts.filter((part) => part !== undefined);
      return whole.length === parts.length ? { op: condition.kind, parts: whole } : undefined;
    }
    case 'comparison':
      return bindComparison(site, condition, object);
  }
}

function bindComparison(site: Site, comparison: Comparison, object: ObjectDraft): Formula | undefined {
  const { test } = comparison;
  const field = resolveField(site, object, comparison.field);
  if (field === undefined) return undefined;
  if (test === undefined || field.type === undefined) {
    site.taint();
    return undefined;
  }
  if (!takesOperator(field.type, test.operator)) {
    reportOperator(site, field, test);
    return undefined;
  }
  const bound = bindTest(site, { field, object, test });
  if (bound === undefined) return undefined;
  const atom: Formula = { op: 'atom', field, test: bound, origin: originOf(site, comparison.span) };
  const negated = test.operator === 'is not' || test.operator === 'is not empty';
  return negated ? { op: 'not', part: atom } : atom;
}

function reportOperator(site: Site, field: Field, test: Test): void {
  const type = field.type ?? 'text';
  const operators = operatorsOf(type);
  const list = operators.map((operator) => `\`${operator}\``);
  const message = `\`${test.operator}\` does not fit the ${type} field \`${field.name}\`: it takes ${listWords(list, 'and')}`;
  report(site, 'operator-type', test.operatorSpan, { message, about: field });
}
