// Names, lists and grants as the steps of the checklist say them.
import type { Group, Policy, Principal, Role, ServiceAccount, User } from '../../model/symbols.ts';
import { grouped } from '../../text/grouped.ts';
import { compareTexts } from '../../text/order.ts';
import { code } from '../markdown.ts';
import { autoShareOf } from '../terraform-facts.ts';

export function names(values: Iterable<string>): string {
  return [...values].sort(compareTexts).map(code).join(', ');
}

/** Users and groups by their names, accounts with their objects. */
export function principals(values: Iterable<Principal>): string {
  return names([...values].map(pathOf));
}

export function pathOf(principal: Principal): string {
  return principal.kind === 'service account' ? `${principal.object.name}.${principal.name}` : principal.name;
}

export function membersOf({ members }: Role): readonly (User | Group)[] {
  return members.map(({ member }) => member);
}

/** `edit on Records, View Charts (READ_CHARTS)`; undefined where it grants nothing. */
export function grantsOf({ grants }: Role): string | undefined {
  const all = grants.flatMap(({ level, permissions }) =>
    level === undefined
      ? permissions.map(({ name, constant }) => `${name} (${code(constant)})`)
      : [`${level.level} on ${level.group}`],
  );
  return all.length === 0 ? undefined : all.join(', ');
}

export function sharesOf(role: Role): string | undefined {
  const all = autoShareOf(role);
  return all.length === 0 ? undefined : all.map(code).join(', ');
}

/** What of a step is there, in one line. */
export function parts(values: readonly (string | undefined)[]): string {
  return values.filter((value) => value !== undefined && value !== '').join('; ');
}

export function policyName({ isDefault, name }: Policy): string {
  return isDefault ? 'the default policy' : `the policy ${code(name)}`;
}

/** Accounts by the role that they take. */
export function takersOf(accounts: Iterable<ServiceAccount>): ReadonlyMap<Role, readonly ServiceAccount[]> {
  const taken = [...accounts].flatMap((account) => account.roles.map(({ role }) => ({ role, account })));
  const takers = [...grouped(taken, ({ role }) => role)];
  return new Map(takers.map(([role, all]) => [role, all.map(({ account }) => account)]));
}
