// The test of one comparison against its field's type.
import type { BetweenTest, ListTest, MemberTest, RelativeTest, Test, ValueTest } from '../syntax/ast-condition.ts';
import type { Value } from '../syntax/ast-value.ts';
import { startOfDay } from '../text/calendar.ts';
import { bindLiteral, readDay, resolveField, wrongValue } from './bind-values.ts';
import { hasProblem, type ObjectDraft, report, type Site } from './draft.ts';
import { resolvePrincipal } from './lookup.ts';
import { takesField } from './operators.ts';
import type { AtomTest, Bound, Field, Operand } from './symbols.ts';

interface Compared<T extends Test = Test> {
  readonly field: Field;
  readonly object: ObjectDraft;
  readonly test: T;
}

export function bindTest(site: Site, compared: Compared): AtomTest | undefined {
  const { test } = compared;
  switch (test.operator) {
    case 'is empty':
    case 'is not empty':
      return { is: 'empty' };
    case 'is one of':
    case 'overlaps':
      return bindList(site, { ...compared, test });
    case 'between':
      return bindBetween(site, { ...compared, test });
    case 'in the last':
    case 'in the next':
      return bindRelative(site, test);
    case 'is in':
      return bindMember(site, { ...compared, test });
    default:
      return bindValue(site, { ...compared, test });
  }
}

function bindValue(site: Site, { field, object, test }: Compared<ValueTest>): AtomTest | undefined {
  const { value, operator } = test;
  if (value === undefined) {
    site.taint();
    return undefined;
  }
  if (field.type === 'group' && operator === 'contains') return bindContainsCurrentUser(site, field, value);
  if (field.type === 'choices') {
    const option = bindLiteral(site, field, value, object);
    return typeof option === 'string' ? { is: 'has', option } : undefined;
  }
  if (field.type === 'datetime' && value.kind === 'date') return bindDayOfInstant(site, operator, value);
  const operand = bindOperand(site, { field, object, test }, value);
  if (operand === undefined) return undefined;
  switch (operator) {
    case 'is':
    case 'is not':
      return { is: 'equals', value: operand };
    case '>':
    case 'after':
      return { is: 'range', low: { value: operand, open: true }, high: undefined };
    case '>=':
      return { is: 'range', low: { value: operand, open: false }, high: undefined };
    case '<':
    case 'before':
      return { is: 'range', low: undefined, high: { value: operand, open: true } };
    case '<=':
      return { is: 'range', low: undefined, high: { value: operand, open: false } };
    case 'contains':
    case 'starts with':
    case 'ends with':
      return { is: operator, value: operand };
  }
}

function bindContainsCurrentUser(site: Site, field: Field, value: Value): AtomTest | undefined {
  if (value.kind === 'current user' && value.attribute === undefined) return { is: 'contains current user' };
  return wrongValue(
    site,
    field,
    value,
    `\`contains\` of the group field \`${field.name}\` takes \`current user\` only`,
  );
}

/** Against a date-time field a date is its UTC day: a range of instants. */
function bindDayOfInstant(
  site: Site,
  operator: ValueTest['operator'],
  value: Value & { text: string },
): AtomTest | undefined {
  const day = readDay(site, value);
  if (day === undefined) return undefined;
  const start = instant(startOfDay(day), value.text);
  const end = instant(startOfDay(day + 1), value.text);
  if (operator === 'before') return { is: 'range', low: undefined, high: { value: start, open: true } };
  if (operator === 'after') return { is: 'range', low: { value: end, open: false }, high: undefined };
  return { is: 'range', low: { value: start, open: false }, high: { value: end, open: true } };
}

function instant(value: number, source: string): Operand {
  return { kind: 'literal', value, source };
}

/** A value, `current user`, an attribute or another field, as far as the operator and the type take it. */
function bindOperand(site: Site, { field, object, test }: Compared, value: Value): Operand | undefined {
  if (value.kind === 'field') return bindOtherField(site, { field, object, test }, value);
  if (value.kind === 'current user') {
    if (field.type === 'user' && value.attribute === undefined) return { kind: 'current user' };
    if (field.type === 'text' && value.attribute !== undefined) {
      site.notes.attributes.push(value.attribute.text);
      return { kind: 'attribute', name: value.attribute.text };
    }
    return wrongValue(site, field, value);
  }
  const literal = bindLiteral(site, field, value, object);
  return literal === undefined ? undefined : { kind: 'literal', value: literal, source: sourceOf(value) };
}

