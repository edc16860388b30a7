// External people with more than one object's everyday work: roles of the organization, deletes, roles and policies.
import { inForce } from '../access/question-scope.ts';
import { list, setOf } from '../catalogue/permission-set.ts';
import type { Permission } from '../catalogue/types.ts';
import type { Model } from '../model/model.ts';
import { originIn } from '../model/profiles.ts';
import type { Group, Role, User } from '../model/symbols.ts';
import { countPeople, someNames } from './count.ts';
import { type Externals, externalsOf, isForExternals } from './externals.ts';
import { someConstants } from './quoted.ts';
import { byRole, type Report, type Rule, type RuleContext } from './rule.ts';
import { byWeight, isDeletion, managesAccess } from './stakes.ts';
import { usedObjects } from './uses.ts';

export const externalOverreach: Rule = byRole(
  {
    id: 'external-overreach',
    severity: 'warning',
    category: 'Overbroad and escalating',
    title: 'external people who hold a role of the organization, delete, or manage roles or policies',
  },
  checkRole,
  { widely: true, beside: 'nothing' },
);

function checkRole(context: RuleContext, role: Role): Report[] {
  const { model, today, place } = context;
  const isHeld = role.members.some(({ member }) => externalsOf(model, member) !== undefined);
  if (!isHeld || !inForce(role, today) || isForExternals(role)) return [];
  const stakes = atStake(role);
  if (stakes.length === 0) return [];
  return role.members.flatMap(({ member, origin }): Report[] => {
    const externals = externalsOf(model, member);
    if (externals === undefined) return [];
    const related = member.kind === 'user' ? [] : whereDeclared(externals, context);
    return [{ place: place(origin), message: messageOf(model, role, { member, externals, stakes }), related }];
  });
}

/** Whatever a role of the organization grants counts in every object. */
function atStake({ permissions, object }: Role): Permission[] {
  const weighs = (permission: Permission) => isDeletion(permission) || managesAccess(permission);
  return byWeight(object === undefined ? permissions : setOf(list(permissions).filter(weighs)));
}

interface Held {
  readonly member: User | Group;
  readonly externals: Externals;
  readonly stakes: readonly Permission[];
}

function messageOf(model: Model, role: Role, { member, externals, stakes }: Held): string {
  const { people, domain } = externals;
  const gives = `\`${role.name}\` gives them ${someConstants(stakes)} ${reachText(model, role, member, people)}`;
  if (domain !== undefined)
    return `\`${member.name}\` takes in whoever has an address at \`${domain}\`, ${countPeople(people.length)} today: ${gives}`;
  if (member.kind === 'user') return `${someNames([member])} is external: ${gives}`;
  return `${someNames(people)} of \`${member.name}\` ${people.length === 1 ? 'is' : 'are'} external: ${gives}`;
}

/** Where it counts, and in how many of the objects they have any use of it. */
function reachText(model: Model, { object }: Role, member: User | Group, people: readonly User[]): string {
  if (object !== undefined) return `in \`${object.name}\``;
  const { size } = model.objects;
  if (size === 0) return 'in the organization';
  const groups = people.flatMap((user) => [...(model.groupsOf.get(user) ?? [])]);
  const used = [...usedObjects(model, { names: new Set([member, ...people, ...groups]) }).keys()];
  const use = used.length === 0 ? 'none of them' : `${used.length} of them (${someNames(used)})`;
  return `in the organization and ${size === 1 ? 'its object' : `its ${size} objects`}, and they have any use of it in ${use}`;
}

/** The first few: where it is said of them that they are external. */
function whereDeclared({ people }: Externals, { model, place }: RuleContext): NonNullable<Report['related']> {
  return people.slice(0, 3).flatMap((user) => {
    const origin = originIn(model, user);
    return origin === undefined ? [] : [{ place: place(origin), message: `\`${user.name}\` is declared here` }];
  });
}
