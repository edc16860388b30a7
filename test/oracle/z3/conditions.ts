// Random conditions over few fields and few values, so that they meet often.

import { nobody } from '../../../server/src/condition/actor.ts';
import type {
  Atom,
  AtomTest,
  Bound,
  Content,
  Field,
  Formula,
  Literal,
  Operand,
} from '../../../server/src/model/symbols.ts';
import type { Random } from '../../fuzz/random.ts';
import { dayMs } from './dates.ts';
import { accounts, fields, groups, todays, users } from './ground.ts';

const hour = 3_600_000;
const texts = ['a', 'b', 'ab', 'ba', 'aba', 'abab', 'bb', 'a b', 'é', '😀a', '"', ''];
const numbers = [0, 1, 2, 3, 1.5, -1, 0.1, 0.30000000000000004, 1e-7, 99999999999999];
const near = [-366, -31, -30, -7, -2, -1, 0, 1, 2, 7, 30];
/** Groups of one or two, whom several fields cannot share. */
const smallGroups = groups.filter(({ system, members }) => system === undefined && members.size < 3);
const days = todays.flatMap((today) => near.map((by) => today + by));

function literals(field: Field, today: number): readonly Literal[] {
  switch (field.type) {
    case 'text':
      return texts;
    case 'number':
      return numbers;
    case 'date':
      return near.map((by) => today + by);
    case 'datetime':
      return near.flatMap((by) => [0, 0, 10 * hour, dayMs - 1].map((ms) => (today + by) * dayMs + ms));
    case 'boolean':
      return [true, false];
    case 'choice':
      return field.options;
    case 'user':
      return [...users, ...accounts];
    case 'group':
      return groups;
    default:
      return [];
  }
}

/** What a record may say of a field: what it may be compared with, and a little more. */
export function randomContent(random: Random, field: Field): Content {
  if (random.chance(0.2)) return null;
  switch (field.type) {
    case 'choices':
      return new Set(field.options.filter(() => random.chance(0.4)));
    case 'user':
      return random.pick([...users, ...accounts, nobody(0), nobody(1)]);
    case 'group':
      return random.pick(groups.filter(({ system }) => system === undefined));
    case 'attachment':
      return 'a file';
    case 'text':
      return random.pick([...texts, 'abc', 'bab']);
    case 'number':
      return random.pick([...numbers, 2.5, 4]);
    case 'date':
      return random.pick(days);
    case 'datetime':
      return random.pick(days) * dayMs + random.pick([0, hour, 10 * hour, dayMs - 1]);
    default:
      return random.pick(literals(field, 0));
  }
}

/** Where conditions are made: by chance, over some fields, around a day. */
export interface Maker {
  readonly random: Random;
  readonly fields: readonly Field[];
  readonly today: number;
}

/** Up to three fields of any types, or all of one type, so that they are compared with each other. */
export function randomFields(random: Random): readonly Field[] {
  const one = random.pick(fields);
  if (random.chance(0.5)) return fields.filter(({ type }) => type === one.type);
  return [one, ...Array.from({ length: random.below(3) }, () => random.pick(fields))];
}

function literal({ random, today }: Maker, field: Field): Operand {
  return { kind: 'literal', value: random.pick(literals(field, today)), source: '' };
}

function operand(maker: Maker, field: Field): Operand {
  const { random } = maker;
  if (random.chance(0.35)) {
    const others = maker.fields.filter((other) => other.type === field.type && other !== field);
    if (others.length > 0) return { kind: 'field', field: random.pick(others) };
    if (random.chance(0.1)) return { kind: 'field', field };
  }
  return special(maker, field) ?? literal(maker, field);
}

/** The actor or an attribute of it, now and then, where the type takes it. */
function special({ random }: Maker, field: Field): Operand | undefined {
  if (field.type === 'user' && random.chance(0.3)) return { kind: 'current user' };
  if (field.type === 'text' && random.chance(0.2))
    return { kind: 'attribute', name: random.pick(['Region', 'Nothing', 'None']) };
  return undefined;
}

