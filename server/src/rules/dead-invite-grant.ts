// The right to invite where only administrators may.

import { grantsAdmin } from '../access/permission-ways.ts';
import { permission } from '../catalogue/permissions.ts';
import type { Model } from '../model/model.ts';
import { at } from '../model/origin.ts';
import { removeElement } from './edits/fix.ts';
import { byRole, type Report, type Rule, type RuleContext } from './rule.ts';

const invite = permission('CREATE_ORGANIZATION_USERS');

export const deadInviteGrant: Rule = byRole(
  {
    id: 'dead-invite-grant',
    severity: 'warning',
    category: 'Without effect',
    title: '`CREATE_ORGANIZATION_USERS` while only administrators may invite',
  },
  (context, role) => {
    const { model, place } = context;
    if (role.managed || grantsAdmin(role) || !isForAdminsOnly(model)) return [];
    const dead = role.grants.filter(({ level, permissions }) => level === undefined && permissions[0] === invite);
    return dead.map(({ origin }): Report => {
      const message = `\`CREATE_ORGANIZATION_USERS\` does nothing: under \`admins-only\` holders of \`ADMIN\` alone invite`;
      const fixes = () => removeElement(context, 'Remove `CREATE_ORGANIZATION_USERS`', origin);
      return { place: place(origin), message, related: saidBy(context), fixes };
    });
  },
  { beside: 'nothing' },
);

/** What an error in the organization hides might have opened it to more. */
function isForAdminsOnly({ organization, broken }: Model): boolean {
  if (organization.invites !== 'admins-only') return false;
  return organization.origin === undefined ? !broken.organization : organization.origin.unit.problems.length === 0;
}

/** Where `invites` stands, if it does. */
function saidBy({ model, place }: RuleContext): { place: Report['place']; message: string }[] {
  const { origin } = model.organization;
  const declaration = origin?.unit.declaration;
  if (origin === undefined || declaration?.kind !== 'organization') return [];
  const invites = declaration.items.find((item) => item.kind === 'invites');
  const span = invites?.span ?? origin.span;
  const message = invites === undefined ? 'the organization says nothing of `invites`' : 'it is said here';
  return [{ place: place(at(origin, span)), message }];
}
