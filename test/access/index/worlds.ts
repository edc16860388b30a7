// Random small organizations that use everything that a decision looks at, and random records and questions in them.
import { strict as assert } from 'node:assert';
import { permissions } from '../../../server/src/catalogue/permissions.ts';
import { bind } from '../../../server/src/model/bind.ts';
import type { Model, Semantics } from '../../../server/src/model/model.ts';
import type { Content, ObjectSymbol, Principal, RecordFacts } from '../../../server/src/model/symbols.ts';
import type { RelationKind } from '../../../server/src/syntax/ast-value.ts';
import { parseFile, syntaxProblems } from '../../../server/src/syntax/parse.ts';
import type { SourceFile } from '../../../server/src/syntax/source-file.ts';
import { formatDay, parseDate } from '../../../server/src/text/calendar.ts';
import { type Random, randomOf } from '../../fuzz/random.ts';

export const today = parseDate('2026-11-21') ?? 0;

const users = ['ada', 'bo', 'cy', 'dee', 'eve', 'flo'] as const;
const groups = ['Sales', 'Support', 'Partners'] as const;
const apps = ['Desk', 'Orders'] as const;
const relations = {
  watch: 'watched by',
  mention: 'mentions',
  share: 'shared with',
  assign: 'assigned to',
  approval: 'approved by',
} as const satisfies Readonly<Record<RelationKind, string>>;
const options = ['New', 'Open', 'Closed'];

/** Few, so that roles and questions meet. */
const asked = ['READ_RECORDS', 'UPDATE_RECORDS', 'CREATE_RECORDS', 'READ_ACTIVITY_LOGS', 'ADMIN'];
const grantedInObjects = ['READ_RECORDS', 'UPDATE_RECORDS', 'CREATE_RECORDS', 'READ_MESSAGES'];

const fields = [
  'Title: text',
  'Note: text',
  'Total: number',
  'Limit: number',
  'Due: date',
  'Done: date',
  'Sent: datetime',
  'Paid: boolean',
  'Status: choice("New", "Open", "Closed")',
  'Before: choice("New", "Open", "Closed")',
  'Tags: choices("New", "Open", "Closed")',
  'Owner: user',
  'Reviewer: user',
  'Team: group',
  'File: attachment',
  'constructor: number',
];

function list<T>(random: Random, values: readonly T[], most: number): T[] {
  return [...new Set(Array.from({ length: 1 + random.below(most) }, () => random.pick(values)))];
}

const day = (random: Random) => formatDay(today - 3 + random.below(7));
const instant = (random: Random) => `${day(random)}T${random.pick(['00:00', '09:30', '23:59'])}Z`;
const person = (random: Random) => random.pick([...users, 'Desk.bot', 'Orders.bot', 'current user']);
const choice = (random: Random) => JSON.stringify(random.pick(options));
const number = (random: Random) => String(random.pick([-1, 0, 1, 2.5, 3]));
const text = (random: Random) => JSON.stringify(random.pick(['a', 'ab', 'b', 'EU', '']));

/** One comparison of each shape that the grammar has. */
const comparisons: readonly ((random: Random) => string)[] = [
  (r) => `Title ${r.pick(['is', 'is not', 'contains', 'starts with', 'ends with'])} ${text(r)}`,
  (r) => `Title ${r.pick(['is', 'is not', 'contains'])} current user.${r.pick(['Region', 'Nothing'])}`,
  (r) => `Title is one of (${text(r)}, ${text(r)}, current user.Region)`,
  (r) => `Title ${r.pick(['is', 'is not'])} field Note`,
  (r) => `Total ${r.pick(['is', 'is not', '<', '<=', '>', '>='])} ${number(r)}`,
  (r) => `Total ${r.pick(['is', '<', '<=', '>', '>='])} field ${r.pick(['Limit', 'Total'])}`,
  (r) => `Total between ${r.pick(['0 and 2', '-1 and field Limit', 'field Limit and 3'])}`,
  (r) => `Total is one of (${number(r)}, ${number(r)})`,
  (r) => `Due ${r.pick(['is', 'is not', 'before', 'after'])} ${r.chance(0.3) ? 'field Done' : day(r)}`,
  (r) => `Due in the ${r.pick(['last', 'next'])} ${1 + r.below(3)} ${r.pick(['days', 'weeks', 'months', 'years'])}`,
  (r) => `Sent ${r.pick(['is', 'before', 'after'])} ${r.chance(0.5) ? day(r) : instant(r)}`,
  (r) => `Sent in the ${r.pick(['last', 'next'])} ${1 + r.below(3)} days`,
  (r) => `Sent between ${formatDay(today - r.below(3))} and ${formatDay(today + r.below(2))}`,
  (r) => `Paid is ${r.pick(['true', 'false'])}`,
  (r) => `Status ${r.pick(['is', 'is not'])} ${r.chance(0.2) ? 'field Before' : choice(r)}`,
  (r) => `Status is one of (${choice(r)}, ${choice(r)})`,
  (r) => `Tags ${r.chance(0.5) ? `contains ${choice(r)}` : `overlaps (${choice(r)}, ${choice(r)})`}`,
  (r) => `Owner ${r.pick(['is', 'is not'])} ${r.chance(0.2) ? 'field Reviewer' : person(r)}`,
  (r) => `Owner is one of (${person(r)}, ${person(r)})`,
  (r) => `Owner is in ${r.pick([...groups, '"Internal Users"'])}`,
  (r) => `Team ${r.pick(['is', 'is not'])} ${r.pick(groups)}`,
  (r) => `Team is one of (${r.pick(groups)}, ${r.pick(groups)})`,
  (r) => `${r.chance(0.3) ? 'not ' : ''}Team contains current user`,
  (r) => `constructor > ${number(r)}`,
  (r) => `${r.pick(fields).split(':')[0]} ${r.pick(['is empty', 'is not empty'])}`,
];

