// Fixes that let whoever acts hold permissions at an object: through a role that is there, or a new one.
import { grantsAdmin } from '../../access/permission-ways.ts';
import { type Candidate, gapOf } from '../../access/remedies/gap.ts';
import { roleChanges } from '../../access/remedies/role-changes.ts';
import type { Change } from '../../access/remedies/types.ts';
import { weightOf } from '../../access/remedies/weight.ts';
import type { Permission } from '../../catalogue/types.ts';
import type { ObjectSymbol, Role, ServiceAccount, User } from '../../model/symbols.ts';
import { listWords } from '../../model/words.ts';
import { writeName } from '../../syntax/keywords.ts';
import { formatDay } from '../../text/calendar.ts';
import type { Fix } from '../finding.ts';
import type { RuleContext } from '../rule.ts';
import { openingFor } from './create.ts';
import { addDeclaration } from './declare.ts';
import { type FileEdits, fixOf } from './fix.ts';
import { freeName, principalNameIn, roleNameIn } from './names.ts';
import { addItem, addToList } from './properties.ts';
import { nodeAround } from './remove.ts';
import { replacement } from './replace.ts';

export interface Lacking {
  readonly acting: User | ServiceAccount;
  readonly permissions: readonly Permission[];
  readonly target: ObjectSymbol;
  /** The file of what acts. */
  readonly file: string;
}

const asAlternative = { preferred: false };
/** Of the changes to roles that are there; a new role is always offered. */
const mostChanges = 3;

/** Those that grant least besides come first; a managed role is given to nobody for one action. */
export function grantIt(context: RuleContext, lacking: Lacking): readonly Fix[] {
  const { model, today } = context;
  const { acting, permissions, target } = lacking;
  const facts = { object: target, values: new Map(), relations: new Map() };
  const place = { kind: 'object', object: target, facts, record: undefined, given: false, when: undefined } as const;
  const changes = roleChanges(gapOf(model, { principal: acting, permissions, place, today }))
    .filter((candidate) => isEnough(candidate, permissions))
    .map(({ change }) => ({ change, weight: weightOf(model, change) }))
    .sort((a, b) => a.weight - b.weight)
    .flatMap(({ change }) => changeRole(context, acting, change));
  return [...changes.slice(0, mostChanges), ...createRole(context, lacking)];
}

function isEnough({ change, gives }: Candidate, permissions: readonly Permission[]): boolean {
  // `ADMIN` is given to nobody for one action either.
  if (!('role' in change) || change.role.managed || grantsAdmin(change.role)) return false;
  return permissions.every((permission) => gives.includes(permission));
}

function changeRole(context: RuleContext, acting: User | ServiceAccount, change: Change): Fix[] {
  if (!('role' in change) || change.role.origin === undefined) return [];
  const { role } = change;
  const { origin } = change.role;
  const where = `role \`${role.name}\`${role.object === undefined ? '' : ` of \`${role.object.name}\``}`;
  switch (change.kind) {
    case 'grant-in-role': {
      const constants = change.permissions.map(({ constant }) => constant);
      const edits = addToList(context, origin, 'grants', constants.join(', '));
      const words = listWords(
        constants.map((each) => `\`${each}\``),
        'and',
      );
      return fixOf(context, `Grant ${words} in ${where}`, edits, asAlternative);
    }
    case 'add-to-role':
      return fixOf(context, `Give \`${acting.name}\` the ${where}`, giveRole(context, acting, role), asAlternative);
    case 'extend-expiry':
      return extend(context, role, change.until, `Extend ${where} to ${formatDay(change.until)}`);
    default:
      return [];
  }
}

function extend(context: RuleContext, { origin }: Role, until: number, title: string): Fix[] {
  const item = origin && nodeAround(origin, ['role'])?.items.find(({ kind }) => kind === 'expires');
  if (origin === undefined || item?.kind !== 'expires' || item.date === undefined) return [];
  return fixOf(context, title, replacement(context, origin, item.date.span, formatDay(until)), asAlternative);
}

function giveRole(context: RuleContext, acting: User | ServiceAccount, role: Role): FileEdits[] {
  if (acting.kind === 'service account')
    return acting.origin === undefined
      ? []
      : addToList(context, acting.origin, 'roles', roleNameIn(role, acting.object));
  return role.origin === undefined
    ? []
    : addToList(context, role.origin, 'members', principalNameIn(acting, role.object));
}

/** A role with just that, of the object where it can grant it, else of the organization. */
function createRole(context: RuleContext, { acting, permissions, target, file }: Lacking): Fix[] {
  const can = (scope: 'object' | 'organization') => permissions.every(({ scopes }) => scopes.includes(scope));
  const object = target.type !== 'table' && can('object') ? target : undefined;
  if (object === undefined && !can('organization')) return [];
  const roles = (object ?? context.model).roles;
  const name = freeName(`${acting.name} rights`, (each) => roles.has(each));
  const members = acting.kind === 'user' ? `  members ${principalNameIn(acting, object)}` : '';
  const grants = permissions.map(({ constant }) => constant).join(', ');
  const description = JSON.stringify(`What ${acting.name} needs`);
  const text = `role ${writeName(name)} { description ${description}${members}  grants ${grants} }`;
  const opening = object && openingFor(object, file);
  const made =
    opening === undefined ? addDeclaration(context, file, 'role', text) : addItem(context, opening, 'role', text);
  const given = acting.kind === 'user' ? [] : nameNewRole(context, acting, object, name);
  if (made.length === 0 || (acting.kind !== 'user' && given.length === 0)) return [];
  const where = object === undefined ? 'the organization' : `\`${object.name}\``;
  return fixOf(
    context,
    `Give \`${acting.name}\` a new role \`${name}\` of ${where}`,
    [...made, ...given],
    asAlternative,
  );
}

function nameNewRole(
  context: RuleContext,
  { object: own, origin }: ServiceAccount,
  object: ObjectSymbol | undefined,
  name: string,
): FileEdits[] {
  const qualifier =
    object === undefined
      ? own.roles.has(name)
        ? 'organization.'
        : ''
      : object === own
        ? ''
        : `${writeName(object.name)}.`;
  return origin === undefined ? [] : addToList(context, origin, 'roles', `${qualifier}${writeName(name)}`);
}
