// Cedar as WebAssembly: one policy set per app, parsed beforehand, and entities that carry all their ancestors themselves.

import { type Condition, type PolicyPlan, type RolePlan, recordPermissions } from '../organization.ts';
import { byApp } from '../organization-text.ts';
import type { BenchQuestion } from '../questions.ts';
import { needsSight, type PlainRecord, type Reference } from '../reference.ts';
import { type Engine, importPeer } from './engine.ts';

interface Uid {
  readonly type: string;
  readonly id: string;
}
interface Entity {
  readonly uid: Uid;
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly parents: readonly Uid[];
}
type Failure = { readonly type: 'failure'; readonly errors: readonly { readonly message: string }[] };
interface Cedar {
  preparsePolicySet(id: string, policies: { readonly staticPolicies: string }): { readonly type: 'success' } | Failure;
  statefulIsAuthorized(call: {
    readonly principal: Uid;
    readonly action: Uid;
    readonly resource: Uid;
    readonly context: Readonly<Record<string, never>>;
    readonly preparsedPolicySetId: string;
    readonly entities: readonly Entity[];
  }): { readonly type: 'success'; readonly response: { readonly decision: 'allow' | 'deny' } } | Failure;
}

const uid = (type: string, id: string): Uid => ({ type, id });
const written = (type: string, id: string) => `${type}::${JSON.stringify(id)}`;
const attribute = (field: string) => `resource[${JSON.stringify(field)}]`;

function conditionText(condition: Condition): string {
  switch (condition.op) {
    case 'and':
    case 'or':
      return `(${condition.parts.map(conditionText).join(condition.op === 'and' ? ' && ' : ' || ')})`;
    case 'is one of':
      return `[${condition.values.map((each) => JSON.stringify(each)).join(', ')}].contains(${attribute(condition.field)})`;
    case 'is current user':
      return `${attribute(condition.field)} == principal`;
    case 'is':
    case 'is not':
      return `${attribute(condition.field)} ${condition.op === 'is' ? '==' : '!='} ${JSON.stringify(condition.value)}`;
    default:
      return `${attribute(condition.field)} ${condition.op} ${condition.value}`;
  }
}

const actions = (constants: readonly string[]) => `[${constants.map((each) => written('Action', each)).join(', ')}]`;

function roleText({ name, app, grants }: RolePlan): string {
  const place = app === undefined ? written('Org', 'Acme') : written('App', app);
  return `permit (principal in ${written('Role', name)}, action in ${actions(grants)}, resource in ${place});`;
}

/** Without sight of the record nothing that acts on one is allowed. */
function sightText(app: string, policies: readonly PolicyPlan[]): string {
  const opened = policies.map(({ to, when }) => {
    const named = to.map((name) => `principal in ${written('Group', name)}`).join(' || ');
    return `((${named}) && ${conditionText(when)})`;
  });
  const gated = recordPermissions.filter(needsSight);
  const scope = `principal, action in ${actions(gated)}, resource in ${written('App', app)}`;
  return `forbid (${scope}) unless { ${opened.length === 0 ? 'false' : opened.join(' || ')} };`;
}

/** By app; of the organization's own questions under the empty name. */
function policyTexts({ organization, policies }: Reference): Map<string, string> {
  const general = organization.roles.filter(({ app }) => app === undefined).map(roleText);
  const own = byApp(organization.roles);
  const texts = organization.apps.map(({ name }): [string, string] => {
    const roles = (own.get(name) ?? []).map(roleText);
    return [name, [...general, ...roles, sightText(name, policies.get(name) ?? [])].join('\n')];
  });
  return new Map([['', general.join('\n')], ...texts]);
}

function attributes(record: PlainRecord, people: ReadonlySet<string>): Entity['attrs'] {
  const entries = Object.entries(record).map(([field, value]) => {
    const isPerson = typeof value === 'string' && people.has(value);
    return [field, isPerson ? { __entity: uid('User', value) } : value] as const;
  });
  return Object.fromEntries(entries);
}

function callOf({ held }: Reference, people: ReadonlySet<string>, question: BenchQuestion) {
  const { principal, permission, app, record } = question;
  const own = held.get(principal);
  const who = uid('User', principal);
  const parents = [
    ...[...(own?.groups ?? [])].map((name) => uid('Group', name)),
    ...[...(own?.roles ?? [])].map(({ name }) => uid('Role', name)),
  ];
  const organizationUid = uid('Org', 'Acme');
  const resource = app === undefined ? organizationUid : uid('Record', 'r');
  const attrs = record === undefined ? {} : attributes(record, people);
  const entities: Entity[] = [{ uid: who, attrs: {}, parents }];
  if (app !== undefined) entities.push({ uid: resource, attrs, parents: [uid('App', app), organizationUid] });
  const call = { principal: who, action: uid('Action', permission), resource, context: {}, entities };
  return { ...call, preparsedPolicySetId: app ?? '' };
}

export const cedar: Engine = {
  name: 'cedar-wasm',
  form: 'stateful call, policies of the app parsed beforehand, flattened entities',
  async build(reference, questions) {
    const module = (await importPeer('@cedar-policy/cedar-wasm/nodejs')) as { readonly default?: Cedar } & Cedar;
    const engine: Cedar = module.default ?? module;
    const texts = policyTexts(reference);
    for (const [app, staticPolicies] of texts) {
      const parsed = engine.preparsePolicySet(app, { staticPolicies });
      if (parsed.type === 'failure') throw new Error(parsed.errors[0]?.message);
    }
    const people = new Set(reference.organization.users);
    const asks = questions.map((question) => {
      const call = callOf(reference, people, question);
      return () => {
        const answer = engine.statefulIsAuthorized(call);
        if (answer.type === 'failure') throw new Error(answer.errors[0]?.message);
        return answer.response.decision === 'allow';
      };
    });
    return { asks, note: `${texts.size} policy sets`, people: reference.held.size };
  },
};
