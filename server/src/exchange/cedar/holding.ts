// A role as its policies need it: what it permits, and how long it is in force.
import { grantsAdmin } from '../../access/permission-ways.ts';
import { difference, intersection, isEmpty, type PermissionSet } from '../../catalogue/permission-set.ts';
import type { Model } from '../../model/model.ts';
import type { ObjectSymbol, Role } from '../../model/symbols.ts';
import { actionsOf, everything, needingSight, needsSight } from './actions.ts';
import { type Expression, not, print, text, yes } from './expression.ts';
import { day } from './moments.ts';
import { actionName, recordType, roleName } from './names.ts';
import type { CedarPolicy, Ground } from './policy.ts';
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
}

export function holdingOf(role: Role): Holding {
  const granted = grantsAdmin(role) ? everything : role.permissions;
  const owner = role.object === undefined ? 'the organization' : quote(role.object.name);
  return {
    role,
    id: `role ${roleName(role).id}`,
    name: `role ${quote(role.name)} of ${owner}`,
    granted,
    onRecords: intersection(granted, needingSight),
    inForce: role.expires === undefined ? yes : text(`context.today <= ${day(role.expires)}`),
  };
}

/** The objects in which a role counts. */
export function objectsOf({ sight }: RoleContext, { object }: Role): ObjectSymbol[] {
  if (object === undefined) return [...sight.keys()];
  return sight.has(object) ? [object] : [];
}

export function namedActions(set: PermissionSet): string[] {
  return actionsOf(set).map(actionName);
}

/** That the action needs a record in sight. */
export const onRecord = text(`action in ${actionName(needsSight.id)}`);

/** What needs no sight; nothing where there is none. A group of actions is named as such, less those that need it. */
export function withoutSight({ granted, onRecords }: Holding): Pick<CedarPolicy, 'actions' | 'when'> | undefined {
  const others = difference(granted, onRecords);
  if (isEmpty(others)) return undefined;
  const whole = namedActions(granted);
  const isGroup = whole.length === 1 && !isEmpty(onRecords);
  return isGroup ? { actions: whole, when: [not(onRecord)] } : { actions: namedActions(others), when: [] };
}

/** Amazon Verified Permissions takes policies of up to 10,000 bytes: several say what would be too long for one. */
const mostText = 5000;

/** The policy for records of the object that are in sight. */
export function whereInSight(
  context: RoleContext,
  object: ObjectSymbol,
  policy: Omit<CedarPolicy, 'resource'>,
): CedarPolicy[] {
  const parts: Ground[][] = [];
  let length = mostText;
  for (const ground of context.sight.get(object) ?? []) {
    const own = print(ground.expression).length;
    if (length + own > mostText) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(ground);
    length += own;
  }
  const resource = `resource is ${recordType(object)}`;
  return parts.map((grounds, i) => {
    const id = i === 0 ? policy.id : `${policy.id} (${i + 1})`;
    return { ...policy, id, resource, when: [...policy.when, grounds] };
  });
}
