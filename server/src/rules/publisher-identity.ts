// Something that runs as its publisher, for people who have less access than the publisher.
import { at, type Origin } from '../model/origin.ts';
import type { BoundStep, ObjectSymbol, User } from '../model/symbols.ts';
import type { AgentDecl, AutomationDecl, RunsAs } from '../syntax/ast.ts';
import { grouped } from '../text/grouped.ts';
import { actorOfStep, beyondActing, type CheckedStep, checkedStepsIn, type Runner } from './acting.ts';
import { count } from './count.ts';
import { gainText, lentText, stepsAs } from './gain-text.ts';
import { type Gains, gainsThrough } from './gains.ts';
import { type Lent, lentByStep } from './lent.ts';
import { type Reachable, reachableBy, waysToReach } from './reachable.ts';
import { byObject, type Report, type Rule, type RuleContext } from './rule.ts';

export const publisherIdentity: Rule = byObject(
  {
    id: 'publisher-identity',
    severity: 'warning',
    category: 'Overbroad and escalating',
    title: 'something that runs as its publisher and lends their access to others',
  },
  {
    object: (context, object) =>
      [...publishedIn(object)].flatMap(([runner, steps]) => checkRunner(context, runner, steps)),
    alsoSeen: beyondActing,
  },
);

/** What each automation and agent does as its publisher. */
function publishedIn(object: ObjectSymbol): ReadonlyMap<Runner, readonly CheckedStep[]> {
  const published = checkedStepsIn(object).filter(({ runner, step }) => actorOfStep(runner, step).as === 'publisher');
  return grouped(published, ({ runner }) => runner);
}

function checkRunner(context: RuleContext, runner: Runner, steps: readonly CheckedStep[]): Report[] {
  const publisher = runner.builtBy?.user;
  const reachable = reachableBy(context, runner);
  if (publisher === undefined || reachable === undefined) return [];
  const lent = steps.flatMap((each): Lent[] => {
    const own = lentByStep(context, each);
    return own === undefined ? [] : [own];
  });
  const others = reachable.people.filter((user) => user !== publisher);
  const gains = gainsThrough(context, lent, others);
  const stake = reachable.outside === undefined ? stakeOf(gains, others, reachable.by) : outsideStake(lent, reachable);
  if (stake === undefined) return [];
  const message = `\`${runner.name}\` acts as \`${publisher.name}\` ${stake}`;
  const origin = whereSaid(runner, steps);
  if (origin === undefined) return [];
  const reaching = waysToReach(context, runner, reachable, gains.people).slice(0, 3);
  const first = [...reaching, ...builtBy(context, runner, publisher)];
  return [{ place: context.place(origin), message, related: stepsAs(context, publisher, gains, first) }];
}

function stakeOf(gains: Gains, others: readonly User[], by: string): string | undefined {
  return gains.people.length === 0 ? undefined : `for ${lentText(gains, others, by)} ${gainText(gains)}`;
}

/** Nobody knows what somebody outside lacks: whatever is done is lent. */
function outsideStake(lent: readonly Lent[], { outside }: Reachable): string | undefined {
  const objects = new Set(lent.map(({ object }) => object.name));
  if (objects.size === 0) return undefined;
  return `for whoever ${outside ?? 'asks'}, in ${count(objects.size, 'object')} (${[...objects].map((name) => `\`${name}\``).join(', ')})`;
}

/** At `publisher` where it is said, else on the name of what says nothing. */
function whereSaid(runner: Runner, steps: readonly CheckedStep[]): Origin | undefined {
  const own = steps.map(({ step }) => saidOf(step)).find((origin) => origin !== undefined);
  if (own !== undefined && runner.actor.as !== 'publisher') return own;
  const items: readonly (AutomationDecl | AgentDecl)['items'][number][] = runner.declaration.items;
  const runsAs = items.find((item): item is RunsAs => item.kind === 'runs as');
  if (runner.origin === undefined || runsAs === undefined) return runner.origin;
  return at(runner.origin, runsAs.value ?? runsAs.span);
}

function saidOf({ runsAs, origin }: BoundStep): Origin | undefined {
  return runsAs?.value === undefined ? undefined : at(origin, runsAs.value);
}

function* builtBy(
  { place }: RuleContext,
  runner: Runner,
  publisher: User,
): Generator<NonNullable<Report['related']>[number]> {
  if (runner.builtBy !== undefined)
    yield { place: place(runner.builtBy.origin), message: `it acts as \`${publisher.name}\`` };
}
