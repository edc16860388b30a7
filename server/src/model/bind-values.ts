// Literal values against the type of a field: what a field may hold, in conditions and in records.
import type { FieldTypeName } from '../syntax/ast.ts';
import type { Value } from '../syntax/ast-value.ts';
import { parseDate, parseDateTime } from '../text/calendar.ts';
import { type ObjectDraft, refer, report, type Site, said } from './draft.ts';
import { resolvePrincipal } from './lookup.ts';
import { nearNames } from './near.ts';
import type { Field, Group, Literal, ServiceAccount, User } from './symbols.ts';

/** What a type takes, in words. */
const takes: Readonly<Record<FieldTypeName, string>> = {
  text: 'a quoted text',
  number: 'a number',
  date: 'a date such as `2027-01-31`',
  datetime: 'a date-time such as `2027-01-31T09:30Z`',
  boolean: '`true` or `false`',
  choice: 'one of its options',
  choices: 'its options',
  user: 'a user or service account',
  group: 'a group',
  attachment: 'no value',
};

export function wrongValue(site: Site, field: Field, value: Value, more?: string): undefined {
  const type = field.type ?? 'text';
  const message = more ?? `the ${type} field \`${field.name}\` takes ${takes[type]}`;
  const quoted = value.kind === 'name' && type === 'text' ? value.ref.name?.text : undefined;
  report(site, 'operator-type', value.span, {
    message,
    about: field,
    ...(quoted === undefined ? {} : { instead: [JSON.stringify(quoted)] }),
  });
  return undefined;
}

/** Digits past the fifteenth would fall together with their neighbours in a double: such a number means no one value. */
const maxDigits = 15;

export function readNumber(
  site: Site,
  value: { readonly text: string; readonly span: Value['span'] },
): number | undefined {
  const digits = value.text.replace(/^-?0*|\./g, '').length;
  if (digits <= maxDigits) return Number(value.text);
  report(site, 'invalid-value', value.span, `\`${value.text}\` has more than ${maxDigits} digits`);
  return undefined;
}

export function readDay(
  site: Site,
  value: { readonly text: string; readonly span: Value['span'] },
): number | undefined {
  const day = parseDate(value.text);
  if (day === undefined) report(site, 'invalid-value', value.span, `\`${value.text}\` is no date of the calendar`);
  return day;
}

export function readInstant(
  site: Site,
  value: { readonly text: string; readonly span: Value['span'] },
): number | undefined {
  const instant = parseDateTime(value.text);
  if (instant === undefined) {
    const message = `\`${value.text}\` is no date-time: it needs a day and a time of the calendar and an offset such as \`Z\``;
    report(site, 'invalid-value', value.span, message);
  }
  return instant;
}

/** A literal that the field can hold; of a date-time field a date-time only. Reports what does not fit. */
export function bindLiteral(site: Site, field: Field, value: Value, within: ObjectDraft): Literal | undefined {
  switch (field.type) {
    case undefined:
      site.taint();
      return undefined;
    case 'text':
      return value.kind === 'string' ? value.text : wrongValue(site, field, value);
    case 'number':
      return value.kind === 'number' ? readNumber(site, value) : wrongValue(site, field, value);
    case 'date':
      return value.kind === 'date' ? readDay(site, value) : wrongValue(site, field, value);
    case 'datetime':
      return value.kind === 'datetime' ? readInstant(site, value) : wrongValue(site, field, value);
    case 'boolean':
      return readBoolean(value) ?? wrongValue(site, field, value);
    case 'choice':
    case 'choices':
      return readOption(site, field, value);
    case 'user':
      return readPerson(site, field, value, within);
    case 'group':
      return readGroup(site, field, value, within);
    case 'attachment':
      return wrongValue(site, field, value);
  }
}

export function readBoolean(value: Value): boolean | undefined {
  if (value.kind !== 'name' || value.ref.qualifier !== undefined || value.ref.name?.quoted !== false) return undefined;
  const { text } = value.ref.name;
  return text === 'true' ? true : text === 'false' ? false : undefined;
}

function readOption(site: Site, field: Field, value: Value): string | undefined {
  const bare = value.kind === 'name' && value.ref.qualifier === undefined ? value.ref.name?.text : undefined;
  const text = value.kind === 'string' ? value.text : bare;
  if (text === undefined) return wrongValue(site, field, value);
  if (value.kind === 'string' && field.options.includes(text)) return text;
  if (field.options.includes(text)) {
    report(site, 'operator-type', value.span, {
      message: `an option is quoted: \`"${text}"\``,
      instead: [JSON.stringify(text)],
    });
    return undefined;
  }
  // The option may be one that the error in the field hides.
  if (field.broken === true) {
    site.taint();
    return undefined;
  }
  const near = nearNames(site.draft.near, text, [{ keys: () => field.options }], field).map((option) =>
    option.startsWith('"') ? option : JSON.stringify(option),
  );
  const message = `\`${field.name}\` has no option ${said(text)}`;
  report(site, 'unknown-option', value.span, { message, instead: near, about: field });
  return undefined;
}

function principalOf(site: Site, value: Value, within: ObjectDraft) {
  if (value.kind === 'name') return resolvePrincipal(site, value.ref, within);
  if (value.kind !== 'string') return undefined;
  const name = { text: value.text, span: value.span, quoted: true };
  return resolvePrincipal(site, { kind: 'ref', span: value.span, qualifier: undefined, name }, within);
}

function readPerson(site: Site, field: Field, value: Value, within: ObjectDraft): User | ServiceAccount | undefined {
  if (value.kind !== 'name' && value.kind !== 'string') return wrongValue(site, field, value);
  const found = principalOf(site, value, within);
  if (found === undefined) return undefined;
  if (found.kind !== 'group') return found;
  return wrongValue(
    site,
    field,
    value,
    `\`${found.name}\` is a group: \`${field.name}\` holds a user; \`is in\` asks for membership`,
  );
}

function readGroup(site: Site, field: Field, value: Value, within: ObjectDraft): Group | undefined {
  if (value.kind !== 'name' && value.kind !== 'string') return wrongValue(site, field, value);
  const found = principalOf(site, value, within);
  if (found === undefined) return undefined;
  if (found.kind === 'group') return found;
  return wrongValue(site, field, value, `\`${found.name}\` is a ${found.kind}: \`${field.name}\` holds a group`);
}

/** The field that a name means; reports an unknown one. */
export function resolveField(
  site: Site,
  object: ObjectDraft,
  name: { readonly text: string; readonly span: Value['span'] },
): Field | undefined {
  const field = object.fields.get(name.text);
  if (field !== undefined) {
    refer(site, name.span, field);
    return field;
  }
  const message = `\`${object.name}\` has no field \`${name.text}\``;
  report(site, 'unknown-field', name.span, {
    message,
    instead: nearNames(site.draft.near, name.text, [object.fields]),
    about: object,
  });
  return undefined;
}
