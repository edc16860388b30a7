// A custom role of the organization of which one object alone makes any use.
import { isEmpty } from '../catalogue/permission-set.ts';
import { type Cascade, moveInto, overbroadCascades, whereUsed } from './cascade.ts';
import { count } from './count.ts';
import type { Report, Rule, RuleContext } from './rule.ts';

export const orgRoleUsedOnce: Rule = {
  id: 'org-role-used-once',
  severity: 'warning',
  category: 'Overbroad and escalating',
  title: 'an organization role of which only one object makes any use',
  // One that weighs more is reported by the reach of its grants.
  check: (context) =>
    overbroadCascades(context)
      .filter(({ weighty, used }) => isEmpty(weighty) && used.size === 1)
      .flatMap((cascade) => report(context, cascade)),
};

function report(context: RuleContext, cascade: Cascade): Report[] {
  const { role, used, reached } = cascade;
  const [object] = used.keys();
  if (role.origin === undefined || object === undefined || !fitsInto(cascade)) return [];
  const message = `\`${role.name}\` counts in ${count(reached, 'object')}, and only \`${object.name}\` makes any use of it`;
  return [
    {
      place: context.place(role.origin),
      message,
      related: whereUsed(context, cascade),
      fixes: () => moveInto(context, cascade),
    },
  ];
}

/** An object can grant all of it. */
function fitsInto({ role }: Cascade): boolean {
  return role.grants.every(({ permissions }) => permissions.every(({ scopes }) => scopes.includes('object')));
}
