// What everything is called in Cedar: entities by type and id, types of records, attributes. Different things never share a name.
import type { Field, Group, ObjectSymbol, Role, ServiceAccount, User } from '../../model/symbols.ts';
import { quote } from './quote.ts';

/** Amazon Verified Permissions takes schemas of exactly one namespace, and it must have a name. */
export const namespace = 'Writ';

export type EntityType = 'User' | 'Group' | 'Role' | 'Organization' | 'Object' | 'Action';

export interface EntityName {
  readonly type: string;
  readonly id: string;
}

export function entityName(type: EntityType, id: string): EntityName {
  return { type: `${namespace}::${type}`, id };
}

/** `Writ::Group::"Agents"`. */
export function uid({ type, id }: EntityName): string {
  return `${type}::${quote(id)}`;
}

export function actionName(id: string): string {
  return uid(entityName('Action', id));
}

const accountPrefix = 'service account ';

/**
 * Service accounts are users too: an attribute of Cedar holds entities of one type, and a user field holds either. A
 * user whose name reads like an account's id gets a backslash before it.
 */
export function userName(person: User | ServiceAccount): EntityName {
  const isAccount = person.kind === 'service account';
  const clash = /^\\*service account /.test(person.name);
  const own = clash ? `\\${person.name}` : person.name;
  return entityName('User', isAccount ? accountPrefix + scoped(person.object, person.name) : own);
}

export function groupName(group: Group): EntityName {
  return entityName('Group', group.name);
}

export function roleName(role: Role): EntityName {
  return entityName('Role', scoped(role.object, role.name));
}

export function objectName(object: ObjectSymbol): EntityName {
  return entityName('Object', object.name);
}

/** `Service Desk.Triage Bot`; points and backslashes of the names get a backslash, so that the one point divides. */
function scoped(object: ObjectSymbol | undefined, name: string): string {
  const part = (text: string) => text.replace(/[\\.]/g, '\\$&');
  return object === undefined ? part(name) : `${part(object.name)}.${part(name)}`;
}

/**
 * The entity type of an object's records, `Writ::Service_Desk_Record`. Plain words keep their letters. Any other name is
 * spelt by its UTF-16 code units after `o__`, which no plain one contains.
 */
export function recordType(object: ObjectSymbol): string {
  return `${namespace}::${bareRecordType(object)}`;
}

export function bareRecordType({ name }: Pick<ObjectSymbol, 'name'>): string {
  const isPlain = /^[A-Za-z][A-Za-z0-9]*(?: [A-Za-z0-9]+)*$/.test(name);
  const spelt = () => name.replace(/[^A-Za-z0-9]/g, (text) => `_${text.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `${isPlain ? name.replaceAll(' ', '_') : `o__${spelt()}`}_Record`;
}

/** Attributes of every record that are no fields: who has which relation to it. */
export const relationAttributes = {
  watch: { users: 'watchers', groups: 'watcherGroups' },
  mention: { users: 'mentions', groups: 'mentionGroups' },
  share: { users: 'shares', groups: 'shareGroups' },
  assign: { users: 'assigned', groups: 'assignedGroups' },
  approval: { users: 'approvers', groups: 'approverGroups' },
} as const;

const reserved: ReadonlySet<string> = new Set(
  Object.values(relationAttributes).flatMap(({ users, groups }) => [users, groups]),
);

/** The attribute of a field: its name, with `field ` before one that a relation has. */
export function fieldAttribute({ name }: Field): string {
  return reserved.has(name.replace(/^(?:field )*/, '')) ? `field ${name}` : name;
}

/** Of a user; `active` says whether it may do anything at all. */
export function userAttribute(name: string): string {
  return name.replace(/^(?:attribute )*/, '') === 'active' ? `attribute ${name}` : name;
}

const words: ReadonlySet<string> = new Set([
  'true',
  'false',
  'if',
  'then',
  'else',
  'in',
  'is',
  'like',
  'has',
  '__cedar',
]);
const identifier = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** `resource.Status`, `resource["Due date"]`. */
export function access(of: string, attribute: string): string {
  return isIdentifier(attribute) ? `${of}.${attribute}` : `${of}[${quote(attribute)}]`;
}

/** `resource has Status`. */
export function presence(of: string, attribute: string): string {
  return `${of} has ${isIdentifier(attribute) ? attribute : quote(attribute)}`;
}

function isIdentifier(text: string): boolean {
  return identifier.test(text) && !words.has(text);
}

/** Texts by code units: the order of everything that is listed. */
export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function sortedBy<T>(items: Iterable<T>, key: (item: T) => string): T[] {
  return [...items].sort((a, b) => compare(key(a), key(b)));
}
