// What one comparison has at hand, and the world that the records of both sides live in.
import { type Actor, isStranger } from '../../condition/actor.ts';
import { symbolKey } from '../../condition/key.ts';
import { atomsOf, literalsOf } from '../../condition/operands.ts';
import type { World } from '../../condition/solve.ts';
import type { Atom, Formula, Group, Principal, ServiceAccount, User } from '../../model/symbols.ts';
import { actorOf, isActive, isSound } from '../actor.ts';
import type { Merging } from './merged.ts';
import { groupsIn, type Party, type SideIndex } from './parties.ts';
import type { Touched } from './touch.ts';
import { homeOfGroup, homeOfUser, modelOf, pairOf, type Twins } from './twins.ts';
import type { SideName } from './types.ts';

export interface Run {
  readonly twins: Twins;
  readonly touched: Touched;
  readonly today: number;
  readonly sides: Readonly<Record<SideName, SideIndex>>;
  readonly merging: Merging;
  /** The groups of people of both sides, and people who stand for all others; filled as they are asked for. */
  readonly groups: Map<Principal, ReadonlySet<Group>>;
  readonly persons: Map<string, readonly User[]>;
  /** Homes of the members of a group of either side who count; likewise. */
  readonly members: Map<Group, readonly User[]>;
  /** Whatever a group field may hold. */
  readonly held: readonly Group[];
}

/** Who acts on a side; whoever is not there acts as nobody in particular. */
export function actorOn({ twins }: Run, party: Party, side: SideName): Actor | undefined {
  const principal = party[side];
  return principal === undefined ? undefined : { ...actorOf(modelOf(twins, side), principal), self: party.self };
}

/**
 * The groups that somebody is in on either side. One that has the same members is one group; of one that has not there
 * are two, as it was and as it is. Whoever is on one side only is in both: nobody is a member more or less by that.
 */
export function groupsOfHome(run: Run, home: Principal): ReadonlySet<Group> {
  const known = run.groups.get(home);
  if (known !== undefined) return known;
  const { twins, touched } = run;
  const { before, after } = pairOf(twins, home);
  const groups = new Set(before === undefined ? [] : groupsIn(twins.before, before));
  for (const group of after === undefined ? [] : groupsIn(twins.after, after)) {
    const groupHome = homeOfGroup(twins, group);
    groups.add(touched.otherMembers.has(groupHome) ? group : groupHome);
  }
  if (before === undefined || after === undefined)
    for (const group of [...groups]) for (const each of sidesOf(twins, group)) groups.add(each);
  run.groups.set(home, groups);
  return groups;
}

/** A group as it was and as it is. */
function sidesOf(twins: Twins, group: Group): Group[] {
  const { before, after } = pairOf(twins, homeOfGroup(twins, group));
  return [before, after].filter((side) => side?.kind === 'group');
}

/** Of a group of either side: those who are active and sound. */
export function memberHomes({ twins, members }: Run, group: Group): readonly User[] {
  const known = members.get(group);
  if (known !== undefined) return known;
  const counting = [...group.members].filter((user) => isActive(user) && isSound(user));
  const made = counting.map((user) => homeOfUser(twins, user));
  members.set(group, made);
  return made;
}

/** The world as far as conditions on merged fields look at it: nobody else could make a difference. */
export function worldFor(run: Run, party: Party, formulas: readonly Formula[]): World {
  const atoms = formulas.flatMap(atomsOf);
  const named = literalsOf(atoms).filter((value) => typeof value === 'object');
  const isNamed = <K extends Principal['kind']>(kind: K) =>
    named.filter((value): value is Extract<typeof value, { kind: K }> => value.kind === kind);
  const groups = groupsOfHome(run, party.home);
  return {
    users: new Set<User>([
      ...isNamed('user').filter((user) => !isStranger(user)),
      ...representatives(run, atoms, named.length),
    ]),
    accounts: isNamed('service account'),
    groups: atoms.some(({ field }) => field.type === 'group') ? run.held : [],
    actor: { principal: party.home, self: party.self, groups, attributes: new Map() },
    today: run.today,
    groupsOf: (person: User | ServiceAccount) => groupsOfHome(run, person),
  };
}

/**
 * For each way of being in the groups that comparisons name, as many people as there are user fields, or all; and as many
 * again as there are people who are named, who stand for nobody else.
 */
function representatives(run: Run, atoms: readonly Atom[], others: number): readonly User[] {
  const groups = [...new Set(atoms.flatMap(({ test }) => (test.is === 'in group' ? [test.group] : [])))];
  if (groups.length === 0) return [];
  const most = others + new Set(atoms.map(({ field }) => field).filter(({ type }) => type === 'user')).size;
  const key = `${most} ${groups.map(symbolKey).join(' ')}`;
  const known = run.persons.get(key);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  const persons = new Set<User>();
  const named = groups.flatMap((group) => sidesOf(run.twins, group));
  for (const member of named.flatMap((group) => [...group.members])) {
    const home = homeOfUser(run.twins, member);
    if (persons.has(home)) continue;
    const own = groupsOfHome(run, home);
    const kind = groups.map((group) => (own.has(group) ? '1' : '0')).join('');
    const count = counts.get(kind) ?? 0;
    counts.set(kind, count + 1);
    if (count < most) persons.add(home);
  }
  const made = [...persons];
  run.persons.set(key, made);
  return made;
}
