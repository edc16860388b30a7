// One role, or one person through several, with permissions on both sides of a duty.
import { inForce } from '../access/question-scope.ts';
import { builtInDuties, type Duty } from '../catalogue/duties.ts';
import {
  addSet,
  has,
  intersection,
  list,
  newBuilder,
  overlaps,
  type PermissionSet,
  setOf,
} from '../catalogue/permission-set.ts';
import { grouped } from '../condition/operands.ts';
import type { Model } from '../model/model.ts';
import type { Group, ObjectSymbol, Role, User } from '../model/symbols.ts';
import { listWords } from '../model/words.ts';
import { lazy } from '../text/lazy.ts';
import { count, countPeople, firstNames, mostNames } from './count.ts';
import { activePeople, adminRoles } from './memberships.ts';
import {
  bitsOf,
  bitsOfMember,
  bitsOfRole,
  inBoth,
  isAmong,
  join,
  listOfRole,
  noPeople,
  overlap,
  type PeopleBits,
  peopleOf,
  sizeOf,
  without,
} from './people-bits.ts';
import { someConstants } from './quoted.ts';
import { allRoles } from './roles.ts';
import { byObject, type Report, type Rule, type RuleContext, type RulePiece } from './rule.ts';

export const conflictingDuties: Rule = byObject(
  {
    id: 'conflicting-duties',
    severity: 'warning',
    category: 'Overbroad and escalating',
    title: 'one role, or one person through several, that holds both sides of a duty',
  },
  {
    pieces: (context) => lookAt(context, context.model.roles.values(), allRoles(context.model)),
    object: (context, { roles }) =>
      lookAt(context, roles.values(), [...context.model.roles.values(), ...roles.values()]).flatMap(({ check }) =>
        check(),
      ),
  },
);

/** One for each role that has the first side of a duty. `around` are the roles that count where those do. */
function lookAt(context: RuleContext, roles: Iterable<Role>, around: readonly Role[]): RulePiece[] {
  const duties = dutiesOf(context).map((duty) => ({ duty, sided: lazy(() => sidedIn(context, duty, around)) }));
  return [...roles].flatMap((of): RulePiece[] => {
    const own = duties.filter(({ duty }) => isOneSided(context, of, duty.first));
    if (own.length === 0) return [];
    const looked = own.map(({ duty, sided }) => ({ duty, found: othersOf(context.model, of, sided()) }));
    return [
      {
        of,
        seen: looked.flatMap(({ found }) => found),
        check: () =>
          looked.flatMap(({ duty, found }) =>
            overlaps(of.permissions, duty.second)
              ? reportRole(context, duty, of)
              : checkMembers(context, duty, of, found.flat()),
          ),
      },
    ];
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

function sidedIn(context: RuleContext, duty: Sides, around: readonly Role[]): Sided {
  const second = around.filter((role) => isOneSided(context, role, duty.second));
  const both = new Set(second.filter(({ permissions }) => overlaps(permissions, duty.first)));
  return {
    others: byPlace(second.filter((role) => !both.has(role))),
    told: toldIn(context, both),
    kept: keptFor(context, duty),
  };
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
  readonly kept: Kept;
}

/** What a role of the organization meets in an object or beside itself, by both. */
type Kept = WeakMap<Role, WeakMap<object, readonly Other[]>>;

/** The same one each time: nothing that was found has changed. */
const nobody: readonly Other[] = [];

/** Stands for the organization. */
const noObject = {};

const keptIn = new WeakMap<Model['ground'], Map<string, Kept>>();

/** As long as nothing changes that stands in no object, and on the same day. */
function keptFor({ model, today }: RuleContext, { first, second }: Sides): Kept {
  const all = keptIn.get(model.ground) ?? new Map<string, Kept>();
  keptIn.set(model.ground, all);
  const key = [today, ...[first, second].map((side) => list(side).map(({ index }) => index))].join(' ');
  const kept: Kept = all.get(key) ?? new WeakMap();
  all.set(key, kept);
  return kept;
}

function remembered(kept: Kept, role: Role, object: object, find: () => readonly Other[]): readonly Other[] {
  const ofRole = kept.get(role) ?? new WeakMap<object, readonly Other[]>();
  kept.set(role, ofRole);
  const found = ofRole.get(object) ?? find();
  ofRole.set(object, found);
  return found;
}

interface Other {
  readonly role: Role;
  /** Who holds both. */
  readonly people: readonly User[];
}

/** The members of a role with the first side who come to the other one by another role that counts where it does. */
function checkMembers(context: RuleContext, duty: Sides, role: Role, found: readonly Other[]): Report[] {
  const { model } = context;
  if (found.length === 0) return [];
  const all = bitsOf(
    model,
    found.flatMap(({ people }) => people),
  );
  const othersBy = othersByMember(role, found);
  return role.members.flatMap(({ member, origin }): Report[] => {
    const others = othersBy.get(member);
    if (others === undefined) return [];
    const people = inBoth(all, bitsOfMember(model, member));
    const roles = others.map((other) => other.role);
    const related = roles.slice(0, 5).flatMap((other) => whereHeld(context, other, duty.second));
    return [{ place: context.place(origin), message: membersText(duty, role, crowdOf(model, people), roles), related }];
  });
}

/** Of each member that some of those people are of: the other roles by which. */
function othersByMember({ members }: Role, found: readonly Other[]): ReadonlyMap<User | Group, readonly Other[]> {
  const membersOf = new Map<User, (User | Group)[]>();
  for (const { member } of members)
    for (const user of activePeople(member)) {
      const known = membersOf.get(user);
      if (known === undefined) membersOf.set(user, [member]);
      else known.push(member);
    }
  const others = new Map<User | Group, Other[]>();
  for (const other of found)
    for (const user of other.people)
      for (const member of membersOf.get(user) ?? []) {
        const known = others.get(member);
        if (known === undefined) others.set(member, [other]);
        else if (known.at(-1) !== other) known.push(other);
      }
  return others;
}

/** The people of both roles, in the order of the project. */
function inBothLists(model: Model, [one, other]: readonly [Role, Role]): readonly User[] {
  const [own, others] = [listOfRole(model, one), listOfRole(model, other)];
  const isShorter = own.length < others.length;
  const [few, many] = isShorter ? [own, bitsOfRole(model, other)] : [others, bitsOfRole(model, one)];
  return few.filter((user) => isAmong(many, user));
}

/** Place by place: a role of the organization counts in every object, one of an object in that alone. */
function othersOf(model: Model, role: Role, { others, told, kept }: Sided): readonly (readonly Other[])[] {
  const own = bitsOfRole(model, role);
  const lookIn = (place: Place): readonly Other[] => {
    const near = (others.get(place) ?? []).filter((other) => overlap(own, bitsOfRole(model, other)));
    if (near.length === 0) return nobody;
    const here = without(own, told(role.object ?? place));
    return near.flatMap((other): Other[] => {
      const people = inBothLists(model, [role, other]).filter((user) => isAmong(here, user));
      return people.length > 0 ? [{ role: other, people }] : [];
    });
  };
  if (role.object !== undefined) return [undefined, role.object].map(lookIn);
  return [...others.keys()].map((place) => remembered(kept, role, place ?? noObject, () => lookIn(place)));
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
  const theirs = newBuilder();
  for (const { permissions } of others) addSet(theirs, permissions);
  const sets = [intersection(role.permissions, duty.first), intersection(theirs, duty.second)];
  const [one, other] = sets.map((set) => someConstants(list(set)));
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
