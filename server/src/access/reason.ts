// A decision in one line.
import { printFormula } from '../condition/print.ts';
import { principalPath } from '../model/lookup.ts';
import type { Principal } from '../model/symbols.ts';
import { isActive } from './actor.ts';
import type { Decision, ListEntry, PermissionWay, SightWay } from './answer.ts';

/** What a reason is made of. */
type Reasons = Pick<Decision, 'outcome' | 'refusal' | 'when' | 'permissions' | 'sight'>;

/** The decision's reason: what allows it, or what is missing. */
export function reasonOf(decision: Reasons, principal: Principal): string {
  switch (decision.outcome) {
    case 'allowed':
      return allowedBy(decision);
    case 'allowed-when':
      return `allowed when ${printFormula(decision.when)}`;
    case 'unknown':
      return 'not decided';
    case 'refused':
      return refusedBecause(decision, principal);
  }
}

function allowedBy(decision: Reasons): string {
  const text = waysText(deciding(decision.permissions), deciding(decision.sight));
  return text === '' ? 'allowed' : `allowed: ${text}`;
}

/** The way to a permission and the way to the record, in words; what is said twice is said once. */
function waysText(permission: PermissionWay | undefined, sight: SightWay | undefined): string {
  const words = [permission ? permissionText(permission) : [], sight ? sightText(sight) : []].flat();
  return [...new Set(words)].join('; ');
}

/** Where a line of a list comes from: the shortest of the ways to it, and the place of its grant, else of its role. */
export function originOf(
  permissions: readonly PermissionWay[],
  sight: readonly SightWay[],
): Pick<ListEntry, 'origin' | 'place'> {
  const way = shortest(permissions);
  return { origin: waysText(way, shortest(sight)), place: way?.grant?.origin ?? way?.role.origin };
}

function refusedBecause(decision: Reasons, principal: Principal): string {
  const name = principalPath(principal);
  switch (decision.refusal) {
    case 'inactive':
      return isActive(principal) ? 'refused: the service account is inactive' : `refused: \`${name}\` is inactive`;
    case 'no-role':
      return `refused: no role grants it to \`${name}\``;
    case 'invite-policy':
      return 'refused: the invite policy does not take this address';
    case 'not-shared':
      return `refused: the account is not usable by \`${name}\``;
    default:
      return `refused: no policy or share lets \`${name}\` see the record`;
  }
}

/** The shortest way that holds; of ways that hold together only, by the records that are spoken of, the shortest of them. */
function deciding<W extends PermissionWay | SightWay>(ways: readonly W[]): W | undefined {
  return (
    shortest(ways.filter((way) => way.holds === 'true')) ?? shortest(ways.filter((way) => way.holds === 'unknown'))
  );
}

/** The fewest steps: held directly rather than through a group, by a grant rather than by `ADMIN`, by membership first. */
function shortest<W extends { readonly through: unknown }>(ways: readonly W[]): W | undefined {
  const cost = (way: W) =>
    (way.through === undefined ? 0 : 1) +
    ('byAdmin' in way && way.byAdmin ? 1 : 0) +
    ('autoShare' in way && way.autoShare !== undefined ? 2 : 0);
  return ways.reduce<W | undefined>(
    (best, way) => (best === undefined || cost(way) < cost(best) ? way : best),
    undefined,
  );
}

export function permissionText(way: PermissionWay): string {
  const role = `role \`${way.role.name}\``;
  const admin = way.byAdmin ? ' (`ADMIN`)' : '';
  const through = way.through === undefined ? '' : ` through \`${way.through.name}\``;
  const share = way.autoShare === undefined ? '' : ` by auto-share on \`${way.autoShare}\``;
  return `${role}${admin}${through}${share}`;
}

export function sightText(way: SightWay): string {
  const through = way.through === undefined ? '' : ` through \`${way.through.name}\``;
  switch (way.by) {
    case 'admin':
      return `role \`${way.role.name}\` (\`ADMIN\`)${through}`;
    case 'policy':
      return `${way.policy.isDefault ? 'the default policy' : `policy \`${way.policy.name}\``}${through}`;
    case 'share':
      return `shared with it${through}`;
    case 'auto-share':
      return `shared on \`${way.word}\`${through}`;
  }
}
