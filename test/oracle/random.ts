// Random organizations that are sound: every kind of declaration, on few names so that they meet, and questions about them.
import groupData from '../../server/src/catalogue/permission-groups.json' with { type: 'json' };
import permissionData from '../../server/src/catalogue/permissions.json' with { type: 'json' };
import type { Chance } from './chance.ts';
import { condition, content, type FieldText, type Names } from './conditions.ts';

export const today = '2026-03-31';

/** What has been declared so far, as it is written outside of objects. */
export interface Organization {
  readonly users: string[];
  readonly groups: string[];
  readonly orgRoles: string[];
  readonly objects: ObjectText[];
  readonly records: { readonly name: string; readonly object: ObjectText }[];
  readonly attributes: readonly string[];
  /** One declaration or item a line. */
  readonly lines: string[];
  readonly others: Record<string, string>;
}

export interface ObjectText {
  readonly kind: 'app' | 'element' | 'task' | 'table';
  readonly name: string;
  readonly fields: readonly FieldText[];
  readonly roles: readonly string[];
  readonly accounts: readonly string[];
}

/** How large an organization gets; small ones can be asked about all records at once. */
export interface Size {
  readonly users: number;
  readonly objects: number;
  readonly fields: number;
  readonly types: readonly string[];
  readonly records: number;
  readonly depth: number;
}

export const allTypes = [
  'text',
  'number',
  'date',
  'datetime',
  'boolean',
  'choice',
  'choices',
  'user',
  'group',
  'attachment',
];

const userNames = ['ann', 'bob', '"Cy Lee"', 'Bot', 'eve', 'fay'];
const groupNames = ['Sales', '"Team A"', 'Ops', 'Empty'];
const addressDomains = ['acme.com', 'ACME.com', 'Partner.io', 'sub.acme.com', 'else.org'];
const dates = ['2026-03-30', '2026-03-31', '2026-04-01', '2025-12-31', '2027-01-01'];
const asked = [
  'READ_RECORDS',
  'UPDATE_RECORDS',
  'DELETE_RECORDS',
  'CREATE_RECORDS',
  'READ_CHARTS',
  'READ_MESSAGES',
  'READ_ROLES',
  'ADMIN',
  'CREATE_ORGANIZATION_USERS',
  'READ_SERVICE_ACCOUNTS',
  'BULK_UPDATE_RECORDS',
];
const levels = ['view', 'edit', 'admin'];

function quoted(name: string): string {
  return /^\w+$/.test(name) && !['role', 'group'].includes(name) ? name : `"${name}"`;
}

/** Grants that may stand there: constants in scope, and levels up to the cap. */
function grants(chance: Chance, place: 'organization' | 'object'): string {
  const inScope = permissionData.permissions.filter((row) => row.scopes.includes(place)).map((row) => row.constant);
  const one = (): string => {
    const common = asked.filter((constant) => inScope.includes(constant) && constant !== 'ADMIN');
    if (chance.oneIn(12) && place === 'organization') return 'ADMIN';
    if (chance.oneIn(2)) return chance.pick(common);
    if (chance.oneIn(2)) return chance.pick(inScope);
    const group = chance.pick(groupData.groups);
    const cap = place === 'organization' ? group.organizationCap : group.objectCap;
    if (cap === null) return chance.pick(common);
    return `${levels[chance.below(levels.indexOf(cap) + 1)]} on ${quoted(group.name)}`;
  };
  return [...new Set(Array.from({ length: 1 + chance.below(4) }, one))].join(', ');
}

function refs(chance: Chance, from: readonly string[], most = 3): string {
  return chance.some(from, 1, most).join(', ');
}

const systemGroups = ['"Internal Users"', '"External Users"'];

