// A role as its policies need it: what it permits, how long it is in force, and what an expression says of that.
import { grantsAdmin } from '../../access/permission-ways.ts';
import { difference, intersection, isEmpty, type PermissionSet } from '../../catalogue/permission-set.ts';
import type { Model } from '../../model/model.ts';
import type { ObjectSymbol, Role } from '../../model/symbols.ts';
import { actionsOf, everything, needingSight, needsSight } from './actions.ts';
import { type Expression, not, text, within, yes } from './expression.ts';
import { day } from './moments.ts';
import { actionName, roleName, uid } from './names.ts';
import type { Ground } from './policy.ts';
import { quote } from './quote.ts';

export interface RoleContext {
  readonly model: Model;
  /** The organization's entity. */
  readonly organization: string;
  /** What brings records into sight, by the objects that are exported. */
  readonly sight: ReadonlyMap<ObjectSymbol, readonly Ground[]>;
}

export const active = text('principal.active');

export interface Holding {
  readonly role: Role;
  readonly id: string;
  /** In words. */
  readonly name: string;
  /** `ADMIN` is every permission. */
  readonly granted: PermissionSet;
  readonly onRecords: PermissionSet;
  readonly inForce: Expression;
  /** That the principal is in it. */
  readonly isHeld: string;
  /** `ADMIN` that sees every record, too. */
  readonly seesAll: boolean;
}

export function holdingOf(model: Model, role: Role): Holding {
  const isAdmin = grantsAdmin(role);
  const granted = isAdmin ? everything : role.permissions;
  const owner = role.object === undefined ? 'the organization' : quote(role.object.name);
  return {
    role,
    id: `role ${roleName(role).id}`,
    name: `role ${quote(role.name)} of ${owner}`,
    granted,
    onRecords: intersection(granted, needingSight),
    inForce: role.expires === undefined ? yes : text(`context.today <= ${day(role.expires)}`),
    isHeld: `principal in ${uid(roleName(role))}`,
    seesAll: isAdmin && role.object === undefined && model.semantics.adminSeesAllRecords,
  };
}

/** Whether a role counts in an object. */
export function countsIn(object: ObjectSymbol, { role }: Holding): boolean {
  return role.object === undefined || role.object === object;
}

export function namedActions(set: PermissionSet): string[] {
  return actionsOf(set).map(actionName);
}

/** That the action needs a record in sight. */
export const onRecord = within('action', [actionName(needsSight.id)]);

export interface Actions {
  readonly actions: readonly string[];
  /** What besides is true of them. */
  readonly when: Expression;
}

/** What needs no sight; nothing where there is none. A group of actions is named as such, less those that need it. */
export function withoutSight({ granted, onRecords }: Holding): Actions | undefined {
  const others = difference(granted, onRecords);
  if (isEmpty(others)) return undefined;
  const whole = namedActions(granted);
  const isGroup = whole.length === 1 && !isEmpty(onRecords);
  return isGroup ? { actions: whole, when: not(onRecord) } : { actions: namedActions(others), when: yes };
}
