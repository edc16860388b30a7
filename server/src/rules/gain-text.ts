// What people gain through somebody else, in words and as steps that can be followed.
import { inForce, rolesAt } from '../access/question-scope.ts';
import { isEmpty, list, overlaps } from '../catalogue/permission-set.ts';
import { principalPath } from '../model/lookup.ts';
import type { Group, Principal, ServiceAccount, User } from '../model/symbols.ts';
import { listWords } from '../model/words.ts';
import { countPeople, someNames } from './count.ts';
import type { Gain, Gains } from './gains.ts';
import { reachOf } from './holders.ts';
import { doable, policiesTo, rolesThere } from './lent.ts';
import { activePeople } from './memberships.ts';
import { someConstants } from './quoted.ts';
import type { Report, RuleContext } from './rule.ts';

/** More objects are not read in a message. */
const mostObjects = 3;

/** `READ_RECORDS` in `Claims`, for example Status "Open", and records of `Fleet`. */
export function gainText({ gains }: Gains): string {
  const told = gains.length > mostObjects ? gains.slice(0, mostObjects - 1) : gains;
  const more = gains.length === told.length ? [] : [`as much in ${gains.length - told.length} more objects`];
  return listWords([...told.map(oneGain), ...more], 'and');
}

function oneGain({ object, permissions, isMoreRecords, record }: Gain): string {
  const held = isEmpty(permissions) ? '' : `${someConstants(list(permissions))} in \`${object.name}\``;
  const more = held === '' ? `more records of \`${object.name}\`` : `${held} with more records`;
  const what = isMoreRecords ? more : held;
  return record === undefined || record === '' ? what : `${what} (for example ${record})`;
}

/** To how many something is lent, and which of them gain by it: `to a and b, who can start it and gain`. */
export function lentText({ people }: Gains, all: readonly User[], by: string): string {
  const gain = people.length === 1 ? 'gains' : 'gain';
  if (people.length < all.length)
    return `${countPeople(all.length)} who can ${by}: ${people.length} of them, ${someNames(people)}, ${gain}`;
  const who = all.length > 1 ? `${countPeople(all.length)}, ${someNames(people)},` : `${someNames(people)},`;
  return `${who} who can ${by} and ${gain}`;
}

/** `2 of the 5 people in Integrators, a and b,`. */
export function whoText(subject: User | Group, { people }: Gains): string {
  if (subject.kind === 'user') return someNames([subject]);
  const all = activePeople(subject).size;
  const among = people.length === all ? `all ${countPeople(all)}` : `${people.length} of the ${countPeople(all)}`;
  return `${all === 1 ? 'the only person' : among} in ${someNames([subject])}, ${someNames(people)},`;
}

type Related = NonNullable<Report['related']>;

/** From the account to what it reaches: where it is declared, the roles and the policies by which it has what is gained. */
export function stepsThrough(context: RuleContext, account: ServiceAccount, { gains }: Gains, first: Related): Related {
  const path = principalPath(account);
  const own =
    account.origin === undefined ? [] : [{ place: context.place(account.origin), message: `the account \`${path}\`` }];
  return numbered([
    ...first,
    ...own,
    ...gains.slice(0, mostObjects).flatMap((gain) => reachedBy(context, account, gain)),
  ]);
}

/** The same for a person: the roles and policies that name them. */
export function stepsAs(context: RuleContext, publisher: User, { gains }: Gains, first: Related): Related {
  const { model, today, place } = context;
  const names = (who: Principal) => who === publisher || (who.kind === 'group' && who.members.has(publisher));
  const reached = gains.slice(0, mostObjects).flatMap(({ object }) => [
    ...rolesAt(model, object).flatMap((role) => {
      const member = role.members.find((each) => names(each.member));
      const isWay = member !== undefined && overlaps(reachOf(role.permissions), doable) && inForce(role, today);
      return isWay
        ? [{ place: place(member.origin), message: `who has the role \`${role.name}\` in \`${object.name}\`` }]
        : [];
    }),
    ...object.policies.flatMap(({ name, to }) => {
      const named = to.find(({ subject }) => names(subject))?.origin;
      return named === undefined
        ? []
        : [{ place: place(named), message: `\`${name}\` shows them records of \`${object.name}\`` }];
    }),
  ]);
  return numbered([...first, ...reached]);
}

function numbered(steps: Related): Related {
  return steps.map((step, i) => ({ ...step, message: `${i + 1}. ${step.message}` }));
}

function reachedBy(context: RuleContext, account: ServiceAccount, { object }: Gain): Related {
  const { place } = context;
  const there = rolesThere(context, account, object);
  const roles = account.roles.flatMap(({ role, origin }) =>
    there.includes(role) && overlaps(reachOf(role.permissions), doable)
      ? [{ place: place(origin), message: `has the role \`${role.name}\` in \`${object.name}\`` }]
      : [],
  );
  const policies = policiesTo(account, object).flatMap(({ name, origin }) =>
    origin === undefined
      ? []
      : [{ place: place(origin), message: `\`${name}\` shows it records of \`${object.name}\`` }],
  );
  return [...roles, ...policies];
}