function roleBody(
  chance: Chance,
  of: Organization,
  place: 'organization' | 'object',
  shadowed: readonly string[],
): string {
  const people = [...of.users, ...of.groups, ...(chance.oneIn(3) ? systemGroups : [])];
  const free = people.filter((name) => !shadowed.includes(name));
  const parts: string[] = [];
  if (chance.oneIn(4)) parts.push('description "Does things"');
  if (!chance.oneIn(4) && free.length > 0) parts.push(`members ${refs(chance, free)}`);
  if (!chance.oneIn(8)) parts.push(`grants ${grants(chance, place)}`);
  if (chance.oneIn(3)) parts.push(`auto-share on ${refs(chance, ['watch', 'assign', 'mention', 'share', 'approval'])}`);
  if (chance.oneIn(4)) parts.push(`expires ${chance.pick(dates)}`);
  return parts.join('  ');
}

function organizationLines(chance: Chance, of: Organization): void {
  if (chance.oneIn(6)) return;
  const domains = chance.oneIn(4) ? '' : ` domains ${refs(chance, ['"acme.com"', '"Partner.IO"', '"sub.acme.com"'])}`;
  const invites = chance.oneIn(4) ? '' : ` invites ${chance.pick(['admins-only', 'allowed-domains', 'any-domain'])}`;
  of.lines.push(`organization "Acme" {${domains}${invites} }`);
}

function userLines(chance: Chance, of: Organization, most: number): void {
  for (const name of chance.some(userNames, 1, most)) {
    const parts: string[] = [];
    if (chance.oneIn(5)) parts.push('inactive');
    if (chance.oneIn(4)) parts.push('external');
    for (const attribute of of.attributes)
      if (chance.oneIn(3)) parts.push(`${attribute} "${chance.pick(['EU', 'US', '', 'E'])}"`);
    const address = `${name.replace(/\W/g, '')}@${chance.pick(addressDomains)}`;
    of.lines.push(`user ${name} "${address}"${parts.length === 0 ? '' : ` { ${parts.join('  ')} }`}`);
    of.users.push(name);
  }
}

function groupLines(chance: Chance, of: Organization): void {
  for (const name of chance.some(groupNames, 0, 3)) {
    const body = chance.oneIn(5)
      ? ''
      : chance.oneIn(4)
        ? `domain "${chance.pick(['acme.com', 'partner.IO', 'sub.acme.com'])}"`
        : of.users.length > 0
          ? `members ${refs(chance, of.users)}`
          : '';
    of.lines.push(`group ${name} { ${chance.oneIn(4) ? 'description "Some"  ' : ''}${body} }`);
    of.groups.push(name);
  }
}

/** Two users, a group of them and sometimes a group around that, from a file; one user may be declared besides. */
function directoryLines(chance: Chance, of: Organization): void {
  if (!chance.oneIn(3)) return;
  const user = (id: string, name: string): Record<string, unknown> => ({
    id,
    userName: name,
    active: !chance.oneIn(4),
    emails: [{ value: `${id}@${chance.pick(addressDomains)}`, primary: true }],
    ...(chance.oneIn(4) ? { userType: 'External' } : {}),
    ...(chance.oneIn(2) ? { title: chance.pick(['EU', 'US']) } : {}),
    'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': chance.oneIn(2) ? { department: 'EU' } : {},
  });
  const groups: Record<string, unknown>[] = [
    { id: 'g1', displayName: 'Audit', members: chance.some([{ value: 'd1' }, { value: 'd2' }], 0, 2) },
  ];
  if (chance.oneIn(2)) groups.push({ id: 'g2', displayName: 'All Audit', members: [{ value: 'g1' }, { value: 'd2' }] });
  const resources = [user('d1', 'gil'), user('d2', 'hal'), ...groups].map((row) => ({
    schemas: [`urn:ietf:params:scim:schemas:core:2.0:${'userName' in row ? 'User' : 'Group'}`],
    ...row,
  }));
  of.others['people.json'] = JSON.stringify(
    chance.oneIn(2)
      ? resources
      : {
          schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
          totalResults: resources.length,
          startIndex: 1,
          itemsPerPage: resources.length,
          Resources: resources,
        },
  );
  of.lines.push('directory "people.json"');
  of.users.push('gil', 'hal');
  of.groups.push('Audit', ...(groups.length > 1 ? ['"All Audit"'] : []));
}

