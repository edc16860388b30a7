// A condition or part of one that no record meets.
import { type ConstantPart, constantParts, constantQuestions } from './constant-parts.ts';
import { removePart } from './edits/constant-condition.ts';
import { quoted } from './quoted.ts';
import { byObject, type Report, type Rule, type RuleContext } from './rule.ts';

export const neverTrue: Rule = byObject(
  {
    id: 'never-true',
    severity: 'warning',
    category: 'Without effect',
    title: 'a condition or part of one that no record meets',
  },
  {
    pieces: (context) => constantQuestions(context, reportOf),
    object: (context, object) => constantParts(context, object).flatMap((part) => reportOf(context, part)),
    beside: 'nothing',
  },
);

function reportOf(context: RuleContext, part: ConstantPart): Report[] {
  const { origin, met, whom } = part;
  if (met !== 'never') return [];
  const place = context.place(origin);
  const forWhom = whom === undefined ? '' : ` for ${whom}`;
  const message = `no record meets ${quoted(context, place, 'this')}${forWhom}`;
  return [{ place, message, fixes: () => removePart(context, part) }];
}