function bound(maker: Maker, field: Field): Bound {
  return { value: operand(maker, field), open: maker.random.chance(0.5) };
}

function range(maker: Maker, field: Field): AtomTest {
  const ends = maker.random.below(3);
  const low = ends === 1 ? undefined : bound(maker, field);
  const high = ends === 2 ? undefined : bound(maker, field);
  return { is: 'range', low, high };
}

/** Now and then one that is longer than what can be weighed at once. */
function oneOf(maker: Maker, field: Field): AtomTest {
  const { random } = maker;
  if (field.type === 'number' && random.chance(0.03)) {
    const values = Array.from(
      { length: 12 + random.below(30) },
      (_, value): Operand => ({ kind: 'literal', value, source: '' }),
    );
    return { is: 'one of', values };
  }
  const count = 1 + random.below(3);
  return { is: 'one of', values: Array.from({ length: count }, () => special(maker, field) ?? literal(maker, field)) };
}

function relative({ random }: Maker): AtomTest {
  const unit = random.pick(['days', 'weeks', 'months', 'years'] as const);
  return { is: 'relative', direction: random.pick(['last', 'next'] as const), count: 1 + random.below(13), unit };
}

function pattern(maker: Maker, field: Field): AtomTest {
  const is = maker.random.pick(['contains', 'starts with', 'ends with'] as const);
  return { is, value: special(maker, field) ?? literal(maker, field) };
}

function options({ random }: Maker, field: Field): AtomTest {
  if (random.chance(0.5)) return { is: 'has', option: random.pick(field.options) };
  const some = field.options.filter(() => random.chance(0.5));
  return { is: 'overlaps', options: some.length > 0 ? some : field.options.slice(0, 1) };
}

/** A comparison of the field that the language has a word for, or that derived formulas have. */
export function randomTest(maker: Maker, field: Field): AtomTest {
  const { random } = maker;
  if (random.chance(0.12)) return { is: 'empty' };
  const equals = (): AtomTest => ({ is: 'equals', value: operand(maker, field) });
  switch (field.type) {
    case 'text':
      return random.chance(0.65) ? pattern(maker, field) : random.chance(0.5) ? equals() : oneOf(maker, field);
    case 'number':
      return random.chance(0.65) ? range(maker, field) : random.chance(0.5) ? equals() : oneOf(maker, field);
    case 'date':
    case 'datetime':
      return random.chance(0.55) ? range(maker, field) : random.chance(0.6) ? relative(maker) : equals();
    case 'choices':
      return options(maker, field);
    case 'choice':
      return random.chance(0.5) ? equals() : oneOf(maker, field);
    case 'boolean':
      return equals();
    case 'user':
      if (random.chance(0.4)) return { is: 'in group', group: random.pick(random.chance(0.6) ? smallGroups : groups) };
      return random.chance(0.6) ? equals() : oneOf(maker, field);
    case 'group':
      if (random.chance(0.3)) return { is: 'contains current user' };
      return random.chance(0.5) ? equals() : oneOf(maker, field);
    default:
      return { is: 'empty' };
  }
}

export function randomAtom(maker: Maker): Atom {
  const field = maker.random.pick(maker.fields);
  return { op: 'atom', field, test: randomTest(maker, field), origin: undefined };
}

/** A condition of up to `most` comparisons. */
export function randomFormula(maker: Maker, most: number): Formula {
  const { random } = maker;
  if (most <= 1) return random.chance(0.3) ? { op: 'not', part: randomAtom(maker) } : randomAtom(maker);
  if (random.chance(0.15)) return { op: 'not', part: randomFormula(maker, most) };
  const parts: Formula[] = [];
  for (let left = most; left > 0; ) {
    const size = Math.min(left, 1 + random.below(Math.max(1, most - 1)));
    parts.push(randomFormula(maker, size));
    left -= size;
  }
  return { op: random.pick(['and', 'or'] as const), parts };
}
