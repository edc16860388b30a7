// An organization in which nobody can step in for its only administrator.
import type { Model } from '../model/model.ts';
import type { Origin } from '../model/origin.ts';
import { someNames } from './count.ts';
import { administrators, adminRoles } from './memberships.ts';
import type { Report, Rule, RuleContext } from './rule.ts';

export const noEmergencyAdmin: Rule = {
  id: 'no-emergency-admin',
  severity: 'warning',
  category: 'Overbroad and escalating',
  title: 'fewer than two active holders of `ADMIN` in an organization that declares people',
  check: (context) => check(context),
};

function check({ model, today, place }: RuleContext): Report[] {
  const people = [...administrators(model, today).keys()];
  const where = placeOf(model, today);
  if (people.length > 1 || where === undefined || model.broken.organization) return [];
  const active = [...model.users.values()].filter(({ inactive }) => !inactive);
  if (active.length < 2) return [];
  const message =
    people.length === 0
      ? 'nobody active holds `ADMIN`: nobody can step in when roles, policies or people have to be put right'
      : `${someNames(people)} alone holds \`ADMIN\`: nobody can step in when they are away, locked out or gone`;
  return [{ place: place(where), message }];
}

/** A project without an organization describes a part of one: its administrators may be declared elsewhere. */
function placeOf(model: Model, today: number): Origin | undefined {
  if (model.organization.origin === undefined) return undefined;
  const written = adminRoles(model, today).find(({ managed, origin }) => managed && origin !== undefined);
  return written?.origin ?? model.organization.origin;
}
