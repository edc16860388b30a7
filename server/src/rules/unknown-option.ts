// An option that its field does not have.
import type { Problem } from '../model/problem.ts';
import { pathAt } from '../syntax/ast-path.ts';
import { addOption } from './edits/options.ts';
import type { Fix } from './finding.ts';
import { fromModel, type RuleContext } from './rule.ts';

export const unknownOption = fromModel(
  {
    id: 'unknown-option',
    severity: 'error',
    category: 'Broken policy',
    title: 'an option that its field does not have',
  },
  createIt,
);

function createIt(context: RuleContext, { origin, about }: Problem): readonly Fix[] {
  const value = pathAt(origin.unit, origin.span.start).at(-1);
  if (about?.kind !== 'field' || value === undefined || !('text' in value) || typeof value.text !== 'string') return [];
  return value.text === '' ? [] : addOption(context, about, value.text);
}
