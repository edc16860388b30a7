// One role, or one person through several, with permissions on both sides of a duty.
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
import type { Model } from '../model/model.ts';
import type { Role } from '../model/symbols.ts';
import { listWords } from '../model/words.ts';
import { notesOn } from '../text/notes.ts';
import { count, countPeople, firstNames, mostNames } from './count.ts';
import { administrating, isOneSided, type Other, othersOf, overlapsOf, type Sides } from './duty-overlaps.ts';
import {
  bitsOfMember,
  bitsOfRole,
  inBoth,
  isAmong,
  join,
  noPeople,
  overlap,
  type PeopleBits,
  peopleOf,
  sizeOf,
  without,
} from './people-bits.ts';
import { someConstants } from './quoted.ts';
import { byVerdict, type Report, type Rule, type RuleContext, type RulePiece } from './rule.ts';

export const conflictingDuties: Rule = byVerdict(
  {
    id: 'conflicting-duties',
    severity: 'warning',
    category: 'Overbroad and escalating',
    title: 'one role, or one person through several, that holds both sides of a duty',
  },
  {
    pieces: (context) => lookAt(context, context.model.roles.values()),
    verdict: (context, { roles }) => {
      const pieces = lookAt(context, roles.values());
      const found = pieces.flatMap(({ of, seen }) => [of, ...seen]);
      return { found, report: () => pieces.flatMap(({ check }) => check()) };
    },
    beside: (context, role, granted) =>
      dutiesOf(context).some((duty) => isOfSide(granted, duty) && isOneSided(context, role, duty.first)),
  },
);

/** One for each role that has the first side of a duty. */
function lookAt(context: RuleContext, roles: Iterable<Role>): RulePiece[] {
  const pieces: RulePiece[] = [];
  for (const of of roles) {
    const looked = dutiesOf(context).flatMap((duty) =>
      isOneSided(context, of, duty.first)
        ? [{ duty, found: othersOf(context, overlapsOf(context, duty), of).filter(({ length }) => length > 0) }]
        : [],
    );
    if (looked.length === 0) continue;
    pieces.push({
      of,
      seen: [administrating(context), ...looked.flatMap(({ found }) => found)],
      check: () =>
        looked.flatMap(({ duty, found }) =>
          overlaps(of.permissions, duty.second)
            ? reportRole(context, duty, of)
            : checkMembers(context, duty, of, found.flat()),
        ),
    });
  }
  return pieces;
}

function isOfSide(granted: PermissionSet, { first, second }: Sides): boolean {
  return overlaps(granted, first) || overlaps(granted, second);
}

interface Named extends Sides {
  readonly name: Duty['name'];
}

const sidesOf = notesOn<RuleContext, readonly Named[]>();

function dutiesOf(context: RuleContext): readonly Named[] {
  const known = sidesOf.get(context);
  if (known !== undefined) return known;
  const written = [...builtInDuties, ...context.duties];
  const all = written.map(({ name, first, second }) => ({ name, first: setOf(first), second: setOf(second) }));
  sidesOf.set(context, all);
  return all;
}

function reportRole(context: RuleContext, duty: Named, role: Role): Report[] {
  const { permissions, origin, name, autoShare } = role;
  // An administrator holds both sides of everything.
  const people = crowdOf(context.model, without(bitsOfRole(context.model, role), administrating(context)));
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

/** The members of a role with the first side who come to the other one by another role that counts where it does. */
function checkMembers(context: RuleContext, duty: Named, role: Role, found: readonly Other[]): Report[] {
  const { model } = context;
  if (found.length === 0) return [];
  const all = noPeople(model);
  for (const { people } of found) join(all, people);
  const own = someConstants(list(intersection(role.permissions, duty.first)));
  return role.members.flatMap(({ member, origin }): Report[] => {
    const isAlone = member.kind === 'user';
    if (isAlone && !isAmong(all, member)) return [];
    const members = bitsOfMember(model, member);
    const others = found.filter(({ people }) => (isAlone ? isAmong(people, member) : overlap(members, people)));
    if (others.length === 0) return [];
    const people = crowdOf(model, inBoth(all, members));
    const roles = others.map((other) => other.role);
    const related = roles.slice(0, 5).flatMap((other) => whereHeld(context, other, duty.second));
    const message = `${people.text} ${people.size > 1 ? 'hold' : 'holds'} both sides of ${duty.name}: ${own} by \`${role.name}\` and ${theirs(duty, roles)} by ${rolesText(roles)}`;
    return [{ place: context.place(origin), message, related }];
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

/** What of the second side they grant together. */
function theirs(duty: Named, roles: readonly Role[]): string {
  const granted = newBuilder();
  for (const { permissions } of roles) addSet(granted, permissions);
  return someConstants(list(intersection(granted, duty.second)));
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
