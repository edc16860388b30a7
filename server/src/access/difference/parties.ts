// Whoever may be concerned, and what each holds of the organization on either side; those who hold the same go together.
import { addSet, newBuilder, type PermissionSet } from '../../catalogue/permission-set.ts';
import type { Model } from '../../model/model.ts';
import type { Group, ObjectSymbol, Principal, Role, ServiceAccount, User } from '../../model/symbols.ts';
import { isActive, isSound } from '../actor.ts';
import { grantsAdmin } from '../permission-ways.ts';
import { everyone } from '../principals.ts';
import { inForce } from '../question-scope.ts';
import { modelOf, pairOf, selfOf, type Twins } from './twins.ts';
import type { SideName } from './types.ts';

/** A principal with its symbols on both sides: undefined where it is not there, or can do nothing there. */
export interface Party {
  /** Its own, from 1. */
  readonly number: number;
  readonly home: Principal;
  readonly before: Principal | undefined;
  readonly after: Principal | undefined;
  /** Whom a user field holds when it holds this principal, on both sides. */
  readonly self: User | ServiceAccount;
}

/** What is held of the organization's roles, by membership. */
export interface Standing {
  /** Its own on its side. */
  readonly number: number;
  readonly permissions: PermissionSet;
  readonly admin: boolean;
  /** The system group that the principal is in. */
  readonly system: Group | undefined;
}

/** Parties of one standing before and one after. */
export interface Crowd {
  readonly parties: readonly Party[];
  readonly before: Standing | undefined;
  readonly after: Standing | undefined;
}

/** What of a side is looked up again and again. */
export interface SideIndex {
  readonly model: Model;
  readonly today: number;
  /** The organization's roles in force by member, each with its number. */
  readonly roles: ReadonlyMap<Principal, readonly NumberedRole[]>;
  /** The service accounts that name a role of an object, by that object. */
  readonly accounts: ReadonlyMap<ObjectSymbol, readonly (readonly [ServiceAccount, Role])[]>;
  /** By the roles and by what they give; filled as they are met. */
  readonly standings: Map<string, Standing>;
}

interface NumberedRole {
  readonly number: number;
  readonly role: Role;
}

export function indexSide(twins: Twins, name: SideName, today: number): SideIndex {
  const model = modelOf(twins, name);
  const roles = new Map<Principal, NumberedRole[]>();
  const accounts = new Map<ObjectSymbol, (readonly [ServiceAccount, Role])[]>();
  const numbered = new Map([...model.roles.values()].map((role, number) => [role, { number, role }]));
  const add = (principal: Principal, each: NumberedRole) => {
    const known = roles.get(principal);
    if (known === undefined) roles.set(principal, [each]);
    else if (!known.includes(each)) known.push(each);
  };
  for (const each of numbered.values())
    if (inForce(each.role, today)) for (const { member } of each.role.members) add(member, each);
  for (const object of model.objects.values())
    for (const account of object.accounts.values())
      for (const { role } of account.roles) {
        const own = numbered.get(role);
        if (!inForce(role, today)) continue;
        if (own !== undefined) add(account, own);
        else if (role.object !== undefined)
          accounts.set(role.object, [...(accounts.get(role.object) ?? []), [account, role]]);
      }
  return { model, today, roles, accounts, standings: new Map() };
}

/** The groups that it acts as besides itself; a group asked about is in itself. */
export function groupsIn(model: Model, principal: Principal): Iterable<Group> {
  if (principal.kind === 'group') return [principal];
  return principal.kind === 'user' ? (model.groupsOf.get(principal) ?? []) : [];
}

/** Of those who hold the same the very same. */
function standingOf({ model, roles, standings }: SideIndex, principal: Principal): Standing {
  const held: NumberedRole[] = [];
  let system: Group | undefined;
  const take = (from: Principal) => {
    for (const each of roles.get(from) ?? []) if (!held.includes(each)) held.push(each);
  };
  take(principal);
  for (const group of groupsIn(model, principal)) {
    take(group);
    if (group.system !== undefined) system = group;
  }
  held.sort((a, b) => a.number - b.number);
  const key = `${held.map(({ number }) => number).join()} ${system?.system ?? ''}`;
  const known = standings.get(key);
  if (known !== undefined) return known;
  const permissions = newBuilder();
  for (const { role } of held) addSet(permissions, role.permissions);
  const admin = held.some(({ role }) => grantsAdmin(role));
  const content = `${Array.from(permissions).join('.')} ${admin} ${system?.system ?? ''}`;
  const made = standings.get(content) ?? { number: standings.size, permissions, admin, system };
  standings.set(key, made).set(content, made);
  return made;
}

const kinds: readonly Principal['kind'][] = ['user', 'service account', 'group'];

/** Those who are somebody first: they make the better examples. */
function peopleFirst(parties: readonly Party[]): Party[] {
  return kinds.flatMap((kind) => parties.filter(({ home }) => home.kind === kind));
}

export interface PartyBook {
  /** Those of whom nothing can be said on a side, of all that were asked for. */
  readonly unsound: ReadonlySet<Party>;
  /** Homes as parties, those who are somebody first; without those who can do nothing on either side. */
  readonly of: (homes: Iterable<Principal>) => Party[];
}

/** One party for each home, however often it is looked at. */
export function partyBook(twins: Twins): PartyBook {
  const known = new Map<Principal, Party | undefined>();
  const unsound = new Set<Party>();
  const partyOf = (home: Principal): Party | undefined => {
    if (known.has(home)) return known.get(home);
    const party = makeParty(twins, home, known.size + 1);
    const isClear =
      party === undefined || [party.before, party.after].every((side) => side === undefined || isSound(side));
    if (!isClear) unsound.add(party);
    known.set(home, isClear ? party : undefined);
    return known.get(home);
  };
  return { unsound, of: (homes) => peopleFirst([...homes].flatMap((home) => partyOf(home) ?? [])) };
}

function makeParty(twins: Twins, home: Principal, number: number): Party | undefined {
  const pair = pairOf(twins, home);
  const before = pair.before !== undefined && isActive(pair.before) ? pair.before : undefined;
  const after = pair.after !== undefined && isActive(pair.after) ? pair.after : undefined;
  if (before === undefined && after === undefined) return undefined;
  return { number, home, before, after, self: selfOf(home) };
}

export function everyHome({ before, after, users, groups, accounts }: Twins): Set<Principal> {
  const homes = new Set<Principal>(everyone(before));
  const isFresh = (principal: Principal) =>
    users.fresh.has(principal as User) ||
    groups.fresh.has(principal as Group) ||
    accounts.fresh.has(principal as ServiceAccount);
  for (const principal of everyone(after)) if (isFresh(principal)) homes.add(principal);
  // Whoever was inactive before is no home of everyone before.
  for (const { before: one, after: other } of [...users.pairs, ...accounts.pairs])
    if (one?.inactive === true && other?.inactive === false) homes.add(one);
  return homes;
}

export function crowdsOf(indexes: Readonly<Record<SideName, SideIndex>>, parties: readonly Party[]): Crowd[] {
  const crowds = new Map<string, Crowd & { readonly parties: Party[] }>();
  for (const party of parties) {
    const before = party.before === undefined ? undefined : standingOf(indexes.before, party.before);
    const after = party.after === undefined ? undefined : standingOf(indexes.after, party.after);
    const key = `${before?.number} ${after?.number}`;
    const known = crowds.get(key);
    if (known === undefined) crowds.set(key, { parties: [party], before, after });
    else known.parties.push(party);
  }
  return [...crowds.values()];
}
