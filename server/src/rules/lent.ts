// What an account or a publisher lends to whoever makes it act: what actions and tools can do with its rights, and where.
import { actorOf } from '../access/actor.ts';
import { grantsAdmin } from '../access/permission-ways.ts';
import { inForce, sceneOf } from '../access/question-scope.ts';
import { actions, tools } from '../catalogue/actions.ts';
import { intersection, isEmpty, type PermissionSet, setOf, union } from '../catalogue/permission-set.ts';
import type { Action } from '../catalogue/types.ts';
import { allOf, anyOf } from '../condition/build.ts';
import { substitute } from '../condition/substitute.ts';
import { always, never } from '../model/formulas.ts';
import type { Formula, ObjectSymbol, Policy, Principal, Role, ServiceAccount } from '../model/symbols.ts';
import type { CheckedStep } from './acting.ts';
import { reachOf } from './holders.ts';
import type { Dated } from './rule.ts';
import { heldIn, standingOf } from './standing.ts';

/** Of one object. */
export interface Lent {
  readonly object: ObjectSymbol;
  /** What is done with records. */
  readonly permissions: PermissionSet;
  /** With which records, where it is done with one that is there already; whoever acts is put in. */
  readonly records: Formula;
}

/** What an action does to records: nothing else that it needs is worth borrowing. */
function doneTo({ requires, records }: Action): PermissionSet {
  return setOf(records === null ? [] : requires.filter((each) => each.record || records === 'new'));
}

/** What all actions and tools together do to records. */
export const doable: PermissionSet = [...actions, ...tools].map(doneTo).reduce(union);

/** The roles in force by which an account may do something in the object. */
export function rolesThere({ today }: Dated, account: ServiceAccount, object: ObjectSymbol): Role[] {
  const isThere = (role: Role) => role.object === undefined || role.object === object;
  return account.roles.map(({ role }) => role).filter((role) => isThere(role) && inForce(role, today));
}

/** The policies that show an account records of the object. */
export function policiesTo(account: ServiceAccount, object: ObjectSymbol): Policy[] {
  return object.policies.filter(({ to }) => to.some(({ subject }) => subject === account));
}

/** All that actions and tools could do as the account in one object; undefined where that is nothing. */
export function lentIn(context: Dated, account: ServiceAccount, object: ObjectSymbol): Lent | undefined {
  const permissions = intersection(heldBy(context, account, object), doable);
  return isEmpty(permissions) ? undefined : { object, permissions, records: seenBy(context, account, object) };
}

/** Those in which a role of the account counts, in the order of the project. */
export function objectsOf({ model }: Dated, { roles }: ServiceAccount): readonly ObjectSymbol[] {
  const objects = new Set<ObjectSymbol>();
  for (const { role } of roles) {
    if (role.object === undefined) return [...model.objects.values()];
    objects.add(role.object);
  }
  return [...objects].sort((a, b) => a.index - b.index);
}

/** What one action or tool does as whom it acts as. */
export function lentByStep(context: Dated, { step, row, target, acting }: CheckedStep): Lent | undefined {
  const { where } = step;
  if (where === undefined) return undefined;
  const isAccount = acting.kind === 'service account';
  const held = isAccount ? heldBy(context, acting, target) : heldIn(context, acting, target);
  const permissions = intersection(held, doneTo(row));
  if (isEmpty(permissions)) return undefined;
  const seen = isAccount ? seenBy(context, acting, target) : standingOf(context, acting, target).seen;
  return { object: target, permissions, records: allOf([asActing(context, acting, target, where), seen]) };
}

function heldBy(context: Dated, account: ServiceAccount, object: ObjectSymbol): PermissionSet {
  return rolesThere(context, account, object)
    .map(({ permissions }) => reachOf(permissions))
    .reduce(union, setOf([]));
}

/** By policies: what is shared with an account or assigned to it comes and goes. */
function seenBy(context: Dated, account: ServiceAccount, object: ObjectSymbol): Formula {
  const isAdmin = rolesThere(context, account, object).some(grantsAdmin);
  if (isAdmin && context.model.semantics.adminSeesAllRecords) return always;
  const shown = policiesTo(account, object).map(({ when }) => when ?? never);
  return asActing(context, account, object, anyOf(shown));
}

function asActing({ model, today }: Dated, acting: Principal, object: ObjectSymbol, formula: Formula): Formula {
  const facts = { object, values: new Map(), relations: new Map() };
  return substitute(formula, sceneOf({ model, actor: actorOf(model, acting), facts, given: false, today }));
}
