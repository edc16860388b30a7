// Who holds a role, and what those who hold it have besides.
import { inForce, rolesAt } from '../access/question-scope.ts';
import { has, type PermissionSet, setOf } from '../catalogue/permission-set.ts';
import { permission, permissions } from '../catalogue/permissions.ts';
import type { Model } from '../model/model.ts';
import type { Group, Principal, Role, ServiceAccount, User } from '../model/symbols.ts';
import { notesOn } from '../text/notes.ts';
import { accountsIn } from './accounts.ts';
import { canAct } from './people.ts';
import { bitsOfMember, bitsOfRole, isAmong, isWithin } from './people-bits.ts';

const namings = notesOn<Model, ReadonlyMap<Role, readonly ServiceAccount[]>>();

/** The service accounts that name the role. An inactive one may be switched on again: what it holds is no less its own. */
export function accountsWith(model: Model, role: Role): readonly ServiceAccount[] {
  const known = namings.get(model) ?? accountsByRole(model);
  namings.set(model, known);
  return known.get(role) ?? [];
}

function accountsByRole(model: Model): ReadonlyMap<Role, readonly ServiceAccount[]> {
  const accounts = new Map<Role, ServiceAccount[]>();
  for (const account of accountsIn(model))
    for (const { role } of account.roles) {
      const known = accounts.get(role);
      if (known === undefined) accounts.set(role, [account]);
      else known.push(account);
    }
  return accounts;
}

const acting = new WeakMap<Role, readonly (User | Group)[]>();

/** The members of a role that can act, a group as one of them. */
export function actingMembers(role: Role): readonly (User | Group)[] {
  const known = acting.get(role) ?? role.members.map(({ member }) => member).filter(canAct);
  acting.set(role, known);
  return known;
}

/** The accounts of a role and its members that can act, a group as one of them. Whoever has it by auto-share is not among them. */
export function holdersOf(model: Model, role: Role): Principal[] {
  return [...actingMembers(role), ...accountsWith(model, role)];
}

const members = new WeakMap<Role, ReadonlySet<Principal>>();

function membersOf(role: Role): ReadonlySet<Principal> {
  const known = members.get(role) ?? new Set(role.members.map(({ member }) => member));
  members.set(role, known);
  return known;
}

/** True where the holder has the role, whoever else joins its group. */
export function isHeldFirmly(model: Model, role: Role, holder: Principal): boolean {
  if (holder.kind === 'service account') return holder.roles.some((each) => each.role === role);
  const all = membersOf(role);
  if (all.has(holder)) return true;
  if (holder.kind === 'user') for (const group of model.groupsOf.get(holder) ?? []) if (all.has(group)) return true;
  return false;
}

/** True where everybody of the holder has the role today. */
export function isHeldBy(model: Model, role: Role, holder: Principal): boolean {
  if (holder.kind === 'user' && !holder.inactive) return isAmong(bitsOfRole(model, role), holder);
  if (holder.kind !== 'group') return isHeldFirmly(model, role, holder);
  if (membersOf(role).has(holder)) return true;
  return canAct(holder) && isWithin(bitsOfMember(model, holder), bitsOfRole(model, role));
}

/** The other roles that count wherever the role does, now and for as long. */
export function rolesBeside(model: Model, role: Role, today: number): Role[] {
  const lasts = (other: Role) =>
    other.expires === undefined || (role.expires !== undefined && role.expires <= other.expires);
  return rolesAt(model, role.object).filter((other) => other !== role && inForce(other, today) && lasts(other));
}

const everything = setOf(permissions);
const admin = permission('ADMIN');

/** What some permissions come to: `ADMIN` is every permission. */
export function reachOf(set: PermissionSet): PermissionSet {
  return holdsAdmin(set) ? everything : set;
}

export function holdsAdmin(set: PermissionSet): boolean {
  return admin !== undefined && has(set, admin);
}
