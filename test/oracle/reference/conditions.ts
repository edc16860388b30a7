// Whether a condition holds of a record: true, false, or undefined where a field that is not said decides it.
import type { Comparison, Condition, Test, ValueOperator } from '../../../server/src/syntax/ast-condition.ts';
import type { Value } from '../../../server/src/syntax/ast-value.ts';
import { addUnits, type Day, endOf, instantOf, startOf } from './dates.ts';
import { type Content, empty, type Facts, partyOf } from './facts.ts';
import { isInGroup, type Person, party, same, user, type World } from './world.ts';

/** What a condition is asked about: `today` is the evaluation date, `object` is whose fields it speaks of. */
export interface Case {
  readonly world: World;
  readonly object: string;
  readonly facts: Facts;
  readonly current: Person;
  readonly today: Day;
}

type Truth = boolean | undefined;

export function holds(condition: Condition, of: Case): Truth {
  switch (condition.kind) {
    case 'or': {
      let result: Truth = false;
      for (const part of condition.parts) {
        const value = holds(part, of);
        if (value === true) return true;
        if (value === undefined) result = undefined;
      }
      return result;
    }
    case 'and': {
      let result: Truth = true;
      for (const part of condition.parts) {
        const value = holds(part, of);
        if (value === false) return false;
        if (value === undefined) result = undefined;
      }
      return result;
    }
    case 'not':
      return not(inner(condition.part, of));
    case 'parenthesis':
      return inner(condition.part, of);
    case 'comparison':
      return compares(condition, of);
  }
}

function inner(condition: Condition | undefined, of: Case): Truth {
  if (condition === undefined) throw new Error('a condition is missing');
  return holds(condition, of);
}

function not(value: Truth): Truth {
  return value === undefined ? undefined : !value;
}

function compares(comparison: Comparison, of: Case): Truth {
  const field = of.facts[comparison.field.text];
  if (comparison.test === undefined) throw new Error('a test is missing');
  return meets(field, comparison.test, of);
}

function meets(field: Content | undefined, test: Test, of: Case): Truth {
  switch (test.operator) {
    case 'is empty':
      return field === undefined ? undefined : field.kind === 'empty';
    case 'is not empty':
      return field === undefined ? undefined : field.kind !== 'empty';
    case 'is not':
      return not(meetsValue(field, 'is', test.value, of));
    case 'is one of': {
      let result: Truth = false;
      for (const value of test.values) {
        const one = meetsValue(field, 'is', value, of);
        if (one === true) return true;
        if (one === undefined) result = undefined;
      }
      return result;
    }
    case 'overlaps': {
      if (field === undefined) return undefined;
      if (field.kind !== 'choices') return false;
      for (const value of test.values) if (value.kind === 'string' && field.options.includes(value.text)) return true;
      return false;
    }
    case 'between':
      return between(field, rightSide(test.low, of), rightSide(test.high, of));
    case 'in the last':
    case 'in the next': {
      const count = Number(test.count?.text) * (test.operator === 'in the last' ? -1 : 1);
      const other = addUnits(of.today, count, test.unit ?? 'days');
      const [low, high] = count < 0 ? [other, of.today] : [of.today, other];
      return between(field, { kind: 'date', text: low }, { kind: 'date', text: high });
    }
    case 'is in': {
      if (field === undefined) return undefined;
      if (field.kind !== 'user' || test.group === undefined) return false;
      const group = party(of.world, test.group, of.object);
      if (group.kind !== 'group') throw new Error('`is in` takes a group');
      return isInGroup(of.world, field.person, group.group);
    }
    default:
      return meetsValue(field, test.operator, test.value, of);
  }
}

/** The content that a value stands for; undefined for a field that is not said. */
function rightSide(value: Value | undefined, of: Case): Content | undefined {
  if (value === undefined) throw new Error('a value is missing');
  switch (value.kind) {
    case 'string':
      return value.text === '' ? empty : { kind: 'text', text: value.text };
    case 'number':
      return { kind: 'number', number: Number(value.text) };
    case 'date':
      return { kind: 'date', text: value.text };
    case 'datetime':
      return { kind: 'datetime', number: instantOf(value.text) };
    case 'field':
      return of.facts[value.name?.text ?? ''];
    case 'current user': {
      if (value.attribute === undefined) return { kind: 'user', person: of.current };
      const found = of.current.kind === 'user' ? user(of.world, of.current.name) : undefined;
      const text = found?.attributes[value.attribute.text] ?? '';
      return text === '' ? empty : { kind: 'text', text };
    }
    case 'name': {
      const name = value.ref.name?.text;
      if (value.ref.name?.quoted === false && (name === 'true' || name === 'false'))
        return { kind: 'boolean', is: name === 'true' };
      return named(value, of);
    }
  }
}

