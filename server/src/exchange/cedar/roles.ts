// Roles as policies: where they are held and what they permit there; permissions on records only where the record is in sight.
import { difference, intersection, isEmpty, type PermissionSet } from '../../catalogue/permission-set.ts';
import { permission } from '../../catalogue/permissions.ts';
import { grantsAdmin } from '../../access/permission-ways.ts';
import type { Model } from '../../model/model.ts';
import type { ObjectSymbol, Role } from '../../model/symbols.ts';
import { actionsOf, everything, invite, needingSight, needsSight } from './actions.ts';
import { anyOf, type Expression, not, print, text, yes } from './expression.ts';
import { day } from './moments.ts';
import { actionName, entityName, namespace, objectName, recordType, roleName, sortedBy, uid } from './names.ts';
import type { CedarPolicy, Clause, Ground } from './policy.ts';
import { relationTo, sharedByRecords } from './relations.ts';

export interface RoleContext {
  readonly model: Model;
  /** The organization's entity. */
  readonly organization: string;
  /** What brings records into sight, of the objects that are exported. */
  readonly sight: ReadonlyMap<ObjectSymbol, readonly Ground[]>;
}

export const active = text('principal.active');

/** Everything about one role that is written down for every policy of it. */
interface Holding {
  readonly role: Role;
  readonly id: string;
  readonly name: string;
  readonly granted: PermissionSet;
  readonly onRecords: PermissionSet;
  readonly inForce: Expression;
}

export function rolePolicies(context: RoleContext, role: Role): CedarPolicy[] {
  const holding = holdingOf(role);
  if (isEmpty(holding.granted)) return [];
  const objects = role.object === undefined ? [...context.sight.keys()] : [role.object];
  const shared = role.autoShare.size === 0 ? [] : objects.flatMap((object) => byRelation(context, holding, object));
  return [...byMembership(context, holding), ...shared];
}

function holdingOf(role: Role): Holding {
  const granted = grantsAdmin(role) ? everything : role.permissions;
  return {
    role,
    id: `role ${roleName(role).id}`,
    name: `role ${JSON.stringify(role.name)} of ${role.object === undefined ? 'the organization' : JSON.stringify(role.object.name)}`,
    granted,
    onRecords: intersection(granted, needingSight),
    inForce: role.expires === undefined ? yes : text(`context.today <= ${day(role.expires)}`),
  };
}

function named(set: PermissionSet): string[] {
  return actionsOf(set).map(actionName);
}

const onRecord = text(`action in ${actionName(needsSight.id)}`);

function byMembership(context: RoleContext, holding: Holding): CedarPolicy[] {
  const { role, id, name, inForce } = holding;
  const base = { principal: `principal in ${uid(roleName(role))}`, note: `${name}, by membership` };
  if (role.object === undefined && grantsAdmin(role) && context.model.semantics.adminSeesAllRecords) {
    const actions = [...named(everything), actionName(invite)];
    return [{ ...base, id, actions, resource: 'resource', when: [active, inForce] }];
  }
  const policies = [...withoutSight(holding, base), ...invitations(context, holding, base)];
  const objects = role.object === undefined ? [...context.sight.keys()] : [role.object];
  for (const object of isEmpty(holding.onRecords) ? [] : objects)
    policies.push(
      ...inSight(context, object, {
        ...base,
        id: `${id} on records of ${object.name}`,
        note: `${base.note}, on records of ${JSON.stringify(object.name)}`,
        actions: named(holding.onRecords),
        when: [active, inForce],
      }),
    );
  return policies;
}

type Base = Pick<CedarPolicy, 'principal' | 'note'>;

