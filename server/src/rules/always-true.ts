// A condition or part of one that every record meets.
import { constantParts } from './constant-parts.ts';
import { removePart } from './edits/constant-condition.ts';
import { quoted } from './quoted.ts';
import type { Rule } from './rule.ts';

export const alwaysTrue: Rule = {
  id: 'always-true',
  severity: 'warning',
  category: 'Without effect',
  title: 'a condition or part of one that every record meets',
  check: (context) =>
    constantParts(context).flatMap((part) => {
      const { origin, met, whom } = part;
      if (met !== 'always') return [];
      const place = context.place(origin);
      const forWhom = whom === undefined ? '' : ` for ${whom}`;
      return [
        {
          place,
          message: `every record meets ${quoted(context, place, 'this')}${forWhom}`,
          fixes: () => removePart(context, part),
        },
      ];
    }),
};
