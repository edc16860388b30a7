// A made-up organization of a given size as plain data: the one source of the text, the model and the peers' policies.
import { permissions } from '../../server/src/catalogue/permissions.ts';
import { type Random, randomOf } from '../fuzz/random.ts';

export interface Size {
  readonly apps: number;
  readonly roles: number;
  readonly organizationRoles: number;
  readonly users: number;
  readonly accounts: number;
  readonly groups: number;
  readonly policies: number;
}

export const sizes = {
  S: { apps: 10, roles: 30, organizationRoles: 5, users: 200, accounts: 5, groups: 20, policies: 40 },
  M: { apps: 100, roles: 400, organizationRoles: 20, users: 5000, accounts: 50, groups: 300, policies: 600 },
  L: { apps: 500, roles: 2000, organizationRoles: 40, users: 50_000, accounts: 500, groups: 2000, policies: 3000 },
} as const satisfies Readonly<Record<string, Size>>;

export type SizeName = keyof typeof sizes;

export const sizeNames: readonly SizeName[] = ['S', 'M', 'L'];

export type FieldKind = 'choice' | 'number' | 'user' | 'boolean';

export interface FieldPlan {
  readonly name: string;
  readonly kind: FieldKind;
  readonly options: readonly string[];
}

/** Conditions that every engine of the comparison can say: no dates, no empties, no attributes. */
export type Condition =
  | { readonly op: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly op: 'is' | 'is not'; readonly field: string; readonly value: string | boolean }
  | { readonly op: 'is one of'; readonly field: string; readonly values: readonly string[] }
  | { readonly op: 'is current user'; readonly field: string }
  | { readonly op: '<' | '<=' | '>' | '>='; readonly field: string; readonly value: number };

export interface AppPlan {
  readonly name: string;
  readonly fields: readonly FieldPlan[];
}
export interface RolePlan {
  readonly name: string;
  /** Undefined for a role of the organization. */
  readonly app: string | undefined;
  readonly grants: readonly string[];
  /** Users and groups. */
  readonly members: readonly string[];
}
export interface AccountPlan {
  readonly name: string;
  readonly app: string;
  readonly roles: readonly RolePlan[];
}
export interface PolicyPlan {
  readonly name: string;
  readonly app: string;
  readonly to: readonly string[];
  readonly when: Condition;
}
export interface Organization {
  readonly apps: readonly AppPlan[];
  readonly roles: readonly RolePlan[];
  readonly users: readonly string[];
  readonly groups: readonly { readonly name: string; readonly members: readonly string[] }[];
  readonly accounts: readonly AccountPlan[];
  readonly policies: readonly PolicyPlan[];
}

/** The group of everybody but service accounts. */
export const everyone = 'Internal Users';

const grantable = permissions.filter(({ constant }) => constant !== 'ADMIN');
const ofObjects = grantable.filter(({ scopes }) => scopes.includes('object'));
const plain = ofObjects.filter(({ record }) => !record).map(({ constant }) => constant);
export const recordPermissions = [
  ...ofObjects.filter(({ record }) => record).map(({ constant }) => constant),
  'CREATE_RECORDS',
];
const ofOrganization = grantable.filter(({ scopes }) => !scopes.includes('object')).map(({ constant }) => constant);

const core: readonly FieldPlan[] = [
  { name: 'Status', kind: 'choice', options: ['Open', 'Pending', 'Blocked', 'Resolved', 'Closed'] },
  { name: 'Priority', kind: 'choice', options: ['Low', 'Normal', 'High', 'Urgent'] },
  { name: 'Region', kind: 'choice', options: ['EU', 'US', 'APAC', 'LATAM', 'MEA'] },
  { name: 'Stage', kind: 'choice', options: ['Lead', 'Trial', 'Won', 'Lost'] },
  { name: 'Category', kind: 'choice', options: ['Hardware', 'Software', 'Legal', 'People', 'Other'] },
  ...['Amount', 'Score', 'Age'].map((name): FieldPlan => ({ name, kind: 'number', options: [] })),
  ...['Assignee', 'Owner', 'Reviewer'].map((name): FieldPlan => ({ name, kind: 'user', options: [] })),
  ...['Confidential', 'Archived'].map((name): FieldPlan => ({ name, kind: 'boolean', options: [] })),
];

const between = (random: Random, low: number, high: number) => low + random.below(high - low + 1);

/** So many different ones, in their order. */
export function sample<T>(random: Random, values: readonly T[], count: number): T[] {
  const chosen = new Set<number>();
  while (chosen.size < Math.min(count, values.length)) chosen.add(random.below(values.length));
  return [...chosen].sort((a, b) => a - b).flatMap((at) => values.slice(at, at + 1));
}