/** A role of the organization counts in the organization itself too, where there are no records to see. */
function withoutSight({ role, id, granted, onRecords, inForce }: Holding, base: Base): CedarPolicy[] {
  const others = difference(granted, onRecords);
  const organization = `resource is ${namespace}::Organization`;
  const onlyRecords = isEmpty(others);
  if (role.object !== undefined) {
    const resource = `resource in ${uid(objectName(role.object))}`;
    const actions = named(others);
    return onlyRecords ? [] : [{ ...base, id, actions, resource, when: [active, inForce] }];
  }
  const exceptRecords = isEmpty(onRecords) ? yes : anyOf([text(organization), not(onRecord)]);
  const when = onlyRecords ? [active, inForce] : [active, inForce, exceptRecords];
  return [{ ...base, id, actions: named(granted), resource: onlyRecords ? organization : 'resource', when }];
}

function invitations({ model, organization }: RoleContext, { role, id, granted, inForce }: Holding, base: Base) {
  const create = permission('CREATE_ORGANIZATION_USERS');
  const resource = `resource == ${organization}`;
  const rest = { ...base, id: `${id} invites`, note: `${base.note}: invitations`, actions: [actionName(invite)], resource };
  if (role.object !== undefined || create === undefined) return [];
  if (grantsAdmin(role)) return [{ ...rest, when: [active, inForce] }];
  const domains = mayInvite(model);
  return domains === undefined || !actionsOf(granted).includes(create.constant)
    ? []
    : [{ ...rest, when: [active, inForce, domains] }];
}

/** Which addresses others than administrators may invite; undefined for none. */
function mayInvite({ organization: { invites, domains } }: Model): Expression | undefined {
  if (invites === 'any-domain') return yes;
  if (invites !== 'allowed-domains' || domains.length === 0) return undefined;
  const sorted = [...domains].sort();
  return anyOf(sorted.map((domain) => text(`context.domain == ${JSON.stringify(domain)}`)));
}

/** A role with `auto-share` counts for the one record besides, for whoever has one of the relations to it. */
function byRelation(context: RoleContext, holding: Holding, object: ObjectSymbol): CedarPolicy[] {
  const { role, id, name, granted, onRecords, inForce } = holding;
  const words = [...role.autoShare].sort();
  const held: Clause = words.map((word) => ({
    note: `auto-share on ${word}`,
    expression: relationTo(object, word, 'role'),
  }));
  const base = { principal: 'principal', note: `${name}, by auto-share on records of ${JSON.stringify(object.name)}` };
  const own = `${id} by auto-share in ${object.name}`;
  const others = difference(granted, onRecords);
  const resource = `resource is ${recordType(object)}`;
  const policies: CedarPolicy[] = [];
  if (!isEmpty(others)) policies.push({ ...base, id: own, actions: named(others), resource, when: [active, inForce, held] });
  const everywhere = anyOf(words.map((word) => sharedByRecords(context.model, object, word)));
  if (everywhere.op !== 'false' && !isEmpty(others)) {
    const when = [active, inForce, everywhere];
    const note = `${base.note}, in all of it by records that are declared`;
    policies.push({ ...base, note, id: `${own}, everywhere`, actions: named(others), resource: `resource in ${uid(objectName(object))}`, when });
  }
  const also: Ground = { note: 'by a record that is declared', expression: everywhere };
  const reached: Clause = everywhere.op === 'false' ? held : [...held, also];
  const onRecordsToo = { ...base, id: `${own}, on records`, actions: named(onRecords), when: [active, inForce, reached] };
  if (!isEmpty(onRecords)) policies.push(...inSight(context, object, onRecordsToo));
  return policies;
}

/** Amazon Verified Permissions takes policies of up to 10,000 bytes; several may say what one could. */
const mostText = 5000;

function inSight(context: RoleContext, object: ObjectSymbol, policy: Omit<CedarPolicy, 'resource'>): CedarPolicy[] {
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
  return parts.map((grounds, i) => ({
    ...policy,
    id: i === 0 ? policy.id : `${policy.id} (${i + 1})`,
    resource: `resource is ${recordType(object)}`,
    when: [...policy.when, grounds],
  }));
}
