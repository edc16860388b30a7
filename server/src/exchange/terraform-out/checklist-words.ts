// Names, lists and grants as the steps of the checklist say them.
import type { Group, Policy, Principal, Role, ServiceAccount, User } from '../../model/symbols.ts';
import { compareTexts } from '../../text/order.ts';
import { code } from '../markdown.ts';
import { autoShareNames } from '../terraform-facts.ts';

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

export function sharesOf({ autoShare }: Role): string | undefined {
  const words: ReadonlySet<string> = autoShare;
  const all = Object.entries(autoShareNames).flatMap(([word, constant]) => (words.has(word) ? [constant] : []));
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
  const takers = new Map<Role, ServiceAccount[]>();
  for (const account of accounts)
    for (const { role } of account.roles) {
      const known = takers.get(role);
      if (known === undefined) takers.set(role, [account]);
      else known.push(account);
    }
  return takers;
}
