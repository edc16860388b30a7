// Conditions that run on a record in names as it is: for comparisons that need nobody looked up, which most are.
import { relativeRange } from '../../condition/relative.ts';
import type { Atom, AtomTest, Bound, Formula } from '../../model/symbols.ts';
import type { NamedRecord } from './record.ts';

/** 1 where it holds, 0 where it does not, `open` where a field that is not said decides. `me` is how a record names the actor. */
export type NamedTest = (fields: NamedRecord['fields'], me: string) => number;

/** Neither: what is not said decides. */
export const open = -1;

const never: NamedTest = () => 0;

/** Undefined where a comparison asks more than whether a field holds a value, a number in a range, or the actor. */
export function namedTest(formula: Formula, today: number): NamedTest | undefined {
  switch (formula.op) {
    case 'not': {
      const part = namedTest(formula.part, today);
      return part && negated(part);
    }
    case 'and':
    case 'or': {
      const parts = formula.parts.flatMap((part) => namedTest(part, today) ?? []);
      if (parts.length < formula.parts.length) return undefined;
      return formula.op === 'and' ? junction(parts, 0) : junction(parts, 1);
    }
    case 'atom':
      return comparison(formula, today);
    default:
      return undefined;
  }
}

function negated(part: NamedTest): NamedTest {
  return (fields, me) => {
    const truth = part(fields, me);
    return truth === open ? open : 1 - truth;
  };
}

/** `decisive`: the truth of one part that is the truth of all, 0 of `and`, 1 of `or`. */
function junction(parts: readonly NamedTest[], decisive: 0 | 1): NamedTest {
  const neutral = 1 - decisive;
  const [first = never, second = never] = parts;
  if (parts.length === 2)
    return (fields, me) => {
      const truth = first(fields, me);
      if (truth === decisive) return truth;
      const other = second(fields, me);
      return other === decisive || truth === neutral ? other : open;
    };
  return (fields, me) => {
    let all = neutral;
    for (const part of parts) {
      const truth = part(fields, me);
      if (truth === decisive) return truth;
      if (truth === open) all = open;
    }
    return all;
  };
}

const plainTypes: ReadonlySet<string | undefined> = new Set([
  'text',
  'number',
  'boolean',
  'choice',
  'date',
  'datetime',
]);

function comparison(atom: Atom, today: number): NamedTest | undefined {
  const { field, test } = atom;
  // A name that every object of JavaScript answers to cannot be read as it is.
  if (field.name in Object.prototype) return undefined;
  if (test.is === 'equals' && test.value.kind === 'current user') return isMe(field.name);
  if (!plainTypes.has(field.type)) return undefined;
  switch (test.is) {
    case 'empty':
      return isEmpty(field.name);
    case 'equals':
    case 'one of': {
      const operands = test.is === 'equals' ? [test.value] : test.values;
      const values = operands.flatMap((operand) => (operand.kind === 'literal' ? [operand.value] : []));
      if (values.length < operands.length) return undefined;
      return among(
        field.name,
        values.filter((value) => value !== ''),
      );
    }
    case 'range':
      return range(field.name, test);
    case 'relative':
      return range(field.name, relativeRange(atom, test, today));
    default:
      return undefined;
  }
}

function isMe(name: string): NamedTest {
  return (fields, me) => {
    const held = fields[name];
    return held === undefined ? open : held === me ? 1 : 0;
  };
}

function isEmpty(name: string): NamedTest {
  return (fields) => {
    const held = fields[name];
    return held === undefined ? open : held === null || held === '' ? 1 : 0;
  };
}

function among(name: string, values: readonly unknown[]): NamedTest {
  const [only] = values;
  if (values.length === 0) return never;
  if (values.length === 1)
    return (fields) => {
      const held = fields[name];
      return held === undefined ? open : held === only ? 1 : 0;
    };
  return (fields) => {
    const held = fields[name];
    return held === undefined ? open : values.includes(held) ? 1 : 0;
  };
}

function range(name: string, { low, high }: Extract<AtomTest, { readonly is: 'range' }>): NamedTest | undefined {
  const [from, to] = [endOf(low, -1), endOf(high, 1)];
  if (from === undefined || to === undefined) return undefined;
  const [isLowOpen, isHighOpen] = [low?.open === true, high?.open === true];
  return (fields) => {
    const held = fields[name];
    if (held === undefined) return open;
    if (typeof held !== 'number' || held < from || held > to) return 0;
    return (isLowOpen && held === from) || (isHighOpen && held === to) ? 0 : 1;
  };
}

/** Without a bound, farther than any number; undefined where the bound is no literal. */
function endOf(bound: Bound | undefined, sign: 1 | -1): number | undefined {
  if (bound === undefined) return sign * Number.POSITIVE_INFINITY;
  return bound.value.kind === 'literal' ? Number(bound.value.value) : undefined;
}
