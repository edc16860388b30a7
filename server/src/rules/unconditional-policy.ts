// A policy without a condition: it opens every record.
import { principalPath } from '../model/lookup.ts';
import { listWords } from '../model/words.ts';
import { byObject, type Rule } from './rule.ts';

export const unconditionalPolicy: Rule = byObject(
  {
    id: 'unconditional-policy',
    severity: 'info',
    category: 'Upkeep',
    title: 'a policy without `when`',
  },
  {
    object: ({ place }, object) =>
      object.policies.flatMap((policy) => {
        const { origin, when, conditional, isDefault, to } = policy;
        if (isDefault || conditional || when === undefined || origin === undefined) return [];
        const names = to.map(({ subject }) => `\`${principalPath(subject)}\``);
        const message = `\`${policy.name}\` shows ${listWords(names, 'and')} every record of \`${object.name}\``;
        // An account that reports on everything is nothing rare.
        const accounts = to.every(({ subject }) => subject.kind === 'service account');
        return [{ place: place(origin), message, ...(accounts ? { severity: 'hint' as const } : {}) }];
      }),
    beside: 'nothing',
  },
);
