// `ADMIN` granted by a custom role.
import { toManagedAdmin } from './edits/to-managed-admin.ts';
import { byRole, type Rule } from './rule.ts';

export const adminOutsideManagedRole: Rule = byRole(
  {
    id: 'admin-outside-managed-role',
    severity: 'warning',
    category: 'Overbroad and escalating',
    title: '`ADMIN` granted by a custom role',
  },
  (context, role) =>
    role.managed
      ? []
      : role.grants.flatMap((grant) =>
          grant.level === undefined && grant.permissions.some(({ constant }) => constant === 'ADMIN')
            ? [
                {
                  place: context.place(grant.origin),
                  message: `the custom role \`${role.name}\` grants \`ADMIN\`: the managed role \`Admin\` is there for that`,
                  fixes: () => toManagedAdmin(context, role, grant),
                },
              ]
            : [],
        ),
  { beside: 'nothing' },
);
