// Conditions of policies as filters of the platform: exactly, or not at all.
import { printNumber } from '../../condition/print-value.ts';
import type { Atom, Bound, Field, Formula, Literal, Operand } from '../../model/symbols.ts';
import { formatDay, formatInstant } from '../../text/calendar.ts';
import { labelOf, relativeFilter } from '../terraform-facts.ts';
import { type Blocks, type Body, fieldId, groupId, type Json, userId } from './blocks.ts';
import { element, literal } from './names.ts';

export interface FilterContext {
  readonly blocks: Blocks;
  /** Labels of `local.<label>_options_by_label` that fields of more than one object would have. */
  readonly ambiguous: ReadonlySet<string>;
  /** Why it cannot be written; filled while it is. */
  readonly reasons: Set<string>;
}

/** Means nothing where `reasons` has any. */
export function filterOf(formula: Formula, context: FilterContext): Body {
  return write(formula, false, context);
}

function write(formula: Formula, not: boolean, context: FilterContext): Body {
  switch (formula.op) {
    case 'true':
    case 'false':
      return { type: String((formula.op === 'true') !== not) };
    case 'not':
      return write(formula.part, !not, context);
    case 'and':
    case 'or':
      return junction(formula.op, formula.parts, { not, context });
    case 'atom':
      return atom(formula, not, context);
  }
}

function junction(
  type: 'and' | 'or',
  parts: readonly Formula[],
  { not, context }: { readonly not: boolean; readonly context: FilterContext },
): Body {
  // A list without children is dropped on the way and reads back as anything.
  if (parts.length === 0) return { type: String((type === 'and') !== not) };
  return { type, ...negated(not), children: parts.map((each) => write(each, false, context)) };
}

function negated(not: boolean): Body {
  return not ? { not } : {};
}

function atom({ field, test }: Atom, not: boolean, context: FilterContext): Body {
  const left = () => ({ left_value: { field_id: fieldId(context.blocks, field) } });
  const value = (operand: Operand) => valueOf(operand, field, context);
  const option = (name: string): Json => ({ type: 'uuid', value: optionId(name, field, context) });
  switch (test.is) {
    case 'empty':
      return { type: 'is_null', ...negated(not), ...left() };
    case 'equals':
      return { type: 'equals', ...negated(not), ...left(), value: value(test.value) };
    case 'one of':
      return { type: 'in', ...negated(not), ...left(), values: test.values.map(value) };
    case 'range':
      return range(field, test, { not, context });
    case 'relative':
      return { type: relativeFilter, ...negated(not), ...left(), relative_value: relativeOf(test) };
    case 'contains':
    case 'starts with':
    case 'ends with':
      return { type: 'like', ...negated(not), ...left(), value: value(test.value), mode: test.is.replace(' ', '_') };
    case 'has':
      return { type: 'contains', ...negated(not), ...left(), value: option(test.option) };
    case 'overlaps':
      return { type: 'overlaps', ...negated(not), ...left(), values: test.options.map(option) };
    case 'in group':
      return refuse(context, 'a filter cannot ask for the groups of a field’s user');
    case 'contains current user':
      return refuse(context, 'a filter cannot ask whether the current user is in a field’s group');
  }
}

function refuse(context: FilterContext, reason: string): Body {
  context.reasons.add(reason);
  return { type: 'false' };
}

/** By comparisons: what `between` is called is not known. */
function range(
  field: Field,
  { low, high }: { readonly low: Bound | undefined; readonly high: Bound | undefined },
  { not, context }: { readonly not: boolean; readonly context: FilterContext },
): Body {
  const ends = [low && { bound: low, type: 'greater_than' }, high && { bound: high, type: 'less_than' }];
  const parts = ends.flatMap((end) => {
    if (end === undefined) return [];
    return [
      {
        type: end.bound.open ? end.type : `${end.type}_equals`,
        left_value: { field_id: fieldId(context.blocks, field) },
        value: valueOf(end.bound.value, field, context),
      },
    ];
  });
  const [only] = parts;
  if (only === undefined) return { type: 'is_null', ...negated(!not), left_value: { field_id: fieldId(context.blocks, field) } };
  if (parts.length > 1) return { type: 'and', ...negated(not), children: parts };
  return { ...only, ...negated(not) };
}

/** Days and months are the units that the platform is known to take; weeks and years are whole numbers of them. */
function relativeOf({ direction, count, unit }: Extract<Atom['test'], { readonly is: 'relative' }>): Body {
  const [of, times] = { days: ['day', 1], weeks: ['day', 7], months: ['month', 1], years: ['month', 12] }[unit] as [
    string,
    number,
  ];
  return { operator: direction, unit: of, amount: count * times };
}

function valueOf(operand: Operand, field: Field, context: FilterContext): Body {
  switch (operand.kind) {
    case 'current user':
      return { type: 'current_user', current_user_type: 'id' };
    case 'field':
      return { type: 'field', field_id: fieldId(context.blocks, operand.field) };
    case 'attribute':
      return refuse(context, 'a filter cannot ask for an attribute of the current user');
    case 'literal':
      return literalOf(operand.value, field, context);
  }
}

function literalOf(value: Literal, field: Field, context: FilterContext): Body {
  if (typeof value === 'boolean') return { type: 'boolean', value: String(value) };
  if (typeof value === 'number') return numeric(value, field);
  if (typeof value === 'string') {
    if (!value.isWellFormed()) return refuse(context, 'a text is none that UTF-8 can hold');
    if (field.type === 'choice') return { type: 'uuid', value: optionId(value, field, context) };
    return { type: 'text', value: literal(value) };
  }
  if (value.kind === 'service account') return refuse(context, 'a service account cannot be looked up');
  const id = value.kind === 'user' ? userId(context.blocks, value) : groupId(context.blocks, value);
  return { type: 'uuid', value: id };
}

function numeric(value: number, { type }: Field): Body {
  if (type === 'date') return { type, value: formatDay(value) };
  if (type === 'datetime') return { type, value: formatInstant(value) };
  return { type: 'number', value: printNumber(value) };
}

/** The id of an option is known where the vendor's export of the object stands beside: there are maps from its label. */
function optionId(option: string, field: Field, context: FilterContext): string {
  const { name, object } = field;
  const app = labelOf(object.name);
  const own = labelOf(name);
  if (!option.isWellFormed()) context.reasons.add('an option is no text that UTF-8 can hold');
  if (!context.blocks.beside)
    context.reasons.add('the id of an option is known only beside an export of the object: export with --beside');
  if (object.type === 'app' && name === 'Status') return element(`elementum_app.${app}.status_option_ids_by_label`, option);
  if (object.type === 'app' && name === 'Stage') return element(`local.${app}_stage_options_by_label`, option);
  if (context.ambiguous.has(own))
    context.reasons.add('several fields have the label of the field, so the map of its options cannot be told');
  return element(`local.${own}_options_by_label`, option);
}
