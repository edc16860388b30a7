// A custom role that nothing holds, names or shares.
import type { Role } from '../model/symbols.ts';
import { removeDeclaration } from './edits/fix.ts';
import { accountsWith } from './holders.ts';
import { allRoles } from './roles.ts';
import type { Rule } from './rule.ts';
import { unnamed } from './unnamed.ts';

export const unusedRole: Rule = {
  id: 'unused-role',
  severity: 'warning',
  category: 'Without effect',
  title: 'a custom role that nobody holds and no service account names',
  check: (context) => {
    const { model, place } = context;
    const accounts = [...model.objects.values()].flatMap((object) => [...object.accounts.values()]);
    // A name that is wrong there most likely means a role of the account's own object.
    const open = new Set(accounts.filter(({ rolesSound }) => !rolesSound).map(({ object }) => object));
    const isFree = (role: Role) => {
      const held = role.members.length > 0 || role.autoShare.size > 0 || accountsWith(model, role).length > 0;
      // Of a role with an error it is not known who else it names.
      return !role.managed && !held && role.sound && !(role.object !== undefined && open.has(role.object));
    };
    return unnamed(context, allRoles(model).filter(isFree)).map(({ name, origin }) => ({
      place: place(origin),
      message: `nobody holds the role \`${name}\` and no service account names it`,
      fixes: () => removeDeclaration(context, `Remove the role \`${name}\``, origin, { safe: true }),
    }));
  },
};
