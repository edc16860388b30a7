// Many principals in few words: everyone, groups in place of their members, and who is left.
import { principalPath } from '../../model/lookup.ts';
import type { Group, Principal, ServiceAccount, User } from '../../model/symbols.ts';
import { compareTexts } from '../../text/order.ts';
import { everyone } from '../principals.ts';
import { memberHomes, type Run } from './run.ts';
import { homeOf, pairOf, type Twins } from './twins.ts';
import type { PrincipalItem, SideName } from './types.ts';

/** More than this is better said by who is left out, if those are few. */
const many = 20;

/** Homes of one change; `side`: where they have it, or had. The items are sorted by kind and name. */
export function principalItems(run: Run, homes: ReadonlySet<Principal>, side: SideName): PrincipalItem[] {
  const all = wholeOf(run, homes, side);
  if (all !== undefined) return [all];
  const among: Among = { homes, side, covered: new Set() };
  const groups = [...homes].flatMap((home) => (home.kind === 'group' ? [groupItem(run, home, among)] : []));
  const members = membersOnly(run, among);
  const singles = [...homes].flatMap((home): Named[] => {
    if (home.kind === 'group' || among.covered.has(home)) return [];
    return [{ kind: home.kind, name: nameOf(run.twins, home), only: onlyOn(run.twins, home) }];
  });
  const kinds = ['group', 'user', 'service account'];
  return [...groups, ...members, ...singles].sort(
    (a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || compareNames(a, b),
  );
}

type Named = Exclude<PrincipalItem, { readonly kind: 'everyone' }>;

/** By their names, as texts are compared. */
export function compareNames(a: { readonly name: string }, b: { readonly name: string }): number {
  return compareTexts(a.name, b.name);
}

/** As named now, or as it was. */
export function nameOf(twins: Twins, home: Principal): string {
  const { before, after } = pairOf(twins, home);
  return principalPath(after ?? before ?? home);
}

function onlyOn({ users, groups, accounts }: Twins, home: Principal): SideName | undefined {
  const { gone, fresh } = home.kind === 'user' ? users : home.kind === 'group' ? groups : accounts;
  const has = (set: ReadonlySet<User> | ReadonlySet<Group> | ReadonlySet<ServiceAccount>) =>
    (set as ReadonlySet<Principal>).has(home);
  if (has(fresh)) return 'after';
  return has(gone) ? 'before' : undefined;
}

/** Where it is all there are on that side, or all but a few of many. */
function wholeOf(run: Run, homes: ReadonlySet<Principal>, side: SideName): PrincipalItem | undefined {
  const { model } = run.sides[side];
  const most = model.users.size + model.groups.size;
  if (homes.size < 4 || homes.size < most / 2) return undefined;
  const few = homes.size / many;
  const except: string[] = [];
  for (const principal of everyone(model)) {
    if (homes.has(homeOf(run.twins, principal))) continue;
    except.push(principalPath(principal));
    if (except.length > few) return undefined;
  }
  return { kind: 'everyone', except: except.sort(compareTexts) };
}

interface Among {
  readonly homes: ReadonlySet<Principal>;
  readonly side: SideName;
  readonly covered: Set<Principal>;
}

/** Groups that the change names and that do not change themselves: mostly they lack sight, which their members have. */
function membersOnly(run: Run, among: Among): Named[] {
  const { homes, covered } = among;
  const groups = [...run.touched.named].filter((home) => !homes.has(home));
  return groups.flatMap((home): Named[] => {
    const left = membersOf(run, home, among).filter((user) => homes.has(user) && !covered.has(user));
    if (left.length < 2) return [];
    const item = groupItem(run, home, among);
    return item.members === 0 ? [] : [{ ...item, itself: false }];
  });
}

/** Homes of those who count. */
function membersOf(run: Run, home: Group, { side }: Among): readonly User[] {
  const group = pairOf(run.twins, home)[side];
  return group?.kind === 'group' ? memberHomes(run, group) : [];
}

/** It stands for its members that are among the others, where those are at least half of them. */
function groupItem(run: Run, home: Group, among: Among): Extract<PrincipalItem, { readonly kind: 'group' }> {
  const { twins } = run;
  const { homes, covered } = among;
  const members = membersOf(run, home, among);
  const alike = members.filter((user) => homes.has(user));
  const stands = alike.length * 2 >= members.length;
  if (stands) for (const user of alike) covered.add(user);
  const others = stands ? members.filter((user) => !homes.has(user)) : [];
  return {
    kind: 'group',
    name: nameOf(twins, home),
    itself: true,
    members: stands ? alike.length : 0,
    except: others.map((user) => nameOf(twins, user)).sort(compareTexts),
    only: onlyOn(twins, home),
  };
}
