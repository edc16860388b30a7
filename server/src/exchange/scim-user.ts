// Reads one SCIM User (RFC 7643, 4.1) with its enterprise extension (4.3).
import { type DirectoryUser, scimStrings } from '../model/directory.ts';
import { field, isObject, list, type ScimObject, text, typeName } from './scim-fields.ts';
import { draftAt, type ProblemDraft, type Resource } from './scim-resources.ts';

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** By lower-cased name: their names in a file ignore case. */
const strings: ReadonlyMap<string, string> = new Map(scimStrings.map((name) => [name.toLowerCase(), name]));

/** Identifiers say nothing about a person, a password is nobody's to keep, and the others are no strings where they are sound. */
const leftOut: ReadonlySet<string> = new Set(['id', 'externalid', 'password', 'active', 'emails']);

/** Takes a User; gives it where it has a name, and adds what is wrong with it to `problems`. */
export function readUser(resource: Resource, problems: ProblemDraft[]): DirectoryUser | undefined {
  const { object, place } = resource;
  const name = requiredName(resource, 'userName', problems);
  const address = primaryAddress(resource, problems);
  const active = readActive(resource, problems);
  const attributes = new Map<string, string>();
  addStrings(attributes, object, (key, message) => problems.push(draftAt(resource, [key], message)));
  const extension = field(object, enterprise);
  if (extension !== undefined && isObject(extension.value)) {
    addStrings(attributes, extension.value, (key, message) =>
      problems.push(draftAt(resource, [extension.key, key], message)),
    );
  } else if (extension !== undefined) {
    problems.push(draftAt(resource, [extension.key], 'the enterprise extension must be an object'));
  }
  if (name === undefined) return undefined;
  const userType = text(object, 'userType');
  return { name, address: address ?? name, active, ...(userType === undefined ? {} : { userType }), attributes, place };
}

/** The name by which policies speak of the resource; without one it cannot count. */
export function requiredName(
  resource: Resource,
  attribute: 'userName' | 'displayName',
  problems: ProblemDraft[],
): string | undefined {
  const name = field(resource.object, attribute);
  if (name === undefined) problems.push(draftAt(resource, [], `a ${resource.kind} needs a \`${attribute}\``));
  else if (typeof name.value === 'string' && name.value.trim() !== '') return name.value;
  // A User's strings are checked for their type with its other attributes.
  else if (typeof name.value === 'string' || resource.kind === 'Group') {
    problems.push(draftAt(resource, [name.key], `\`${attribute}\` must be a string that is not empty`));
  }
  return undefined;
}

/** The resource's id where it has a sound one. */
export function readId(resource: Resource, problems: ProblemDraft[]): string | undefined {
  const id = field(resource.object, 'id');
  if (id === undefined) return undefined;
  if (typeof id.value === 'string') return id.value;
  problems.push(draftAt(resource, [id.key], `\`id\` must be a string, not ${typeName(id.value)}`));
  return undefined;
}

/** Whoever is not clearly active is not active: what is broken allows nothing. */
function readActive(resource: Resource, problems: ProblemDraft[]): boolean {
  const active = field(resource.object, 'active');
  if (active === undefined) return true;
  if (typeof active.value === 'boolean') return active.value;
  problems.push(draftAt(resource, [active.key], `\`active\` must be true or false, not ${typeName(active.value)}`));
  return false;
}

function primaryAddress(resource: Resource, problems: ProblemDraft[]): string | undefined {
  const attribute = field(resource.object, 'emails');
  if (attribute === undefined) return undefined;
  const emails = list(attribute.value);
  if (emails === undefined) {
    problems.push(draftAt(resource, [attribute.key], `\`emails\` must be a list, not ${typeName(attribute.value)}`));
    return undefined;
  }
  let address: string | undefined;
  for (const [index, email] of emails.entries()) {
    const value = isObject(email) ? text(email, 'value') : undefined;
    if (!isObject(email) || value === undefined || value.trim() === '') {
      problems.push(draftAt(resource, [attribute.key, index], 'an e-mail needs a `value` that is a string'));
    } else if (field(email, 'primary')?.value === true) {
      if (address !== undefined) problems.push(draftAt(resource, [attribute.key, index], 'a second primary e-mail'));
      address ??= value;
    }
  }
  return address;
}

function addStrings(to: Map<string, string>, object: ScimObject, report: (key: string, message: string) => void): void {
  for (const key of Object.keys(object)) {
    const lower = key.toLowerCase();
    const value = object[key];
    if (value === null || leftOut.has(lower)) continue;
    const known = strings.get(lower);
    if (typeof value === 'string') to.set(known ?? key, value);
    else if (known !== undefined) report(key, `\`${known}\` must be a string, not ${typeName(value)}`);
  }
}