export function condition(random: Random, depth = 2): string {
  if (depth === 0 || random.chance(0.4)) return random.pick(comparisons)(random);
  const parts = Array.from({ length: 2 + random.below(3) }, () => condition(random, depth - 1));
  const joined = `(${parts.join(random.pick([' and ', ' or ']))})`;
  return random.chance(0.2) ? `not ${joined}` : joined;
}

function role(random: Random, name: string, constants: readonly string[]): string {
  const words = list(random, ['watch', 'assign', 'mention', 'share', 'approval'], 2);
  return `role ${name} {
    ${random.chance(0.8) ? `members ${list(random, [...users, ...groups, '"Internal Users"'], 3).join(', ')}` : ''}
    grants ${list(random, constants, 3).join(', ')}
    ${random.chance(0.3) ? `auto-share on ${words.join(', ')}` : ''}
    ${random.chance(0.3) ? `expires ${day(random)}` : ''}
  }`;
}

function app(random: Random, name: string): string {
  const assignee = (field: string) => (/: (user|group)$/.test(field) && random.chance(0.3) ? ' as assignee' : '');
  const policies = Array.from({ length: 1 + random.below(5) }, (_, i) => {
    const to = list(random, [...users, ...groups, '"Internal Users"', 'Desk.bot', 'Orders.bot'], 3).join(', ');
    return `policy "P${i}" { to ${to} ${random.chance(0.8) ? `when ${condition(random)}` : ''} }`;
  });
  const shares = list(random, ['watch', 'assign', 'group-assign', 'mention', 'approval'], 3).join(', ');
  const roles = list(random, ['Worker', 'Boss', 'Orders.Worker', 'organization.Auditor', 'Orders."App Admin"'], 2);
  return `app ${name} {
    ${fields.map((field) => `field ${field}${assignee(field)}`).join('\n')}
    ${role(random, 'Worker', grantedInObjects)}
    ${role(random, 'Boss', grantedInObjects)}
    managed role "App Admin" { members ${random.pick(users)} }
    ${random.chance(0.2) ? 'default policy' : ''}
    ${policies.join('\n')}
    ${random.chance(0.4) ? `auto-share records on ${shares}` : ''}
    service account bot { ${random.chance(0.8) ? `roles ${roles.join(', ')}` : ''} ${random.chance(0.1) ? 'inactive' : ''} }
  }`;
}

function people(random: Random): string {
  const user = (name: string) => {
    const domain = random.pick(['acme.com', 'partner.io']);
    const words = [random.chance(0.2) ? 'external' : '', random.chance(0.1) ? 'inactive' : ''];
    return `user ${name} "${name}@${domain}" { ${words.join(' ')} Region ${text(random)} }`;
  };
  const group = (name: string) => `group ${name} { members ${list(random, users, 4).join(', ')} }`;
  return [...users.map(user), group('Sales'), group('Support'), 'group Partners { domain "partner.io" }'].join('\n');
}

