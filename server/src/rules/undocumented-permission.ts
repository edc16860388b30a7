// A grant of a constant that the platform's schema has and its documentation does not list.
import { byRole, type Rule } from './rule.ts';

export const undocumentedPermission: Rule = byRole(
  {
    id: 'undocumented-permission',
    severity: 'info',
    category: 'Upkeep',
    title: "a grant of one of the constants that the platform's documentation does not list",
  },
  ({ place }, role) =>
    role.grants.flatMap(({ level, permissions: [granted], origin }) =>
      // What a level includes is the platform's to say.
      level !== undefined || granted === undefined || granted.documented
        ? []
        : [
            {
              place: place(origin),
              message: `the platform's documentation does not list \`${granted.constant}\`: nothing says what it allows`,
            },
          ],
    ),
  { beside: 'nothing' },
);
