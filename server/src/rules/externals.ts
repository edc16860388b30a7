// People who are not of the organization: who of those that a role names is external.
import { managedRole } from '../catalogue/managed-roles.ts';
import type { Model } from '../model/model.ts';
import type { Group, Role, User } from '../model/symbols.ts';
import { activePeople } from './memberships.ts';
import { isBroken } from './people.ts';

export interface Externals {
  readonly people: readonly User[];
  /** True where nobody else can be among them. */
  readonly all: boolean;
  /** The domain by which they come, where it is none of the organization's. */
  readonly domain: string | undefined;
}

const known = new WeakMap<Model['people'], Map<User | Group, Externals | undefined>>();

/** The active external people whom a member comes to; a group of another domain has them even while it is empty. */
export function externalsOf(model: Model, member: User | Group): Externals | undefined {
  const all = known.get(model.people) ?? new Map<User | Group, Externals | undefined>();
  known.set(model.people, all);
  if (!all.has(member)) all.set(member, lookAt(model, member));
  return all.get(member);
}

function lookAt(model: Model, member: User | Group): Externals | undefined {
  if (member.kind === 'user')
    return isExternal(member) ? { people: [member], all: true, domain: undefined } : undefined;
  const active = activePeople(member);
  const domain = foreignDomain(model, member);
  if (domain !== undefined) return { people: [...active], all: true, domain };
  const people = [...active].filter(isExternal);
  return people.length === 0 ? undefined : { people, all: people.length === active.size, domain: undefined };
}

function isExternal({ external, externalSound, inactive }: User): boolean {
  return external && externalSound && !inactive;
}

/** Of an organization that does not say its domains, or not soundly, no domain is known to be another's. */
function foreignDomain(model: Model, { domain }: Group): string | undefined {
  const { origin, domains } = model.organization;
  const isKnown = origin !== undefined && domains.length > 0 && !isBroken(model, origin.unit);
  return isKnown && domain !== undefined && !domains.includes(domain) ? domain : undefined;
}

/** True of the roles that the platform has for people from outside. */
export function isForExternals({ managed, object, name }: Role): boolean {
  return managed && object === undefined && managedRole('organization', name)?.external === true;
}
