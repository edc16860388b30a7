// Something runs as an account that its builder may not pick.
import { actorOf, amongst } from '../access/actor.ts';
import type { Model } from '../model/model.ts';
import type { Actor, ServiceAccount, User } from '../model/symbols.ts';
import { writeName } from '../syntax/keywords.ts';
import { type Runner, runnersIn } from './acting.ts';
import { fixOf } from './edits/fix.ts';
import { principalNameIn } from './edits/names.ts';
import { addToList } from './edits/properties.ts';
import type { Fix } from './finding.ts';
import { byObject, type Report, type Rule, type RuleContext } from './rule.ts';

export const serviceAccountNotShared: Rule = byObject(
  {
    id: 'service-account-not-shared',
    severity: 'error',
    category: 'Broken policy',
    title: 'something runs as a service account that its builder may not use',
  },
  {
    object: (context, object) => runnersIn(object).flatMap((runner) => checkRunner(context, runner)),
    beside: 'nothing',
  },
);

function checkRunner(context: RuleContext, runner: Runner): Report[] {
  const { model, place } = context;
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
    const fixes = () => [...share(context, actor.account, builtBy.user), ...join(context, actor.account, builtBy.user)];
    return [{ place: place(builtBy.origin), message, related, fixes }];
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

function share(context: RuleContext, account: ServiceAccount, user: User): Fix[] {
  const name = principalNameIn(user, account.object);
  const edits = account.origin === undefined ? [] : addToList(context, account.origin, 'usable by', name);
  return fixOf(context, `Add \`${user.name}\` to \`usable by\` of \`${account.name}\``, edits);
}

/** A group of people that is written down, and whose members may use the account. */
function join(context: RuleContext, account: ServiceAccount, user: User): Fix[] {
  const group = account.usableBy.find(
    ({ subject }) => subject.kind === 'group' && subject.domain === undefined,
  )?.subject;
  if (group?.kind !== 'group' || group.system !== undefined || group.origin === undefined || !group.declared) return [];
  const edits = addToList(context, group.origin, 'members', writeName(user.name));
  return fixOf(context, `Add \`${user.name}\` to group \`${group.name}\``, edits, { preferred: false });
}
