// An object that nothing declares.
import type { Problem } from '../model/problem.ts';
import { pathAt } from '../syntax/ast-path.ts';
import type { Ref } from '../syntax/ast-value.ts';
import { writeName } from '../syntax/keywords.ts';
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

/** With what is named of it: that would be missing next. */
function createIt(context: RuleContext, { origin }: Problem): readonly Fix[] {
  const name = nameAt(origin);
  const path = pathAt(origin.unit, origin.span.start);
  const ref = path.find((node): node is Ref => 'qualifier' in node && node.qualifier?.span.start === origin.span.start);
  if (name === undefined) return [];
  const missing = { file: origin.file, name };
  if (ref?.name === undefined) return createObject(context, missing);
  const own = writeName(ref.name.text);
  const isRole = path.some((node) => 'kind' in node && node.kind === 'roles');
  return createObject(context, missing, isRole ? `role ${own} {}` : `service account ${own}`);
}
