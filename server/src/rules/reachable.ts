// Who can make an automation or agent run for the sake of the run: by permission, or from outside of the organization.
import { inForce, rolesAt } from '../access/question-scope.ts';
import { has } from '../catalogue/permission-set.ts';
import { occasionOf, reachingAgents } from '../catalogue/set-off.ts';
import type { Permission } from '../catalogue/types.ts';
import type { User } from '../model/symbols.ts';
import type { Runner } from './acting.ts';
import { activePeople, administrators, holdersAt } from './memberships.ts';
import type { Report, RuleContext } from './rule.ts';

export interface Reachable {
  /** The active people who can, in the order of the project; administrators, who can do it all anyway, are left out. */
  readonly people: readonly User[];
  /** What they do, "chat with it". */
  readonly by: string;
  /** What somebody outside does, "sends an e-mail". */
  readonly outside: string | undefined;
  /** What it takes of people of the organization. */
  readonly permission: Permission | undefined;
}

/** Undefined where nothing but a change of a record, an answer or the clock sets it off. */
export function reachableBy({ model, today }: RuleContext, runner: Runner): Reachable | undefined {
  const trigger = runner.kind === 'automation' ? runner.trigger : undefined;
  const occasion =
    runner.kind === 'agent' ? { permission: reachingAgents, outside: undefined } : occasionOf(trigger ?? '');
  if (occasion === undefined) return undefined;
  const administrating = administrators(model, today);
  const holders = occasion.permission === undefined ? [] : holdersAt(model, today, occasion.permission, runner.object);
  const people = [...holders].filter((user) => !administrating.has(user)).sort((a, b) => a.index - b.index);
  return { people, by: runner.kind === 'agent' ? 'chat with it' : 'start it', ...occasion };
}

/** How they come to reach it: the members of roles that let them. */
export function waysToReach(
  { model, today, place }: RuleContext,
  runner: Runner,
  { permission, by }: Reachable,
  people: readonly User[],
): NonNullable<Report['related']> {
  if (permission === undefined) return [];
  const roles = rolesAt(model, runner.object).filter(
    (role) => has(role.permissions, permission) && inForce(role, today),
  );
  return roles.flatMap(({ name, members }) =>
    members.flatMap(({ member, origin }) => {
      const own = activePeople(member);
      const isWay = people.some((user) => own.has(user));
      return isWay ? [{ place: place(origin), message: `\`${member.name}\` can ${by}, by \`${name}\`` }] : [];
    }),
  );
}