const organizationManaged = [
  'Admin',
  '"API Developer"',
  '"App Admin"',
  '"Bulk Import Admin"',
  '"External Update"',
  '"Internal User"',
];
const objectManaged = ['"App Admin"', '"Content Editor"', '"Content Viewer"'];

function organizationRoles(chance: Chance, of: Organization): void {
  for (const name of chance.some(['Auditor', '"Chart Reader"', 'Helper'], 0, 3)) {
    of.lines.push(`role ${name} { ${roleBody(chance, of, 'organization', [])} }`);
    of.orgRoles.push(name);
  }
  for (const name of chance.some(organizationManaged, 0, 2))
    of.lines.push(`managed role ${name} { members ${refs(chance, [...of.users, ...of.groups, ...systemGroups], 2)} }`);
}

function fieldTexts(chance: Chance, size: Size): FieldText[] {
  const options = ['New', 'Open', 'Shut', 'x y'].slice(0, size.fields > 4 ? 4 : 3);
  return Array.from({ length: 1 + chance.below(size.fields) }, (_, i) => {
    const type = chance.pick(size.types);
    const own = type === 'choice' || type === 'choices' ? options : [];
    return { name: `${type[0]?.toUpperCase()}${type.slice(1)}${i}`, type, options: own };
  });
}

/** How names are written inside the object: an account takes the name of a user of the organization. */
export function namesIn(of: Organization, object: ObjectText): Names {
  const qualify = (name: string): string => (object.accounts.includes(name) ? `organization.${name}` : name);
  const elsewhere = of.objects.flatMap((other) =>
    other.name === object.name ? [] : other.accounts.map((account) => `${other.name}.${account}`),
  );
  return {
    users: of.users.map(qualify),
    accounts: [...object.accounts, ...elsewhere],
    groups: of.groups.map(qualify),
    attributes: [...of.attributes, 'department', 'title', 'Nothing'],
  };
}

function objectOf(chance: Chance, of: Organization, size: Size): ObjectText {
  const kind = chance.pick(['app', 'app', 'app', 'element', 'task', 'table'] as const);
  const names = ['Desk', '"Big Orders"', 'Things', 'Stock'].filter((name) => of.objects.every((o) => o.name !== name));
  const custom = ['Agent', '"Role Two"', 'Helper'].filter((name) => !of.orgRoles.includes(name) || chance.oneIn(2));
  return {
    kind,
    name: chance.pick(names),
    fields: fieldTexts(chance, size),
    roles: kind === 'table' ? [] : chance.some(custom, 0, 2),
    accounts: kind === 'app' ? chance.some(['Bot', '"Night Shift"'], 0, 2) : [],
  };
}

function fieldLine(chance: Chance, { name, type, options }: FieldText): string {
  const list = options.length === 0 ? '' : `(${options.map((option) => `"${option}"`).join(', ')})`;
  const assignee = (type === 'user' || type === 'group') && chance.oneIn(2) ? ' as assignee' : '';
  return `  field ${name}: ${type}${list}${assignee}`;
}

function accountLine(chance: Chance, of: Organization, object: ObjectText, name: string): string {
  const own = [...object.roles, ...objectManaged];
  const others = of.objects.flatMap((other) =>
    other.kind === 'table' ? [] : [...other.roles, ...objectManaged].map((role) => `${other.name}.${role}`),
  );
  const organization = [...of.orgRoles, 'Admin', '"App Admin"', '"Internal User"'].map(
    (role) => `organization.${role}`,
  );
  const bare = of.orgRoles.filter((role) => !own.includes(role));
  const parts: string[] = [];
  const roles = refs(chance, [
    ...own,
    ...own,
    ...bare,
    ...chance.some(others, 0, 3),
    ...chance.some(organization, 0, 2),
  ]);
  if (!chance.oneIn(5)) parts.push(`roles ${[...new Set(roles.split(', '))].join(', ')}`);
  const people = [...namesIn(of, object).users, ...of.groups, ...systemGroups];
  if (!chance.oneIn(3)) parts.push(`usable by ${refs(chance, people)}`);
  if (chance.oneIn(5)) parts.push('inactive');
  return `  service account ${name} { ${parts.join('  ')} }`;
}

