// What becomes of a condition when the part goes that no record meets, or every record.

import { atomsOf } from '../../condition/operands.ts';
import type { Formula, Policy } from '../../model/symbols.ts';
import type { Step } from '../../syntax/ast.ts';
import { removeConstant } from '../../syntax/edits/remove-condition.ts';
import { removeItem } from '../../syntax/edits/remove-item.ts';
import type { ConstantPart } from '../constant-parts.ts';
import type { Fix } from '../finding.ts';
import type { EditContext, RuleContext } from '../rule.ts';
import type { WrittenCondition } from '../written-conditions.ts';
import { type FixOptions, fixOf, removeDeclaration } from './fix.ts';
import { declarationOf, writtenOf } from './written.ts';

/** Takes the part out with all that it decides: of a policy that may be its `when`, or the policy. */
export function removePart(context: RuleContext, { origin, met, written }: ConstantPart): Fix[] {
  const at = writtenOf(context, origin);
  if (at === undefined) return [];
  const { file, source, start } = at;
  const left = removeConstant(source, written.condition, { start, span: origin.span, value: met === 'always' });
  const options = { safe: written.of.kind !== 'question' && !changesByDay(written.formula) };
  if ('whole' in left)
    return left.whole ? removeCondition(context, written, options) : removePolicy(context, written, options);
  const title = met === 'always' ? 'Remove what every record meets' : 'Remove what no record meets';
  return fixOf(context, title, [{ file, edits: left }], options);
}

/** What holds today of a range that moves with the day may not hold of a day that a question asks about. */
export function changesByDay(formula: Formula): boolean {
  return atomsOf(formula).some(({ test }) => test.is === 'relative');
}

/** What is asked for every record needs no condition; what a question asks is its author's to say. */
export function removeCondition(
  context: EditContext,
  { of, origin }: Pick<WrittenCondition, 'of' | 'origin'>,
  options: FixOptions,
): Fix[] {
  const at = writtenOf(context, origin);
  if (at === undefined || of.kind === 'question') return [];
  const { file, source, start } = at;
  if (of.kind === 'step') {
    const end = start + origin.span.end;
    const edit = { span: { start: start + endOfTarget(of.step), end }, text: '' };
    return fixOf(context, 'Remove the condition', [{ file, edits: [edit] }], options);
  }
  const declared = of.policy.origin && declarationOf(context, of.policy.origin);
  const when = declared?.node.kind === 'policy' ? declared.node.items.find(({ kind }) => kind === 'when') : undefined;
  if (when === undefined) return [];
  const span = { start: start + when.span.start, end: start + when.span.end };
  return fixOf(context, 'Remove the condition', [{ file, edits: [removeItem(source, span)] }], options);
}

function endOfTarget({ word, object, span }: Step): number {
  return object?.span.end ?? word?.span.end ?? span.start;
}

function removePolicy(context: RuleContext, { of }: WrittenCondition, options: FixOptions): Fix[] {
  return of.kind === 'policy' ? removePolicyItself(context, of.policy, options) : [];
}

export function removePolicyItself(context: EditContext, { name, origin }: Policy, options: FixOptions): Fix[] {
  return origin === undefined ? [] : removeDeclaration(context, `Remove the policy \`${name}\``, origin, options);
}
