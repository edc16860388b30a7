// Somebody who can create records of an object and then sees none of them.
import { inForce } from '../access/question-scope.ts';
import { has, overlaps } from '../catalogue/permission-set.ts';
import { permission } from '../catalogue/permissions.ts';
import { principalPath } from '../model/lookup.ts';
import type { ObjectSymbol, Principal, Role } from '../model/symbols.ts';
import { holdersOf, isHeldBy } from './holders.ts';
import { canAct, mayHoldMore } from './people.ts';
import { readingRoles, readPermissions, recordPermissions, seesSome } from './reading.ts';
import { byObject, type Report, type Rule, type RuleContext } from './rule.ts';

export const lostSight: Rule = byObject(
  {
    id: 'lost-sight',
    severity: 'info',
    category: 'Upkeep',
    title: 'people who can create records that they then cannot see',
  },
  { object: checkObject, beside: (_, role, granted) => creates(role) && overlaps(granted, readPermissions) },
);

function checkObject(context: RuleContext, object: ObjectSymbol): Report[] {
  // Whoever is assigned to a record, watches it or is mentioned in it sees it then; and what a broken policy opens is not known.
  if (object.recordShares.size > 0 || context.model.broken.objects.get(object)?.sight === true) return [];
  const { model, today } = context;
  const creating = [...object.roles.values()].filter((role) => creates(role) && inForce(role, today));
  const reading = creating.length === 0 ? [] : readingRoles(model, object, today);
  const known = new Map<Principal, boolean>();
  const reads = (member: Principal) => {
    const found = known.get(member) ?? reading.some((role) => isHeldBy(model, role, member));
    known.set(member, found);
    return found;
  };
  return creating.flatMap((role) => checkRole(context, object, role, reads));
}

function creates({ managed, sound, permissions }: Role): boolean {
  const create = permission('CREATE_RECORDS');
  return !managed && sound && create !== undefined && has(permissions, create);
}

type Reads = (member: Principal) => boolean;

function checkRole(context: RuleContext, object: ObjectSymbol, role: Role, reads: Reads): Report[] {
  const { model, place } = context;
  const members = role.members.filter(
    ({ member }) => canAct(member) && !(member.kind === 'group' && mayHoldMore(model, member)),
  );
  // That some of a member may not even read is told by `write-without-read`.
  const blind = members.filter(({ member }) => !seesSome(context, object, member) && reads(member));
  // Where nobody of the role sees any, and it is about more than creating, `role-without-data-access` tells.
  const isOfRecords = overlaps(role.permissions, recordPermissions);
  const holders = isOfRecords ? holdersOf(model, role).filter(canAct) : [];
  if (isOfRecords && !holders.some((holder) => seesSome(context, object, holder))) return [];
  return blind.map(({ member, origin }) => ({
    place: place(origin),
    message: `\`${principalPath(member)}\` can create records in \`${object.name}\` and then sees none of them`,
  }));
}