function sourceOf(value: Value): string {
  return 'text' in value ? value.text : '';
}

function bindOtherField(
  site: Site,
  { field, object, test }: Compared,
  value: Value & { kind: 'field' },
): Operand | undefined {
  if (value.name === undefined) {
    site.taint();
    return undefined;
  }
  if (!takesField(test.operator)) return wrongValue(site, field, value, `\`${test.operator}\` takes no other field`);
  const other = resolveField(site, object, value.name);
  if (other === undefined) return undefined;
  if (other.type === field.type) return { kind: 'field', field: other };
  if (other.type === undefined) site.taint();
  else
    return wrongValue(
      site,
      field,
      value,
      `\`${other.name}\` is a ${other.type} field, \`${field.name}\` a ${field.type} field`,
    );
  return undefined;
}

function bindList(site: Site, { field, object, test }: Compared<ListTest>): AtomTest | undefined {
  const operands = test.values.map((value) => bindOperand(site, { field, object, test }, value));
  const sound = operands.filter((operand) => operand !== undefined);
  if (test.values.length === 0 && !hasProblem(site, test.span))
    report(site, 'invalid-value', test.operatorSpan, `\`${test.operator}\` takes at least one value`);
  if (sound.length === 0) site.taint();
  if (sound.length < operands.length || sound.length === 0) return undefined;
  if (test.operator === 'is one of') return { is: 'one of', values: sound };
  const options = sound.map((operand) => (operand.kind === 'literal' ? operand.value : undefined));
  return { is: 'overlaps', options: options.filter((option) => typeof option === 'string') };
}

function bindBetween(site: Site, { field, object, test }: Compared<BetweenTest>): AtomTest | undefined {
  if (test.low === undefined || test.high === undefined) {
    site.taint();
    return undefined;
  }
  const low = bindEnd(site, { field, object, test }, test.low, 'low');
  const high = bindEnd(site, { field, object, test }, test.high, 'high');
  if (low === undefined || high === undefined) return undefined;
  const from = numberOf(low);
  const to = numberOf(high);
  if (from !== undefined && to !== undefined && from > to) {
    const span = { start: test.low.span.start, end: test.high.span.end };
    report(site, 'invalid-value', span, 'the ends of this range are swapped');
    return undefined;
  }
  return { is: 'range', low, high };
}

/** Both ends belong to the range; of a date against a date-time field its whole day does. */
function bindEnd(site: Site, compared: Compared, value: Value, end: 'low' | 'high'): Bound | undefined {
  if (compared.field.type === 'datetime' && value.kind === 'date') {
    const day = readDay(site, value);
    if (day === undefined) return undefined;
    return { value: instant(startOfDay(end === 'low' ? day : day + 1), value.text), open: end === 'high' };
  }
  const operand = bindOperand(site, compared, value);
  return operand === undefined ? undefined : { value: operand, open: false };
}

function numberOf(bound: Bound): number | undefined {
  return bound.value.kind === 'literal' && typeof bound.value.value === 'number' ? bound.value.value : undefined;
}

/** More than this many units would leave the calendar. */
export const maxCount = 9999;

function bindRelative(site: Site, test: RelativeTest): AtomTest | undefined {
  const { count, unit } = test;
  if (count === undefined || unit === undefined) {
    site.taint();
    return undefined;
  }
  const number = Number(count.text);
  if (!Number.isInteger(number) || number < 1 || number > maxCount) {
    report(site, 'invalid-value', count.span, `\`${count.text}\` is no whole number from 1 to ${maxCount}`);
    return undefined;
  }
  return { is: 'relative', direction: test.operator === 'in the last' ? 'last' : 'next', count: number, unit };
}

function bindMember(site: Site, { object, test }: Compared<MemberTest>): AtomTest | undefined {
  const { group: ref } = test;
  if (ref === undefined) {
    site.taint();
    return undefined;
  }
  const group = resolvePrincipal(site, ref, object);
  if (group === undefined) return undefined;
  if (group.kind === 'group') return { is: 'in group', group };
  report(site, 'operator-type', ref.span, `\`${group.name}\` is a ${group.kind}: \`is in\` takes a group`);
  return undefined;
}
