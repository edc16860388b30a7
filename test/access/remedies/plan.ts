// Small organizations as plain data: written as text, changed as a remedy says, written again.
import { contentText } from '../../../server/src/access/counterexample.ts';
import type { Change } from '../../../server/src/access/remedies/types.ts';
import { printFormula } from '../../../server/src/condition/print.ts';
import { principalPath } from '../../../server/src/model/lookup.ts';
import type { ObjectSymbol, Principal, RecordFacts, Role } from '../../../server/src/model/symbols.ts';
import type { RelationKind } from '../../../server/src/syntax/ast-value.ts';
import { writeName } from '../../../server/src/syntax/keywords.ts';
import { formatDay } from '../../../server/src/text/calendar.ts';

export interface UserPlan {
  readonly name: string;
  readonly domain: string;
  readonly external: boolean;
  inactive: boolean;
}
export interface GroupPlan {
  readonly name: string;
  readonly members: string[];
  readonly domain: string | undefined;
}
export interface RolePlan {
  readonly name: string;
  /** Undefined for a role of the organization. */
  readonly object: string | undefined;
  readonly managed: boolean;
  readonly members: string[];
  readonly grants: string[];
  readonly words: readonly string[];
  expires: string | undefined;
}
export interface PolicyPlan {
  readonly name: string;
  readonly to: string[];
  readonly when: string | undefined;
}
export interface AccountPlan {
  readonly name: string;
  readonly roles: string[];
  readonly usableBy: string[];
  inactive: boolean;
}
export interface ObjectPlan {
  readonly name: string;
  readonly fields: readonly string[];
  readonly defaultPolicy: boolean;
  readonly policies: PolicyPlan[];
  readonly shares: readonly string[];
  readonly accounts: AccountPlan[];
}
export interface RecordPlan {
  readonly name: string;
  readonly object: string;
  readonly values: Record<string, string>;
  readonly relations: Partial<Record<RelationKind, string[]>>;
}
export interface Plan {
  invites: string;
  readonly domains: string[];
  readonly users: UserPlan[];
  readonly groups: GroupPlan[];
  readonly roles: RolePlan[];
  readonly objects: ObjectPlan[];
  readonly records: RecordPlan[];
  readonly semantics: { readonly adminSeesAllRecords: boolean; readonly autoShareReach: 'record' | 'object' };
}

const words: Readonly<Record<RelationKind, string>> = {
  watch: 'watched by',
  mention: 'mentions',
  share: 'shared with',
  assign: 'assigned to',
  approval: 'approved by',
};

const property = (keyword: string, values: readonly string[]) =>
  values.length === 0 ? '' : `${keyword} ${values.join(', ')}`;

function block(head: string, items: readonly (string | undefined)[]): string {
  return `${head} {\n${items.filter((item) => item !== undefined && item !== '').join('\n')}\n}`;
}

function roleText({ name, managed, members, grants, words: shares, expires }: RolePlan): string {
  const rest = [property('grants', grants), property('auto-share on', shares), expires && `expires ${expires}`];
  return block(`${managed ? 'managed ' : ''}role ${writeName(name)}`, [
    property('members', members),
    ...(managed ? [] : rest),
  ]);
}

function objectText(plan: Plan, { name, fields, defaultPolicy, policies, shares, accounts }: ObjectPlan): string {
  return block(`app ${name}`, [
    ...fields.map((field) => `field ${field}`),
    ...plan.roles.filter(({ object }) => object === name).map(roleText),
    defaultPolicy ? 'default policy' : undefined,
    ...policies.map(
      ({ name: title, to, when }) =>
        `policy ${title} { ${property('to', to)}\n${when === undefined ? '' : `when ${when}`} }`,
    ),
    property('auto-share records on', shares),
    ...accounts.map(({ name: title, roles, usableBy, inactive }) =>
      block(`service account ${title}`, [
        property('roles', roles),
        property('usable by', usableBy),
        inactive ? 'inactive' : undefined,
      ]),
    ),
  ]);
}