function value(random: Random, field: string): string {
  const type = field.split(': ')[1] ?? '';
  if (random.chance(0.15)) return 'empty';
  if (type === 'text' || type === 'attachment') return text(random);
  if (type === 'number') return number(random);
  if (type === 'date') return day(random);
  if (type === 'datetime') return instant(random);
  if (type === 'boolean') return random.pick(['true', 'false']);
  if (type === 'user') return random.pick([...users, 'Desk.bot', 'Orders.bot']);
  if (type === 'group') return random.pick([...groups, '"Internal Users"']);
  return type.startsWith('choices')
    ? `(${list(random, options, 2)
        .map((each) => `"${each}"`)
        .join(', ')})`
    : choice(random);
}

/** The body of a record; `open` is the share of fields that are left out. */
function body(random: Random, open: number): string {
  const said = fields
    .filter(() => !random.chance(open))
    .map((field) => `${field.split(':')[0]} ${value(random, field)}`);
  const related = Object.values(relations).flatMap((word) =>
    random.chance(0.2) ? [`${word} ${list(random, [...users, ...groups, 'Desk.bot'], 2).join(', ')}`] : [],
  );
  return [...said, ...related].join('\n');
}

export interface World {
  readonly text: string;
  readonly source: SourceFile;
  readonly model: Model;
  /** Records that say everything, and records that leave fields out. */
  readonly full: readonly RecordFacts[];
  readonly partial: readonly RecordFacts[];
}

export function bindSource(source: SourceFile, semantics: Semantics): Model {
  const files = [{ path: 'world.writ', source }];
  return bind({ files, directories: new Map(), semantics, incomplete: false });
}

/** The model of a text that has no problem at all. */
export function soundModel(text: string): Model {
  const source = parseFile(text);
  assert.deepEqual(syntaxProblems(source), [], text);
  const model = bindSource(source, { adminSeesAllRecords: true, autoShareReach: 'record' });
  assert.deepEqual(model.problems, [], text);
  return model;
}

export function makeWorld(...seeds: readonly (string | number)[]): World {
  const random = randomOf('world', ...seeds);
  const records = (name: string, open: number) =>
    apps.flatMap((each) =>
      Array.from({ length: 6 }, (_, i) => `record ${name}-${each}-${i} in ${each} {\n${body(random, open)}\n}`),
    );
  const text = [
    people(random),
    role(random, 'Auditor', [
      ...grantedInObjects,
      'READ_ACTIVITY_LOGS',
      ...(random.chance(0.5) ? ['ADMIN', 'ADMIN', 'ADMIN'] : []),
    ]),
    role(random, 'Helper', [...grantedInObjects, 'CREATE_ROLES']),
    `managed role "Admin" { members ${random.pick(users)} }`,
    ...apps.map((name) => app(random, name)),
    'table Rates { field Total: number  policy "All" { to Sales when Total > 0 } }',
    ...records('full', 0),
    ...records('part', 0.5),
  ].join('\n');
  const source = parseFile(text);
  assert.deepEqual(syntaxProblems(source), [], text);
  const semantics: Semantics = {
    adminSeesAllRecords: random.chance(0.5),
    autoShareReach: random.chance(0.3) ? 'object' : 'record',
  };
  const model = bindSource(source, semantics);
  const facts = (name: string) =>
    [...model.records.values()].flatMap((record) =>
      record.name.startsWith(name) && record.facts !== undefined ? [record.facts] : [],
    );
  return { text, source, model, full: facts('full'), partial: facts('part') };
}

export const principalsOf = (model: Model): Principal[] => [
  ...model.users.values(),
  ...model.groups.values(),
  ...[...model.objects.values()].flatMap((object) => [...object.accounts.values()]),
];

export const askedPermissions = permissions.filter(({ constant }) => asked.includes(constant));

/** What is said of a record, for messages. */
export function describe(facts: RecordFacts | undefined): string {
  if (facts === undefined) return 'in the organization';
  const content = (held: Content) => {
    if (typeof held !== 'object' || held === null) return String(held);
    return 'kind' in held ? held.name : [...held].join('+');
  };
  return [...facts.values].map(([field, held]) => `${field.name} ${content(held)}`).join(', ');
}

/** The records of that kind, one of the table, and for records that leave fields open those that say nothing. */
export function recordsOf({ model, full, partial }: World, kind: 'full' | 'part'): (RecordFacts | undefined)[] {
  const table = model.objects.get('Rates');
  assert.ok(table !== undefined);
  const nothing = (object: ObjectSymbol): RecordFacts => ({ object, values: new Map(), relations: new Map() });
  const one = (total: number): RecordFacts => {
    return {
      object: table,
      values: new Map([...table.fields.values()].map((field) => [field, total])),
      relations: new Map(),
    };
  };
  return kind === 'full'
    ? [undefined, ...full, one(0), one(1)]
    : [...partial, ...[...model.objects.values()].map(nothing)];
}
