// An object that nothing declares.
import type { Problem } from '../model/problem.ts';
import { pathAt } from '../syntax/ast-path.ts';
import { createObject } from './edits/create.ts';
import { nameAt } from './edits/written.ts';
import type { Fix } from './finding.ts';
import { fromModel, type RuleContext } from './rule.ts';

export const unknownObject = fromModel(
  {
    id: 'unknown-object',
    severity: 'error',
    category: 'Broken policy',
    title: 'an object that nothing declares',
  },
  createIt,
);

/** Not for a name of something in it: that would be missing next. */
function createIt(context: RuleContext, { origin }: Problem): readonly Fix[] {
  const name = nameAt(origin);
  const qualifies = pathAt(origin.unit, origin.span.start).some(
    (node) => 'qualifier' in node && node.qualifier?.span.start === origin.span.start,
  );
  return name === undefined || qualifies ? [] : createObject(context, { file: origin.file, name });
}
