// A made-up organization after a small edit.
import type { Organization } from './organization.ts';

/** The same organization, and what its middle role of an app grants less the first of it. */
export function withoutGrant(organization: Organization): Organization {
  const own = organization.roles.flatMap(({ app, grants, members }, at) =>
    app !== undefined && grants.length > 1 && members.length > 0 ? [at] : [],
  );
  const chosen = own[own.length >> 1];
  const roles = organization.roles.map((role, at) =>
    at === chosen ? { ...role, grants: role.grants.slice(1) } : role,
  );
  return { ...organization, roles };
}
