// A custom role that does not say what it is for.
import { addProperty, toWrite } from './edits/fix.ts';
import { allRoles } from './roles.ts';
import type { Rule } from './rule.ts';

export const missingDescription: Rule = {
  id: 'missing-description',
  severity: 'info',
  category: 'Upkeep',
  title: 'a custom role that does not say what it is for',
  check: (context) =>
    allRoles(context.model).flatMap((role) => {
      const { managed, name, origin, description } = role;
      if (managed || origin === undefined || (description ?? '').trim() !== '') return [];
      const fixes = () => (description === undefined ? addProperty(context, origin, 'description ""', toWrite) : []);
      return [{ place: context.place(origin), message: `the role \`${name}\` has no \`description\``, fixes }];
    }),
};
