// What completion says of a thing besides its name, as Markdown.
import type { Facts } from '../../catalogue/describe.ts';
import type { Model } from '../../model/model.ts';
import { attributesOf } from '../../model/profiles.ts';
import type { Field, Group, ObjectSymbol, Role, ServiceAccount, User } from '../../model/symbols.ts';
import { escapeMarkdown } from '../markdown.ts';
import { describeSet } from '../permission-text.ts';
import { join, listOf, type Phrase, phrase, prose, toMarkdown, words } from '../phrase.ts';

export function factsText({ title, lines }: Facts): string {
  return [`**${escapeMarkdown(title)}**`, ...lines.map(escapeMarkdown)].join('\n\n');
}

function paragraphs(...all: readonly (Phrase | undefined)[]): string {
  return all.flatMap((each) => (each === undefined ? [] : [toMarkdown(each)])).join('\n\n');
}

function named(all: Iterable<{ readonly name: string }>): Phrase {
  return listOf(
    [...all].map(({ name }) => phrase`${name}`),
    5,
  );
}

export function userText(model: Model, user: User): string {
  const groups = [...(model.groupsOf.get(user) ?? [])];
  const attributes = [...attributesOf(model, user)].map(([name, value]) => [...phrase`${name} `, ...prose(value)]);
  return paragraphs(
    words(user.external ? 'External user.' : 'Internal user.'),
    user.inactive ? words('Inactive: refused everything.') : undefined,
    groups.length > 0 ? [...words('In '), ...named(groups)] : undefined,
    attributes.length > 0 ? listOf(attributes, 5) : undefined,
  );
}

export function groupText(group: Group): string {
  const { description, domain, system, members } = group;
  const size = words(`${members.size} ${members.size === 1 ? 'member' : 'members'}.`);
  const by = domain === undefined ? undefined : phrase`Every active user of ${domain}.`;
  const always = system === undefined ? undefined : words('Always exists: the platform keeps it.');
  return paragraphs(description === undefined ? undefined : prose(description), by, always, size);
}

export function accountText(account: ServiceAccount): string {
  const { purpose, roles, object } = account;
  return paragraphs(
    purpose === undefined ? undefined : prose(purpose),
    phrase`Service account of ${object.name}.`,
    account.inactive ? words('Inactive: refused everything.') : undefined,
    roles.length > 0 ? [...words('Holds '), ...named(roles.map(({ role }) => role))] : undefined,
  );
}

export function roleText(role: Role): string {
  const grants = describeSet(role.permissions, role.object === undefined ? 'organization' : 'object');
  return paragraphs(
    role.description === undefined ? undefined : prose(role.description),
    grants.length > 0 ? [...words('Grants '), ...join(grants)] : words('Grants nothing.'),
  );
}

export function objectText(object: ObjectSymbol): string {
  const fields = [...object.fields.values()];
  return paragraphs(
    words(`${object.type} with ${fields.length} ${fields.length === 1 ? 'field' : 'fields'}.`),
    fields.length > 0
      ? listOf(
          fields.map((field) => [...phrase`${field.name}: `, ...words(fieldType(field))]),
          12,
        )
      : undefined,
  );
}

/** `choice("New", "Open")`, `user, assignee`; in plain words, on one line. */
export function fieldType({ type, options, assignee }: Field): string {
  if (type === undefined) return 'of no type';
  if (type === 'choice' || type === 'choices')
    return `${type}(${options.map((each) => JSON.stringify(each)).join(', ')})`;
  return assignee ? `${type}, assignee` : type;
}
