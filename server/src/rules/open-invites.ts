// Invitations of any address, while more people than the administrators may invite.
import { permission } from '../catalogue/permissions.ts';
import { countPeople, someNames } from './count.ts';
import { administrators, holdersAt } from './memberships.ts';
import { type Report, type Rule, type RuleContext, replacements } from './rule.ts';
import { writtenInvites } from './written.ts';

export const openInvites: Rule = {
  id: 'open-invites',
  severity: 'warning',
  category: 'Overbroad and escalating',
  title: '`any-domain`, while somebody beside the holders of `ADMIN` can invite',
  check: (context) => check(context),
};

function check({ model, today, place }: RuleContext): Report[] {
  const { organization } = model;
  const [word, invite] = [writtenInvites(organization), permission('CREATE_ORGANIZATION_USERS')];
  if (organization.invites !== 'any-domain' || word === undefined || invite === undefined) return [];
  const administrating = administrators(model, today);
  const people = [...holdersAt(model, today, invite, undefined)].filter((user) => !administrating.has(user));
  if (people.length === 0) return [];
  const related = [...model.roles.values()].flatMap(({ grants, name }) =>
    grants
      .filter(({ permissions }) => permissions.includes(invite))
      .map(({ origin }) => ({ place: place(origin), message: `\`${name}\` lets its members invite` })),
  );
  const message = `under \`any-domain\` ${countPeople(people.length)} who ${people.length === 1 ? 'is' : 'are'} no administrator, ${someNames(people)}, can invite any address at all`;
  const fixes = organization.domains.length === 0 ? [] : replacements(place(word), ['allowed-domains']);
  return [{ place: place(word), message, related, fixes }];
}
