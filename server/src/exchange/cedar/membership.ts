// Policies of a role for those who are in it: users, members of its groups, and service accounts that take it.
import { grantsAdmin } from '../../access/permission-ways.ts';
import { has, isEmpty } from '../../catalogue/permission-set.ts';
import { permission } from '../../catalogue/permissions.ts';
import type { Model } from '../../model/model.ts';
import { everything, invite } from './actions.ts';
import { anyOf, type Expression, not, text, yes } from './expression.ts';
import {
  active,
  type Holding,
  namedActions,
  objectsOf,
  onRecord,
  type RoleContext,
  whereInSight,
  withoutSight,
} from './holding.ts';
import { actionName, namespace, objectName, roleName, uid } from './names.ts';
import type { CedarPolicy } from './policy.ts';
import { quote } from './quote.ts';

type Base = Pick<CedarPolicy, 'principal' | 'note'>;

const organizationType = `resource is ${namespace}::Organization`;

export function byMembership(context: RoleContext, holding: Holding): CedarPolicy[] {
  const { role, id, name, inForce, onRecords } = holding;
  const base: Base = { principal: `principal in ${uid(roleName(role))}`, note: name };
  if (role.object === undefined && grantsAdmin(role) && context.model.semantics.adminSeesAllRecords) {
    const actions = [...namedActions(everything), actionName(invite)];
    return [{ ...base, id, actions, resource: 'resource', when: [active, inForce] }];
  }
  const rest = { ...base, actions: namedActions(onRecords), when: [active, inForce] };
  const seen = isEmpty(onRecords) ? [] : objectsOf(context, role);
  return [
    ...apartFromRecords(holding, base),
    ...invitations(context, holding, base),
    ...seen.flatMap((object) => {
      const note = `${name}, on records of ${quote(object.name)}`;
      return whereInSight(context, object, { ...rest, id: `${id} on records of ${object.name}`, note });
    }),
  ];
}

/** What needs no sight. A role of the organization counts in the organization itself too, which has no records to see. */
function apartFromRecords(holding: Holding, base: Base): CedarPolicy[] {
  const { role, id, granted, onRecords, inForce } = holding;
  const others = withoutSight(holding);
  if (role.object !== undefined) {
    const resource = `resource in ${uid(objectName(role.object))}`;
    if (others === undefined) return [];
    return [{ ...base, id, actions: others.actions, resource, when: [active, inForce, ...others.when] }];
  }
  const actions = namedActions(granted);
  if (others === undefined) return [{ ...base, id, actions, resource: organizationType, when: [active, inForce] }];
  const noRecord = isEmpty(onRecords) ? yes : anyOf([text(organizationType), not(onRecord)]);
  return [{ ...base, id, actions, resource: 'resource', when: [active, inForce, noRecord] }];
}

function invitations({ model, organization }: RoleContext, holding: Holding, base: Base): CedarPolicy[] {
  const { role, id, name, granted, inForce } = holding;
  const create = permission('CREATE_ORGANIZATION_USERS');
  if (role.object !== undefined || create === undefined || !has(granted, create)) return [];
  const domains = grantsAdmin(role) ? yes : domainsToInvite(model);
  if (domains.op === 'false') return [];
  return [
    {
      ...base,
      id: `${id} invites`,
      note: `${name}: invitations`,
      actions: [actionName(invite)],
      resource: `resource == ${organization}`,
      when: [active, inForce, domains],
    },
  ];
}

/** Which addresses others than administrators may invite. */
function domainsToInvite({ organization: { invites, domains } }: Model): Expression {
  if (invites === 'any-domain') return yes;
  if (invites === 'admins-only') return { op: 'false' };
  return anyOf([...domains].sort().map((domain) => text(`context.domain == ${quote(domain)}`)));
}
