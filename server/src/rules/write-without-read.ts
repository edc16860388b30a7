// The right to create, update or delete what the role does not let its holders look at.

import { grantsAdmin } from '../access/permission-ways.ts';
import { has } from '../catalogue/permission-set.ts';
import { permission, permissions } from '../catalogue/permissions.ts';
import type { Permission } from '../catalogue/types.ts';
import type { Model } from '../model/model.ts';
import type { Principal, Role, RoleGrant } from '../model/symbols.ts';
import { listWords } from '../model/words.ts';
import { insertBefore } from '../syntax/edits/insert.ts';
import { fixOf } from './edits/fix.ts';
import { holdersOf, isHeldBy, reachOf, rolesBeside } from './holders.ts';
import { byRole, type Report, type Rule, type RuleContext } from './rule.ts';

export const writeWithoutRead: Rule = byRole(
  {
    id: 'write-without-read',
    severity: 'warning',
    category: 'Without effect',
    title: 'the right to create, update or delete a resource without its `READ_…`',
  },
  checkRole,
);

function checkRole(context: RuleContext, role: Role): Report[] {
  if (role.managed || !role.sound || grantsAdmin(role)) return [];
  const unread = new Map<Permission, RoleGrant[]>();
  for (const grant of role.grants) {
    const read = grant.level === undefined ? readFor(grant, role) : undefined;
    const known = read === undefined ? undefined : unread.get(read);
    if (known !== undefined) known.push(grant);
    else if (read !== undefined) unread.set(read, [grant]);
  }
  // A service account may well make what it never looks at: what it needs its actions say.
  const people =
    unread.size === 0 ? [] : holdersOf(context.model, role).filter(({ kind }) => kind !== 'service account');
  if (people.length === 0 && role.autoShare.size === 0) return [];
  const beside = unread.size === 0 ? [] : rolesBeside(context.model, role, context.today);
  const isRead = (read: Permission) => people.length > 0 && isReadBy(context.model, people, beside, read);
  return [...unread].filter(([read]) => !isRead(read)).flatMap(([read, grants]) => reportOf(context, read, grants));
}

/** What lets look at the resource that the grant lets write, where the platform has it and the role lacks it. */
function readFor({ permissions }: RoleGrant, role: Role): Permission | undefined {
  const [first] = permissions;
  const read = first === undefined ? undefined : readOf.get(first);
  if (read === undefined || has(role.permissions, read)) return undefined;
  return read.scopes.includes(role.object === undefined ? 'organization' : 'object') ? read : undefined;
}

/** Of each permission to write a resource: the one to look at it. */
const readOf: ReadonlyMap<Permission, Permission> = new Map(
  permissions.flatMap((each) => {
    const [, resource] = /^(?:CREATE|(?:BULK_)?UPDATE|DELETE)_(.+)$/.exec(each.constant) ?? [];
    const read = resource === undefined ? undefined : permission(`READ_${resource}`);
    return read?.documented === true ? [[each, read] as const] : [];
  }),
);

/** Everybody who is known to hold the role has it by another one. */
function isReadBy(model: Model, people: readonly Principal[], beside: readonly Role[], read: Permission): boolean {
  const reading = beside.filter(({ permissions }) => has(reachOf(permissions), read));
  return people.every((holder) => reading.some((other) => isHeldBy(model, other, holder)));
}

function reportOf(context: RuleContext, read: Permission, grants: readonly RoleGrant[]): Report[] {
  const [first] = grants;
  if (first === undefined) return [];
  const names = grants.flatMap(({ permissions }) => permissions.map(({ constant }) => `\`${constant}\``));
  const place = context.place(first.origin);
  const message = `${listWords([...new Set(names)], 'and')} without \`${read.constant}\``;
  const edits = [{ file: place.file, edits: [insertBefore(place.span, read.constant)] }];
  return [{ place, message, fixes: () => fixOf(context, `Grant \`${read.constant}\` too`, edits) }];
}