function policyLines(chance: Chance, of: Organization, object: ObjectText, depth: number): string[] {
  const names = namesIn(of, object);
  return chance.some(['P1', 'P2', '"Policy three"'], 0, 3).map((name) => {
    const to = refs(chance, [...names.users, ...names.groups, ...names.accounts, ...systemGroups]);
    const when = chance.oneIn(6) ? '' : ` when ${condition(chance, object.fields, names, depth)}`;
    return `  policy ${name} { to ${to}${when} }`;
  });
}

function objectLines(chance: Chance, of: Organization, object: ObjectText, depth: number): void {
  const items = object.fields.map((field) => fieldLine(chance, field));
  for (const name of object.roles) items.push(`  role ${name} { ${roleBody(chance, of, 'object', object.accounts)} }`);
  const free = [...of.users, ...of.groups].filter((name) => !object.accounts.includes(name));
  if (object.kind !== 'table' && free.length > 0)
    for (const name of chance.some(objectManaged, 0, 1))
      items.push(`  managed role ${name} { members ${refs(chance, free, 2)} }`);
  items.push(...policyLines(chance, of, object, depth));
  if (chance.oneIn(4)) items.push('  default policy');
  const words = ['watch', 'assign', 'group-assign', 'mention', 'approval'];
  if (chance.oneIn(2) && object.kind !== 'table') items.push(`  auto-share records on ${refs(chance, words)}`);
  for (const name of object.accounts) items.push(accountLine(chance, of, object, name));
  const cut = chance.oneIn(3) ? chance.below(items.length) : items.length;
  for (const part of [items.slice(0, cut), items.slice(cut)])
    if (part.length > 0) of.lines.push(`${object.kind} ${object.name} {`, ...part, '}');
}

/** A body that says every field, with relations; `says` leaves some out. */
export function body(
  chance: Chance,
  of: Organization,
  object: ObjectText,
  says: (field: FieldText) => boolean,
): string {
  const names = namesIn(of, object);
  const values = object.fields.filter(says).map((field) => `${field.name} ${content(chance, field, names)}`);
  const people = [...names.users, ...names.groups, ...names.accounts, ...(chance.oneIn(4) ? systemGroups : [])];
  const words = ['watched by', 'mentions', 'shared with', 'assigned to', 'approved by'];
  const said = chance.oneIn(3) ? [] : chance.some(words, 0, 3);
  return [...values, ...said.map((word) => `${word} ${refs(chance, people, 2)}`)].join('  ');
}

/** A sound organization. */
export function organization(chance: Chance, size: Size): Organization {
  const attributes = ['Region', '"Home Town"'];
  const of: Organization = {
    users: [],
    groups: [],
    orgRoles: [],
    objects: [],
    records: [],
    attributes,
    lines: [],
    others: {},
  };
  organizationLines(chance, of);
  userLines(chance, of, size.users);
  directoryLines(chance, of);
  groupLines(chance, of);
  organizationRoles(chance, of);
  for (let i = 0; i < size.objects; i++) of.objects.push(objectOf(chance, of, size));
  for (const object of of.objects) objectLines(chance, of, object, size.depth);
  for (let i = 0; i < size.records; i++) {
    const object = chance.pick(of.objects);
    of.lines.push(`record r${i} in ${object.name} { ${body(chance, of, object, () => true)} }`);
    of.records.push({ name: `r${i}`, object });
  }
  if (chance.oneIn(2)) {
    const semantics = { adminSeesAllRecords: chance.oneIn(2), autoShareReach: chance.pick(['record', 'object']) };
    of.others['writ.json'] = JSON.stringify({ semantics });
  }
  return of;
}

