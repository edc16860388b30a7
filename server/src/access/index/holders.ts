// By which roles a principal holds a permission, out of the rows of the index.
import { has } from '../../catalogue/permission-set.ts';
import type { Role } from '../../model/symbols.ts';
import type { AccessIndex, Place } from './access-index.ts';
import type { Ask } from './question.ts';
import { find } from './subject-table.ts';

export interface HeldBy {
  readonly role: Role;
  /** The principal itself, or the first of its groups that has the role. */
  readonly through: number;
}

/** Every role by membership, those of the organization first, in the order of the model. */
export function holdersOf(index: AccessIndex, ask: Ask): HeldBy[] {
  const { model, organization, people } = index;
  if (ask.principal >= people.firstAccount) return ofAccount(index, ask);
  const subjects = subjectsOf(index, ask.principal);
  const own = ask.object;
  const rest = own === undefined ? [] : rolesAmong(own, own.symbol.roles, subjects, ask);
  return [...rolesAmong(organization, model.roles, subjects, ask), ...rest];
}

/** The principal and its groups, in the order of the model. */
export function subjectsOf({ people }: AccessIndex, principal: number): number[] {
  const { starts, lists } = people.memberships;
  const start = starts[principal] ?? 0;
  return [principal, ...lists.subarray(start + 1, start + 1 + (lists[start] ?? 0))];
}

function rolesAmong(
  { table, roles }: Place,
  symbols: ReadonlyMap<string, Role>,
  subjects: readonly number[],
  { permission }: Ask,
): HeldBy[] {
  const through = new Map<number, number>();
  for (const subject of subjects) {
    const row = find(table, subject);
    if (row < 0) continue;
    const { starts, items } = table.roles;
    for (const each of items.subarray(starts[row], starts[row + 1])) if (!through.has(each)) through.set(each, subject);
  }
  const list = [...symbols.values()];
  return [...through]
    .sort(([a], [b]) => a - b)
    .flatMap(([each, subject]) => {
      const row = roles[each];
      const role = row === undefined ? undefined : list[row.at];
      return row === undefined || role === undefined || !has(row.grants, permission)
        ? []
        : [{ role, through: subject }];
    });
}

function ofAccount({ model, accountRoles, people }: AccessIndex, { principal, permission, object }: Ask): HeldBy[] {
  const named = (accountRoles[principal - people.firstAccount] ?? []).filter(({ grants: set }) => has(set, permission));
  const isNamed = (role: Role) => named.some((each) => each.name === role.name && each.object === role.object?.index);
  const here = [...model.roles.values(), ...(object === undefined ? [] : object.symbol.roles.values())];
  return here.filter(isNamed).map((role) => ({ role, through: principal }));
}