function named(value: Value, of: Case): Content {
  const who = partyOf(of.world, value, of.object);
  return who.kind === 'group' ? { kind: 'group', group: who.group } : { kind: 'user', person: who };
}

function meetsValue(field: Content | undefined, operator: ValueOperator, value: Value | undefined, of: Case): Truth {
  if (operator === 'contains' && value?.kind === 'current user' && value.attribute === undefined) {
    if (field === undefined) return undefined;
    return field.kind === 'group' && isInGroup(of.world, of.current, field.group);
  }
  let right = rightSideOf(field, value, of);
  if (field?.kind === 'empty' || right?.kind === 'empty') return false;
  if (field === undefined || right === undefined) return undefined;
  if (field.kind === 'choice' && right.kind === 'text') right = { kind: 'choice', text: right.text };
  switch (operator) {
    case 'is':
      return equal(field, right);
    case 'is not':
      return !equal(field, right);
    case '<':
      return numbers(field, right, (a, b) => a < b);
    case '<=':
      return numbers(field, right, (a, b) => a <= b);
    case '>':
      return numbers(field, right, (a, b) => a > b);
    case '>=':
      return numbers(field, right, (a, b) => a >= b);
    case 'before':
      return range(field).last < range(right).first;
    case 'after':
      return range(field).first > range(right).last;
    case 'contains':
      if (field.kind === 'choices') return right.kind === 'text' && field.options.includes(right.text);
      return texts(field, right, (a, b) => a.includes(b));
    case 'starts with':
      return texts(field, right, (a, b) => a.startsWith(b));
    case 'ends with':
      return texts(field, right, (a, b) => a.endsWith(b));
  }
}

/** A quoted value is a name where the field holds a user or a group, else a text. */
function rightSideOf(field: Content | undefined, value: Value | undefined, of: Case): Content | undefined {
  const isPeople = field?.kind === 'user' || field?.kind === 'group';
  return isPeople && value?.kind === 'string' ? named(value, of) : rightSide(value, of);
}

/** A date is its whole day, in whole milliseconds: the last one of it is the closest that can be written. */
function range(content: Content): { readonly first: number; readonly last: number } {
  if (content.kind === 'date') return { first: startOf(content.text), last: endOf(content.text) - 1 };
  if (content.kind === 'datetime') return { first: content.number, last: content.number };
  throw new Error(`${content.kind} is no time`);
}

function equal(field: Content, right: Content): boolean {
  if (field.kind === 'datetime' && right.kind === 'date')
    return range(right).first <= field.number && field.number <= range(right).last;
  return same(field, right);
}

function between(field: Content | undefined, low: Content | undefined, high: Content | undefined): Truth {
  if (field?.kind === 'empty' || low?.kind === 'empty' || high?.kind === 'empty') return false;
  if (field !== undefined && low !== undefined && !atLeast(field, low)) return false;
  if (field !== undefined && high !== undefined && !atMost(field, high)) return false;
  return field === undefined || low === undefined || high === undefined ? undefined : true;
}

function atLeast(field: Content, low: Content): boolean {
  if (field.kind === 'number') return numbers(field, low, (a, b) => a >= b);
  return range(field).first >= range(low).first;
}

function atMost(field: Content, high: Content): boolean {
  if (field.kind === 'number') return numbers(field, high, (a, b) => a <= b);
  return range(field).last <= range(high).last;
}

function numbers(a: Content, b: Content, compare: (a: number, b: number) => boolean): boolean {
  if (a.kind !== 'number' || b.kind !== 'number') throw new Error(`${a.kind} and ${b.kind} are no numbers`);
  return compare(a.number, b.number);
}

function texts(a: Content, b: Content, compare: (a: string, b: string) => boolean): boolean {
  if (a.kind !== 'text' || b.kind !== 'text') throw new Error(`${a.kind} and ${b.kind} are no texts`);
  return compare(a.text, b.text);
}
