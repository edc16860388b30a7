// A role that comes with a shared record, and lets share it on.
import { inForce } from '../access/question-scope.ts';
import { list } from '../catalogue/permission-set.ts';
import type { Role } from '../model/symbols.ts';
import { countPeople, someNames } from './count.ts';
import { holdersAt } from './memberships.ts';
import { byRole, type Report, type Rule, type RuleContext } from './rule.ts';
import { isSharing } from './stakes.ts';
import { writtenTrigger } from './written.ts';

export const selfPropagatingShare: Rule = byRole(
  {
    id: 'self-propagating-share',
    severity: 'warning',
    category: 'Overbroad and escalating',
    title: '`auto-share on share` in a role that grants sharing',
  },
  checkRole,
  { widely: true },
);

function checkRole({ model, today, place }: RuleContext, role: Role): Report[] {
  if (!role.autoShare.has('share') || !role.sound || !inForce(role, today)) return [];
  const sharing = list(role.permissions).find(isSharing);
  const word = writtenTrigger(role, 'share');
  if (sharing === undefined || word === undefined) return [];
  const grant = role.grants.find(({ permissions }) => permissions.includes(sharing));
  const related = grant === undefined ? [] : [{ place: place(grant.origin), message: 'it lets share records' }];
  const people = holdersAt(model, today, sharing, role.object);
  const first = people.size === 0 ? '' : `, first from ${countPeople(people.size)} (${someNames(people)})`;
  const message = `a share goes on without end${first}: whoever gets a record shared holds \`${role.name}\` for it, and that grants \`${sharing.constant}\``;
  return [{ place: place(word), message, related }];
}
