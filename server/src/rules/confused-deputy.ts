// People who can do through a service account what they cannot do themselves.
import { list } from '../catalogue/permission-set.ts';
import { principalPath } from '../model/lookup.ts';
import type { Model } from '../model/model.ts';
import type { Origin } from '../model/origin.ts';
import type { Group, ObjectSymbol, ServiceAccount, User } from '../model/symbols.ts';
import { grouped } from '../text/grouped.ts';
import { notesOn } from '../text/notes.ts';
import { isSame } from '../text/same.ts';
import { accountsIn, accountsText } from './accounts.ts';
import { actorOfStep, beyondActing, type CheckedStep, checkedStepsIn, type Runner } from './acting.ts';
import { gainText, lentText, stepsThrough, whoText } from './gain-text.ts';
import { type GainBy, type Gains, gainBy, gainsThrough, together } from './gains.ts';
import { type Lent, lentByStep, lentIn, objectsOf } from './lent.ts';
import { activePeople } from './memberships.ts';
import { bitsOfMember, overlap, type PeopleBits } from './people-bits.ts';
import { reachableBy, waysToReach } from './reachable.ts';
import { type RoleContents, roleContentsIn, turnsBetween } from './role-contents.ts';
import { byObject, type Report, type Rule, type RuleContext } from './rule.ts';

export const confusedDeputy: Rule = byObject(
  {
    id: 'confused-deputy',
    severity: 'warning',
    category: 'Overbroad and escalating',
    title: 'people who gain permissions or records through a service account that they may use or set off',
  },
  {
    organization: checkUsers,
    object: (context, object) => lending(object).flatMap((each) => checkReach(context, each)),
    alsoSeen: beyondActing,
  },
);

function checkUsers(context: RuleContext): Report[] {
  const { model, today } = context;
  const around = [model.people, today, accountsText(model), ...beyondActing(context)];
  const all: Using[] = [];
  for (const account of accountsIn(model))
    if (isFirm(account)) for (const each of usersOf(context, account, around)) all.push(each);
  return reportUsers(context, all);
}

function isFirm({ sound, inactive, rolesSound, usableSound }: ServiceAccount): boolean {
  return sound && !inactive && rolesSound && usableSound;
}

/** Somebody who may pick an account and gains by it. */
interface Using {
  readonly account: ServiceAccount;
  readonly subject: User | Group;
  /** Where `usable by` names them. */
  readonly origin: Origin;
  readonly gains: Gains;
}

interface Known {
  /** What was looked at beyond the objects. */
  readonly around: readonly unknown[];
  /** What roles of the organization gave when it was last known to be so. */
  contents: RoleContents;
  readonly objects: readonly ObjectSymbol[];
  /** What is gained in each object in which the account can do something, by each of those who may pick it. */
  readonly inObjects: ReadonlyMap<ObjectSymbol, Gained>;
  readonly users: readonly Using[];
}

const knownOf = notesOn<ServiceAccount, Known>();

/** Whoever may pick the account builds what acts as it. */
function usersOf(context: RuleContext, account: ServiceAccount, around: readonly unknown[]): readonly Using[] {
  if (account.usableBy.length === 0) return [];
  const contents = roleContentsIn(context.model);
  const objects = objectsOf(context, account);
  const known = knownOf.get(account);
  const stands =
    known !== undefined && isSame(known.around, around) && !mayTurn(context.model, account, known.contents);
  const before = stands ? known : undefined;
  if (before !== undefined && isSame(before.objects, objects)) {
    before.contents = contents;
    return before.users;
  }
  const inObjects = new Map(
    objects.map((object) => [object, before?.inObjects.get(object) ?? gainsThere(context, account, object)]),
  );
  const users = usersWith(account, [...inObjects.values()]);
  knownOf.set(account, { around, contents, objects, inObjects, users });
  return users;
}

/**
 * Whether what roles of the organization gave before, and give now, may make a difference to those who may pick the account.
 * One whose own role is another one now is another account.
 */
