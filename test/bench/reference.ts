// The decision on the plain data of a made-up organization, as plainly as it can be said: it balances the questions.
import { permission as permissionNamed } from '../../server/src/catalogue/permissions.ts';
import { type Condition, everyone, type Organization, type PolicyPlan, type RolePlan } from './organization.ts';

export type Content = string | number | boolean;
export type PlainRecord = Readonly<Record<string, Content>>;

export interface PlainQuestion {
  readonly principal: string;
  readonly permission: string;
  /** Undefined for the organization. */
  readonly app: string | undefined;
  /** Given whole where the permission needs sight. */
  readonly record: PlainRecord | undefined;
}

/** What the plain decision looks things up in. */
export interface Reference {
  readonly organization: Organization;
  /** Roles and groups of everybody, by name; of an account by `App.name`. */
  readonly held: ReadonlyMap<string, { readonly roles: ReadonlySet<RolePlan>; readonly groups: ReadonlySet<string> }>;
  readonly policies: ReadonlyMap<string, readonly PolicyPlan[]>;
}

export function referenceOf(organization: Organization): Reference {
  const held = new Map<string, { roles: Set<RolePlan>; groups: Set<string> }>();
  for (const name of organization.users) held.set(name, { roles: new Set(), groups: new Set([everyone]) });
  const members = new Map(organization.groups.map((group) => [group.name, group.members]));
  for (const [name, users] of members) for (const user of users) held.get(user)?.groups.add(name);
  for (const role of organization.roles)
    for (const member of role.members)
      for (const user of members.get(member) ?? [member]) held.get(user)?.roles.add(role);
  for (const { app, name, roles } of organization.accounts)
    held.set(`${app}.${name}`, { roles: new Set(roles), groups: new Set() });
  const policies = new Map<string, PolicyPlan[]>(organization.apps.map(({ name }) => [name, []]));
  for (const policy of organization.policies) policies.get(policy.app)?.push(policy);
  return { organization, held, policies };
}

export function meets(condition: Condition, record: PlainRecord, principal: string): boolean {
  switch (condition.op) {
    case 'and':
      return condition.parts.every((part) => meets(part, record, principal));
    case 'or':
      return condition.parts.some((part) => meets(part, record, principal));
    case 'is':
      return record[condition.field] === condition.value;
    case 'is not':
      return record[condition.field] !== condition.value;
    case 'is one of':
      return condition.values.some((value) => value === record[condition.field]);
    case 'is current user':
      return record[condition.field] === principal;
    default:
      return compare(condition.op, Number(record[condition.field]), condition.value);
  }
}

function compare(op: '<' | '<=' | '>' | '>=', left: number, right: number): boolean {
  if (op === '<') return left < right;
  if (op === '<=') return left <= right;
  return op === '>' ? left > right : left >= right;
}

export function needsSight(constant: string): boolean {
  return constant !== 'CREATE_RECORDS' && permissionNamed(constant)?.record === true;
}

export function isAllowed({ held, policies }: Reference, question: PlainQuestion): boolean {
  const { principal, permission, app, record } = question;
  const own = held.get(principal);
  const roles = [...(own?.roles ?? [])].filter((role) => role.app === undefined || role.app === app);
  if (!roles.some((role) => role.grants.includes(permission))) return false;
  if (app === undefined || !needsSight(permission)) return true;
  return (policies.get(app) ?? []).some(({ to, when }) => {
    const isNamed = to.some((subject) => subject === principal || own?.groups.has(subject) === true);
    return isNamed && record !== undefined && meets(when, record, principal);
  });
}
