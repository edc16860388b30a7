// Two questions without a record: who may invite an address, and who may pick a service account.
import { permission as permissionNamed } from '../catalogue/permissions.ts';
import { domainOf } from '../model/address.ts';
import { always, never } from '../model/formulas.ts';
import type { Model } from '../model/model.ts';
import type { Principal, ServiceAccount } from '../model/symbols.ts';
import { actorOf, amongst, isActive } from './actor.ts';
import type { Decision, PermissionWay, Refusal } from './answer.ts';
import { doubtsOf } from './doubts.ts';
import { permissionWays } from './permission-ways.ts';
import type { Scope } from './question-scope.ts';

function decided(
  refusal: Refusal | undefined,
  permissions: readonly PermissionWay[],
  doubts: readonly string[],
): Decision {
  const outcome = refusal === undefined ? 'allowed' : 'refused';
  return {
    outcome,
    refusal,
    when: refusal === undefined ? always : never,
    permissions,
    sight: [],
    needsSight: false,
    openRelations: [],
    doubts: refusal === undefined ? [] : doubts,
  };
}

export function decideInvite(model: Model, principal: Principal, address: string, today: number): Decision {
  const scope: Scope = { model, actor: actorOf(model, principal), facts: undefined, given: false, today };
  const create = permissionNamed('CREATE_ORGANIZATION_USERS');
  const ways = create === undefined || !isActive(principal) ? [] : permissionWays(scope, create);
  const doubts = doubtsOf({ scope, held: never, needsSight: false });
  if (!isActive(principal)) return decided('inactive', [], doubts);
  const admin = permissionNamed('ADMIN');
  const adminWays = admin === undefined ? [] : permissionWays(scope, admin);
  if (adminWays.length > 0)
    return decided(
      undefined,
      adminWays.map((way) => ({ ...way, byAdmin: true })),
      doubts,
    );
  if (ways.length === 0) return decided('no-role', [], doubts);
  return decided(mayInvite(model, address) ? undefined : 'invite-policy', ways, doubts);
}

function mayInvite({ organization }: Model, address: string): boolean {
  if (organization.invites === 'any-domain') return true;
  return organization.invites === 'allowed-domains' && organization.domains.includes(domainOf(address));
}

/** `ADMIN` does not imply it. */
export function decideUse(model: Model, principal: Principal, account: ServiceAccount): Decision {
  const actor = actorOf(model, principal);
  if (!isActive(principal) || account.inactive) return decided('inactive', [], []);
  const usable = amongst(actor, (candidate) => account.usableBy.some(({ subject }) => subject === candidate));
  const doubts: string[] = [];
  if (model.broken.organization)
    doubts.push('a declaration of the organization is broken and might put the principal in a group');
  if (!account.usableSound) doubts.push(`\`usable by\` of \`${account.name}\` is broken and might name the principal`);
  return decided(usable === undefined ? 'not-shared' : undefined, [], doubts);
}
