// An object on one side: what it gives to whom, and what relations to its records give.
import { type PermissionSet, setOf } from '../../catalogue/permission-set.ts';
import { permissions } from '../../catalogue/permissions.ts';
import type { ObjectSymbol, Policy, Principal, Role } from '../../model/symbols.ts';
import { grantsAdmin } from '../permission-ways.ts';
import { inForce } from '../question-scope.ts';
import { anyRelating, type Relating, relating } from './marks.ts';
import type { SideIndex } from './parties.ts';
import { standIns } from './stand-ins.ts';

/** Everything, by `ADMIN`. */
export const everything: PermissionSet = setOf(permissions);

/** Something that an object gives to those whom it names: a role of its own, or sight by a policy. */
export type Hit = Role | Policy;

/** A role that relations to a record give, and for which records. */
export interface RelationRole {
  readonly role: Role;
  readonly permissions: PermissionSet;
  readonly given: Relating;
}

export interface Floor {
  /** By the user, group or account named. */
  readonly hits: ReadonlyMap<Principal, readonly Hit[]>;
  readonly numbers: ReadonlyMap<Hit, number>;
  readonly byRelation: readonly RelationRole[];
  readonly object: ObjectSymbol;
  /** The records that a share or the object's own sharing shows. */
  readonly shared: Relating;
  /** What the policies of a list open, by their numbers; filled as lists are met. */
  readonly opened: Map<string, Relating>;
  /** For which records some of the roles by relation are held, by their positions; likewise. */
  readonly given: Map<string, Relating>;
  /** The records for which something is both held and in sight; likewise. */
  readonly allowed: Map<string, Relating>;
}

/** `home` is the object's. Undefined where the object is not there. */
export function floorOf(index: SideIndex, home: ObjectSymbol, object: ObjectSymbol | undefined): Floor | undefined {
  if (object === undefined) return undefined;
  const hits = new Map<Principal, Hit[]>();
  const numbers = new Map<Hit, number>();
  const add = (principal: Principal, hit: Hit) => {
    if (!numbers.has(hit)) numbers.set(hit, numbers.size);
    const known = hits.get(principal);
    if (known === undefined) hits.set(principal, [hit]);
    else if (!known.includes(hit)) known.push(hit);
  };
  for (const role of object.roles.values())
    if (inForce(role, index.today)) for (const { member } of role.members) add(member, role);
  for (const [account, role] of index.accounts.get(object) ?? []) add(account, role);
  for (const policy of object.policies)
    if (policy.when !== undefined) for (const { subject } of policy.to) add(subject, policy);
  const auto = [...index.model.roles.values(), ...object.roles.values()].filter(
    (role) => role.autoShare.size > 0 && inForce(role, index.today),
  );
  for (const role of auto) for (const principal of standIns(index.model, object, role)) add(principal, role);
  const shares = [relating(home, object, ['share'], 'records'), relating(home, object, object.recordShares, 'records')];
  return {
    object,
    hits,
    numbers,
    byRelation: auto.map((role) => relationRole(home, object, role)),
    shared: anyRelating(shares),
    opened: new Map(),
    given: new Map(),
    allowed: new Map(),
  };
}

function relationRole(home: ObjectSymbol, object: ObjectSymbol, role: Role): RelationRole {
  return {
    role,
    permissions: grantsAdmin(role) ? everything : role.permissions,
    given: relating(home, object, role.autoShare, 'role'),
  };
}
