// One role, or one person through several, with permissions on both sides of a duty.
import { inForce } from '../access/question-scope.ts';
import { builtInDuties, type Duty } from '../catalogue/duties.ts';
import { has, intersection, list, overlaps, type PermissionSet, setOf, union } from '../catalogue/permission-set.ts';
import type { Role, User } from '../model/symbols.ts';
import { listWords } from '../model/words.ts';
import { count, countPeople, someNames } from './count.ts';
import { activePeople, administrators, peopleWith, rolesAmong } from './memberships.ts';
import { someConstants } from './quoted.ts';
import { allRoles } from './roles.ts';
import type { Report, Rule, RuleContext } from './rule.ts';

export const conflictingDuties: Rule = {
  id: 'conflicting-duties',
  severity: 'warning',
  category: 'Overbroad and escalating',
  title: 'one role, or one person through several, that holds both sides of a duty',
  check: (context) =>
    [...builtInDuties, ...context.duties].flatMap(({ name, first, second }) =>
      checkDuty(context, { name, first: setOf(first), second: setOf(second) }),
    ),
};

interface Sides {
  readonly name: Duty['name'];
  readonly first: PermissionSet;
  readonly second: PermissionSet;
}

function checkDuty(context: RuleContext, duty: Sides): Report[] {
  const { model, today } = context;
  const roles = allRoles(model).filter((role) => !role.managed && role.sound && inForce(role, today));
  const first = roles.filter(({ permissions }) => overlaps(permissions, duty.first));
  const second = roles.filter(({ permissions }) => overlaps(permissions, duty.second));
  const both = new Set(first.filter(({ permissions }) => overlaps(permissions, duty.second)));
  const sided = { secondOf: rolesAmong(model, second), both };
  return first.flatMap((role) =>
    both.has(role) ? reportRole(context, duty, role) : checkMembers(context, duty, role, sided),
  );
}

/** Those of whom it counts: an administrator holds both sides of everything. */
function counted({ model, today }: RuleContext, people: Iterable<User>): User[] {
  const administrating = administrators(model, today);
  return [...people].filter((user) => !administrating.has(user));
}

function reportRole(context: RuleContext, duty: Sides, role: Role): Report[] {
  const { permissions, origin, name, autoShare } = role;
  const people = counted(context, peopleWith(role));
  if (origin === undefined || (people.length === 0 && autoShare.size === 0)) return [];
  const [first, second] = [intersection(permissions, duty.first), intersection(permissions, duty.second)];
  const side = (set: PermissionSet, message: string) =>
    role.grants
      .filter((grant) => grant.permissions.some((each) => has(set, each)))
      .map((grant) => ({ place: context.place(grant.origin), message }));
  const who =
    people.length === 0 ? 'whoever comes to it by auto-share' : `${countPeople(people.length)}, ${someNames(people)},`;
  const message = `\`${name}\` puts ${duty.name} into one hand: ${who} ${people.length > 1 ? 'hold' : 'holds'} ${sides(first, second)}`;
  return [
    { place: context.place(origin), message, related: [...side(first, 'one side'), ...side(second, 'the other side')] },
  ];
}

function sides(first: PermissionSet, second: PermissionSet): string {
  return `${someConstants(list(first))} and ${someConstants(list(second))}`;
}

interface Sided {
  /** The roles of somebody that grant the second side. */
  readonly secondOf: (user: User) => readonly Role[];
  /** Those that grant both, which are reported themselves. */
  readonly both: ReadonlySet<Role>;
}

/** The members of a role with the first side who come to the other one by another role that counts where it does. */
function checkMembers(context: RuleContext, duty: Sides, role: Role, sided: Sided): Report[] {
  const { model, today } = context;
  const administrating = administrators(model, today);
  return role.members.flatMap(({ member, origin }): Report[] => {
    const others = new Set<Role>();
    const people: User[] = [];
    for (const user of activePeople(member)) {
      const own = administrating.has(user) ? [] : othersOf(role, user, sided);
      if (own.length > 0) people.push(user);
      for (const other of own) others.add(other);
    }
    if (people.length === 0) return [];
    const related = [...others].slice(0, 5).flatMap((other) => whereHeld(context, other, duty.second));
    return [{ place: context.place(origin), message: membersText(duty, role, people, [...others]), related }];
  });
}

/** The other roles of somebody with the second side that count where the role does; of the organization, everywhere. */
function othersOf(role: Role, user: User, { secondOf, both }: Sided): readonly Role[] {
  const own = secondOf(user);
  return own.filter((other) => {
    if (both.has(other)) return false;
    const place = role.object ?? other.object;
    const isThere = ({ object }: Role) => object === undefined || object === place;
    return isThere(other) && !own.some((each) => both.has(each) && isThere(each));
  });
}

function membersText(duty: Sides, role: Role, people: readonly User[], others: readonly Role[]): string {
  const second = others.map(({ permissions }) => intersection(permissions, duty.second)).reduce(union);
  const [one, other] = [intersection(role.permissions, duty.first), second].map((set) => someConstants(list(set)));
  return `${countPeople(people.length)}, ${someNames(people)}, ${people.length > 1 ? 'hold' : 'holds'} both sides of ${duty.name}: ${one} by \`${role.name}\` and ${other} by ${rolesText(others)}`;
}

function rolesText(roles: readonly Role[]): string {
  const names = roles.map(({ name, object }) =>
    object === undefined ? `\`${name}\` of the organization` : `\`${name}\` of \`${object.name}\``,
  );
  return names.length > 3
    ? `${names.slice(0, 2).join(', ')} and ${count(names.length - 2, 'more role', 'more roles')}`
    : listWords(names, 'and');
}

function whereHeld({ place }: RuleContext, role: Role, side: PermissionSet): NonNullable<Report['related']> {
  const grant = role.grants.find(({ permissions }) => permissions.some((each) => has(side, each)));
  return grant === undefined ? [] : [{ place: place(grant.origin), message: `the other side, by \`${role.name}\`` }];
}
