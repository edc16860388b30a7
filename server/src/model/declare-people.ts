// Users and groups as declared.
import type { GroupDecl, UserDecl } from '../syntax/ast.ts';
import type { Name, Ref } from '../syntax/ast-value.ts';
import { isAddress, isDomain } from './address.ts';
import {
  type Draft,
  findItem,
  type GroupDraft,
  onceEach,
  originOf,
  report,
  type Site,
  said,
  type UserDraft,
  withTaint,
} from './draft.ts';
import { duplicate } from './duplicate.ts';
import { resolvePrincipal } from './lookup.ts';
import type { Origin } from './origin.ts';
import { originIn } from './profiles.ts';

export function declareUser(site: Site, declaration: UserDecl): void {
  const { draft } = site;
  const { name, address } = declaration;
  if (name === undefined) return;
  const { user, own } = userFrom(site, declaration, name);
  const first = draft.people.get(name.text);
  if (first !== undefined) {
    duplicate(own, name, first, first.kind === 'user' ? 'user' : 'use of the name');
    return;
  }
  if (address !== undefined) checkAddress(own, user, address);
  addUser(draft, user, profileFrom(own, declaration, name));
}

/** `own`: where errors leave open who the user is. */
function userFrom(site: Site, declaration: UserDecl, name: Name): { readonly user: UserDraft; readonly own: Site } {
  const user: UserDraft = {
    kind: 'user',
    name: name.text,
    index: site.draft.users.size,
    external: declaration.items.some((item) => item.kind === 'external'),
    externalSound: true,
    inactive: declaration.items.some((item) => item.kind === 'inactive'),
    sound: site.unit.problems.length === 0,
    declared: true,
  };
  const own = withTaint(site, () => {
    user.sound = false;
    site.taint();
  });
  return { user, own };
}

/** What is said of the user beside who it is. */
function profileFrom(own: Site, declaration: UserDecl, name: Name): Profile {
  return {
    origin: originOf(own, name.span),
    address: (declaration.address?.text ?? '').toLowerCase(),
    attributes: readAttributes(own, declaration),
  };
}

/** Takes a declaration that nobody else's name or address stands in the way of; gives the user, of no position, and what is said. */
export function readUser(
  site: Site,
  declaration: UserDecl,
): { readonly user: UserDraft; readonly profile: Profile } | undefined {
  const { name, address } = declaration;
  if (name === undefined) return undefined;
  const { user, own } = userFrom(site, declaration, name);
  if (address !== undefined) readAddress(own, address);
  return { user, profile: profileFrom(own, declaration, name) };
}

export interface Profile {
  readonly origin: Origin;
  readonly address: string;
  readonly attributes: Map<string, string>;
}

/** Takes a user whose position is the number of those that are there. */
export function addUser({ people, users, profiles }: Draft, user: UserDraft, profile: Profile): void {
  people.set(user.name, user);
  users.set(user.name, user);
  profiles.origins[user.index] = profile.origin;
  profiles.addresses[user.index] = profile.address;
  profiles.attributes[user.index] = profile.attributes;
}

type Address = NonNullable<UserDecl['address']>;

/** Lower-cased. */
function readAddress(site: Site, { span, text }: Address): string {
  if (!isAddress(text)) report(site, 'invalid-value', span, `${said(text)} is no address`);
  return text.toLowerCase();
}

function checkAddress(site: Site, user: UserDraft, written: Address): void {
  const { draft } = site;
  const address = readAddress(site, written);
  const other = draft.addresses.get(address);
  const origin = other && originIn(draft, other);
  if (other === undefined || origin === undefined) draft.addresses.set(address, user);
  else
    report(site, 'duplicate-name', written.span, {
      message: `\`${other.name}\` has this address already`,
      related: [{ origin, message: 'declared here' }],
    });
}

function readAttributes(site: Site, declaration: UserDecl): Map<string, string> {
  const attributes = new Map<string, string>();
  const seen = new Map<string, Name>();
  for (const item of declaration.items) {
    if (item.kind !== 'attribute') continue;
    if (seen.has(item.name.text))
      report(site, 'duplicate-name', item.name.span, `a second attribute \`${item.name.text}\``);
    else if (item.value !== undefined) attributes.set(item.name.text, item.value.text);
    seen.set(item.name.text, item.name);
  }
  onceEach(site, declaration.items, ['attribute']);
  return attributes;
}

export function declareGroup(site: Site, declaration: GroupDecl): void {
  const { draft } = site;
  const { name } = declaration;
  if (name === undefined) return;
  const first = draft.people.get(name.text);
  if (first !== undefined) {
    duplicate(site, name, first, first.kind === 'group' ? 'group' : 'use of the name');
    return;
  }
  const items = onceEach(site, declaration.items);
  const group: GroupDraft = {
    kind: 'group',
    name: name.text,
    origin: originOf(site, name.span),
    system: undefined,
    domain: undefined,
    description: findItem(items, 'description')?.text?.text,
    members: new Set(),
    declared: true,
  };
  const members = findItem(items, 'members');
  const domain = findItem(items, 'domain');
  if (domain?.domain !== undefined) {
    if (members !== undefined)
      report(site, 'invalid-member', domain.span, `\`${name.text}\` has members: it cannot have a domain too`);
    else if (!isDomain(domain.domain.text))
      report(site, 'invalid-value', domain.domain.span, `${said(domain.domain.text)} is no domain`);
    else group.domain = domain.domain.text.toLowerCase();
  }
  draft.people.set(group.name, group);
  draft.groups.set(group.name, group);
  if (members !== undefined) draft.pending.later.push(() => addMembers(site, group, members.refs));
}

function addMembers(site: Site, group: GroupDraft, refs: readonly Ref[]): void {
  for (const ref of refs) {
    const member = resolvePrincipal(site, ref, undefined);
    if (member === undefined) continue;
    if (member.kind === 'user') group.members.add(member);
    else {
      const message = `\`${member.name}\` is a ${member.kind}: a group has users only`;
      report(site, 'invalid-member', ref.span, { message, about: member });
    }
  }
}
