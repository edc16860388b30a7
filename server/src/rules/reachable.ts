// Who can make an automation or agent run for the sake of the run: by permission, or from outside of the organization.
import { occasionOf, reachingAgents } from '../catalogue/set-off.ts';
import type { User } from '../model/symbols.ts';
import type { Runner } from './acting.ts';
import { administrators, holdersAt } from './memberships.ts';
import type { RuleContext } from './rule.ts';

export interface Reachable {
  /** The active people who can, in the order of the project; administrators, who can do it all anyway, are left out. */
  readonly people: readonly User[];
  /** What they do, "chat with it". */
  readonly by: string;
  /** What somebody outside does, "sends an e-mail". */
  readonly outside: string | undefined;
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
  return { people, by: runner.kind === 'agent' ? 'chat with it' : 'start it', outside: occasion.outside };
}
