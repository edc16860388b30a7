// One role, or one person through several, with permissions on both sides of a duty.
import { inForce } from '../access/question-scope.ts';
import { builtInDuties, type Duty } from '../catalogue/duties.ts';
import { has, intersection, list, overlaps, type PermissionSet, setOf, union } from '../catalogue/permission-set.ts';
import { grouped } from '../condition/operands.ts';
import type { Model } from '../model/model.ts';
import type { ObjectSymbol, Role } from '../model/symbols.ts';
import { listWords } from '../model/words.ts';
import { count, countPeople, firstNames, mostNames } from './count.ts';
import { adminRoles } from './memberships.ts';
import {
  bitsOfMember,
  bitsOfRole,
  holdsSomeOf,
  inBoth,
  join,
  noPeople,
  overlap,
  type PeopleBits,
  peopleOf,
  sizeOf,
  without,
} from './people-bits.ts';
import { someConstants } from './quoted.ts';
import { allRoles } from './roles.ts';
import { byObject, type Report, type Rule, type RuleContext } from './rule.ts';

export const conflictingDuties: Rule = byObject(
  {
    id: 'conflicting-duties',
    severity: 'warning',
    category: 'Overbroad and escalating',
    title: 'one role, or one person through several, that holds both sides of a duty',
  },
  {
    organization: (context) => checkRoles(context, context.model.roles, allRoles(context.model)),
    object: (context, { roles }) => checkRoles(context, roles, [...context.model.roles.values(), ...roles.values()]),
  },
);

/** `around` are the roles that count where those do, they themselves included. */
function checkRoles(context: RuleContext, roles: ObjectSymbol['roles'], around: readonly Role[]): Report[] {
  if (roles.size === 0) return [];
  return dutiesOf(context).flatMap((duty) => {
    const isFirst = (role: Role) => roles.get(role.name) === role && isOneSided(context, role, duty.first);
    const first = around.filter(isFirst);
    return first.length === 0 ? [] : checkDuty(context, duty, { first, around });
  });
}

interface Sides {
  readonly name: Duty['name'];
  readonly first: PermissionSet;
  readonly second: PermissionSet;
}

const sidesOf = new WeakMap<RuleContext, readonly Sides[]>();

function dutiesOf(context: RuleContext): readonly Sides[] {
  const written = [...builtInDuties, ...context.duties];
  const known =
    sidesOf.get(context) ??
    written.map(({ name, first, second }) => ({ name, first: setOf(first), second: setOf(second) }));
  sidesOf.set(context, known);
  return known;
}

function isOneSided({ today }: RuleContext, role: Role, side: PermissionSet): boolean {
  return !role.managed && role.sound && overlaps(role.permissions, side) && inForce(role, today);
}

interface Looked {
  /** The roles with the first side that are reported on. */
  readonly first: readonly Role[];
  readonly around: readonly Role[];
}

function checkDuty(context: RuleContext, duty: Sides, { first, around }: Looked): Report[] {
  const second = around.filter((role) => isOneSided(context, role, duty.second));
  const both = new Set(second.filter(({ permissions }) => overlaps(permissions, duty.first)));
  const others = byPlace(second.filter((role) => !both.has(role)));
  const told = toldIn(context, both);
  return first.flatMap((role) =>
    both.has(role) ? reportRole(context, duty, role) : checkMembers(context, duty, role, { others, told }),
  );
}

type Place = ObjectSymbol | undefined;

function byPlace(roles: Iterable<Role>): ReadonlyMap<Place, readonly Role[]> {
  return grouped(roles, ({ object }) => object);
}

/**
 * The people of whom nothing is said in a place: those with a role that grants both sides there, which is reported itself,
 * and those with one of the organization or with `ADMIN`.
 */
function toldIn({ model, today }: RuleContext, both: Iterable<Role>): (place: Place) => PeopleBits {
  const everywhere = noPeople(model);
  for (const role of adminRoles(model, today)) join(everywhere, bitsOfRole(model, role));
  const roles = byPlace(both);
  for (const role of roles.get(undefined) ?? []) join(everywhere, bitsOfRole(model, role));
  const known = new Map<Place, PeopleBits>([[undefined, everywhere]]);
  return (place) => {
    const found = known.get(place);
    if (found !== undefined) return found;
    const here = everywhere.slice();
    for (const role of roles.get(place) ?? []) join(here, bitsOfRole(model, role));
    known.set(place, here);
    return here;
  };
}

