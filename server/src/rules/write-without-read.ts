// The right to create, update or delete what the role does not let its holders look at.

import { grantsAdmin } from '../access/permission-ways.ts';
import { has } from '../catalogue/permission-set.ts';
import { permission, permissions } from '../catalogue/permissions.ts';
import type { Permission } from '../catalogue/types.ts';
import type { Model } from '../model/model.ts';
import type { Origin } from '../model/origin.ts';
import type { Role, RoleGrant } from '../model/symbols.ts';
import { listWords } from '../model/words.ts';
import { insertBefore } from '../syntax/edits/insert.ts';
import { notesOn } from '../text/notes.ts';
import { fixOf } from './edits/fix.ts';
import { actingMembers, isHeldBy, reachOf, rolesBeside } from './holders.ts';
import { bitsOfRole, isAmong, peopleOf } from './people-bits.ts';
import { byVerdict, type Report, type Rule, type RuleContext, type RuleVerdict } from './rule.ts';

export const writeWithoutRead: Rule = byVerdict(
  {
    id: 'write-without-read',
    severity: 'warning',
    category: 'Without effect',
    title: 'the right to create, update or delete a resource without its `READ_…`',
  },
  {
    ground: (context) => findIn(context, context.model.roles.values()).report(),
    verdict: (context, { roles }) => findIn(context, roles.values()),
    beside: (_, role, granted) => unreadBy(role).some(({ read }) => has(granted, read)),
  },
);

function findIn(context: RuleContext, roles: Iterable<Role>): RuleVerdict {
  const found = [...roles].flatMap((role) => findBy(context, role));
  return { found, report: () => found.map((each) => reportOf(context, each)) };
}

/** What the role lets write, and nothing lets all of its holders look at. */
function findBy({ model, today }: RuleContext, role: Role): readonly Unread[] {
  if (role.managed || !role.sound || grantsAdmin(role)) return nothing;
  const unread = unreadBy(role);
  if (unread.length === 0) return nothing;
  // A service account may well make what it never looks at: what it needs its actions say.
  const people = actingMembers(role);
  if (people.length === 0) return role.autoShare.size === 0 ? nothing : unread;
  const isRead = readBy(model, role, rolesBeside(model, role, today));
  return unread.filter(({ read }) => !isRead(read));
}

const nothing: readonly never[] = [];

interface Unread {
  readonly read: Permission;
  /** The first of the grants that let write. */
  readonly origin: Origin;
  readonly message: string;
}

const unreadOf = notesOn<Role, readonly Unread[]>();

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

/** Gives of a permission whether everybody who is known to hold the role has it by another one, of those. */
function readBy(model: Model, role: Role, beside: readonly Role[]): (read: Permission) => boolean {
  const [first] = peopleOf(model, bitsOfRole(model, role), 1);
  const grants = (read: Permission) => (other: Role) => has(reachOf(other.permissions), read);
  const ofFirst = first === undefined ? beside : beside.filter((other) => isAmong(bitsOfRole(model, other), first));
  return (read) => {
    // Mostly already the first of them has not.
    if (!ofFirst.some(grants(read))) return false;
    const reading = beside.filter(grants(read));
    return actingMembers(role).every((holder) => reading.some((other) => isHeldBy(model, other, holder)));
  };
}

function reportOf(context: RuleContext, { read, origin, message }: Unread): Report {
  const place = context.place(origin);
  const edits = [{ file: place.file, edits: [insertBefore(place.span, read.constant)] }];
  return { place, message, fixes: () => fixOf(context, `Grant \`${read.constant}\` too`, edits) };
}
