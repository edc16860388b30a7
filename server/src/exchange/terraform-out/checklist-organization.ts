// Steps at the settings of the organization.
import type { Group, Role, ServiceAccount } from '../../model/symbols.ts';
import { formatDay } from '../../text/calendar.ts';
import { code } from '../markdown.ts';
import { grantsOf, membersOf, names, parts, principals, sharesOf, takersOf } from './checklist-words.ts';
import type { Manual, Section } from './manual.ts';

export function organizationSections(manual: Manual): Section[] {
  return [
    { heading: 'Org Settings › General', steps: general(manual) },
    { heading: 'Org Settings › Users', steps: users(manual) },
    { heading: 'Org Settings › Groups', steps: groups(manual) },
    { heading: 'Org Settings › Roles & Permissions', steps: roles(manual) },
  ];
}

const invitePolicies = {
  'admins-only': 'nobody but administrators (`NONE`)',
  'allowed-domains': 'addresses of its domains (`ALLOWED_DOMAINS`)',
  'any-domain': 'any address (`ANY_DOMAIN`)',
} as const;

function general({ model: { organization } }: Manual): string[] {
  if (organization.origin === undefined) return [];
  return [
    ...(organization.domains.length === 0 ? [] : [`Domains: ${names(organization.domains)}`]),
    `User invite policy: ${invitePolicies[organization.invites]}`,
  ];
}

function users({ model }: Manual): string[] {
  const declared = [...model.users.values()].filter(({ declared, sound }) => declared && sound);
  const inactive = declared.filter((user) => user.inactive);
  const external = declared.filter((user) => user.external);
  return [
    ...(inactive.length === 0 ? [] : [`Inactive: ${principals(inactive)}`]),
    ...(external.length === 0 ? [] : [`External: ${principals(external)}`]),
  ];
}

function groups({ model, neighbours, left }: Manual): string[] {
  const all = [...model.groups.values()].filter(({ system }) => system === undefined);
  const withDomain = all.filter(({ domain }) => domain !== undefined);
  const beside = all.filter(({ name, declared }) => declared && neighbours?.groups.get(name) !== undefined);
  return [
    ...left.groups.map(({ of, reasons }) => `${groupStep(of)} (not exported: ${reasons.join('; ')})`),
    ...withDomain.map(({ name, domain }) => `Group ${code(name)}: dynamic, domain ${code(domain ?? '')}`),
    ...beside.map((group) => `${groupStep(group)} (declared by the export beside, which is left as it is)`),
  ];
}

function groupStep({ name, members }: Group): string {
  return `Group ${code(name)}: ${members.size === 0 ? 'no members' : `members ${principals(members)}`}`;
}

function roles({ model }: Manual): string[] {
  const accounts = [...model.objects.values()].flatMap((object) => [...object.accounts.values()]);
  const takers = takersOf(accounts);
  return [...model.roles.values()]
    .filter((role) => role.origin !== undefined || takers.has(role))
    .map((role) => organizationRole(role, takers.get(role) ?? []));
}

function organizationRole(role: Role, accounts: readonly ServiceAccount[]): string {
  const members = membersOf(role);
  const content = parts([
    role.managed ? undefined : (grantsOf(role) ?? 'no permissions'),
    sharesOf(role) && `auto-share ${sharesOf(role)}`,
    members.length === 0 ? 'no members' : `members ${principals(members)}`,
    accounts.length === 0 ? undefined : `service accounts ${principals(accounts)}`,
    expiry(role),
    role.sound ? undefined : 'broken in the project: what is sound is listed',
  ]);
  return `${role.managed ? 'Managed role' : 'Role'} ${code(role.name)}: ${content}`;
}

/** The platform's roles have no end. */
export function expiry({ expires, expiryUnsound }: Role): string | undefined {
  if (expiryUnsound) return 'the day of its end cannot be read: give it to nobody';
  return expires === undefined ? undefined : `take it away after ${formatDay(expires)}`;
}
