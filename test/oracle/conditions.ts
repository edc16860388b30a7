// Random conditions and contents of fields, in the language's words.
import type { Chance } from './chance.ts';

export interface FieldText {
  readonly name: string;
  readonly type: string;
  readonly options: readonly string[];
}

/** Names as they are written inside of the object that is spoken of. */
export interface Names {
  readonly users: readonly string[];
  readonly accounts: readonly string[];
  readonly groups: readonly string[];
  readonly attributes: readonly string[];
}

const texts = ['"EU"', '"US"', '"E"', '"U"', '"EUS"', '"eu"', '"Sales"', '"x y"', '"Ünï"', '"a\\"b"'];
const numbers = ['0', '1', '2', '3', '-2.5', '1.5', '10'];
const days = [
  '2024-02-29',
  '2026-01-31',
  '2026-02-28',
  '2026-03-01',
  '2026-03-24',
  '2026-03-30',
  '2026-03-31',
  '2026-04-01',
  '2026-04-30',
  '2027-03-31',
];
const instants = [
  '2026-03-30T23:59:59.999Z',
  '2026-03-31T00:00Z',
  '2026-03-31T01:30+02:00',
  '2026-03-31T12:00:30Z',
  '2026-04-01T00:00-00:30',
  '2026-04-01T00:00Z',
  '2026-02-28T23:00-05:00',
  '2025-03-31T00:00Z',
];
const units = ['days', 'weeks', 'months', 'years'];
const counts = ['1', '2', '3', '12', '30'];

/** A literal that a comparison with the field takes. */
export function literal(chance: Chance, field: FieldText, names: Names): string {
  switch (field.type) {
    case 'text':
      return chance.pick(texts);
    case 'number':
      return chance.pick(numbers);
    case 'date':
      return chance.pick(days);
    case 'datetime':
      return chance.pick(instants);
    case 'boolean':
      return chance.pick(['true', 'false']);
    case 'user':
      return chance.pick([...names.users, ...names.accounts]);
    case 'group':
      return chance.pick(names.groups);
    default:
      return `"${chance.pick(field.options)}"`;
  }
}

/** What a record says that the field holds. */
export function content(chance: Chance, field: FieldText, names: Names): string {
  if (chance.oneIn(5)) return 'empty';
  if (field.type === 'attachment') return '"a.pdf"';
  if (field.type === 'text' && chance.oneIn(12)) return '""';
  if (field.type === 'group' && names.groups.length === 0) return 'empty';
  if (field.type === 'user' && names.users.length + names.accounts.length === 0) return 'empty';
  if (field.type !== 'choices') return literal(chance, field, names);
  const some = chance.some(field.options, 1, 3).map((option) => `"${option}"`);
  return some.length === 1 ? (some[0] ?? '') : `(${some.join(', ')})`;
}

function list(chance: Chance, make: () => string): string {
  const all = Array.from({ length: 1 + chance.below(3) }, make);
  return `(${[...new Set(all)].join(', ')})`;
}

interface Making {
  readonly chance: Chance;
  readonly fields: readonly FieldText[];
  readonly names: Names;
}

/** A value after `is` and the like: a literal, another field of the type, or what the type takes besides. */
function value({ chance, fields, names }: Making, field: FieldText): string {
  const others = fields.filter(({ type }) => type === field.type);
  if (chance.oneIn(4)) return `field ${chance.pick(others).name}`;
  if (field.type === 'user' && chance.oneIn(3)) return 'current user';
  if (field.type === 'text' && chance.oneIn(4)) return `current user.${chance.pick(names.attributes)}`;
  if (field.type === 'datetime' && chance.oneIn(2)) return chance.pick(days);
  return literal(chance, field, names);
}

function ordered(chance: Chance, from: readonly string[], by: (text: string) => number): string {
  const [a = '', b = ''] = [chance.pick(from), chance.pick(from)].sort((x, y) => by(x) - by(y));
  return `${a} and ${b}`;
}

