// A made-up organization as Writ text.
import type { AccountPlan, AppPlan, Condition, Organization, PolicyPlan, RolePlan } from './organization.ts';
import { everyone } from './organization.ts';

/** A value of a condition as it is written. */
const written = (value: string | boolean | number) => (typeof value === 'string' ? JSON.stringify(value) : `${value}`);

export function conditionText(condition: Condition): string {
  switch (condition.op) {
    case 'and':
    case 'or':
      return `(${condition.parts.map(conditionText).join(` ${condition.op} `)})`;
    case 'is one of':
      return `${condition.field} is one of (${condition.values.map(written).join(', ')})`;
    case 'is current user':
      return `${condition.field} is current user`;
    default:
      return `${condition.field} ${condition.op} ${written(condition.value)}`;
  }
}

function roleText({ name, grants, members }: RolePlan): string {
  const list = members.length === 0 ? '' : `members ${members.join(', ')}  `;
  return `role ${name} {\n  ${list}grants ${grants.join(', ')}\n}`;
}

function fieldText({ name, kind, options }: AppPlan['fields'][number]): string {
  return `  field ${name}: ${kind}${options.length === 0 ? '' : `(${options.map(written).join(', ')})`}`;
}

function policyText({ name, to, when }: PolicyPlan): string {
  const subjects = to.map((subject) => (subject === everyone ? written(subject) : subject)).join(', ');
  return `  policy ${written(name)} {\n    to ${subjects}\n    when ${conditionText(when)}\n  }`;
}

function accountText({ name, app, roles }: AccountPlan): string {
  const refs = roles.map((role) => (role.app === app ? role.name : `${role.app ?? 'organization'}.${role.name}`));
  return `  service account ${name} { purpose "Works"${refs.length === 0 ? '' : `  roles ${refs.join(', ')}`} }`;
}

/** Everything of one app, by its name. */
export function byApp<T extends { readonly app: string | undefined }>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    if (item.app === undefined) continue;
    const group = groups.get(item.app);
    if (group === undefined) groups.set(item.app, [item]);
    else group.push(item);
  }
  return groups;
}

/** The declarations of the apps, one text each. */
export function appTexts({ apps, roles, accounts, policies }: Organization): string[] {
  const [ownRoles, ownAccounts, ownPolicies] = [byApp(roles), byApp(accounts), byApp(policies)];
  return apps.map(({ name, fields }) => {
    const items = [
      ...fields.map(fieldText),
      ...(ownRoles.get(name) ?? []).map((role) => roleText(role).replace(/^/gm, '  ')),
      ...(ownPolicies.get(name) ?? []).map(policyText),
      ...(ownAccounts.get(name) ?? []).map(accountText),
    ];
    return `app ${name} {\n${items.join('\n')}\n}`;
  });
}

/** The declarations that stand in no app, one text each. */
export function commonTexts({ users, groups, roles }: Organization): string[] {
  const group = ({ name, members }: Organization['groups'][number]) =>
    `group ${name} {${members.length === 0 ? '' : ` members ${members.join(', ')}`} }`;
  return [
    'organization "Acme" { domains "acme.com" }',
    ...users.map((name) => `user ${name} "${name}@acme.com"`),
    ...groups.map(group),
    ...roles.filter(({ app }) => app === undefined).map(roleText),
  ];
}

/** All of them, in the order of the model. */
export function declarationTexts(organization: Organization): string[] {
  return [...commonTexts(organization), ...appTexts(organization)];
}

export function organizationText(organization: Organization): string {
  return `${declarationTexts(organization).join('\n\n')}\n`;
}