/** Whoever can be asked about, as written at the top of a file. */
export function principals(of: Organization): string[] {
  const accounts = of.objects.flatMap((object) => object.accounts.map((name) => `${object.name}.${name}`));
  return [...of.users, ...of.groups, ...accounts];
}

export function permissions(chance: Chance): string {
  if (!chance.oneIn(6)) return chance.pick(asked);
  return chance.some(asked, 2, 2).join(' and ');
}

function asOf(chance: Chance): string {
  return chance.oneIn(6) ? ` as of ${chance.pick([...dates, '2024-02-29'])}` : '';
}

/** A question on a record that says everything, on the organization, or on no record at all. */
export function fullQuestion(chance: Chance, of: Organization): string {
  const everyone = principals(of);
  const who = `${chance.pick([...everyone, ...everyone, ...everyone, ...systemGroups])} ${chance.pick(['can', 'cannot'])}`;
  const accounts = of.objects.flatMap((object) => object.accounts.map((name) => `${object.name}.${name}`));
  switch (chance.below(10)) {
    case 0:
      return `${who} invite "${chance.pick(['x@acme.com', 'X@SUB.acme.com', 'y@Partner.io', 'z@gmail.com'])}"${asOf(chance)}`;
    case 1:
      if (accounts.length > 0) return `${who} use ${chance.pick(accounts)}${asOf(chance)}`;
      return `${who} ${permissions(chance)} in organization${asOf(chance)}`;
    case 2:
      return `${who} ${permissions(chance)} in organization${asOf(chance)}`;
    case 3:
    case 4: {
      const object = chance.pick(of.objects);
      const said = body(chance, of, object, () => true);
      return `${who} ${permissions(chance)} in ${object.name} with { ${said} }${asOf(chance)}`;
    }
    default:
      if (of.records.length === 0) return `${who} ${permissions(chance)} in organization${asOf(chance)}`;
      return `${who} ${permissions(chance)} on ${chance.pick(of.records).name}${asOf(chance)}`;
  }
}

/** What follows `only` or `nobody`. */
function exceptions(chance: Chance, of: Organization): string {
  const everyone = [...principals(of), ...systemGroups];
  if (chance.oneIn(3)) return 'nobody';
  return `${chance.pick(['only', 'nobody but'])} ${refs(chance, everyone, 5)}`;
}

/** An expectation on full records for everyone at once. */
export function fullExpectation(chance: Chance, of: Organization): string {
  if (chance.oneIn(2)) return fullQuestion(chance, of);
  const place = of.records.length === 0 || chance.oneIn(4) ? 'in organization' : `on ${chance.pick(of.records).name}`;
  return `${exceptions(chance, of)} can ${permissions(chance)} ${place}${asOf(chance)}`;
}

/** An expectation on all records, on those that meet a condition, or on a record that leaves fields out. */
export function openExpectation(chance: Chance, of: Organization, depth: number): string {
  const object = chance.pick(of.objects);
  const top: Names = namesIn(of, object);
  const place = (): string => {
    switch (chance.below(4)) {
      case 0:
        return '';
      case 1:
        return ` with { ${body(chance, of, object, () => chance.oneIn(2))} }`;
      default:
        return ` when ${condition(chance, object.fields, top, depth)}`;
    }
  };
  const who = chance.oneIn(4)
    ? `${exceptions(chance, of)} can`
    : `${chance.pick([...principals(of), ...systemGroups])} ${chance.pick(['can', 'cannot'])}`;
  return `${who} ${permissions(chance)} in ${object.name}${place()}${asOf(chance)}`;
}
