// Something runs as an account that its builder may not pick.
import { actorOf, amongst } from '../access/actor.ts';
import type { Model } from '../model/model.ts';
import type { Actor, ServiceAccount, User } from '../model/symbols.ts';
import { type Runner, runners } from './acting.ts';
import type { Report, Rule, RuleContext } from './rule.ts';

export const serviceAccountNotShared: Rule = {
  id: 'service-account-not-shared',
  severity: 'error',
  category: 'Broken policy',
  title: 'something runs as a service account that its builder may not use',
  check: (context) => [...runners(context.model)].flatMap((runner) => checkRunner(context, runner)),
};

function checkRunner({ model, place }: RuleContext, runner: Runner): Report[] {
  const { builtBy } = runner;
  if (builtBy === undefined) return [];
  const actors = [runner.actor, ...runner.steps.map((step) => step.actor)];
  const seen = new Set<ServiceAccount>();
  return actors.flatMap((actor): Report[] => {
    if (!isPicked(actor) || seen.has(actor.account)) return [];
    seen.add(actor.account);
    if (mayUse(model, builtBy.user, actor.account)) return [];
    const related = [
      { place: place(actor.origin), message: 'it runs as the account here' },
      ...actor.account.usableBy.map(({ origin }) => ({
        place: place(origin),
        message: 'the account is usable by this one',
      })),
    ];
    const message = `\`${actor.account.name}\` is not usable by \`${builtBy.user.name}\``;
    return [{ place: place(builtBy.origin), message, related }];
  });
}

function isPicked(actor: Actor | undefined): actor is Extract<Actor, { as: 'account' }> {
  return actor?.as === 'account';
}

/** Of who is inactive another finding tells; an error in `usable by` leaves it open. */
function mayUse(model: Model, user: User, account: ServiceAccount): boolean {
  if (user.inactive || account.inactive || !account.usableSound || !user.sound) return true;
  const actor = actorOf(model, user);
  return amongst(actor, (candidate) => account.usableBy.some(({ subject }) => subject === candidate)) !== undefined;
}
