// A made-up organization as the vendor's tool exports it: HCL, what is said of each app by itself.
import { permission } from '../../server/src/catalogue/permissions.ts';
import { labelOf } from '../../server/src/exchange/terraform-facts.ts';
import {
  type AppPlan,
  type Condition,
  everyone,
  type FieldPlan,
  type Organization,
  type PolicyPlan,
  type RolePlan,
} from './organization.ts';
import { byApp } from './organization-text.ts';

const types: Readonly<Record<FieldPlan['kind'], string>> = {
  boolean: 'boolean',
  choice: 'dropdown',
  number: 'number',
  user: 'user',
};

const quoted = (text: string) => JSON.stringify(text);
const tests = { '<': 'less_than', '<=': 'less_than_equals', '>': 'greater_than', '>=': 'greater_than_equals' };

interface Scope {
  readonly app: AppPlan;
  readonly users: ReadonlySet<string>;
}

const fieldLabel = ({ name: app }: AppPlan, field: string) => labelOf(`${app} ${field}`);

/** Every app has a status and a stage: no resource declares them, their options stand at the app. */
const isSystems = (field: string) => field === 'Status' || field === 'Stage';

function appText({ name, fields }: AppPlan): string {
  const optionsOf = (field: string) => fields.find((each) => each.name === field)?.options ?? [];
  const options = optionsOf('Status').map((label) => `{ label = ${quoted(label)} }`);
  const stages = optionsOf('Stage').map((stage) => `{ key = ${quoted(labelOf(stage))}, name = ${quoted(stage)} }`);
  return `resource "elementum_app" "${labelOf(name)}" {
  name           = ${quoted(name)}
  status_options = [${options.join(', ')}]
  stages         = [${stages.join(', ')}]
}
`;
}

function fieldText(app: AppPlan, { name, kind, options }: FieldPlan): string {
  const choices = options.map((label) => `{ label = ${quoted(label)} }`).join(', ');
  return `resource "elementum_${types[kind]}_field" "${fieldLabel(app, name)}" {
  object_id = elementum_app.${labelOf(app.name)}.id
  name      = ${quoted(name)}${options.length === 0 ? '' : `\n  options   = [${choices}]`}
}
`;
}

function left(app: AppPlan, name: string): string {
  if (isSystems(name)) return `left_value = { field_id = local.${fieldLabel(app, name)}_field_id }`;
  const kind = app.fields.find((field) => field.name === name)?.kind ?? 'number';
  return `left_value = { field_id = elementum_${types[kind]}_field.${fieldLabel(app, name)}.id }`;
}

function option(app: AppPlan, field: string, label: string): string {
  const ids =
    field === 'Status'
      ? `elementum_app.${labelOf(app.name)}.status_option_ids_by_label`
      : `local.${fieldLabel(app, field)}_options_by_label`;
  return `{ type = "uuid", value = ${ids}[${quoted(label)}] }`;
}

function filterText(condition: Condition, app: AppPlan): string {
  switch (condition.op) {
    case 'and':
    case 'or':
      return `{ type = "${condition.op}", children = [${condition.parts.map((part) => filterText(part, app)).join(', ')}] }`;
    case 'is current user':
      return `{ type = "equals", ${left(app, condition.field)}, value = { type = "current_user", current_user_type = "id" } }`;
    case 'is one of': {
      const values = condition.values.map((label) => option(app, condition.field, label)).join(', ');
      return `{ type = "in", ${left(app, condition.field)}, values = [${values}] }`;
    }
    case 'is':
    case 'is not': {
      const { field, value } = condition;
      const not = condition.op === 'is' ? '' : 'not = true, ';
      const right = typeof value === 'string' ? option(app, field, value) : `{ type = "boolean", value = "${value}" }`;
      return `{ type = "equals", ${not}${left(app, field)}, value = ${right} }`;
    }
    default: {
      const { field, op, value } = condition;
      return `{ type = "${tests[op]}", ${left(app, field)}, value = { type = "number", value = "${value}" } }`;
    }
  }
}

function idsText(members: readonly string[], users: ReadonlySet<string>): string {
  const people = members.filter((name) => users.has(name)).map((name) => `data.elementum_user.${labelOf(name)}.id`);
  const groups = members.filter((name) => !users.has(name)).map((name) => groupId(name));
  return `  user_ids  = [${people.join(', ')}]\n  group_ids = [${groups.join(', ')}]\n`;
}

const groupId = (name: string) => `${name === everyone ? 'data.' : ''}elementum_group.${labelOf(name)}.id`;

function roleText({ name, grants, members }: RolePlan, { app, users }: Scope): string {
  const byGroup = new Map<string, string[]>();
  for (const constant of grants) {
    // What no group has can be given in any.
    const group = permission(constant)?.group ?? 'RECORDS';
    byGroup.set(group, [...(byGroup.get(group) ?? []), quoted(constant)]);
  }
  const entries = [...byGroup].map(
    ([group, all]) => `    { group = "${group}", level = "CUSTOM", custom_permissions = [${all.join(', ')}] },\n`,
  );
  return `resource "elementum_role" "${labelOf(`${app.name} ${name}`)}" {
  object_id   = elementum_app.${labelOf(app.name)}.id
  name        = ${quoted(name)}
  permissions = [
${entries.join('')}  ]
${idsText(members, users)}}
`;
}

function policyText({ name, to, when }: PolicyPlan, { app }: Scope): string {
  return `resource "elementum_access_policy" "${labelOf(name)}" {
  object_id = elementum_app.${labelOf(app.name)}.id
  filter    = ${filterText(when, app)}
  group_ids = [${to.map(groupId).join(', ')}]
}
`;
}

/** By name of the file. Roles of the organization and service accounts are not in it: the format has none. */
export function organizationHcl({ apps, groups, policies, roles, users }: Organization): ReadonlyMap<string, string> {
  const [ownRoles, ownPolicies, known] = [byApp(roles), byApp(policies), new Set(users)];
  const people = users.map((name) => `data "elementum_user" "${labelOf(name)}" {\n  email = "${name}@acme.com"\n}\n`);
  const all = groups.map(
    ({ name, members }) =>
      `resource "elementum_group" "${labelOf(name)}" {\n  name    = ${quoted(name)}\n  members = [${members.map((user) => `data.elementum_user.${labelOf(user)}.id`).join(', ')}]\n}\n`,
  );
  const internal = `data "elementum_group" "${labelOf(everyone)}" {\n  name = ${quoted(everyone)}\n}\n`;
  const ofApps = apps.map((app): [string, string] => {
    const scope = { app, users: known };
    const own = [
      appText(app),
      ...app.fields.filter(({ name }) => !isSystems(name)).map((field) => fieldText(app, field)),
      ...(ownRoles.get(app.name) ?? []).map((role) => roleText(role, scope)),
      ...(ownPolicies.get(app.name) ?? []).map((policy) => policyText(policy, scope)),
    ];
    return [`${labelOf(app.name)}.tf`, own.join('\n')];
  });
  return new Map([['users.tf', people.join('\n')], ['groups.tf', [internal, ...all].join('\n')], ...ofApps]);
}
