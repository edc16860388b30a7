// Conditions of policies as filters of the platform: exactly, or not at all.
import { printNumber } from '../../condition/print-value.ts';
import type { Atom, Bound, Field, Formula, Literal, Operand } from '../../model/symbols.ts';
import { formatDay, formatInstant, parseDateTime } from '../../text/calendar.ts';
import { hasCase, relativeFilter } from '../terraform-facts.ts';
import { type Draft, fieldId, groupId, textIn, userId } from './draft.ts';
import { optionId } from './options.ts';
import type { Body } from './sheets.ts';

/** Means nothing where the draft has reasons against it. */
export function filterOf(formula: Formula, draft: Draft): Body {
  return write(formula, false, draft);
}

function write(formula: Formula, not: boolean, draft: Draft): Body {
  switch (formula.op) {
    case 'true':
    case 'false':
      return constant((formula.op === 'true') !== not);
    case 'not':
      return write(formula.part, !not, draft);
    case 'and':
    case 'or':
      // A list without children is dropped on the way and reads back as anything.
      if (formula.parts.length === 0) return constant((formula.op === 'and') !== not);
      return { type: formula.op, ...negated(not), children: formula.parts.map((each) => write(each, false, draft)) };
    case 'atom':
      return atom(formula, not, draft);
  }
}

function constant(value: boolean): Body {
  return { type: String(value) };
}

function negated(not: boolean): Body {
  return not ? { not } : {};
}

function left(field: Field, draft: Draft): Body {
  return { left_value: { field_id: fieldId(draft, field) } };
}

function refuse(draft: Draft, reason: string): Body {
  draft.reasons.add(reason);
  return constant(false);
}

/** Nothing equals the empty text, which is an empty field. */
function isNothing(operand: Operand): boolean {
  return operand.kind === 'literal' && operand.value === '';
}

function atom({ field, test }: Atom, not: boolean, draft: Draft): Body {
  const node = (type: string, rest: Body): Body => ({ type, ...negated(not), ...left(field, draft), ...rest });
  const option = (name: string): Body => ({ type: 'uuid', value: optionId(name, field, draft) });
  switch (test.is) {
    case 'empty':
      return node('is_null', {});
    case 'equals':
      return isNothing(test.value) ? constant(not) : node('equals', { value: operandOf(test.value, field, draft) });
    case 'one of': {
      const values = test.values.filter((value) => !isNothing(value)).map((value) => operandOf(value, field, draft));
      return values.length === 0 ? constant(not) : node('in', { values });
    }
    case 'range':
      return range(field, test, { not, draft });
    case 'relative':
      return node(relativeFilter, { relative_value: relativeOf(test) });
    case 'contains':
    case 'starts with':
    case 'ends with':
      if (isNothing(test.value)) return constant(not);
      return node('like', { value: likeOf(test.value, field, draft), mode: test.is.replace(' ', '_') });
    case 'has':
      return node('contains', { value: option(test.option) });
    case 'overlaps':
      return node('overlaps', { values: test.options.map(option) });
    case 'in group':
      return refuse(draft, 'a filter cannot ask for the groups of a user');
    case 'contains current user':
      return refuse(draft, 'a filter cannot ask whether a group has the current user');
  }
}

/** The platform does not tell capitals from small letters there, and would show more than is said. */
function likeOf(operand: Operand, field: Field, draft: Draft): Body {
  const text = operand.kind === 'literal' && typeof operand.value === 'string' ? operand.value : '';
  if (hasCase(text))
    draft.reasons.add('a filter that looks for a part of a text takes capitals and small letters for the same');
  return operandOf(operand, field, draft);
}

/** By comparisons: how `between` writes its ends is not known. */
function range(
  field: Field,
  { low, high }: { readonly low: Bound | undefined; readonly high: Bound | undefined },
  { not, draft }: { readonly not: boolean; readonly draft: Draft },
): Body {
  const end = (type: string, bound: Bound): Body => ({
    type: bound.open ? type : `${type}_equals`,
    ...left(field, draft),
    value: operandOf(bound.value, field, draft),
  });
  const parts = [
    ...(low === undefined ? [] : [end('greater_than', low)]),
    ...(high === undefined ? [] : [end('less_than', high)]),
  ];
  const [only] = parts;
  if (only === undefined) return { type: 'is_null', ...negated(!not), ...left(field, draft) };
  return parts.length === 1 ? { ...only, ...negated(not) } : { type: 'and', ...negated(not), children: parts };
}

/** Days and months are the units that the platform is known to take; weeks and years are whole numbers of them. */
const units = { days: ['day', 1], weeks: ['day', 7], months: ['month', 1], years: ['month', 12] } as const;

function relativeOf({ direction, count, unit }: Extract<Atom['test'], { readonly is: 'relative' }>): Body {
  const [name, times] = units[unit];
  return { operator: direction, unit: name, amount: count * times };
}

function operandOf(operand: Operand, field: Field, draft: Draft): Body {
  switch (operand.kind) {
    case 'current user':
      return { type: 'current_user', current_user_type: 'id' };
    case 'field':
      return { type: 'field', field_id: fieldId(draft, operand.field) };
    case 'attribute':
      return refuse(draft, 'a filter cannot ask for an attribute of the current user');
    case 'literal':
      return literalOf(operand.value, field, draft);
  }
}

function literalOf(value: Literal, field: Field, draft: Draft): Body {
  if (typeof value === 'boolean') return { type: 'boolean', value: String(value) };
  if (typeof value === 'number') return numeric(value, field, draft);
  if (typeof value === 'string')
    return field.type === 'choice'
      ? { type: 'uuid', value: optionId(value, field, draft) }
      : { type: 'text', value: textIn(draft, value) };
  if (value.kind === 'service account') return refuse(draft, 'a service account cannot be looked up');
  return { type: 'uuid', value: value.kind === 'user' ? userId(draft, value) : groupId(draft, value) };
}

function numeric(value: number, { type }: Field, { reasons }: Draft): Body {
  if (type === 'date') return { type, value: formatDay(value) };
  if (type === 'datetime') {
    const moment = formatInstant(value);
    // Another zone may have it in a year that can be written.
    if (parseDateTime(moment) === undefined) reasons.add('a moment in it is not in the years 1 to 9999 in UTC');
    return { type, value: moment };
  }
  return { type: 'number', value: printNumber(value) };
}
