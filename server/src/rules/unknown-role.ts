// A role that nothing declares.
import type { Problem } from '../model/problem.ts';
import { createRole } from './edits/create.ts';
import { nameAt } from './edits/written.ts';
import type { Fix } from './finding.ts';
import { fromModel, type RuleContext } from './rule.ts';

export const unknownRole = fromModel(
  {
    id: 'unknown-role',
    severity: 'error',
    category: 'Broken policy',
    title: 'a role that nothing declares',
  },
  createIt,
);

/** A role that grants nothing, where it was looked for first. */
function createIt(context: RuleContext, { origin, about }: Problem): readonly Fix[] {
  const name = nameAt(origin);
  const object = about?.kind === 'object' ? about : undefined;
  if (name === undefined || object?.type === 'table') return [];
  return createRole(context, object, { file: origin.file, name });
}
