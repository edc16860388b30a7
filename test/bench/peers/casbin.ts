// casbin: one enforcer per app, which share their role manager; a role's permissions packed into one policy line.

import { type Condition, everyone, type Organization, type PolicyPlan, type RolePlan } from '../organization.ts';
import { byApp } from '../organization-text.ts';
import type { BenchQuestion } from '../questions.ts';
import { needsSight, type Reference } from '../reference.ts';
import { type Engine, importPeer } from './engine.ts';

interface Enforcer {
  enableAutoSave(on: boolean): void;
  addFunction(name: string, run: (list: string, one: string) => boolean): Promise<void>;
  addPolicies(rules: readonly (readonly string[])[]): Promise<boolean>;
  addNamedPolicies(kind: string, rules: readonly (readonly string[])[]): Promise<boolean>;
  addGroupingPolicies(rules: readonly (readonly string[])[]): Promise<boolean>;
  getRoleManager(): unknown;
  setRoleManager(manager: unknown): void;
  getModel(): { readonly model: Map<string, Map<string, { rm: unknown }>> };
  enforceSync(...request: readonly unknown[]): boolean;
}
interface Casbin {
  newEnforcer(model: unknown): Promise<Enforcer>;
  newModelFromString(text: string): unknown;
  readonly EnforceContext: new (request: string, policy: string, effect: string, matcher: string) => unknown;
}

/** Cheap comparisons first. A service account is not in the group of everybody, so `r2` says who is a user. */
const modelText = `[request_definition]
r = sub, obj, act
r2 = sub, user, rec

[policy_definition]
p = sub, obj, act
p2 = sub, rule

[role_definition]
g = _, _

[policy_effect]
e = some(where (p.eft == allow))

[matchers]
m = (p.obj == "*" || r.obj == p.obj) && has(p.act, r.act) && g(r.sub, p.sub)
m2 = ((p2.sub == "everyone" && r2.user) || g(r2.sub, p2.sub)) && eval(p2.rule)
`;

/** casbin's expressions read \`a.b\` but not \`a["b"]\`: names of fields become identifiers. */
const identifier = (field: string) => field.replaceAll('-', '_');

function conditionText(condition: Condition): string {
  switch (condition.op) {
    case 'and':
    case 'or':
      return `(${condition.parts.map(conditionText).join(condition.op === 'and' ? ' && ' : ' || ')})`;
    case 'is one of': {
      const parts = condition.values.map((each) => `r2.rec.${identifier(condition.field)} == ${JSON.stringify(each)}`);
      return `(${parts.join(' || ')})`;
    }
    case 'is current user':
      return `r2.rec.${identifier(condition.field)} == r2.sub`;
    case 'is':
    case 'is not': {
      const operator = condition.op === 'is' ? '==' : '!=';
      return `r2.rec.${identifier(condition.field)} ${operator} ${JSON.stringify(condition.value)}`;
    }
    default:
      return `r2.rec.${identifier(condition.field)} ${condition.op} ${condition.value}`;
  }
}

const roleLine = ({ name, app, grants }: RolePlan) => [name, app ?? '*', `|${grants.join('|')}|`];

function policyLines({ to, when }: PolicyPlan): string[][] {
  return to.map((name) => [name === everyone ? 'everyone' : name, conditionText(when)]);
}

function memberLines({ roles, groups, accounts }: Organization): string[][] {
  const ofAccounts = accounts.flatMap(({ app, name, roles: own }) => own.map((role) => [`${app}.${name}`, role.name]));
  const ofGroups = groups.flatMap(({ name, members }) => members.map((member) => [member, name]));
  return [...roles.flatMap(({ name, members }) => members.map((member) => [member, name])), ...ofGroups, ...ofAccounts];
}

async function enforcerOf(casbin: Casbin, lines: Readonly<Record<'p' | 'p2' | 'g', readonly (readonly string[])[]>>) {
  const enforcer = await casbin.newEnforcer(casbin.newModelFromString(modelText));
  enforcer.enableAutoSave(false);
  await enforcer.addFunction('has', (list, one) => list.includes(`|${one}|`));
  if (lines.p.length > 0) await enforcer.addPolicies(lines.p);
  if (lines.p2.length > 0) await enforcer.addNamedPolicies('p2', lines.p2);
  if (lines.g.length > 0) await enforcer.addGroupingPolicies(lines.g);
  return enforcer;
}

async function enforcers(casbin: Casbin, { organization, policies }: Reference): Promise<Map<string, Enforcer>> {
  const shared = await enforcerOf(casbin, { p: [], p2: [], g: memberLines(organization) });
  const manager = shared.getRoleManager();
  const general = organization.roles.filter(({ app }) => app === undefined).map(roleLine);
  const own = byApp(organization.roles);
  const all = new Map<string, Enforcer>();
  for (const app of ['', ...organization.apps.map(({ name }) => name)]) {
    const p = [...general, ...(own.get(app) ?? []).map(roleLine)];
    const enforcer = await enforcerOf(casbin, { p, p2: (policies.get(app) ?? []).flatMap(policyLines), g: [] });
    enforcer.setRoleManager(manager);
    const grouping = enforcer.getModel().model.get('g')?.get('g');
    if (grouping !== undefined) grouping.rm = manager;
    all.set(app, enforcer);
  }
  return all;
}

function recordOf(record: BenchQuestion['record']): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(record ?? {}).map(([field, value]) => [identifier(field), value]));
}

export const casbin: Engine = {
  name: 'casbin',
  form: 'one enforcer per app, shared role manager, packed permissions',
  async build(reference, questions) {
    const module = (await importPeer('casbin')) as { readonly default?: Casbin } & Casbin;
    const library: Casbin = module.default ?? module;
    const all = await enforcers(library, reference);
    const aboutRecords = new library.EnforceContext('r2', 'p2', 'e', 'm2');
    const users = new Set(reference.organization.users);
    const asks = questions.map(({ principal, permission, app, record }) => {
      const enforcer = all.get(app ?? '');
      if (enforcer === undefined) return undefined;
      const [given, isUser] = [recordOf(record), users.has(principal)];
      const gated = app !== undefined && needsSight(permission);
      return () =>
        enforcer.enforceSync(principal, app ?? 'organization', permission) &&
        (!gated || enforcer.enforceSync(aboutRecords, principal, isUser, given));
    });
    return { asks, note: `${all.size} enforcers`, people: reference.held.size };
  },
};
