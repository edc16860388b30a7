// Policies of a role for those who are in it: users, members of its groups, and service accounts that take it.
import { grantsAdmin } from '../../access/permission-ways.ts';
import { has, isEmpty } from '../../catalogue/permission-set.ts';
import { permission } from '../../catalogue/permissions.ts';
import type { Model } from '../../model/model.ts';
import { everything, invite } from './actions.ts';
import { anyOf, type Expression, not, text, yes } from './expression.ts';
import { active, type Holding, namedActions, onRecord, type RoleContext, withoutSight } from './holding.ts';
import { actionName, namespace, objectName, uid } from './names.ts';
import type { CedarPolicy } from './policy.ts';
import { quote } from './quote.ts';

const organizationType = `resource is ${namespace}::Organization`;

/** What needs no record in sight; of `ADMIN` everything, unless records must be in its sight too. */
export function byMembership(context: RoleContext, holding: Holding): CedarPolicy[] {
  const { id, name, isHeld, inForce, seesAll } = holding;
  if (!seesAll) return [...apartFromRecords(holding), ...invitations(context, holding)];
  const actions = [...namedActions(everything), actionName(invite)];
  return [{ id, note: name, principal: isHeld, actions, resource: 'resource', when: [active, inForce] }];
}

/** A role of the organization counts in the organization itself too, which has no records to see. */
function apartFromRecords(holding: Holding): CedarPolicy[] {
  const { role, id, name, isHeld, granted, onRecords, inForce } = holding;
  const base = { id, note: name, principal: isHeld };
  const others = withoutSight(holding);
  if (role.object !== undefined) {
    const resource = `resource in ${uid(objectName(role.object))}`;
    return others === undefined
      ? []
      : [{ ...base, actions: others.actions, resource, when: [active, inForce, others.when] }];
  }
  const actions = namedActions(granted);
  if (others === undefined) return [{ ...base, actions, resource: organizationType, when: [active, inForce] }];
  const noRecord = isEmpty(onRecords) ? yes : anyOf([text(organizationType), not(onRecord)]);
  return [{ ...base, actions, resource: 'resource', when: [active, inForce, noRecord] }];
}

function invitations({ model, organization }: RoleContext, holding: Holding): CedarPolicy[] {
  const { role, id, name, isHeld, granted, inForce } = holding;
  const create = permission('CREATE_ORGANIZATION_USERS');
  if (role.object !== undefined || create === undefined || !has(granted, create)) return [];
  const domains = grantsAdmin(role) ? yes : domainsToInvite(model);
  if (domains.op === 'false') return [];
  return [
    {
      id: `${id} invites`,
      note: `${name}: invitations`,
      principal: isHeld,
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
