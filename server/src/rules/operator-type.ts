// An operator or value that the type of the field does not take.
import type { Problem } from '../model/problem.ts';
import { mendOperator } from './edits/operators.ts';
import { mendAssignee, mendMember, mendValue } from './edits/values.ts';
import type { Fix } from './finding.ts';
import { fromModel, type RuleContext } from './rule.ts';

export const operatorType = fromModel(
  {
    id: 'operator-type',
    severity: 'error',
    category: 'Broken policy',
    title: 'an operator or value that the type of the field does not take',
  },
  mend,
);

function mend(context: RuleContext, problem: Problem): readonly Fix[] {
  const { about: field } = problem;
  if (field?.kind !== 'field') return [...mendMember(context, problem), ...mendAssignee(context, problem)];
  return [...mendOperator(context, problem, field), ...mendValue(context, problem, field)];
}
