// Fixes that declare what a name is missing: users, groups, service accounts, roles, fields and objects.
import { domainOf, isAddress } from '../../model/address.ts';
import type { Model } from '../../model/model.ts';
import type { Origin } from '../../model/origin.ts';
import { addressOf } from '../../model/profiles.ts';
import type { ObjectSymbol } from '../../model/symbols.ts';
import { writeName } from '../../syntax/keywords.ts';
import type { Fix } from '../finding.ts';
import type { RuleContext } from '../rule.ts';
import { addDeclaration } from './declare.ts';
import { type FileEdits, fixOf } from './fix.ts';
import { addItem, type ItemKind } from './properties.ts';

/** What is fixed: the file that it stands in, and the name that is to be declared. */
export interface Missing {
  readonly file: string;
  readonly name: string;
}

/** One of several things that might be done about the name; nothing is called by an empty one. */
function declaring(context: RuleContext, name: string, what: string, edits: readonly FileEdits[]): Fix[] {
  return name === '' ? [] : fixOf(context, `Declare ${what}`, edits, { preferred: false });
}

/** A group with nobody in it. */
export function createGroup(context: RuleContext, { file, name }: Missing): Fix[] {
  const edits = addDeclaration(context, file, 'group', `group ${writeName(name)} {}`);
  return declaring(context, name, `group \`${name}\``, edits);
}

/** From more domains nobody chooses one. */
const mostDomains = 3;

/** A user of each domain that the organization names, or of the one that its people have addresses of. */
export function createUser(context: RuleContext, { file, name }: Missing): Fix[] {
  return likelyAddresses(context.model, name).flatMap((address) => {
    const edits = addDeclaration(context, file, 'user', `user ${writeName(name)} ${JSON.stringify(address)}`);
    return declaring(context, name, `user \`${name}\` as \`${address}\``, edits);
  });
}

/** The address that a user of the name most likely has; undefined where several could be meant, or it is somebody's. */
export function likelyAddress(model: Model, name: string): string | undefined {
  const [address, ...others] = likelyAddresses(model, name);
  return others.length > 0 ? undefined : address;
}

/** In each domain of the organization that has it free; none where there are many, or the name makes no address. */
function likelyAddresses(model: Model, name: string): string[] {
  const { organization, profiles, users } = model;
  const known = new Set(organization.domains);
  if (known.size === 0)
    for (const user of users.values()) if (!user.external) known.add(domainOf(addressOf(model, user)));
  // What its people have addresses of says less than what the organization says itself.
  if (known.size > (organization.domains.length > 0 ? mostDomains : 1)) return [];
  const taken = new Set(profiles.addresses);
  return [...known]
    .map((domain) => `${name.toLowerCase()}@${domain}`)
    .filter((address) => isAddress(address) && !taken.has(address));
}

/** An object with nothing in it but what is named of it. */
export function createObject(context: RuleContext, { file, name }: Missing, item = ''): Fix[] {
  const body = item === '' ? '{}' : `{ ${item} }`;
  const edits = addDeclaration(context, file, 'object', `app ${writeName(name)} ${body}`);
  return declaring(context, name, `app \`${name}\``, edits);
}

/** A role that grants nothing yet, of the object or of the organization. */
export function createRole(context: RuleContext, object: ObjectSymbol | undefined, { file, name }: Missing): Fix[] {
  const text = `role ${writeName(name)} {}`;
  if (object !== undefined) return createIn(context, object, { file, name }, { kind: 'role', text });
  return declaring(context, name, `role \`${name}\``, addDeclaration(context, file, 'role', text));
}

/** Something of an object: in the file that needs it where the object is opened there. */
export function createIn(
  context: RuleContext,
  object: ObjectSymbol,
  { file, name }: Missing,
  { kind, text }: { readonly kind: ItemKind; readonly text: string },
): Fix[] {
  const place = openingFor(object, file);
  if (place === undefined) return [];
  return declaring(context, name, `${kind} \`${name}\` in \`${object.name}\``, addItem(context, place, kind, text));
}

/** Where an object is opened in a file, else where it is opened first. */
export function openingFor({ openings }: ObjectSymbol, file: string): Origin | undefined {
  return openings.find((each) => each.file === file) ?? openings[0];
}
