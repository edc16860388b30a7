// Something runs as an account or publisher that is inactive.
import type { Actor } from '../model/symbols.ts';
import { type Runner, runners } from './acting.ts';
import type { Report, Rule, RuleContext } from './rule.ts';

export const inactiveActor: Rule = {
  id: 'inactive-actor',
  severity: 'error',
  category: 'Broken policy',
  title: 'something runs as an inactive service account or publisher',
  check: (context) => [...runners(context.model)].flatMap((runner) => checkRunner(context, runner)),
};

function checkRunner({ place }: RuleContext, runner: Runner): Report[] {
  const actors: Actor[] = [
    runner.actor,
    ...runner.steps.flatMap((step) => (step.actor === undefined ? [] : [step.actor])),
  ];
  const reports = actors.flatMap((actor): Report[] => {
    if (actor.as !== 'account' || !actor.account.inactive) return [];
    return [{ place: place(actor.origin), message: `the service account \`${actor.account.name}\` is inactive` }];
  });
  const publishes = runner.actor.as === 'publisher' || actors.some((actor) => actor.as === 'publisher');
  const { builtBy } = runner;
  if (!publishes || builtBy === undefined || !builtBy.user.inactive) return reports;
  const message = `\`${runner.name}\` runs as its publisher \`${builtBy.user.name}\`, who is inactive`;
  return [...reports, { place: place(builtBy.origin), message }];
}
