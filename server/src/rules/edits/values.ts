// Values that a field takes, in the place of what it does not.
import type { Origin } from '../../model/origin.ts';
import type { Problem } from '../../model/problem.ts';
import type { Field } from '../../model/symbols.ts';
import { pathAt } from '../../syntax/ast-path.ts';
import { writeName } from '../../syntax/keywords.ts';
import { parseDate, parseDateTime } from '../../text/calendar.ts';
import { type Span, shift } from '../../text/span.ts';
import type { Fix } from '../finding.ts';
import type { RuleContext } from '../rule.ts';
import { fixOf } from './fix.ts';
import { nodeAround } from './remove.ts';
import { changeTo, replacement } from './replace.ts';
import { textAt, writtenOf } from './written.ts';

const mostFields = 3;

/** Takes a problem at a value of the field. */
export function mendValue(context: RuleContext, { origin }: Problem, field: Field): readonly Fix[] {
  const text = textAt(context, origin);
  if (/^field\b/.test(text)) return otherFields(context, origin, field);
  const member = field.type === 'user' ? isInGroup(context, origin) : [];
  if (member.length > 0) return member;
  const bare = text.startsWith('"') ? text.slice(1, -1) : text;
  const instead = inType(field, bare, text.startsWith('"'));
  return instead === undefined || instead === text ? [] : changeTo(context, origin, instead);
}

/** The same said in the type of the field. */
function inType({ type, options }: Field, text: string, isQuoted: boolean): string | undefined {
  switch (type) {
    case 'number':
      return /^-?\d+(?:\.\d+)?$/.test(text) ? text : undefined;
    case 'boolean':
      return /^(?:true|false)$/i.test(text) ? text.toLowerCase() : undefined;
    case 'date': {
      const day = text.replace(/T.*$/, '');
      return parseDate(day) === undefined ? undefined : day;
    }
    case 'datetime':
      return [text, `${text}T00:00Z`].find((each) => parseDateTime(each) !== undefined);
    case 'text':
      // A name has been said already.
      return /^[-\d]/.test(text) && !isQuoted ? JSON.stringify(text) : undefined;
    case 'choice':
    case 'choices':
      return options.includes(text) ? JSON.stringify(text) : undefined;
    default:
      return undefined;
  }
}

/** Fields of the same type. */
function otherFields(context: RuleContext, origin: Origin, field: Field): Fix[] {
  const others = [...field.object.fields.values()].filter((each) => each !== field && each.type === field.type);
  const options = { preferred: others.length === 1 };
  return others
    .slice(0, mostFields)
    .flatMap(({ name }) => changeTo(context, origin, `field ${writeName(name)}`, options));
}

/** A group in the place of a user is most likely asked about. */
function isInGroup(context: RuleContext, origin: Origin): Fix[] {
  const comparison = nodeAround(origin, ['comparison']);
  const test = comparison?.test;
  if (test?.operator !== 'is' || test.value?.span.start !== origin.span.start) return [];
  const value = test.value;
  if (value.kind === 'name') return changeSpan(context, origin, test.operatorSpan, 'is in');
  return value.kind === 'string' ? changeSpan(context, origin, test.operatorSpan, 'is in') : [];
}

function changeSpan(context: RuleContext, origin: Origin, span: Span, text: string): Fix[] {
  return fixOf(context, `Change to \`${text}\``, replacement(context, origin, span, text));
}

/** Takes a problem at somebody after `is in` who is no group. */
export function mendMember(context: RuleContext, { origin }: Problem): Fix[] {
  const test = pathAt(origin.unit, origin.span.start).findLast((node) => 'operator' in node);
  if (test === undefined || !('operator' in test) || test.operator !== 'is in') return [];
  return changeSpan(context, origin, test.operatorSpan, 'is');
}

/** Takes a problem at `as assignee` of a field that can hold nobody. */
export function mendAssignee(context: RuleContext, { origin }: Problem): Fix[] {
  const field = nodeAround(origin, ['field']);
  const written = writtenOf(context, origin);
  if (written === undefined || field === undefined || !('assignee' in field) || field.type === undefined) return [];
  if (field.assignee?.start !== origin.span.start) return [];
  const { file, start } = written;
  const tail = { start: field.type.span.end, end: field.assignee.end };
  const edit = { span: shift(tail, start), text: '' };
  const remove = fixOf(context, 'Remove `as assignee`', [{ file, edits: [edit] }], { preferred: false });
  const isPlain = field.type.options.length === 0;
  const holds = isPlain ? replacement(context, origin, field.type.span, 'user') : [];
  return [...remove, ...fixOf(context, 'Make it a user field', holds, { preferred: false })];
}
