// A record that nothing declares.
import type { Problem } from '../model/problem.ts';
import { pathAt } from '../syntax/ast-path.ts';
import { writeName } from '../syntax/keywords.ts';
import { shift } from '../text/span.ts';
import { addDeclaration } from './edits/declare.ts';
import { fixOf } from './edits/fix.ts';
import { nameAt, writtenOf } from './edits/written.ts';
import type { Fix } from './finding.ts';
import { fromModel, type RuleContext } from './rule.ts';

export const unknownRecord = fromModel(
  {
    id: 'unknown-record',
    severity: 'error',
    category: 'Broken policy',
    title: 'a record that nothing declares',
  },
  (context, problem) => [...askOfObject(context, problem), ...createIt(context, problem)],
);

/** The name of an object: all of its records are meant. */
function askOfObject(context: RuleContext, { origin }: Problem): Fix[] {
  const name = nameAt(origin);
  const place = pathAt(origin.unit, origin.span.start).find((node) => 'kind' in node && node.kind === 'on');
  const written = writtenOf(context, origin);
  if (name === undefined || !context.model.objects.has(name) || place === undefined || written === undefined) return [];
  const { file, start } = written;
  const word = { start: place.span.start, end: place.span.start + 'on'.length };
  return fixOf(context, `Ask about all records: \`in ${writeName(name)}\``, [
    { file, edits: [{ span: shift(word, start), text: 'in' }] },
  ]);
}

/** Of so many objects any may be meant; more nobody wants to read. */
const mostObjects = 3;

/** Of which nothing is said. */
function createIt(context: RuleContext, { origin }: Problem): Fix[] {
  const name = nameAt(origin);
  const { objects } = context.model;
  if (name === undefined || name === '' || objects.has(name) || objects.size > mostObjects) return [];
  return [...objects.keys()].flatMap((object) => {
    const text = `record ${writeName(name)} in ${writeName(object)} {}`;
    const edits = addDeclaration(context, origin.file, 'record', text);
    return fixOf(context, `Declare record \`${name}\` in \`${object}\``, edits, { preferred: false });
  });
}
