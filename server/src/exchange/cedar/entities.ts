// The entities of the organization: everything but records, which are the host's.
import type { Model } from '../../model/model.ts';
import { attributesOf } from '../../model/profiles.ts';
import type { Group, ObjectSymbol, Role, ServiceAccount, User } from '../../model/symbols.ts';
import { type EntityName, groupName, objectName, roleName, sortedBy, uid, userAttribute, userName } from './names.ts';
import { json } from './quote.ts';

export interface Entity {
  readonly uid: EntityName;
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly parents: readonly EntityName[];
}

export interface EntityParts {
  readonly model: Model;
  readonly organization: EntityName;
  readonly objects: readonly ObjectSymbol[];
  readonly roles: readonly Role[];
  readonly attributes: readonly string[];
}

/** Sorted by type and id; names that Cedar cannot hold are left out, as members too. */
export function entitiesOf(parts: EntityParts): Entity[] {
  const { model, organization, objects, roles } = parts;
  const rolesOf = membership(roles);
  const users = [...model.users.values()].map((user) => userEntity(user, parts, rolesOf));
  const accounts = accountsOf(model).map((account) => accountEntity(account, new Set(roles)));
  const all = [
    { uid: organization, attrs: {}, parents: [] },
    ...objects.map((object) => ({ uid: objectName(object), attrs: {}, parents: [organization] })),
    ...roles.map((role) => ({ uid: roleName(role), attrs: {}, parents: [] })),
    ...[...model.groups.values()].map((group) => ({
      uid: groupName(group),
      attrs: {},
      parents: named((rolesOf.get(group) ?? []).map(roleName)),
    })),
    ...users,
    ...accounts,
  ];
  return sortedBy(
    all.filter((entity) => entity.uid.id.isWellFormed()),
    (entity) => uid(entity.uid),
  );
}

export function accountsOf(model: Model): ServiceAccount[] {
  return [...model.objects.values()].flatMap((object) => [...object.accounts.values()]);
}

function membership(roles: readonly Role[]): Map<User | Group, Role[]> {
  const rolesOf = new Map<User | Group, Role[]>();
  for (const role of roles)
    for (const { member } of role.members) {
      const known = rolesOf.get(member);
      if (known === undefined) rolesOf.set(member, [role]);
      else known.push(role);
    }
  return rolesOf;
}

/** Each once, in order. */
function named(names: readonly EntityName[]): EntityName[] {
  const sound = names.filter(({ id }) => id.isWellFormed()).map((name) => [uid(name), name] as const);
  return sortedBy(new Map(sound), ([key]) => key).map(([, name]) => name);
}

/** A user whose declaration has an error may do nothing, and so is not active. */
function userEntity(user: User, { model, attributes }: EntityParts, rolesOf: Map<User | Group, Role[]>): Entity {
  const own = attributesOf(model, user);
  const said: [string, string][] = attributes.flatMap((name) => {
    const value = own.get(name);
    return value === undefined || value === '' || !value.isWellFormed() ? [] : [[userAttribute(name), value]];
  });
  const groups = [...(model.groupsOf.get(user) ?? [])].map(groupName);
  const roles = (rolesOf.get(user) ?? []).map(roleName);
  return {
    uid: userName(user),
    attrs: { active: user.sound && !user.inactive, ...Object.fromEntries(said) },
    parents: named([...groups, ...roles]),
  };
}

function accountEntity(account: ServiceAccount, exported: ReadonlySet<Role>): Entity {
  const roles = account.roles.flatMap(({ role }) => (exported.has(role) ? [roleName(role)] : []));
  return {
    uid: userName(account),
    attrs: { active: account.sound && !account.inactive },
    parents: named(roles),
  };
}

/** One entity a line. */
export function printEntities(entities: readonly Entity[]): string {
  return `[\n${entities.map(json).join(',\n')}\n]\n`;
}
