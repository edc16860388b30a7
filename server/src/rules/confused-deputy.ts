// People who can do through a service account what they cannot do themselves.
import type { ServiceAccount } from '../model/symbols.ts';
import { actorOfStep, type CheckedStep, checkedSteps, type Runner } from './acting.ts';
import { gainText, lentText, stepsThrough, whoText } from './gain-text.ts';
import { gainsThrough } from './gains.ts';
import { type Lent, lentBy, lentByStep } from './lent.ts';
import { activePeople } from './memberships.ts';
import { reachableBy, waysToReach } from './reachable.ts';
import type { Report, Rule, RuleContext } from './rule.ts';

export const confusedDeputy: Rule = {
  id: 'confused-deputy',
  severity: 'warning',
  category: 'Overbroad and escalating',
  title: 'people who gain permissions or records through a service account that they may use or set off',
  check: (context) => {
    const accounts = [...context.model.objects.values()].flatMap((object) => [...object.accounts.values()]);
    return [
      ...accounts.filter(isFirm).flatMap((account) => checkUsers(context, account)),
      ...lending(context).flatMap((each) => checkReach(context, each)),
    ];
  },
};

function isFirm({ sound, inactive, rolesSound, usableSound }: ServiceAccount): boolean {
  return sound && !inactive && rolesSound && usableSound;
}

/** Whoever may pick the account builds what acts as it. */
function checkUsers(context: RuleContext, account: ServiceAccount): Report[] {
  if (account.usableBy.length === 0) return [];
  const lent = lentBy(context, account);
  return account.usableBy.flatMap(({ subject, origin }): Report[] => {
    const people = [...activePeople(subject)];
    const gains = gainsThrough(context, lent, people);
    if (gains.people.length === 0) return [];
    const place = context.place(origin);
    const gain = gains.people.length === 1 ? 'gains' : 'gain';
    const message = `through \`${account.name}\` ${whoText(subject, gains)} ${gain} ${gainText(gains)}`;
    const first = { place, message: `\`${subject.name}\` may use the account` };
    return [{ place, message, related: stepsThrough(context, account, gains, [first]) }];
  });
}

interface Lending {
  readonly runner: Runner;
  readonly account: ServiceAccount;
  readonly steps: readonly CheckedStep[];
}

/** What automations and agents do as each account. */
function lending({ model }: RuleContext): readonly Lending[] {
  const all = new Map<Runner, Map<ServiceAccount, CheckedStep[]>>();
  for (const checked of checkedSteps(model)) {
    const { runner, acting } = checked;
    if (acting.kind !== 'service account' || !isFirm(acting)) continue;
    const own = all.get(runner) ?? new Map<ServiceAccount, CheckedStep[]>();
    all.set(runner, own);
    own.set(acting, [...(own.get(acting) ?? []), checked]);
  }
  return [...all].flatMap(([runner, own]) => [...own].map(([account, steps]) => ({ runner, account, steps })));
}

/** Whoever chats steers what the tools do; whoever starts an automation gets the steps that its builder wrote. */
function checkReach(context: RuleContext, { runner, account, steps }: Lending): Report[] {
  const reachable = reachableBy(context, runner);
  const [step] = steps;
  const actor = step === undefined ? undefined : actorOfStep(runner, step.step);
  if (reachable === undefined || actor?.as !== 'account') return [];
  const users = new Set(account.usableBy.flatMap(({ subject }) => [...activePeople(subject)]));
  const people = reachable.people.filter((user) => !users.has(user));
  const lent = steps.flatMap((each): Lent[] => {
    const own = lentByStep(context, each);
    return own === undefined ? [] : [own];
  });
  const gains = gainsThrough(context, lent, people);
  if (gains.people.length === 0) return [];
  const place = context.place(actor.origin);
  const message = `\`${runner.name}\` lends \`${account.name}\` to ${lentText(gains, people, reachable.by)} ${gainText(gains)}`;
  const reaching = waysToReach(context, runner, reachable, gains.people).slice(0, 3);
  const acts = { place, message: `\`${runner.name}\` acts as the account` };
  const related = stepsThrough(context, account, gains, [...reaching, acts]);
  return [{ place, message, related, ...(runner.kind === 'automation' ? { severity: 'info' } : {}) }];
}
