// Somebody who can create records of an object and then sees none of them.
import { inForce } from '../access/question-scope.ts';
import { has, intersection, isEmpty } from '../catalogue/permission-set.ts';
import { permission } from '../catalogue/permissions.ts';
import { principalPath } from '../model/lookup.ts';
import type { ObjectSymbol, Role } from '../model/symbols.ts';
import { holdersOf } from './holders.ts';
import { canAct, mayHoldMore } from './people.ts';
import { recordPermissions, seesSome } from './reading.ts';
import type { Report, Rule, RuleContext } from './rule.ts';

export const lostSight: Rule = {
  id: 'lost-sight',
  severity: 'info',
  category: 'Upkeep',
  title: 'people who can create records that they then cannot see',
  check: (context) => [...context.model.objects.values()].flatMap((object) => checkObject(context, object)),
};

function checkObject(context: RuleContext, object: ObjectSymbol): Report[] {
  // Whoever is assigned to a record, watches it or is mentioned in it sees it then; and what a broken policy opens is not known.
  if (object.recordShares.size > 0 || context.model.broken.objects.get(object)?.sight === true) return [];
  return [...object.roles.values()].flatMap((role) => checkRole(context, object, role));
}

function checkRole(context: RuleContext, object: ObjectSymbol, role: Role): Report[] {
  const { model, today, place } = context;
  const create = permission('CREATE_RECORDS');
  if (role.managed || !role.sound || create === undefined || !has(role.permissions, create) || !inForce(role, today))
    return [];
  const members = role.members.filter(
    ({ member }) => canAct(member) && !(member.kind === 'group' && mayHoldMore(model, member)),
  );
  const blind = members.filter(({ member }) => !seesSome(context, object, member));
  // Where nobody of the role sees any, and it is about more than creating, `role-without-data-access` tells.
  const isOfRecords = !isEmpty(intersection(role.permissions, recordPermissions));
  const holders = isOfRecords ? holdersOf(model, role).filter(canAct) : [];
  if (isOfRecords && !holders.some((holder) => seesSome(context, object, holder))) return [];
  return blind.map(({ member, origin }) => ({
    place: place(origin),
    message: `\`${principalPath(member)}\` can create records in \`${object.name}\` and then sees none of them`,
  }));
}
