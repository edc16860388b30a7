// The right to create, update or delete what the role does not let its holders look at.

import { grantsAdmin } from '../access/permission-ways.ts';
import { has } from '../catalogue/permission-set.ts';
import { permission } from '../catalogue/permissions.ts';
import type { Permission } from '../catalogue/types.ts';
import type { Role, RoleGrant } from '../model/symbols.ts';
import { listWords } from '../model/words.ts';
import { holdersOf, isHeldBy, reachOf, rolesBeside } from './holders.ts';
import { allRoles } from './roles.ts';
import type { Report, Rule, RuleContext } from './rule.ts';

export const writeWithoutRead: Rule = {
  id: 'write-without-read',
  severity: 'warning',
  category: 'Without effect',
  title: 'the right to create, update or delete a resource without its `READ_…`',
  check: (context) => allRoles(context.model).flatMap((role) => checkRole(context, role)),
};

function checkRole(context: RuleContext, role: Role): Report[] {
  if (role.managed || !role.sound || grantsAdmin(role) || !isForPeople(context, role)) return [];
  const unread = new Map<Permission, RoleGrant[]>();
  for (const grant of role.grants) {
    const read = grant.level === undefined ? readFor(grant, role) : undefined;
    if (read !== undefined) unread.set(read, [...(unread.get(read) ?? []), grant]);
  }
  return [...unread]
    .filter(([read]) => !isReadAnyway(context, role, read))
    .flatMap(([read, grants]) => reportOf(context, read, grants));
}

/** A service account may well make what it never looks at: what it needs its actions say. */
function isForPeople({ model }: RuleContext, role: Role): boolean {
  return role.autoShare.size > 0 || holdersOf(model, role).some((holder) => holder.kind !== 'service account');
}

/** What lets look at the resource that the grant lets write, where the platform has it and the role lacks it. */
function readFor({ permissions }: RoleGrant, role: Role): Permission | undefined {
  const [, resource] = /^(?:CREATE|(?:BULK_)?UPDATE|DELETE)_(.+)$/.exec(permissions[0]?.constant ?? '') ?? [];
  const read = resource === undefined ? undefined : permission(`READ_${resource}`);
  const place = role.object === undefined ? 'organization' : 'object';
  return read?.documented === true && read.scopes.includes(place) && !has(role.permissions, read) ? read : undefined;
}

/** Every holder who is known has it by another role. */
function isReadAnyway({ model, today }: RuleContext, role: Role, read: Permission): boolean {
  const people = holdersOf(model, role).filter((holder) => holder.kind !== 'service account');
  if (people.length === 0) return false;
  const reading = rolesBeside(model, role, today).filter(({ permissions }) => has(reachOf(permissions), read));
  return people.every((holder) => reading.some((other) => isHeldBy(other, holder)));
}

function reportOf({ place }: RuleContext, read: Permission, grants: readonly RoleGrant[]): Report[] {
  const [first] = grants;
  if (first === undefined) return [];
  const names = grants.flatMap(({ permissions }) => permissions.map(({ constant }) => `\`${constant}\``));
  return [
    { place: place(first.origin), message: `${listWords([...new Set(names)], 'and')} without \`${read.constant}\`` },
  ];
}
