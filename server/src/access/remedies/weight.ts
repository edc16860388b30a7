// A guess at how much a change grants, to look at the smaller ones first where not all can be looked at.
import { size } from '../../catalogue/permission-set.ts';
import type { Model } from '../../model/model.ts';
import type { Principal, Role } from '../../model/symbols.ts';
import { namedIn } from './named.ts';
import type { Change } from './types.ts';

export function weightOf(model: Model, change: Change): number {
  switch (change.kind) {
    case 'join-group': {
      const { inOrganization, objects, asking } = namedIn(model).of(change.group);
      return 10 * (objects.size + asking.size) + (inOrganization ? 10 * model.objects.size : 0);
    }
    case 'add-to-role':
      return size(change.role.permissions) * breadth(model, change.role) * people(change.principal);
    case 'grant-in-role':
      return change.permissions.length * breadth(model, change.role) * holders(change.role);
    case 'extend-expiry':
      return size(change.role.permissions) * breadth(model, change.role) * holders(change.role);
    case 'name-in-policy':
    case 'new-policy':
      return 3 * people(change.principal);
    case 'widen-invites':
      return change.invites === 'any-domain' ? 2 : 1;
    default:
      return 0;
  }
}

/** At how many places the role counts. */
function breadth(model: Model, { object }: Role): number {
  return object === undefined ? 1 + model.objects.size : 1;
}

function holders({ members }: Role): number {
  return members.reduce((sum, { member }) => sum + people(member), 1);
}

function people(principal: Principal): number {
  return principal.kind === 'group' ? 1 + principal.members.size : 1;
}
