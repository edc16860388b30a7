// Random organizations whose names and texts are such as nobody expects, and numbers and dates at the ends of what Cedar can hold.
import type { Chance } from '../chance.ts';

const names = [
  'a"b',
  'back\\slash',
  '\\',
  'two\nlines',
  'tab\t',
  '*',
  'a*b\\*',
  'watchers',
  'field watchers',
  'shares',
  'active',
  'attribute active',
  '__entity',
  '__cedar',
  'in',
  'principal',
  'Service Desk',
  'Service_Desk',
  'Service  Desk',
  'Desk.Bot',
  'Desk\\.Bot',
  'Desk',
  'Bot',
  'service account Desk.Bot',
  '\\service account Desk.Bot',
  '日本',
  'é',
  'e\u0301',
  '\u{1f600}',
  '\u202e',
  '\u0000',
  '\u{e0041}',
  ' ',
  '*/ // {}',
  '"); permit (principal, action, resource);',
  'constructor',
  '__proto__',
  '3D',
  'o__',
  'Record',
  'role Admin',
];

const texts = ['*', 'a*', '\\*', '\\', '"', 'x', 'é', '\u{1f600}', '\n', '\u0000', 'axb', '**', "'", '%', '\u202e'];
const numbers = [
  '0',
  '1.00005',
  '-1.00005',
  '0.0001',
  '0.00001',
  '-0.00001',
  '999999999999999',
  '-999999999999999',
  '922337203685477',
  '2.5',
  '-0',
  '0.99999',
];
const days = ['0001-01-01', '9999-12-31', '2026-03-31', '2024-02-29', '2026-01-31'];
const instants = [
  '0001-01-01T00:00+05:00',
  '9999-12-31T23:59:59.999-05:00',
  '2026-03-31T12:00:00.001Z',
  '1969-12-31T23:59:59.999Z',
];

const q = (text: string) => JSON.stringify(text);

/** Names for one kind of thing, each once. */
function draw(chance: Chance, count: number, taken: Set<string>): string[] {
  const free = names.filter((name) => !taken.has(name));
  const some = chance.some(free, count, count);
  for (const name of some) taken.add(name);
  return some;
}

interface Cast {
  readonly users: readonly string[];
  readonly groups: readonly string[];
  readonly accounts: readonly string[];
  readonly attribute: string;
}

function comparison(chance: Chance, fields: readonly (readonly [string, string])[], cast: Cast): string {
  const [name, type] = chance.pick(fields);
  const field = q(name);
  const pick = (from: readonly string[]) => chance.pick(from);
  const attribute = `current user.${q(cast.attribute)}`;
  switch (type) {
    case 'text': {
      const value = chance.oneIn(3) ? attribute : q(pick(texts));
      return `${field} ${pick(['contains', 'starts with', 'ends with', 'is', 'is not'])} ${value}`;
    }
    case 'number':
      return `${field} ${pick(['<', '<=', '>', '>=', 'is', 'is not'])} ${pick(numbers)}`;
    case 'date':
      if (chance.oneIn(2))
        return `${field} in the ${pick(['last', 'next'])} ${pick(['1', '3', '13', '9999'])} ${pick(['days', 'weeks', 'months', 'years'])}`;
      return `${field} ${pick(['before', 'after', 'is', 'is not'])} ${pick(days)}`;
    case 'datetime':
      if (chance.oneIn(3))
        return `${field} in the ${pick(['last', 'next'])} ${pick(['1', '12'])} ${pick(['days', 'months'])}`;
      return `${field} ${pick(['before', 'after', 'is', 'is not'])} ${pick([...days, ...instants])}`;
    case 'user':
      if (chance.oneIn(3)) return `${field} is in ${q(pick(cast.groups))}`;
      return `${field} ${pick(['is', 'is not'])} ${pick(['current user', ...cast.users.map((user) => `organization.${q(user)}`), ...cast.accounts.map(q)])}`;
    case 'group':
      return chance.oneIn(2) ? `${field} contains current user` : `${field} is not ${q(pick(cast.groups))}`;
    default:
      return `${field} ${pick(['contains', 'overlaps'])} ${'('}${q(pick(texts))})`.replace(
        /contains \((.*)\)$/s,
        'contains $1',
      );
  }
}