const fieldsOf = (kind: FieldKind) => core.filter((field) => field.kind === kind);

function comparison(random: Random): Condition {
  const kind = random.below(100);
  if (kind < 35) {
    const { name, options } = random.pick(fieldsOf('choice'));
    if (random.chance(0.15)) return { op: 'is one of', field: name, values: sample(random, options, 2) };
    return { op: random.chance(0.8) ? 'is' : 'is not', field: name, value: random.pick(options) };
  }
  if (kind < 60) return { op: 'is current user', field: random.pick(fieldsOf('user')).name };
  if (kind < 85) {
    const op = random.pick(['<', '<=', '>', '>='] as const);
    return { op, field: random.pick(fieldsOf('number')).name, value: random.below(1000) };
  }
  return { op: 'is', field: random.pick(fieldsOf('boolean')).name, value: random.chance(0.5) };
}

/** One to three comparisons. */
function condition(random: Random): Condition {
  const parts = Array.from({ length: between(random, 1, 3) }, () => comparison(random));
  const [first, ...rest] = parts;
  if (first === undefined || rest.length === 0) return first ?? comparison(random);
  if (rest.length === 2 && random.chance(0.4)) return { op: 'and', parts: [first, { op: 'or', parts: rest }] };
  return { op: random.chance(0.75) ? 'and' : 'or', parts };
}

function makeApp(random: Random, index: number): AppPlan {
  const extra = Array.from({ length: between(random, 2, 12) }, (_, i): FieldPlan => {
    const kind = random.pick(['number', 'user', 'boolean'] as const);
    return { name: `Extra-${i}`, kind, options: [] };
  });
  return { name: `App-${index}`, fields: [...core, ...extra] };
}

function grantsOf(random: Random, isOrganizations: boolean): string[] {
  const own = sample(random, plain, between(random, 4, 22));
  const records = recordPermissions.filter(() => random.chance(0.35));
  return [...own, ...records, ...(isOrganizations ? sample(random, ofOrganization, between(random, 3, 10)) : [])];
}

interface Roles {
  readonly all: readonly (Omit<RolePlan, 'members'> & { readonly members: string[] })[];
  readonly organizations: Roles['all'];
  readonly objects: Roles['all'];
}

function makeRoles(random: Random, size: Size, apps: readonly AppPlan[]): Roles {
  const all = Array.from({ length: size.roles }, (_, i) => {
    const isOrganizations = i < size.organizationRoles;
    const app = isOrganizations ? undefined : apps[(i - size.organizationRoles) % apps.length]?.name;
    return { name: `Role-${i}`, app, grants: grantsOf(random, isOrganizations), members: [] };
  });
  return { all, organizations: all.slice(0, size.organizationRoles), objects: all.slice(size.organizationRoles) };
}

function pickRoles(random: Random, { organizations, objects }: Roles, share: number, count: number): Roles['all'] {
  const pick = () => random.pick(random.chance(share) ? organizations : objects);
  return [...new Set(Array.from({ length: count }, pick))];
}

function makePolicy(random: Random, index: number, app: string, groups: readonly string[]): PolicyPlan {
  const to = random.chance(0.5) ? [everyone] : sample(random, groups, between(random, 1, 2));
  return { name: `Policy ${index}`, app, to, when: condition(random) };
}

/** The same organization for the same size and seed. */
export function makeOrganization(size: Size, seed = 'organization'): Organization {
  const random = randomOf(seed, JSON.stringify(size));
  const apps = Array.from({ length: size.apps }, (_, i) => makeApp(random, i));
  const roles = makeRoles(random, size, apps);
  const groups = Array.from({ length: size.groups }, (_, i) => ({ name: `Group-${i}`, members: [] as string[] }));
  for (const { name } of groups)
    for (const role of pickRoles(random, roles, 0.08, between(random, 1, 5))) role.members.push(name);
  const users = Array.from({ length: size.users }, (_, i) => `person-${i}`);
  for (const name of users) {
    for (const group of sample(random, groups, between(random, 1, 3))) group.members.push(name);
    for (const role of pickRoles(random, roles, 0.04, between(random, 0, 2))) role.members.push(name);
  }
  const accounts = Array.from({ length: size.accounts }, (_, i): AccountPlan => {
    const app = apps[i % apps.length]?.name ?? '';
    return { name: `bot-${i}`, app, roles: pickRoles(random, roles, 0.04, between(random, 0, 2)) };
  });
  const names = groups.map(({ name }) => name);
  const policies = Array.from({ length: size.policies }, (_, i) =>
    makePolicy(random, i, apps[i % apps.length]?.name ?? '', names),
  );
  return { apps, roles: roles.all, users, groups, accounts, policies };
}
