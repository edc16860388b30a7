// A service account that does not say what it is for.
import { addProperty, toWrite } from './edits/fix.ts';
import { byObject, type Rule } from './rule.ts';

export const missingPurpose: Rule = byObject(
  {
    id: 'missing-purpose',
    severity: 'info',
    category: 'Upkeep',
    title: 'a service account that does not say what it is for',
  },
  {
    object: (context, { accounts }) =>
      [...accounts.values()].flatMap((account) => {
        const { name, origin, purpose, sound } = account;
        // Of one that could not be read whole it is not known what it says.
        if (!sound || origin === undefined || (purpose ?? '').trim() !== '') return [];
        const fixes = () => (purpose === undefined ? addProperty(context, origin, 'purpose ""', toWrite) : []);
        return [{ place: context.place(origin), message: `the service account \`${name}\` has no \`purpose\``, fixes }];
      }),
    beside: 'nothing',
  },
);
