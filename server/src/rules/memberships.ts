// Who holds what today: people by the roles in force that they are members of. Whom auto-share gives a role is not known.
import { grantsAdmin } from '../access/permission-ways.ts';
import { inForce, rolesAt } from '../access/question-scope.ts';
import { has } from '../catalogue/permission-set.ts';
import type { Permission } from '../catalogue/types.ts';
import type { Model } from '../model/model.ts';
import type { Group, ObjectSymbol, Role, User } from '../model/symbols.ts';
import { notesOn } from '../text/notes.ts';
import { activeMembers } from './people.ts';
import { allRoles } from './roles.ts';
import type { Dated } from './rule.ts';

/** The active people whom a member of a role comes to. */
export function activePeople(member: User | Group): ReadonlySet<User> {
  if (member.kind === 'group') return activeMembers(member);
  return new Set(member.inactive ? [] : [member]);
}

const membersOf = new WeakMap<Role, ReadonlySet<User>>();

/** The active people who are members of the role. */
export function peopleWith(role: Role): ReadonlySet<User> {
  const known = membersOf.get(role);
  if (known !== undefined) return known;
  const people = new Set<User>();
  for (const { member } of role.members) for (const user of activePeople(member)) people.add(user);
  membersOf.set(role, people);
  return people;
}

/** Gives of a user those of the roles that the user is a member of, by name or by a group. */
export function rolesAmong(model: Model, roles: Iterable<Role>): (user: User) => readonly Role[] {
  const naming = new Map<User | Group, Role[]>();
  for (const role of roles)
    for (const { member } of role.members) {
      const known = naming.get(member);
      if (known === undefined) naming.set(member, [role]);
      else if (known.at(-1) !== role) known.push(role);
    }
  const found = new Map<User, readonly Role[]>();
  return (user) => {
    const known = found.get(user);
    if (known !== undefined) return known;
    const own = [...(naming.get(user) ?? [])];
    model.groupsOf.get(user)?.forEach((group) => {
      for (const role of naming.get(group) ?? []) if (!own.includes(role)) own.push(role);
    });
    found.set(user, own);
    return own;
  };
}

const unknowns = notesOn<Model, (user: User) => readonly Role[]>();

/** False of somebody with an error, in themselves or in a role that counts there: what they lack may be a part of it. */
export function isKnownIn({ model }: Dated, user: User, object: ObjectSymbol): boolean {
  const broken =
    unknowns.get(model) ??
    rolesAmong(
      model,
      allRoles(model).filter(({ sound }) => !sound),
    );
  unknowns.set(model, broken);
  return user.sound && !broken(user).some((role) => role.object === undefined || role.object === object);
}

const administratorsOf = notesOn<Model, ReadonlyMap<User, Role>>();

/** The active people who hold `ADMIN`, each with the first role by which. `today` is the same for all of a model. */
export function administrators(model: Model, today: number): ReadonlyMap<User, Role> {
  const known = administratorsOf.get(model);
  if (known !== undefined) return known;
  const found = new Map<User, Role>();
  for (const role of adminRoles(model, today))
    for (const user of peopleWith(role)) if (!found.has(user)) found.set(user, role);
  administratorsOf.set(model, found);
  return found;
}

/** The roles in force that grant `ADMIN` to their members. */
export function adminRoles(model: Model, today: number): Role[] {
  return [...model.roles.values()].filter((role) => grantsAdmin(role) && inForce(role, today));
}

type Holding = Map<ObjectSymbol | 'anywhere', Map<Permission, ReadonlySet<User>>>;

const holdings = notesOn<Model, Holding>();

/**
 * The active people who hold the permission in the object, or, without one, in some place. Administrators are among them
 * only where another role grants it to them.
 */
export function holdersAt(
  model: Model,
  today: number,
  permission: Permission,
  object: ObjectSymbol | undefined,
): ReadonlySet<User> {
  const holding: Holding = holdings.get(model) ?? new Map();
  holdings.set(model, holding);
  const at = object ?? 'anywhere';
  const here = holding.get(at) ?? new Map<Permission, ReadonlySet<User>>();
  holding.set(at, here);
  const known = here.get(permission);
  if (known !== undefined) return known;
  const roles = object === undefined ? allRoles(model) : rolesAt(model, object);
  const found = new Set<User>();
  for (const role of roles)
    if (has(role.permissions, permission) && inForce(role, today)) for (const user of peopleWith(role)) found.add(user);
  here.set(permission, found);
  return found;
}
