// A role by auto-share that carries what nobody should be able to hand out in passing.
import { inForce } from '../access/question-scope.ts';
import { list, setOf } from '../catalogue/permission-set.ts';
import { type Relating, relatings } from '../catalogue/set-off.ts';
import type { Permission } from '../catalogue/types.ts';
import type { ObjectSymbol, Role, User } from '../model/symbols.ts';
import { countPeople, someNames } from './count.ts';
import { administrators, holdersAt } from './memberships.ts';
import { someConstants } from './quoted.ts';
import { byRole, type Report, type Rule, type RuleContext } from './rule.ts';
import { byWeight, isAdministration, isDeletion, isSharing } from './stakes.ts';
import { writtenTrigger } from './written.ts';

export const autoShareEscalation: Rule = byRole(
  {
    id: 'auto-share-escalation',
    severity: 'warning',
    category: 'Overbroad and escalating',
    title: 'an auto-share role that carries administration, deletes or sharing',
  },
  checkRole,
  { widely: true },
);

function checkRole(context: RuleContext, role: Role): Report[] {
  if (role.autoShare.size === 0 || !role.sound || !inForce(role, context.today)) return [];
  const words = relatings.filter(({ word }) => [...role.autoShare].some((each) => each === word));
  const [heaviest] = words;
  const carried = byWeight(setOf(list(role.permissions).filter(weighs)));
  // What a share hands on by itself is another finding.
  if (heaviest?.word === 'share' && carried.every(isSharing)) return [];
  const origin = heaviest === undefined ? undefined : writtenTrigger(role, heaviest.word);
  if (heaviest === undefined || origin === undefined || carried.length === 0) return [];
  const others =
    words.length > 1
      ? `, as on \`${words
          .slice(1)
          .map(({ word }) => word)
          .join('`, `')}\``
      : '';
  const message = `whoever ${heaviest.received} holds ${someConstants(carried)} there by \`${role.name}\`${others}: ${givers(context, role, { heaviest, carried })}`;
  return [{ place: context.place(origin), message, related: steps(context, role, { heaviest, carried }) }];
}

function weighs(permission: Permission): boolean {
  return isAdministration(permission) || isDeletion(permission) || isSharing(permission);
}

interface Escalation {
  readonly heaviest: Relating;
  readonly carried: readonly Permission[];
}

/** Who can hand the role out, and how many of them lack themselves what it carries. */
function givers(context: RuleContext, { object }: Role, { heaviest, carried }: Escalation): string {
  const { model, today } = context;
  const where = object === undefined ? 'in some object' : `in \`${object.name}\``;
  const can = `can ${heaviest.given} ${where}`;
  const administrating = administrators(model, today);
  const people = [...who(context, heaviest, object)].filter((user) => !administrating.has(user));
  if (people.length === 0) return `today only administrators ${can}`;
  const lacking = people.filter((user) => carried.some((each) => !holdersAt(model, today, each, object).has(user)));
  const own = lacking.length === 0 ? '' : `, ${lacking.length} of them without holding that themselves`;
  return `${countPeople(people.length)} ${can} (${someNames(people)})${own}`;
}

function who(
  { model, today }: RuleContext,
  { permission }: Relating,
  object: ObjectSymbol | undefined,
): ReadonlySet<User> {
  return permission === undefined ? new Set() : holdersAt(model, today, permission, object);
}

/** From who can hand it out to what it grants. */
function steps(context: RuleContext, role: Role, { heaviest, carried }: Escalation): NonNullable<Report['related']> {
  const { model, today, place } = context;
  const { permission, given } = heaviest;
  const giving = [...model.roles.values(), ...(role.object?.roles.values() ?? [])].flatMap((other) => {
    const grant = other.grants.find(({ permissions }) => permission !== undefined && permissions.includes(permission));
    const isFirst = grant !== undefined && other.members.length > 0 && inForce(other, today);
    return isFirst ? [{ place: place(grant.origin), message: `1. \`${other.name}\` lets its members ${given}` }] : [];
  });
  const carrying = role.grants
    .filter(({ permissions }) => permissions.some((each) => carried.includes(each)))
    .map(({ origin }) => ({ place: place(origin), message: `2. \`${role.name}\` hands this out` }));
  return [...giving.slice(0, 3), ...carrying];
}
