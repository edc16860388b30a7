// Users and groups as declared.
import type { GroupDecl, UserDecl } from '../syntax/ast.ts';
import type { Name, Ref } from '../syntax/ast-value.ts';
import { isAddress, isDomain } from './address.ts';
import {
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

export function declareUser(site: Site, declaration: UserDecl): void {
  const { draft } = site;
  const { name, address } = declaration;
  if (name === undefined) return;
  const user: UserDraft = {
    kind: 'user',
    name: name.text,
    origin: originOf(site, name.span),
    index: draft.users.size,
    address: (address?.text ?? '').toLowerCase(),
    external: declaration.items.some((item) => item.kind === 'external'),
    externalSound: true,
    inactive: declaration.items.some((item) => item.kind === 'inactive'),
    attributes: new Map(),
    sound: site.unit.problems.length === 0,
    declared: true,
  };
  const own = withTaint(site, () => {
    user.sound = false;
    site.taint();
  });
  const first = draft.people.get(name.text);
  if (first !== undefined) {
    duplicate(own, name, first, first.kind === 'user' ? 'user' : 'use of the name');
    return;
  }
  if (address !== undefined) checkAddress(own, user, address);
  readAttributes(own, user, declaration);
  draft.people.set(user.name, user);
  draft.users.set(user.name, user);
}

function checkAddress(site: Site, user: UserDraft, address: NonNullable<UserDecl['address']>): void {
  if (!isAddress(address.text)) report(site, 'invalid-value', address.span, `${said(address.text)} is no address`);
  const other = site.draft.addresses.get(user.address);
  if (other?.origin === undefined) site.draft.addresses.set(user.address, user);
  else
    report(site, 'duplicate-name', address.span, {
      message: `\`${other.name}\` has this address already`,
      related: [{ origin: other.origin, message: 'declared here' }],
    });
}

function readAttributes(site: Site, user: UserDraft, declaration: UserDecl): void {
  const seen = new Map<string, Name>();
  for (const item of declaration.items) {
    if (item.kind !== 'attribute') continue;
    if (seen.has(item.name.text))
      report(site, 'duplicate-name', item.name.span, `a second attribute \`${item.name.text}\``);
    else if (item.value !== undefined) user.attributes.set(item.name.text, item.value.text);
    seen.set(item.name.text, item.name);
  }
  onceEach(site, declaration.items, ['attribute']);
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
