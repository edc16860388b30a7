// Changes by which somebody would hold a permission: of roles that count at the place, and of who is in them.
import { has } from '../../catalogue/permission-set.ts';
import { permission as permissionNamed } from '../../catalogue/permissions.ts';
import type { Group, Role } from '../../model/symbols.ts';
import { membership } from '../actor.ts';
import { grantsAdmin } from '../permission-ways.ts';
import { inForce, rolesAt } from '../question-scope.ts';
import { relationOf, relationWays } from '../relations.ts';
import { type Candidate, type Gap, type Need, objectOf, recordsThatGive } from './gap.ts';

const admin = permissionNamed('ADMIN');

export function roleChanges(gap: Gap): Candidate[] {
  const roles = rolesAt(gap.model, objectOf(gap));
  return [
    ...roles.flatMap((role) => addToRole(gap, role)),
    ...roles.flatMap((role) => grantInRole(gap, role)),
    ...roles.flatMap((role) => extendExpiry(gap, role)),
  ];
}

/** What whoever has the role is given of what is missing: by `ADMIN` every permission, every address, every record. */
function given({ model, permissions }: Gap, role: Role): readonly Need[] {
  if (!grantsAdmin(role)) return permissions.filter((permission) => has(role.permissions, permission));
  const sees = model.semantics.adminSeesAllRecords && role.object === undefined;
  return [...permissions, 'address', ...(sees ? (['sight'] as const) : [])];
}

/** True where that is of any use. */
function isUseful(gap: Gap, gives: readonly Need[]): boolean {
  return gives.some((need) => (need === 'sight' ? gap.sight : need !== 'address'));
}

function addToRole(gap: Gap, role: Role): Candidate[] {
  const gives = given(gap, role);
  const { principal, today } = gap.asked;
  if (!inForce(role, today) || !isUseful(gap, gives)) return [];
  return [{ change: { kind: 'add-to-role', principal, role }, gives }];
}

/** `ADMIN` belongs to managed roles: no other one is made to grant it. */
function grantInRole(gap: Gap, role: Role): Candidate[] {
  const place = role.object === undefined ? 'organization' : 'object';
  if (role.managed || !inForce(role, gap.asked.today) || !isHeld(gap, role)) return [];
  const permissions = gap.permissions.filter((each) => each !== admin && each.scopes.includes(place));
  if (permissions.length === 0) return [];
  return [{ change: { kind: 'grant-in-role', role, permissions }, gives: permissions }];
}

/** By membership, or perhaps by a relation. */
function isHeld(gap: Gap, role: Role): boolean {
  const { actor } = gap;
  if (membership(actor, role) !== undefined) return true;
  const words = [...role.autoShare].map((word) => relationOf(word, 'role'));
  return recordsThatGive(gap).some((record) => words.some((word) => relationWays(actor, record, word).length > 0));
}

function extendExpiry(gap: Gap, role: Role): Candidate[] {
  const gives = given(gap, role);
  const { today } = gap.asked;
  if (role.expiryUnsound || inForce(role, today) || !isHeld(gap, role) || !isUseful(gap, gives)) return [];
  return [{ change: { kind: 'extend-expiry', role, until: today }, gives }];
}

/** What roles give to the members of groups. */
export function givenByGroup(gap: Gap): ReadonlyMap<Group, readonly Need[]> {
  const all = new Map<Group, readonly Need[]>();
  for (const role of rolesAt(gap.model, objectOf(gap))) {
    const gives = given(gap, role);
    if (!inForce(role, gap.asked.today) || !isUseful(gap, gives)) continue;
    for (const { member } of role.members)
      if (member.kind === 'group') all.set(member, [...(all.get(member) ?? []), ...gives]);
  }
  return all;
}
