// A custom role that does not say what it is for.
import { addProperty, toWrite } from './edits/fix.ts';
import { byRole, type Rule } from './rule.ts';

export const missingDescription: Rule = byRole(
  {
    id: 'missing-description',
    severity: 'info',
    category: 'Upkeep',
    title: 'a custom role that does not say what it is for',
  },
  (context, { managed, name, origin, description }) => {
    if (managed || origin === undefined || (description ?? '').trim() !== '') return [];
    const fixes = () => (description === undefined ? addProperty(context, origin, 'description ""', toWrite) : []);
    return [{ place: context.place(origin), message: `the role \`${name}\` has no \`description\``, fixes }];
  },
  { beside: 'nothing' },
);
