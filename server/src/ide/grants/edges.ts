// Who gives to whom: permissions to roles that grant them, roles to their members, groups to theirs, policies to those
// they are for, accounts and publishers to what acts as them. Nothing leads back, however far it is followed.
import { grantsAdmin } from '../../access/permission-ways.ts';
import { has, list } from '../../catalogue/permission-set.ts';
import type { Model } from '../../model/model.ts';
import type { Origin } from '../../model/origin.ts';
import type { Agent, Automation, Group, ObjectSymbol, Role, ServiceAccount, User } from '../../model/symbols.ts';
import { type Granting, type GrantNode, keyOf, nodeOf } from './node.ts';

/** One end of a step; the other is the node that was asked about. */
export interface GrantStep {
  readonly node: GrantNode;
  /** Where the giver names the taker, or has what it gives; undefined where nothing in it does: the taker names the giver. */
  readonly at: Origin | undefined;
}

const step = (symbol: Granting, at?: Origin): GrantStep => ({ node: nodeOf(symbol), at });

/** To whom it gives. */
export function takersOf(model: Model, node: GrantNode): GrantStep[] {
  if (node.kind !== 'symbol') return rolesGranting(model, node).map((role) => step(role));
  const { symbol } = node;
  switch (symbol.kind) {
    case 'organization':
      return written(model.roles.values()).map((role) => step(role, role.origin));
    case 'object':
      return [...written(symbol.roles.values()), ...symbol.policies].map((each) => step(each, each.origin));
    case 'role': {
      const accounts = accountsOf(model).filter(({ roles }) => roles.some(({ role }) => role === symbol));
      return [
        ...symbol.members.map(({ member, origin }) => step(member, origin)),
        ...accounts.map((each) => step(each)),
      ];
    }
    case 'group':
      return membersOf(model, symbol);
    case 'policy':
      return symbol.to.map(({ subject, origin }) => step(subject, origin));
    case 'service account': {
      const users = symbol.usableBy.map(({ subject, origin }) => step(subject, origin));
      return [...users, ...actingAs(model, symbol).map((each) => step(each))];
    }
    case 'user':
      return actingAs(model, symbol).map((each) => step(each));
    default:
      return [];
  }
}

/** By whom it is given. A permission and a level are given by the roles that grant them. */
export function giversOf(model: Model, node: GrantNode): GrantStep[] {
  if (node.kind !== 'symbol') return rolesGranting(model, node).map((role) => step(role, grantIn(role, node)));
  const { symbol } = node;
  switch (symbol.kind) {
    case 'role':
      return [step(symbol.object ?? model.organization, symbol.origin), ...granted(symbol)];
    case 'policy':
      return [step(symbol.object, symbol.origin)];
    case 'user':
      return [...groupsWith(model, symbol), ...naming(model, symbol)];
    case 'group':
      return naming(model, symbol);
    case 'service account':
      return [...symbol.roles.map(({ role }) => step(role)), ...naming(model, symbol)];
    case 'automation':
    case 'agent':
      return actorsOf(symbol).map((each) => step(each));
    default:
      return [];
  }
}

/** Managed ones that nobody has written grant nothing to anybody. */
function written(roles: Iterable<Role>): Role[] {
  return [...roles].filter(({ origin }) => origin !== undefined);
}

function allRoles(model: Model): Role[] {
  return [...written(model.roles.values()), ...objectsOf(model).flatMap(({ roles }) => written(roles.values()))];
}

function objectsOf(model: Model): ObjectSymbol[] {
  return [...model.objects.values()];
}

function accountsOf(model: Model): ServiceAccount[] {
  return objectsOf(model).flatMap(({ accounts }) => [...accounts.values()]);
}

/** By its constant, by a level, as a managed role does, or by `ADMIN`, which is every permission. */
function rolesGranting(model: Model, node: Exclude<GrantNode, { readonly kind: 'symbol' }>): Role[] {
  if (node.kind === 'level') return allRoles(model).filter((role) => grantIn(role, node) !== undefined);
  return allRoles(model).filter((role) => has(role.permissions, node.permission) || grantsAdmin(role));
}

