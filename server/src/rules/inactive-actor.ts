// Something runs as an account or publisher that is inactive.
import type { Actor } from '../model/symbols.ts';
import { type Runner, runnersIn } from './acting.ts';
import { activate, chooseAccount, chooseBuilder } from './edits/builders.ts';
import { byObject, type Report, type Rule, type RuleContext } from './rule.ts';

export const inactiveActor: Rule = byObject(
  {
    id: 'inactive-actor',
    severity: 'error',
    category: 'Broken policy',
    title: 'something runs as an inactive service account or publisher',
  },
  {
    object: (context, object) => runnersIn(object).flatMap((runner) => checkRunner(context, runner)),
    beside: 'nothing',
  },
);

function checkRunner(context: RuleContext, runner: Runner): Report[] {
  const { place } = context;
  const actors: Actor[] = [
    runner.actor,
    ...runner.steps.flatMap((step) => (step.actor === undefined ? [] : [step.actor])),
  ];
  const reports = actors.flatMap((actor): Report[] => {
    if (actor.as !== 'account' || !actor.account.inactive) return [];
    const { account, origin } = actor;
    const fixes = () => [...activate(context, account), ...chooseAccount(context, origin, runner.object, account)];
    return [{ place: place(origin), message: `the service account \`${account.name}\` is inactive`, fixes }];
  });
  const publishes = runner.actor.as === 'publisher' || actors.some((actor) => actor.as === 'publisher');
  const { builtBy } = runner;
  if (!publishes || builtBy === undefined || !builtBy.user.inactive) return reports;
  const message = `\`${runner.name}\` runs as its publisher \`${builtBy.user.name}\`, who is inactive`;
  const { user, origin } = builtBy;
  const fixes = () => [...activate(context, user), ...chooseBuilder(context, origin, runner.object, user)];
  return [...reports, { place: place(origin), message, fixes }];
}
