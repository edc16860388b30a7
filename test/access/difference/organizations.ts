// Small random organizations as texts, alike enough that two of them differ in some parts only.
import fc from 'fast-check';

/** One declaration; `object` is the object that it stands in. */
export interface Part {
  readonly object: string | undefined;
  readonly text: string;
}

export const people = ['alice', 'bob', 'carol', 'dana'] as const;
export const groups = ['Agents', 'Editors', 'Partners'] as const;
export const objects = ['Desk', 'Shop'] as const;
export const permissions = ['READ_RECORDS', 'UPDATE_RECORDS', 'CREATE_RECORDS', 'READ_ACTIVITY_LOGS'] as const;

const everybody = [...people, ...groups, '"Internal Users"', '"External Users"'];

function some<T>(of: readonly T[], maxLength = 3): fc.Arbitrary<T[]> {
  return fc.subarray([...of], { minLength: 0, maxLength });
}

/** A property with its list; nothing where the list is empty. */
function listed(word: string, names: readonly string[]): string {
  return names.length === 0 ? '' : ` ${word} ${names.join(', ')}`;
}

const part =
  (object: string | undefined) =>
  (text: string): Part => ({ object, text });

function user(name: string, i: number): fc.Arbitrary<Part> {
  return fc
    .record({
      external: fc.boolean(),
      inactive: fc.integer({ min: 0, max: 7 }),
      region: fc.constantFrom('', ' Region "EU"', ' Region "US"'),
      domain: fc.constantFrom('acme.com', 'acme.com', 'partner.io'),
    })
    .map(({ external, inactive, region, domain }) => {
      const words = `${external ? ' external' : ''}${inactive === 0 ? ' inactive' : ''}${region}`;
      return `user ${name} "u${i}@${domain}" {${words} }`;
    })
    .map(part(undefined));
}

function group(name: string): fc.Arbitrary<Part> {
  const members = some(people).map((names) => `group ${name} { description "${name}"${listed('members', names)} }`);
  const domain = fc.constant(`group ${name} { description "${name}" domain "partner.io" }`);
  return (name === 'Partners' ? fc.oneof(members, domain) : members).map(part(undefined));
}

const roleWords = ['watch', 'assign', 'mention', 'share', 'approval'];
const recordWords = ['watch', 'assign', 'group-assign', 'mention', 'approval'];

function role(object: string | undefined, name: string): fc.Arbitrary<Part> {
  const granted = object === undefined ? [...permissions, 'view on Analytics'] : permissions.slice(0, 3);
  return fc
    .record({
      members: some(everybody, 2),
      grants: fc.subarray(granted, { minLength: 1 }),
      shares: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, some(roleWords, 2)),
      expired: fc.integer({ min: 0, max: 7 }),
    })
    .map(({ members, grants, shares, expired }) => {
      const rest = `${listed('grants', grants)}${listed('auto-share on', shares)}`;
      return `role ${name} { description "It"${listed('members', members)}${rest}${expired === 0 ? ' expires 2026-01-31' : ''} }`;
    })
    .map(part(object));
}

const atoms = [
  'Status is "New"',
  'Status is not "Open"',
  'Status is one of ("New", "Closed")',
  'Status is empty',
  'Priority > 3',
  'Priority <= 3',
  'Priority between 2 and 5',
  'Assignee is current user',
  'Assignee is not current user',
  'Assignee is alice',
  'Assignee is in Agents',
  'Assignee is in Partners',
  'Reviewer is current user',
  'Assignee is field Reviewer',
  'Team contains current user',
  'Team is Agents',
  'Team is not Editors',
  'Region is current user.Region',
  'Region starts with "E"',
];

/** Conditions that every object's fields allow. */
export const conditions: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.constantFrom(...atoms), fc.constantFrom('and', 'or', 'and not')), { minLength: 1, maxLength: 3 })
  .map((list) => list.map(([atom, word], i) => (i === 0 ? atom : `${word} ${atom}`)).join(' '));

export function policy(object: string, name: string): fc.Arbitrary<Part> {
  return fc
    .tuple(fc.subarray([...everybody, 'Bot'], { minLength: 1, maxLength: 2 }), fc.option(conditions))
    .map(([to, when]) => `policy ${name} { to ${to.join(', ')}${when === null ? '' : ` when ${when}`} }`)
    .map(part(object));
}

function object(name: string): readonly fc.Arbitrary<Part>[] {
  const assignee = fc.constantFrom('', ' as assignee');
  return [
    assignee.map((as) => part(name)(`field Assignee: user${as}`)),
    assignee.map((as) => part(name)(`field Team: group${as}`)),
    fc
      .constantFrom('"New", "Open", "Closed"', '"New", "Open", "Closed", "Late"')
      .map((options) => part(name)(`field Status: choice(${options})`)),
    fc.constant(part(name)('field Priority: number field Region: text field Reviewer: user')),
    role(name, 'Ra'),
    role(name, 'Rb'),
    policy(name, 'One'),
    policy(name, 'Two'),
    fc.constantFrom('', 'default policy').map(part(name)),
    fc
      .oneof({ weight: 3, arbitrary: fc.constant([]) }, some(recordWords, 2))
      .map((words) => part(name)(listed('auto-share records on', words).trim())),
    fc
      .tuple(some(['Ra', 'Rb', 'Top', 'Second'], 2), fc.integer({ min: 0, max: 7 }))
      .map(
        ([roles, n]) => `service account Bot { purpose "Works"${listed('roles', roles)}${n === 0 ? ' inactive' : ''} }`,
      )
      .map(part(name)),
  ];
}

const everyPart: readonly fc.Arbitrary<Part>[] = [
  ...people.map(user),
  ...groups.map(group),
  role(undefined, 'Top'),
  role(undefined, 'Second'),
  some([...people, ...groups], 1)
    .map((members) => `managed role "Admin" {${listed('members', members)} }`)
    .map(part(undefined)),
  ...objects.flatMap(object),
];

export const organizations: fc.Arbitrary<readonly Part[]> = fc.tuple(...everyPart);

/** Two organizations of which most parts are the same. */
export const pairs: fc.Arbitrary<readonly [readonly Part[], readonly Part[]]> = fc
  .tuple(
    organizations,
    organizations,
    fc.uniqueArray(fc.nat({ max: everyPart.length - 1 }), { minLength: 2, maxLength: 8, size: 'max' }),
  )
  .map(([before, other, changed]) => [
    before,
    before.map((each, i) => (changed.includes(i) ? (other[i] ?? each) : each)),
  ]);

/** The text of a project; each object is opened once for each of its parts. */
export function textOf(parts: readonly Part[]): string {
  return parts.map(({ object: name, text }) => (name === undefined ? text : `app ${name} { ${text} }`)).join('\n');
}