/** The plan as a project of two files: its policy and its settings. */
export function textOf(plan: Plan): string {
  const domains = plan.domains.map((domain) => `"${domain}"`);
  const parts = [
    block('organization Acme', [property('domains', domains), `invites ${plan.invites}`]),
    ...plan.users.map(({ name, domain, external, inactive }) =>
      block(`user ${name} "${name}@${domain}"`, [
        external ? 'external' : '',
        inactive ? 'inactive' : '',
        'Region "EU"',
      ]),
    ),
    ...plan.groups.map(({ name, members, domain }) =>
      block(`group ${name}`, [property('members', members), domain && `domain "${domain}"`]),
    ),
    ...plan.roles.filter(({ object }) => object === undefined).map(roleText),
    ...plan.objects.map((object) => objectText(plan, object)),
    ...plan.records.map(({ name, object, values, relations }) =>
      block(`record ${name} in ${object}`, [
        ...Object.entries(values).map(([field, value]) => `${field} ${value}`),
        ...Object.entries(relations).map(([kind, all]) => property(words[kind as RelationKind], all)),
      ]),
    ),
  ];
  return `${parts.join('\n')}\n--- file: writ.json\n${JSON.stringify({ semantics: plan.semantics })}\n`;
}

const roleOf = (plan: Plan, role: Role): RolePlan => {
  const found = plan.roles.find((each) => each.name === role.name && each.object === role.object?.name);
  if (found !== undefined) return found;
  const { name, managed, object } = role;
  const made: RolePlan = {
    name,
    object: object?.name,
    managed,
    members: [],
    grants: [],
    words: [],
    expires: undefined,
  };
  plan.roles.push(made);
  return made;
};

const objectOf = (plan: Plan, { name }: ObjectSymbol): ObjectPlan =>
  plan.objects.find((each) => each.name === name) ?? fail(name);

const accountOf = (plan: Plan, principal: Principal): AccountPlan =>
  (principal.kind === 'service account'
    ? objectOf(plan, principal.object).accounts.find(({ name }) => name === principal.name)
    : undefined) ?? fail(principal.name);

function fail(name: string): never {
  throw new Error(`the plan has no ${name}`);
}

/** The plan after some changes. `record`: the name of the record that was asked about. */
export function applied(plan: Plan, changes: readonly Change[], record: string | undefined): Plan {
  const copy = structuredClone(plan);
  for (const change of changes) apply(copy, change, record);
  return copy;
}

function apply(plan: Plan, change: Change, record: string | undefined): void {
  const recordPlan = (_: RecordFacts) => plan.records.find(({ name }) => name === record) ?? fail('record');
  switch (change.kind) {
    case 'activate':
      if (change.who.kind === 'user')
        (plan.users.find(({ name }) => name === change.who.name) ?? fail('')).inactive = false;
      else accountOf(plan, change.who).inactive = false;
      return;
    case 'join-group':
      (plan.groups.find(({ name }) => name === change.group.name) ?? fail('')).members.push(change.user.name);
      return;
    case 'add-to-role': {
      const { role, principal } = change;
      const path = `${role.object === undefined ? 'organization' : role.object.name}.${writeName(role.name)}`;
      if (principal.kind === 'service account') accountOf(plan, principal).roles.push(path);
      else roleOf(plan, role).members.push(principalPath(principal));
      return;
    }
    case 'grant-in-role':
      roleOf(plan, change.role).grants.push(...change.permissions.map(({ constant }) => constant));
      return;
    case 'extend-expiry':
      roleOf(plan, change.role).expires = formatDay(change.until);
      return;
    case 'name-in-policy': {
      const { policies } = objectOf(plan, change.policy.object);
      (policies.find(({ name }) => name === change.policy.name) ?? fail('')).to.push(principalPath(change.principal));
      return;
    }
    case 'new-policy': {
      const when = change.when && printFormula(change.when);
      objectOf(plan, change.object).policies.push({ name: 'Added', to: [principalPath(change.principal)], when });
      return;
    }
    case 'meet-condition':
      for (const [field, content] of change.values)
        recordPlan(change.facts).values[field.name] = contentText(field, content);
      return;
    case 'relate': {
      const { relations } = recordPlan(change.facts);
      relations[change.relation] = [...(relations[change.relation] ?? []), principalPath(change.principal)];
      return;
    }
    case 'make-usable':
      accountOf(plan, change.account).usableBy.push(principalPath(change.subject));
      return;
    case 'widen-invites':
      plan.invites = change.invites;
      if (change.domain !== undefined) plan.domains.push(change.domain);
  }
}