function grantIn({ grants }: Role, node: GrantNode): Origin | undefined {
  const found = grants.find(({ level, permissions }) => {
    if (node.kind === 'level') return level?.level === node.level && level.group === node.group;
    return node.kind === 'permission' && permissions.includes(node.permission);
  });
  return found?.origin;
}

/** Each grant as it is written; of a managed role, which writes none, its permissions. */
function granted(role: Role): GrantStep[] {
  if (role.managed)
    return list(role.permissions).map((permission) => ({ node: { kind: 'permission', permission }, at: role.origin }));
  return role.grants.flatMap(({ level, permissions, origin }): GrantStep[] =>
    level === undefined
      ? permissions.map((permission) => ({ node: { kind: 'permission', permission }, at: origin }))
      : [{ node: { kind: 'level', ...level }, at: origin }],
  );
}

/** Those of a domain and of the platform's own groups nobody names. */
function membersOf(model: Model, group: Group): GrantStep[] {
  return [...group.members].map((user) => step(user, memberOrigin(model, group, user)));
}

function memberOrigin(model: Model, { origin, declared }: Group, user: User): Origin | undefined {
  if (!declared || origin === undefined) return undefined;
  return model.referencesTo(user).find((reference) => reference.origin.unit === origin.unit)?.origin;
}

/** The platform's own come last: everybody is in one. */
function groupsWith(model: Model, user: User): GrantStep[] {
  const groups = [...(model.groupsOf.get(user) ?? [])];
  const isOfPlatform = ({ system }: Group) => system !== undefined;
  const inOrder = [...groups.filter((each) => !isOfPlatform(each)), ...groups.filter(isOfPlatform)];
  return inOrder.map((group) => step(group, memberOrigin(model, group, user)));
}

/** Roles, policies and accounts that name a principal. */
function naming(model: Model, principal: User | Group | ServiceAccount): GrantStep[] {
  const roles = allRoles(model).flatMap((role) =>
    role.members.filter(({ member }) => member === principal).map(({ origin }) => step(role, origin)),
  );
  const policies = objectsOf(model).flatMap((object) =>
    object.policies.flatMap((policy) =>
      policy.to.filter(({ subject }) => subject === principal).map(({ origin }) => step(policy, origin)),
    ),
  );
  const accounts = accountsOf(model).flatMap((account) =>
    account.usableBy.filter(({ subject }) => subject === principal).map(({ origin }) => step(account, origin)),
  );
  return [...roles, ...policies, ...accounts];
}

/** What runs with the rights of a user or account, all of it or a tool of it. */
function actingAs(model: Model, actor: User | ServiceAccount): (Automation | Agent)[] {
  return objectsOf(model)
    .flatMap(({ automations, agents }) => [...automations, ...agents])
    .filter((each) => actorsOf(each).includes(actor));
}

function actorsOf({ actor, builtBy, steps }: Automation | Agent): (User | ServiceAccount)[] {
  const all = [actor, ...steps.flatMap((each) => each.actor ?? [])].flatMap((each): (User | ServiceAccount)[] => {
    if (each.as === 'account') return [each.account];
    return each.as === 'publisher' && builtBy !== undefined ? [builtBy.user] : [];
  });
  return [...new Set(all)];
}

/** Several steps to one node as one, with all places of them. */
export function byNode(steps: readonly GrantStep[]): { readonly node: GrantNode; readonly at: readonly Origin[] }[] {
  const found = new Map<string, { readonly node: GrantNode; readonly at: Origin[] }>();
  for (const { node, at } of steps) {
    const key = keyOf(node);
    const known = found.get(key) ?? { node, at: [] };
    found.set(key, known);
    if (at !== undefined) known.at.push(at);
  }
  return [...found.values()];
}