function condition(chance: Chance, fields: readonly (readonly [string, string])[], cast: Cast): string {
  const one = () => `${chance.oneIn(4) ? 'not ' : ''}${comparison(chance, fields, cast)}`;
  const parts = Array.from({ length: 1 + chance.below(3) }, one);
  const joined = parts.join(chance.oneIn(2) ? ' and ' : ' or ');
  return chance.oneIn(4) ? `not (${joined})` : joined;
}

/** The text of a project. */
export function hostileText(chance: Chance): string {
  const people = new Set<string>(['Internal Users', 'External Users']);
  const cast: Cast = {
    users: draw(chance, 3, people),
    groups: draw(chance, 2, people),
    accounts: draw(chance, 2, new Set(people)),
    attribute: chance.pick(names),
  };
  const objects = draw(chance, 2, new Set());
  const roles = draw(chance, 2, new Set());
  const who = (count: number) =>
    chance
      .some([...cast.users, ...cast.groups], 1, count)
      .map(q)
      .join(', ');
  const lines = [`organization ${q(chance.pick(names))} { domains "acme.com" invites allowed-domains }`];
  for (const [i, user] of cast.users.entries())
    lines.push(
      `user ${q(user)} "u${i}@acme.com" { ${chance.oneIn(3) ? '' : `${q(cast.attribute)} ${q(chance.pick(texts))}`} }`,
    );
  for (const group of cast.groups)
    lines.push(`group ${q(group)} { members ${chance.some(cast.users, 1, 2).map(q).join(', ')} }`);
  for (const role of roles)
    lines.push(
      `role ${q(role)} { members ${who(2)} grants READ_RECORDS, READ_CHARTS, CREATE_ORGANIZATION_USERS ${chance.oneIn(2) ? 'auto-share on assign, watch' : ''} }`,
    );
  // Everybody holds it: what is allowed rests on conditions alone.
  lines.push('role "everyone" { members "Internal Users" grants READ_RECORDS }');
  for (const [i, object] of objects.entries())
    lines.push(...objectLines(chance, object, { cast, isFirst: i === 0, who }));
  return `${lines.join('\n')}\n`;
}

interface Around {
  readonly cast: Cast;
  readonly isFirst: boolean;
  readonly who: (count: number) => string;
}

const types = ['text', 'number', 'date', 'datetime', 'user', 'group', 'choices'];

function objectLines(chance: Chance, object: string, { cast, isFirst, who }: Around): string[] {
  const options = chance.some(texts, 2, 4);
  const fields = draw(chance, types.length, new Set()).map((name, i) => [name, types[i] ?? 'text'] as const);
  const own: Cast = { ...cast, accounts: isFirst ? cast.accounts : [] };
  const shadowed = own.accounts.some((name) => [...cast.users, ...cast.groups].includes(name));
  const lines = [`app ${q(object)} {`];
  for (const [name, type] of fields) {
    const assignee = (type === 'user' || type === 'group') && chance.oneIn(2) ? ' as assignee' : '';
    lines.push(`  field ${q(name)}: ${type}${type === 'choices' ? `(${options.map(q).join(', ')})` : ''}${assignee}`);
  }
  const [role = ''] = draw(chance, 1, new Set());
  if (!shadowed)
    lines.push(`  role ${q(role)} { members ${who(2)} grants READ_RECORDS, UPDATE_RECORDS, CREATE_RECORDS }`);
  const sound = fields.filter(([, type]) => type !== 'choices');
  for (const name of draw(chance, 2, new Set())) {
    const by = [...own.accounts.map(q), '"Internal Users"', ...(shadowed ? [] : [who(1)])];
    lines.push(`  policy ${q(name)} { to ${chance.pick(by)} when ${condition(chance, sound, own)} }`);
  }
  const choices = fields.find(([, type]) => type === 'choices')?.[0] ?? '';
  lines.push(`  policy "by options" { to "Internal Users" when ${q(choices)} contains ${q(chance.pick(options))} }`);
  if (chance.oneIn(2)) lines.push('  auto-share records on assign, group-assign, mention');
  for (const account of own.accounts)
    lines.push(`  service account ${q(account)} { roles ${q(role)} usable by "Internal Users" }`);
  return [...lines.filter((line) => !shadowed || !line.includes(`roles ${q(role)}`)), '}'];
}
