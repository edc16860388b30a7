// A custom role that nothing holds, names or shares.
import { allRoles } from './roles.ts';
import type { Rule } from './rule.ts';

export const unusedRole: Rule = {
  id: 'unused-role',
  severity: 'warning',
  category: 'Without effect',
  title: 'a custom role that nobody holds and no service account names',
  check: ({ model, place }) => {
    const named = new Set(
      [...model.objects.values()].flatMap((object) =>
        [...object.accounts.values()].flatMap((account) => account.roles.map(({ role }) => role)),
      ),
    );
    return allRoles(model).flatMap((role) => {
      const held = role.members.length > 0 || role.autoShare.size > 0 || named.has(role);
      // Of a role with an error it is not known who else it names.
      if (role.managed || held || !role.sound || role.origin === undefined) return [];
      return [
        {
          place: place(role.origin),
          message: `nobody holds the role \`${role.name}\` and no service account names it`,
        },
      ];
    });
  },
};
