// Reads filters into conditions. Whatever is missing, unknown or in doubt is unreadable, never true.

import { relativeFilter } from '../terraform-facts.ts';
import { type Comparison, compare } from './comparison.ts';
import { type Condition, tidy, unreadable } from './condition.ts';
import type { Scope } from './scope.ts';
import type { Body, Value } from './tree.ts';
import { entriesOf, isAbsent, itemsOf, nameOf, switchOf } from './values.ts';

/** Takes the filter of a policy, search or trigger; gives it without constants but as a whole. */
export function readFilter(value: Value | undefined, scope: Scope): Condition {
  if (value === undefined || value.kind === 'null') return unreadable('the filter is not in the export');
  return tidy(readNode(value, scope, false));
}

/** `isNegated`: under an odd number of `not`, where what is narrower than it was would be wider. */
function readNode(value: Value, scope: Scope, isNegated: boolean): Condition {
  const node = entriesOf(value);
  const type = nameOf(node?.get('type'));
  if (node === undefined || type === undefined) return unreadable('a condition without a type');
  const turned = switchOf(node.get('not'));
  if (turned === undefined) return unreadable(`${shown(type)} that may be negated`);
  const condition = readType(node, type, scope, turned !== isNegated);
  return turned && condition.kind !== 'unreadable' ? negate(condition) : condition;
}

const nodeKeys: Readonly<Record<string, readonly string[]>> = {
  and: ['children'],
  or: ['children'],
  true: [],
  false: [],
  equals: ['value'],
  greater_than: ['value'],
  greater_than_equals: ['value'],
  less_than: ['value'],
  less_than_equals: ['value'],
  between: ['min', 'max'],
  in: ['values'],
  overlaps: ['values'],
  contains: ['value'],
  like: ['value', 'mode'],
  is_null: [],
  [relativeFilter]: ['relative_value'],
};

function readType(node: Body, type: string, scope: Scope, isNegated: boolean): Condition {
  const keys = Object.hasOwn(nodeKeys, type) ? nodeKeys[type] : undefined;
  if (keys === undefined) return unreadable(shown(type));
  const known = new Set(['type', 'not', ...keys, ...(hasLeft(type) ? ['field_id', 'left_value'] : [])]);
  const more = [...node].some(([name, value]) => !known.has(name) && !isAbsent(value));
  if (more) return unreadable(`${shown(type)} with more than is known of it`);
  if (type === 'true') return { kind: 'all' };
  if (type === 'false') return { kind: 'none' };
  if (type === 'and' || type === 'or') {
    const children = itemsOf(node.get('children'));
    if (children === undefined || children.length === 0) return unreadable(`${type} without children`);
    return { kind: type, parts: children.map((child) => readNode(child, scope, isNegated)) };
  }
  const comparison: Comparison = { type, node, isNegated };
  return compare(comparison, scope);
}

function hasLeft(type: string): boolean {
  return !['and', 'or', 'true', 'false'].includes(type);
}

function negate(condition: Condition): Condition {
  if (condition.kind !== 'said') return { kind: 'not', of: condition };
  return condition.negated === undefined
    ? { kind: 'not', of: { kind: 'said', text: condition.text } }
    : { kind: 'said', text: condition.negated };
}

/** The word of a type as it stands, where it is one. */
function shown(type: string): string {
  return /^[a-z_]{1,40}$/.test(type) ? type : 'a condition of a type';
}
