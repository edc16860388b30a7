// A custom role that does not say what it is for.
import { allRoles } from './roles.ts';
import type { Rule } from './rule.ts';

export const missingDescription: Rule = {
  id: 'missing-description',
  severity: 'info',
  category: 'Upkeep',
  title: 'a custom role that does not say what it is for',
  check: ({ model, place }) =>
    allRoles(model).flatMap((role) => {
      if (role.managed || role.origin === undefined || (role.description ?? '').trim() !== '') return [];
      return [{ place: place(role.origin), message: `the role \`${role.name}\` has no \`description\`` }];
    }),
};