function between(making: Making, field: FieldText): string {
  const { chance, fields } = making;
  if (chance.oneIn(3)) {
    const other = `field ${chance.pick(fields.filter(({ type }) => type === field.type)).name}`;
    return chance.oneIn(2) ? `${other} and ${value(making, field)}` : `${value(making, field)} and ${other}`;
  }
  if (field.type === 'number') return ordered(chance, numbers, Number);
  if (field.type === 'date') return ordered(chance, days, Date.parse);
  return ordered(chance, chance.oneIn(2) ? days : instants, Date.parse);
}

function equality(making: Making, field: FieldText): string {
  return `${making.chance.pick(['is', 'is not'])} ${value(making, field)}`;
}

function oneOf({ chance, names }: Making, field: FieldText): string {
  const one = (): string => {
    if (field.type === 'user' && chance.oneIn(4)) return 'current user';
    if (field.type === 'text' && chance.oneIn(5)) return `current user.${chance.pick(names.attributes)}`;
    return literal(chance, field, names);
  };
  return `is one of ${list(chance, one)}`;
}

/** What follows the field. */
function test(making: Making, field: FieldText): string {
  const { chance, names } = making;
  if (chance.oneIn(8) || field.type === 'attachment') return chance.pick(['is empty', 'is not empty']);
  const needsPeople = field.type === 'user' ? names.users.length : field.type === 'group' ? names.groups.length : 1;
  if (needsPeople === 0) return 'is empty';
  switch (field.type) {
    case 'text': {
      const part = (): string =>
        chance.oneIn(4) ? `current user.${chance.pick(names.attributes)}` : literal(chance, field, names);
      const search = `${chance.pick(['contains', 'starts with', 'ends with'])} ${part()}`;
      return chance.pick([search, search, equality(making, field), oneOf(making, field)]);
    }
    case 'number': {
      const compared = `${chance.pick(['<', '<=', '>', '>='])} ${value(making, field)}`;
      return chance.pick([
        compared,
        compared,
        equality(making, field),
        oneOf(making, field),
        `between ${between(making, field)}`,
      ]);
    }
    case 'date':
    case 'datetime': {
      const relative = `in the ${chance.pick(['last', 'next'])} ${chance.pick(counts)} ${chance.pick(units)}`;
      const compared = `${chance.pick(['after', 'before'])} ${value(making, field)}`;
      return chance.pick([compared, relative, equality(making, field), `between ${between(making, field)}`]);
    }
    case 'boolean':
      return chance.oneIn(5) ? `is ${value(making, field)}` : chance.pick(['is true', 'is false']);
    case 'choice':
      return chance.pick([equality(making, field), oneOf(making, field)]);
    case 'choices':
      return chance.oneIn(2)
        ? `contains ${literal(chance, field, names)}`
        : `overlaps ${list(chance, () => literal(chance, field, names))}`;
    case 'user': {
      const groups = [...names.groups, '"Internal Users"', '"External Users"'];
      return chance.pick([
        equality(making, field),
        equality(making, field),
        oneOf(making, field),
        `is in ${chance.pick(groups)}`,
      ]);
    }
    default:
      return chance.pick([equality(making, field), oneOf(making, field), 'contains current user']);
  }
}

/** A condition over the fields, at most so deep. */
export function condition(chance: Chance, fields: readonly FieldText[], names: Names, depth = 2): string {
  const making = { chance, fields, names };
  const part = (): string => condition(chance, fields, names, depth - 1);
  if (depth > 0) {
    switch (chance.below(6)) {
      case 0:
        return `${part()} and ${part()}`;
      case 1:
        return `${part()} or ${part()}`;
      case 2:
        return `not (${part()})`;
      case 3:
        return `(${part()}) and (${part()})`;
    }
  }
  const field = chance.pick(fields);
  return `${chance.oneIn(8) ? 'not ' : ''}${field.name} ${test(making, field)}`;
}
