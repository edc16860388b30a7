// Objects, everything that stands in them, and roles of both scopes: their names, before anything is resolved.

import { managedRole, managedRoles, suggestManagedRoles } from '../catalogue/managed-roles.ts';
import { emptySet } from '../catalogue/permission-set.ts';
import type { ObjectDecl, ObjectItem, ObjectKind, RoleDecl } from '../syntax/ast.ts';
import { writeName } from '../syntax/keywords.ts';
import type { Span } from '../text/span.ts';
import { declareAccount, declareField } from './declare-members.ts';
import { type Draft, type ObjectDraft, originOf, type RoleDraft, report, type Site, withTaint } from './draft.ts';
import { duplicate } from './duplicate.ts';
import type { Role } from './symbols.ts';
import { withArticle } from './words.ts';

export function newRole(name: string, rest: Pick<Role, 'origin' | 'managed' | 'object'>): RoleDraft {
  return {
    kind: 'role',
    name,
    ...rest,
    description: undefined,
    members: [],
    grants: [],
    permissions: emptySet(),
    autoShare: new Set(),
    expires: undefined,
    expiryUnsound: false,
    sound: true,
  };
}

/** `object` is undefined for a role of the organization. A role whose name cannot be its own is never in force. */
export function declareRole(site: Site, declaration: RoleDecl, object: ObjectDraft | undefined): void {
  const { name } = declaration;
  if (name === undefined) return;
  const roles: Map<string, Role> = object?.roles ?? site.draft.roles;
  const first = roles.get(name.text);
  if (first?.origin !== undefined) {
    duplicate(site, name, first, 'role');
    return;
  }
  const scope = object === undefined ? 'organization' : 'object';
  const fixed = managedRole(scope, name.text);
  if (declaration.managed && fixed === undefined) {
    const near = suggestManagedRoles(scope, name.text).map((role) => writeName(role.name));
    const owner = object === undefined ? 'the organization' : withArticle(object.type);
    report(site, 'managed-role-fixed', name.span, {
      message: `${owner} has no managed role \`${name.text}\``,
      instead: near,
    });
    return;
  }
  if (!declaration.managed && fixed !== undefined) {
    report(site, 'managed-role-fixed', name.span, `\`${name.text}\` is the name of a managed role`);
    return;
  }
  const role = newRole(name.text, { origin: originOf(site, name.span), managed: declaration.managed, object });
  if (fixed !== undefined) role.permissions = fixed.grants;
  roles.set(role.name, role);
  site.draft.pending.roles.push({ site, declaration, role });
}

/** A managed role that is not written exists, with no members. */
export function addManagedRoles({ roles, objects }: Pick<Draft, 'roles' | 'objects'>): void {
  for (const { name, grants } of managedRoles('organization'))
    if (!roles.has(name)) {
      const role = newRole(name, { origin: undefined, managed: true, object: undefined });
      roles.set(name, { ...role, permissions: grants });
    }
  for (const object of objects.values()) addManagedRolesOf(object);
}

export function addManagedRolesOf(object: ObjectDraft): void {
  if (object.type === 'table') return;
  for (const { name, grants } of managedRoles('object'))
    if (!object.roles.has(name))
      object.roles.set(name, { ...newRole(name, { origin: undefined, managed: true, object }), permissions: grants });
}

export function declareObject(site: Site, declaration: ObjectDecl): void {
  const { draft } = site;
  const { name } = declaration;
  if (name === undefined) return;
  const origin = originOf(site, name.span);
  const known = draft.objects.get(name.text);
  if (known !== undefined && known.type !== declaration.object) {
    mark(known, 'all');
    const related =
      known.origin === undefined ? [] : [{ origin: known.origin, message: `opened here as ${known.type}` }];
    report(site, 'duplicate-name', name.span, {
      message: `\`${name.text}\` is ${withArticle(known.type)}, not ${withArticle(declaration.object)}`,
      related,
    });
    return;
  }
  const object = known ?? newObject(name.text, declaration.object, draft.objects.size);
  object.openings.push(origin);
  object.origin ??= origin;
  draft.objects.set(object.name, object);
  site.notes.references.push({ origin, target: object });
  for (const item of declaration.items) declareItem(objectSite(site, object, item), object, item);
  draft.pending.objects.push({ site: wholeObjectSite(site, object), declaration, object });
}

export function newObject(name: string, type: ObjectKind, index: number): ObjectDraft {
  return {
    kind: 'object',
    name,
    type,
    index,
    openings: [],
    origin: undefined,
    fields: new Map(),
    roles: new Map(),
    policies: [],
    recordShares: new Set(),
    accounts: new Map(),
    automations: [],
    agents: [],
    broken: { roles: false, sight: false, accounts: false },
  };
}

type Effect = 'roles' | 'accounts' | 'sight' | 'both' | 'all' | 'none';

/** What an error in an item leaves open: roles of the object, sight of its records, both or nothing. */
const effects: Readonly<Record<ObjectItem['kind'], Effect>> = {
  field: 'both',
  role: 'roles',
  policy: 'sight',
  'default policy': 'sight',
  'auto-share': 'sight',
  'service account': 'accounts',
  automation: 'none',
  agent: 'none',
};

export function effectOf(item: ObjectItem): Effect {
  return effects[item.kind];
}

function mark(object: ObjectDraft, effect: Effect): void {
  const is = (...effects: Effect[]) => effects.includes(effect);
  if (is('roles', 'accounts', 'both', 'all')) object.broken.roles = true;
  if (is('sight', 'both', 'all')) object.broken.sight = true;
  if (is('accounts', 'all')) object.broken.accounts = true;
}

export function objectSite(site: Site, object: ObjectDraft, item: ObjectItem): Site {
  return withTaint(site, () => mark(object, effectOf(item)));
}

export function wholeObjectSite(site: Site, object: ObjectDraft): Site {
  return withTaint(site, () => mark(object, 'all'));
}

const allowedIn: Readonly<Record<ObjectKind, ReadonlySet<ObjectItem['kind']>>> = {
  app: new Set<ObjectItem['kind']>(Object.keys(effects) as ObjectItem['kind'][]),
  element: new Set<ObjectItem['kind']>(['field', 'role', 'policy', 'default policy', 'auto-share', 'automation']),
  task: new Set<ObjectItem['kind']>(['field', 'role', 'policy', 'default policy', 'auto-share', 'automation']),
  table: new Set<ObjectItem['kind']>(['field', 'policy', 'default policy']),
};

/** True where an object of the kind may have such an item. */
export function mayHave(kind: ObjectKind, item: ObjectItem): boolean {
  return allowedIn[kind].has(item.kind);
}

function declareItem(site: Site, object: ObjectDraft, item: ObjectItem): void {
  if (!mayHave(object.type, item)) {
    const what = item.kind === 'auto-share' ? 'auto-share' : item.kind;
    report(site, 'wrong-scope', placeOf(item), `${withArticle(object.type)} has no ${what}`);
    return;
  }
  if (item.kind === 'role') declareRole(site, item, object);
  if (item.kind === 'field') declareField(site, object, item);
  if (item.kind === 'service account') declareAccount(site, object, item);
}

function placeOf(item: ObjectItem): Span {
  if ('name' in item && item.name !== undefined) return item.name.span;
  return 'keyword' in item
    ? item.keyword
    : { start: item.span.start, end: item.span.start + (item.kind.split(' ')[0]?.length ?? 0) };
}