/** Those of whom it counts: an administrator holds both sides of everything. */
function counted({ model, today }: RuleContext, role: Role): PeopleBits {
  const administrating = noPeople(model);
  for (const each of adminRoles(model, today)) join(administrating, bitsOfRole(model, each));
  return without(bitsOfRole(model, role), administrating);
}

function reportRole(context: RuleContext, duty: Sides, role: Role): Report[] {
  const { permissions, origin, name, autoShare } = role;
  const people = crowdOf(context.model, counted(context, role));
  if (origin === undefined || (people.size === 0 && autoShare.size === 0)) return [];
  const [first, second] = [intersection(permissions, duty.first), intersection(permissions, duty.second)];
  const side = (set: PermissionSet, message: string) =>
    role.grants
      .filter((grant) => grant.permissions.some((each) => has(set, each)))
      .map((grant) => ({ place: context.place(grant.origin), message }));
  const who = people.size === 0 ? 'whoever comes to it by auto-share' : people.text;
  const message = `\`${name}\` puts ${duty.name} into one hand: ${who} ${people.size > 1 ? 'hold' : 'holds'} ${sides(first, second)}`;
  return [
    { place: context.place(origin), message, related: [...side(first, 'one side'), ...side(second, 'the other side')] },
  ];
}

function sides(first: PermissionSet, second: PermissionSet): string {
  return `${someConstants(list(first))} and ${someConstants(list(second))}`;
}

interface Sided {
  /** The roles that grant the second side alone, by their object. */
  readonly others: ReadonlyMap<Place, readonly Role[]>;
  readonly told: (place: Place) => PeopleBits;
}

interface Other {
  readonly role: Role;
  /** Who holds both. */
  readonly people: PeopleBits;
}

/** The members of a role with the first side who come to the other one by another role that counts where it does. */
function checkMembers(context: RuleContext, duty: Sides, role: Role, sided: Sided): Report[] {
  const { model } = context;
  const found = othersOf(model, role, sided);
  if (found.length === 0) return [];
  const all = noPeople(model);
  for (const { people } of found) join(all, people);
  return role.members.flatMap(({ member, origin }): Report[] => {
    const others = found.filter(({ people }) => holdsSomeOf(model, people, member));
    if (others.length === 0) return [];
    const people = inBoth(all, bitsOfMember(model, member));
    const roles = others.map((other) => other.role);
    const related = roles.slice(0, 5).flatMap((other) => whereHeld(context, other, duty.second));
    return [{ place: context.place(origin), message: membersText(duty, role, crowdOf(model, people), roles), related }];
  });
}

/** A role of the organization counts in every object, one of an object in that alone. */
function othersOf(model: Model, role: Role, { others, told }: Sided): Other[] {
  const own = bitsOfRole(model, role);
  const places = role.object === undefined ? [...others.keys()] : [undefined, role.object];
  return places.flatMap((place) => {
    const near = (others.get(place) ?? []).filter((other) => overlap(own, bitsOfRole(model, other)));
    if (near.length === 0) return [];
    const here = without(own, told(role.object ?? place));
    return near.flatMap((other): Other[] => {
      const bits = bitsOfRole(model, other);
      return overlap(here, bits) ? [{ role: other, people: inBoth(here, bits) }] : [];
    });
  });
}

/** In words: how many, and the first of them. */
interface Crowd {
  readonly size: number;
  readonly text: string;
}

function crowdOf(model: Model, people: PeopleBits): Crowd {
  const size = sizeOf(people);
  return { size, text: `${countPeople(size)}, ${firstNames(peopleOf(model, people, mostNames), size)},` };
}

function membersText(duty: Sides, role: Role, people: Crowd, others: readonly Role[]): string {
  const second = others.map(({ permissions }) => intersection(permissions, duty.second)).reduce(union);
  const [one, other] = [intersection(role.permissions, duty.first), second].map((set) => someConstants(list(set)));
  return `${people.text} ${people.size > 1 ? 'hold' : 'holds'} both sides of ${duty.name}: ${one} by \`${role.name}\` and ${other} by ${rolesText(others)}`;
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
