// A second declaration of a name in its scope, or a property that stands twice.
import type { Problem } from '../model/problem.ts';
import { pathAt } from '../syntax/ast-path.ts';
import { mendDeclaration } from './edits/second-declaration.ts';
import { mendItem } from './edits/second-item.ts';
import type { Fix } from './finding.ts';
import { fromModel, type RuleContext } from './rule.ts';

export const duplicateName = fromModel(
  {
    id: 'duplicate-name',
    severity: 'error',
    category: 'Broken policy',
    title: 'a second declaration of a name, or a property that stands twice',
  },
  mend,
);

function mend(context: RuleContext, problem: Problem): readonly Fix[] {
  const { unit, span } = problem.origin;
  const path = pathAt(unit, span.start);
  const declaration = path.findLast((node) => 'kind' in node && 'name' in node && node.name?.span.start === span.start);
  return declaration !== undefined && 'keyword' in declaration
    ? mendDeclaration(context, problem)
    : mendItem(context, problem, path);
}
