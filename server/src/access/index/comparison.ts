// One comparison as a closure. It says what `evaluateAtom` says of a record that is known.
import { relativeRange } from '../../condition/relative.ts';
import type { Atom, AtomTest, Bound, Field, Literal, Operand } from '../../model/symbols.ts';
import { isIn } from './memberships.ts';
import { numberOf, type People } from './people.ts';
import { fails, isEmptyValue, type Test, type Value, type Values } from './values.ts';

// A closure holds on to every variable of its function that any closure there uses: where one needs what the condition is
// compiled against, another function makes the closure that stays.

/** What a condition is compiled against. */
export interface Known {
  readonly people: People;
  /** The position of each field in a record. */
  readonly slots: ReadonlyMap<Field, number>;
  /** Of every user, by number, what the attribute of that name says. */
  readonly attribute: (name: string) => readonly (string | undefined)[];
  /** Days since 1970-01-01. */
  readonly today: number;
}

export function comparison(atom: Atom, known: Known): Test {
  const slot = known.slots.get(atom.field) ?? 0;
  const { test } = atom;
  switch (test.is) {
    case 'empty':
      return (values) => isEmptyValue(values[slot]);
    case 'equals':
      return equal(slot, test.value, known);
    case 'one of':
      return oneOf(slot, test.values, known);
    case 'range':
      return range(atom, test, known);
    case 'relative':
      return range(atom, relativeRange(atom, test, known.today), known);
    case 'contains':
    case 'starts with':
    case 'ends with':
      return matches(slot, test, known);
    default:
      return member(slot, test, known);
  }
}

/** What an operand comes to for a record and an actor. */
type Read = (values: Values, actor: number) => Value;

function read(operand: Operand, known: Known): Read {
  switch (operand.kind) {
    case 'literal': {
      const value = literal(operand.value, known);
      return () => value;
    }
    case 'current user':
      return (_, actor) => actor;
    case 'attribute': {
      const said = known.attribute(operand.name);
      return (_, actor) => said[actor] ?? null;
    }
    case 'field': {
      const slot = known.slots.get(operand.field) ?? 0;
      return (values) => values[slot];
    }
  }
}

function literal(value: Literal, { people }: Known): string | number | boolean {
  return typeof value === 'object' ? numberOf(people, value) : value;
}

/** Two empties are not equal. */
function equal(slot: number, operand: Operand, known: Known): Test {
  if (operand.kind === 'literal') {
    const value = literal(operand.value, known);
    return value === '' ? fails : (values) => values[slot] === value;
  }
  // A group asked about stands for a person whom no record names, and no user field holds the number of a group.
  if (operand.kind === 'current user') return (values, actor) => values[slot] === actor;
  const other = read(operand, known);
  return (values, actor) => {
    const held = values[slot];
    return !isEmptyValue(held) && held === other(values, actor);
  };
}

function oneOf(slot: number, operands: readonly Operand[], known: Known): Test {
  const literals = operands.flatMap((operand) => (operand.kind === 'literal' ? [literal(operand.value, known)] : []));
  const others = operands.filter(({ kind }) => kind !== 'literal').map((operand) => equal(slot, operand, known));
  return among(slot, new Set<Value>(literals.filter((value) => value !== '')), others);
}

function among(slot: number, listed: ReadonlySet<Value>, others: readonly Test[]): Test {
  return (values, actor) => {
    if (listed.has(values[slot])) return true;
    for (const other of others) if (other(values, actor)) return true;
    return false;
  };
}

/** On which side of each bound the field is. */
function range(atom: Atom, test: Extract<AtomTest, { readonly is: 'range' }>, known: Known): Test {
  const slot = known.slots.get(atom.field) ?? 0;
  const above = side(slot, test.low, 'low', known);
  const below = side(slot, test.high, 'high', known);
  if (above === undefined || below === undefined) return above ?? below ?? fails;
  return (values, actor) => above(values, actor) && below(values, actor);
}

function side(slot: number, bound: Bound | undefined, end: 'low' | 'high', known: Known): Test | undefined {
  if (bound === undefined) return undefined;
  const { value, open } = bound;
  const operator = end === 'low' ? (open ? '>' : '>=') : open ? '<' : '<=';
  if (value.kind !== 'literal') return against[operator](slot, read(value, known));
  const number = literal(value.value, known);
  return typeof number === 'number' ? beyond[operator](slot, number) : fails;
}

type Operator = '>' | '>=' | '<' | '<=';

/** What is no number is on no side. */
const beyond: Readonly<Record<Operator, (slot: number, end: number) => Test>> = {
  '>': (slot, end) => (values) => {
    const held = values[slot];
    return typeof held === 'number' && held > end;
  },
  '>=': (slot, end) => (values) => {
    const held = values[slot];
    return typeof held === 'number' && held >= end;
  },
  '<': (slot, end) => (values) => {
    const held = values[slot];
    return typeof held === 'number' && held < end;
  },
  '<=': (slot, end) => (values) => {
    const held = values[slot];
    return typeof held === 'number' && held <= end;
  },
};

const compare: Readonly<Record<Operator, (a: number, b: number) => boolean>> = {
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
};

function betweenFields(isBeyond: (a: number, b: number) => boolean): (slot: number, other: Read) => Test {
  return (slot, other) => (values, actor) => {
    const held = values[slot];
    const end = other(values, actor);
    return typeof held === 'number' && typeof end === 'number' && isBeyond(held, end);
  };
}

const against: Readonly<Record<Operator, (slot: number, other: Read) => Test>> = {
  '>': betweenFields(compare['>']),
  '>=': betweenFields(compare['>=']),
  '<': betweenFields(compare['<']),
  '<=': betweenFields(compare['<=']),
};

type TextTest = Extract<AtomTest, { readonly is: 'contains' | 'starts with' | 'ends with' }>;

function matches(slot: number, { is, value }: TextTest, known: Known): Test {
  const part = read(value, known);
  const meets = (held: string, sought: string): boolean => {
    if (is === 'contains') return held.includes(sought);
    return is === 'starts with' ? held.startsWith(sought) : held.endsWith(sought);
  };
  return (values, actor) => {
    const held = values[slot];
    const sought = part(values, actor);
    return (
      typeof held === 'string' && held !== '' && typeof sought === 'string' && sought !== '' && meets(held, sought)
    );
  };
}

type SetTest = Extract<AtomTest, { readonly is: 'has' | 'overlaps' | 'in group' | 'contains current user' }>;

function member(slot: number, test: SetTest, { people }: Known): Test {
  const { memberships } = people;
  switch (test.is) {
    case 'has': {
      const { option } = test;
      return (values) => optionsIn(values[slot])?.has(option) === true;
    }
    case 'overlaps': {
      const { options } = test;
      return (values) => {
        const held = optionsIn(values[slot]);
        return held !== undefined && options.some((option) => held.has(option));
      };
    }
    case 'in group': {
      const group = numberOf(people, test.group);
      return (values) => {
        const held = values[slot];
        return typeof held === 'number' && isIn(memberships, held, group);
      };
    }
    // A group asked about is in itself alone.
    case 'contains current user':
      return (values, actor) => {
        const held = values[slot];
        return typeof held === 'number' && (held === actor || isIn(memberships, actor, held));
      };
  }
}

function optionsIn(value: Value): ReadonlySet<string> | undefined {
  return typeof value === 'object' && value !== null ? value : undefined;
}
