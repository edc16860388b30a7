// A custom role that nothing holds, names or shares.
import type { Role } from '../model/symbols.ts';
import { allRoles } from './roles.ts';
import type { Rule } from './rule.ts';

export const unusedRole: Rule = {
  id: 'unused-role',
  severity: 'warning',
  category: 'Without effect',
  title: 'a custom role that nobody holds and no service account names',
  check: ({ model, place }) => {
    const accounts = [...model.objects.values()].flatMap((object) => [...object.accounts.values()]);
    const named = new Set(accounts.flatMap((account) => account.roles.map(({ role }) => role)));
    // A name that is wrong there most likely means a role of the account's own object.
    const open = new Set(accounts.filter(({ rolesSound }) => !rolesSound).map(({ object }) => object));
    const mayBeMeant = ({ object }: Role) => object !== undefined && open.has(object);
    return allRoles(model).flatMap((role) => {
      const held = role.members.length > 0 || role.autoShare.size > 0 || named.has(role);
      // Of a role with an error it is not known who else it names.
      if (role.managed || held || !role.sound || role.origin === undefined || mayBeMeant(role)) return [];
      return [
        {
          place: place(role.origin),
          message: `nobody holds the role \`${role.name}\` and no service account names it`,
        },
      ];
    });
  },
};
