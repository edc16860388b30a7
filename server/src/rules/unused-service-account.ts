// An active service account that nothing names: nothing runs as it, and no policy is for it.
import { accountsIn } from './accounts.ts';
import { addProperty } from './edits/fix.ts';
import type { Rule } from './rule.ts';
import { unnamed } from './unnamed.ts';

export const unusedServiceAccount: Rule = {
  id: 'unused-service-account',
  severity: 'warning',
  category: 'Without effect',
  title: 'an active service account that no automation, agent, policy, condition, record or question names',
  check: (context) => {
    // One that cannot be read whole may be switched off; one that is has come to its end.
    const active = accountsIn(context.model).filter(({ inactive, sound }) => sound && !inactive);
    return unnamed(context, active).map(({ name, origin, roles }) => {
      const held =
        roles.length === 0 ? '' : `, and it holds ${roles.length === 1 ? 'a role' : `${roles.length} roles`}`;
      return {
        place: context.place(origin),
        message: `nothing runs as the service account \`${name}\` or names it${held}`,
        fixes: () => addProperty(context, origin, 'inactive', { title: `Switch \`${name}\` off` }),
      };
    });
  },
};
