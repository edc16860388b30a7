// The schema: types of entities, of records by object, and every action with what it applies to.
import { permissions } from '../../catalogue/permissions.ts';
import type { Permission } from '../../catalogue/types.ts';
import type { Field, ObjectSymbol } from '../../model/symbols.ts';
import { plain } from '../markdown.ts';
import { actionGroups, groupsOf, invite, needsSight, use } from './actions.ts';
import { monthsAttribute } from './moments.ts';
import { bareRecordType, fieldAttribute, namespace, relationAttributes, sortedBy, userAttribute } from './names.ts';
import { quote } from './quote.ts';

export interface SchemaParts {
  /** In their order. */
  readonly objects: readonly ObjectSymbol[];
  /** Attributes of users that conditions name. */
  readonly attributes: readonly string[];
  /** Calendar months that requests say the day of. */
  readonly months: readonly number[];
}

export function printSchema(parts: SchemaParts): string {
  const blocks = [
    moment(parts.months),
    'entity Organization;',
    'entity Object in [Organization];',
    'entity Role;',
    'entity Group in [Role];',
    user(parts.attributes),
    ...parts.objects.map(recordEntity),
    actionGroups.map(({ id }) => `action ${quote(id)};`).join('\n'),
    ...permissionActions(parts.objects),
    appliesTo([invite], [], { resources: ['Organization'], context: inviteContext(parts.months) }),
    appliesTo([use], [], { resources: ['User'], context: 'Moment' }),
  ];
  const body = blocks.join('\n\n').replace(/^(?=.)/gm, '  ');
  return `namespace ${namespace} {\n${body}\n}\n`;
}

function moment(months: readonly number[]): string {
  return [
    '// The day of the request, in UTC: its first moment.',
    `type Moment = {\n${momentAttributes(months).join('\n')}\n};`,
  ].join('\n');
}

function momentAttributes(months: readonly number[]): string[] {
  return ['today', ...months.map(monthsAttribute)].map((name) => `  ${quote(name)}: datetime,`);
}

function inviteContext(months: readonly number[]): string {
  const attributes = [...momentAttributes(months), `  ${quote('domain')}: String,`];
  return `{\n${attributes.map((line) => `  ${line}`).join('\n')}\n  }`;
}

function user(attributes: readonly string[]): string {
  return [
    '// Users and service accounts.',
    'entity User in [Group, Role] = {',
    '  "active": Bool,',
    ...attributes.map((name) => `  ${quote(userAttribute(name))}?: String,`),
    '};',
  ].join('\n');
}

const types = {
  text: 'String',
  number: 'decimal',
  boolean: 'Bool',
  date: 'datetime',
  datetime: 'datetime',
  choice: 'String',
  choices: 'Set<String>',
  user: 'User',
  group: 'Group',
  attachment: 'String',
} as const;

/** Fields that the export has: those with a type, and a name that Cedar can hold. */
export function exportedFields(object: ObjectSymbol): Field[] {
  const fields = [...object.fields.values()].filter(({ type, name }) => type !== undefined && name.isWellFormed());
  return sortedBy(fields, ({ name }) => name);
}

function recordEntity(object: ObjectSymbol): string {
  const fields = exportedFields(object).map(
    (field) => `  ${quote(fieldAttribute(field))}?: ${field.type === undefined ? 'String' : types[field.type]},`,
  );
  const relations = Object.values(relationAttributes).flatMap(({ users, groups }) => [
    `  ${quote(users)}?: Set<User>,`,
    `  ${quote(groups)}?: Set<Group>,`,
  ]);
  return [
    `// Records of ${object.type} ${plain(quote(object.name))}.`,
    `entity ${bareRecordType(object)} in [Object] = {`,
    ...fields,
    ...relations,
    '};',
  ].join('\n');
}

interface Applies {
  readonly resources: readonly string[];
  readonly context: string;
}

/** Permissions that are in the same groups and apply to the same things stand together. */
function permissionActions(objects: readonly ObjectSymbol[]): string[] {
  const records = objects.map(bareRecordType);
  const kinds = new Map<string, { of: Permission[]; resources: readonly string[] }>();
  for (const permission of permissions) {
    const resources = resourcesOf(permission, records);
    const key = JSON.stringify([groupsOf(permission).map(({ id }) => id), resources]);
    const kind = kinds.get(key) ?? { of: [], resources };
    kind.of.push(permission);
    kinds.set(key, kind);
  }
  return [...kinds.values()].map(({ of: [first, ...rest], resources }) => {
    const groups = first === undefined ? [] : groupsOf(first).map(({ id }) => id);
    const ids = first === undefined ? [] : [first, ...rest].map(({ constant }) => constant);
    return appliesTo(ids, groups, { resources, context: 'Moment' });
  });
}

function resourcesOf(permission: Permission, records: readonly string[]): string[] {
  const organization = permission.scopes.includes('organization') ? ['Organization'] : [];
  if (!permission.scopes.includes('object')) return organization;
  const isOnRecords = groupsOf(permission).includes(needsSight);
  return [...organization, ...(isOnRecords ? [] : ['Object']), ...records];
}

function appliesTo(ids: readonly string[], groups: readonly string[], { resources, context }: Applies): string {
  const within = groups.length === 0 ? '' : ` in [${groups.map(quote).join(', ')}]`;
  return [
    `action ${ids.map(quote).join(',\n  ')}${within} appliesTo {`,
    '  principal: [User],',
    `  resource: [${resources.join(', ')}],`,
    `  context: ${context},`,
    '};',
  ].join('\n');
}
