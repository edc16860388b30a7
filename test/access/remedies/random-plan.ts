// Random small organizations in which little is allowed, so that much can be remedied, and questions that are refused there.
import { type Random, randomOf } from '../../fuzz/random.ts';
import type { ObjectPlan, Plan, RecordPlan, RolePlan } from './plan.ts';

const users = ['ada', 'bo', 'cy', 'dee'];
const groups = ['Sales', 'Support', 'Partners'];
const apps = ['Desk', 'Orders'];
const constants = ['READ_RECORDS', 'UPDATE_RECORDS', 'CREATE_RECORDS', 'READ_MESSAGES'];
const fields = ['Status: choice("New", "Open")', 'Owner: user', 'Team: group'];
const relationKinds = ['watch', 'mention', 'share', 'assign', 'approval'] as const;
export const today = '2026-11-21';

function some<T>(random: Random, values: readonly T[], share: number): T[] {
  return values.filter(() => random.chance(share));
}

const everybody = [...users, ...groups, 'Desk.bot', 'Orders.bot'];

function comparison(random: Random): string {
  const person = () => random.pick([...users, 'Desk.bot', 'current user', 'current user']);
  const inGroup = () => `Owner is in ${random.pick([...groups, '"Internal Users"'])}`;
  return random.pick([
    inGroup,
    () => `Status ${random.pick(['is', 'is not'])} "${random.pick(['New', 'Open'])}"`,
    () => `Owner ${random.pick(['is', 'is', 'is not'])} ${person()}`,
    inGroup,
    () => `Team ${random.pick(['is', 'is not'])} ${random.pick(groups)}`,
    () => 'Team contains current user',
    () => `${random.pick(['Status', 'Owner', 'Team'])} is ${random.pick(['', 'not '])}empty`,
  ])();
}

export function condition(random: Random): string {
  const part = () => (random.chance(0.2) ? `not (${comparison(random)})` : comparison(random));
  return random.pick([part, part, () => `${part()} and ${part()}`, () => `${part()} or ${part()}`])();
}

function role(random: Random, name: string, object: string | undefined): RolePlan {
  const granted = some(random, object === undefined ? [...constants, 'CREATE_ORGANIZATION_USERS'] : constants, 0.35);
  const isExpired = random.chance(0.25);
  return {
    name,
    object,
    managed: false,
    members: some(random, random.chance(0.5) ? groups : [...users, ...groups], 0.25),
    grants: granted.length === 0 ? ['READ_MESSAGES'] : granted,
    words: random.chance(0.3) ? some(random, relationKinds, 0.3) : [],
    expires: isExpired ? '2026-11-20' : random.chance(0.2) ? today : undefined,
  };
}

function object(random: Random, name: string): ObjectPlan {
  const assignee = (field: string) => (/: (user|group)$/.test(field) && random.chance(0.25) ? ' as assignee' : '');
  const policies = Array.from({ length: random.below(3) }, (_, i) => {
    const to = some(random, random.chance(0.5) ? groups : everybody, 0.25);
    return {
      name: `P${i}`,
      to: to.length === 0 ? [random.pick(everybody)] : to,
      when: random.chance(0.7) ? condition(random) : undefined,
    };
  });
  const roles = ['Worker', 'Boss', 'Orders.Worker', 'organization.Helper'];
  return {
    name,
    fields: fields.map((field) => `${field}${assignee(field)}`),
    defaultPolicy: random.chance(0.1),
    policies,
    shares: random.chance(0.4) ? some(random, ['watch', 'assign', 'group-assign', 'mention', 'approval'], 0.4) : [],
    accounts: [
      {
        name: 'bot',
        roles: some(random, roles, 0.25),
        usableBy: some(random, [...users, ...groups], 0.2),
        inactive: random.chance(0.2),
      },
    ],
  };
}

function record(random: Random, name: string, of: string): RecordPlan {
  const values: Record<string, string> = {};
  const set = (field: string, choices: readonly string[]) => {
    if (random.chance(0.8)) values[field] = random.chance(0.15) ? 'empty' : random.pick(choices);
  };
  set('Status', ['"New"', '"Open"']);
  set('Owner', [...users, 'Desk.bot']);
  set('Team', groups);
  const relations = Object.fromEntries(
    relationKinds.flatMap((kind) => (random.chance(0.15) ? [[kind, [random.pick(everybody)]]] : [])),
  );
  return { name, object: of, values, relations };
}

export function makePlan(...seeds: readonly (string | number)[]): Plan {
  const random = randomOf('remedies', ...seeds);
  return {
    invites: random.pick(['admins-only', 'allowed-domains', 'any-domain']),
    domains: random.pick([[], ['acme.com'], ['acme.com', 'partner.io']]),
    users: users.map((name) => ({
      name,
      domain: random.pick(['acme.com', 'partner.io']),
      external: random.chance(0.25),
      inactive: random.chance(0.2),
    })),
    groups: groups.map((name) => ({
      name,
      members: name === 'Partners' ? [] : some(random, users, 0.35),
      domain: name === 'Partners' ? 'partner.io' : undefined,
    })),
    roles: [
      role(random, 'Helper', undefined),
      role(random, 'Auditor', undefined),
      {
        name: 'Admin',
        object: undefined,
        managed: true,
        members: some(random, users, 0.1),
        grants: [],
        words: [],
        expires: undefined,
      },
      ...apps.flatMap((app) => [role(random, 'Worker', app), role(random, 'Boss', app)]),
    ],
    objects: apps.map((app) => object(random, app)),
    records: apps.flatMap((app) => [record(random, `r-${app}`, app), record(random, `s-${app}`, app)]),
    semantics: { adminSeesAllRecords: random.chance(0.7), autoShareReach: random.chance(0.3) ? 'object' : 'record' },
  };
}

/** Questions as they are written, each with the record that it is about. */
export function questionsOf(
  ...seeds: readonly (string | number)[]
): { readonly text: string; readonly record: string | undefined }[] {
  const random = randomOf('questions', ...seeds);
  return Array.from({ length: 10 }, () => {
    const who = random.pick([...users, ...users, ...groups, 'Desk.bot', '"Internal Users"']);
    const app = random.pick(apps);
    const permissions = [
      ...new Set([random.pick(constants), ...(random.chance(0.25) ? [random.pick(constants)] : [])]),
    ];
    const can = `${who} can ${permissions.join(' and ')}`;
    const name = `${random.pick(['r', 's'])}-${app}`;
    const plain = (text: string) => ({ text, record: undefined });
    return random.pick([
      () => ({ text: `${can} on ${name}`, record: name }),
      () => ({ text: `${can} on ${name}`, record: name }),
      () => plain(`${can} in ${app}`),
      () => plain(`${can} in ${app} when ${condition(random)}`),
      () => plain(`${who} can ${random.pick(['CREATE_ORGANIZATION_USERS', 'READ_RECORDS'])} in organization`),
      () => plain(`${who} can invite "x@${random.pick(['acme.com', 'partner.io', 'else.org'])}"`),
      () => plain(`${who} can use ${random.pick(apps)}.bot`),
    ])();
  });
}
