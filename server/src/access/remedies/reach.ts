// Who else might be allowed more by a change: users and service accounts, in the order in which the change comes to them.
import { has } from '../../catalogue/permission-set.ts';
import { inviting } from '../../catalogue/permissions.ts';
import { atomsOf, fieldsOf } from '../../condition/operands.ts';
import type { Model } from '../../model/model.ts';
import type { Field, Policy, Principal, Role, ServiceAccount, User } from '../../model/symbols.ts';
import { grantsAdmin } from '../permission-ways.ts';
import { rolesAt } from '../question-scope.ts';
import type { Memberships } from './memberships.ts';
import { namedIn } from './named.ts';
import type { Change, Wish } from './types.ts';

export type Person = User | ServiceAccount;

/** More are not told apart: it is many. */
const most = 400;

/** Each once, without whoever asks; some of them may be allowed nothing more. */
export function reached(model: Model, wish: Wish, changes: readonly Change[], memberships: Memberships): Set<Person> {
  const people = new Set<Person>();
  const add = (principals: Iterable<Principal>) => {
    for (const principal of principals) {
      if (people.size >= most) return;
      if (principal.kind === 'group') add(principal.members);
      else people.add(principal);
    }
  };
  for (const change of changes) add(reachedBy(model, change));
  add(memberships.keys());
  for (const policy of policiesAsking(model, memberships)) add(subjects(policy));
  if (wish.principal.kind !== 'group') people.delete(wish.principal);
  return people;
}

function reachedBy(model: Model, change: Change): Iterable<Principal> {
  switch (change.kind) {
    case 'activate':
      return change.who.kind === 'user' ? [] : [change.who, ...change.who.usableBy.map(({ subject }) => subject)];
    case 'grant-in-role':
    case 'extend-expiry':
      return holders(model, change.role);
    case 'meet-condition':
      return changedFor(change);
    case 'make-usable':
      return [change.subject];
    case 'widen-invites':
      return inviters(model);
    case 'join-group':
      return [];
    default:
      return [change.principal];
  }
}

function subjects({ to }: Policy): Principal[] {
  return to.map(({ subject }) => subject);
}

/** Whoever may be related to a record has a role that auto-share gives. */
function holders(model: Model, role: Role): Principal[] {
  if (role.autoShare.size > 0) return [...model.users.values(), ...accountsOf(model)];
  return [...role.members.map(({ member }) => member), ...accountsOf(model).filter((account) => names(account, role))];
}

function accountsOf(model: Model): ServiceAccount[] {
  return [...model.objects.values()].flatMap(({ accounts }) => [...accounts.values()]);
}

function names({ roles }: ServiceAccount, role: Role): boolean {
  return roles.some((each) => each.role === role);
}

/** Whom policies that look at the fields open it to, and who is assigned now. */
function changedFor({ facts, values }: Extract<Change, { kind: 'meet-condition' }>): Principal[] {
  const looksAt = (fields: readonly Field[]) => fields.some((field) => values.has(field));
  const policies = facts.object.policies.filter(
    ({ when }) => when !== undefined && atomsOf(when).some((atom) => looksAt(fieldsOf(atom))),
  );
  const assigned = [...values].flatMap(([{ assignee }, held]): Principal[] =>
    assignee && typeof held === 'object' && held !== null && 'kind' in held ? [held] : [],
  );
  return [...policies.flatMap(subjects), ...assigned];
}

/** Those who might invite, were it not for the address. */
function inviters(model: Model): Principal[] {
  const grants = (role: Role) => inviting.every((each) => has(role.permissions, each)) && !grantsAdmin(role);
  return rolesAt(model, undefined)
    .filter(grants)
    .flatMap((role) => holders(model, role));
}

/** Policies that ask whether somebody is in a group of which the members are others now. */
function policiesAsking(model: Model, memberships: Memberships): Policy[] {
  const named = namedIn(model);
  const policies = new Set<Policy>();
  for (const [user, groups] of memberships) {
    const before = model.groupsOf.get(user);
    for (const group of [...groups, ...(before ?? [])])
      if (groups.has(group) !== (before?.has(group) === true))
        for (const each of named.of(group).asking) policies.add(each);
  }
  return [...policies];
}