function mayTurn(model: Model, { usableBy }: ServiceAccount, before: RoleContents): boolean {
  const turns = turnsBetween(model, before, roleContentsIn(model));
  const isTheirs = (people: PeopleBits) =>
    usableBy.some(({ subject }) => overlap(people, bitsOfMember(model, subject)));
  return turns?.some(({ isOpen, people }) => isOpen || isTheirs(people)) ?? true;
}

function gainsThere(context: RuleContext, account: ServiceAccount, object: ObjectSymbol): Gained {
  const lent = lentIn(context, account, object);
  return lent === undefined ? [] : account.usableBy.map(({ subject }) => gainBy(context, lent, peopleOf(subject)));
}

/** In the order of `usable by`; empty where nothing is lent. */
type Gained = readonly (GainBy | undefined)[];

function peopleOf(subject: User | Group): readonly User[] {
  return [...activePeople(subject)];
}

function usersWith(account: ServiceAccount, inObjects: readonly Gained[]): readonly Using[] {
  return account.usableBy.flatMap(({ subject, origin }, at): Using[] => {
    const own = inObjects.flatMap((gained) => gained[at] ?? []);
    return own.length === 0 ? [] : [{ account, subject, origin, gains: together(peopleOf(subject), own) }];
  });
}

/** Whoever gains by more accounts than these is there to build: that is one thing to know, not one for each account. */
const few = 3;

function reportUsers(context: RuleContext, all: readonly Using[]): Report[] {
  return [...grouped(all, ({ subject }) => subject).values()].flatMap((own) =>
    own.length > few ? reportBuilder(context, own) : own.map((each) => reportUser(context, each)),
  );
}

function reportUser(context: RuleContext, using: Using): Report {
  const { account, subject, gains } = using;
  const gain = gains.people.length === 1 ? 'gains' : 'gain';
  const message = `through \`${account.name}\` ${whoText(subject, gains)} ${gain} ${gainText(gains)}`;
  return { place: context.place(using.origin), message, related: stepsOf(context, using) };
}

function stepsOf(context: RuleContext, { account, subject, origin, gains }: Using): NonNullable<Report['related']> {
  const first = { place: context.place(origin), message: `\`${subject.name}\` may use the account` };
  return stepsThrough(context, account, gains, [first]);
}

/** At the first account, with what there is to gain by the one with most. */
function reportBuilder(context: RuleContext, own: readonly Using[]): Report[] {
  const [first, most] = [own[0], own.toSorted((a, b) => weightOf(b) - weightOf(a))[0]];
  if (first === undefined || most === undefined) return [];
  const { account, subject, gains } = most;
  const people = [...new Set(own.flatMap((each) => each.gains.people))];
  const gain = people.length === 1 ? 'gains' : 'gain';
  const others = own.filter((each) => each !== most);
  const message = `through ${own.length} service accounts ${whoText(subject, { people, gains: [] })} ${gain} what they lack themselves, by \`${principalPath(account)}\` ${gainText(gains)}`;
  const also = others.slice(0, shown).map((each) => ({
    place: context.place(each.origin),
    message: `also through \`${principalPath(each.account)}\``,
  }));
  return [{ place: context.place(first.origin), message, related: [...stepsOf(context, most), ...also] }];
}

/** So many of the other accounts are listed. */
const shown = 5;

function weightOf({ gains }: Using): number {
  return gains.gains.reduce((sum, { permissions }) => sum + list(permissions).length + 1, 0);
}

interface Lending {
  readonly runner: Runner;
  readonly account: ServiceAccount;
  readonly steps: readonly CheckedStep[];
}

/** What automations and agents do as each account. */
function lending(object: ObjectSymbol): readonly Lending[] {
  const all = new Map<Runner, Map<ServiceAccount, CheckedStep[]>>();
  for (const checked of checkedStepsIn(object)) {
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
