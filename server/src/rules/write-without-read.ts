// The right to create, update or delete what the role does not let its holders look at.

import { grantsAdmin } from '../access/permission-ways.ts';
import { has, overlaps, type PermissionSet, setOf } from '../catalogue/permission-set.ts';
import { permission, permissions } from '../catalogue/permissions.ts';
import type { Permission } from '../catalogue/types.ts';
import type { Model } from '../model/model.ts';
import type { Origin } from '../model/origin.ts';
import type { ObjectSymbol, Principal, Role, RoleGrant } from '../model/symbols.ts';
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
  { beside: (_, object, granted) => overlaps(granted, unreadIn(object)) },
);

function checkRole(context: RuleContext, role: Role): Report[] {
  if (role.managed || !role.sound || grantsAdmin(role)) return [];
  const unread = unreadBy(role);
  // A service account may well make what it never looks at: what it needs its actions say.
  const people =
    unread.length === 0 ? [] : holdersOf(context.model, role).filter(({ kind }) => kind !== 'service account');
  if (people.length === 0 && role.autoShare.size === 0) return [];
  const beside = unread.length === 0 ? [] : rolesBeside(context.model, role, context.today);
  const isRead = people.length === 0 ? () => false : readBy(context.model, people, beside);
  return unread.filter(({ read }) => !isRead(read)).map((each) => reportOf(context, each));
}

interface Unread {
  readonly read: Permission;
  /** The first of the grants that let write. */
  readonly origin: Origin;
  readonly message: string;
}

const unreadOf = new WeakMap<Role, readonly Unread[]>();

/** What lets look at what the role lets write, where it does not grant that itself. */
function unreadBy(role: Role): readonly Unread[] {
  const known = unreadOf.get(role) ?? findUnread(role);
  unreadOf.set(role, known);
  return known;
}

function findUnread(role: Role): readonly Unread[] {
  const writing = new Map<Permission, RoleGrant[]>();
  for (const grant of role.grants) {
    const read = grant.level === undefined ? readFor(grant, role) : undefined;
    const known = read === undefined ? undefined : writing.get(read);
    if (known !== undefined) known.push(grant);
    else if (read !== undefined) writing.set(read, [grant]);
  }
  return [...writing].flatMap(([read, grants]) => {
    const [first] = grants;
    const names = grants.flatMap(({ permissions }) => permissions.map(({ constant }) => `\`${constant}\``));
    const message = `${listWords([...new Set(names)], 'and')} without \`${read.constant}\``;
    return first === undefined ? [] : [{ read, origin: first.origin, message }];
  });
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

const unreadInside = new WeakMap<ObjectSymbol, PermissionSet>();

function unreadIn(object: ObjectSymbol): PermissionSet {
  const known =
    unreadInside.get(object) ??
    setOf([...object.roles.values()].flatMap((role) => unreadBy(role).map(({ read }) => read)));
  unreadInside.set(object, known);
  return known;
}

/** Gives of a permission whether everybody who is known to hold the role has it by another one. */
function readBy(model: Model, people: readonly Principal[], beside: readonly Role[]): (read: Permission) => boolean {
  const held = new Map<Principal, readonly PermissionSet[]>();
  const heldBy = (holder: Principal) => {
    const known = held.get(holder);
    if (known !== undefined) return known;
    const own = beside.filter((other) => isHeldBy(model, other, holder)).map(({ permissions }) => reachOf(permissions));
    held.set(holder, own);
    return own;
  };
  return (read) => people.every((holder) => heldBy(holder).some((permissions) => has(permissions, read)));
}

function reportOf(context: RuleContext, { read, origin, message }: Unread): Report {
  const place = context.place(origin);
  const edits = [{ file: place.file, edits: [insertBefore(place.span, read.constant)] }];
  return { place, message, fixes: () => fixOf(context, `Grant \`${read.constant}\` too`, edits) };
}
