// Compares what is no permission: who may pick a service account, and whom somebody may invite.
import { emptySet, has } from '../../catalogue/permission-set.ts';
import { permission } from '../../catalogue/permissions.ts';
import type { Model } from '../../model/model.ts';
import { principalPath } from '../../model/lookup.ts';
import type { Principal, ServiceAccount } from '../../model/symbols.ts';
import { isActive, isSound } from '../actor.ts';
import { grantsAdmin } from '../permission-ways.ts';
import { type Finding, noReasons } from './findings.ts';
import { groupsIn, type Party } from './parties.ts';
import type { Run } from './run.ts';
import { onlyOne, type Touch } from './touch.ts';
import { homeOf, homeOfAccount, modelOf, type Pair } from './twins.ts';
import type { Change, SideName } from './types.ts';

type Users = ReadonlyMap<Principal, ReadonlySet<ServiceAccount>>;

/** The accounts that may be picked, by whom they name: homes, of those that are switched on. */
function usersOn(run: Run, side: SideName): Users {
  const users = new Map<Principal, Set<ServiceAccount>>();
  for (const object of modelOf(run.twins, side).objects.values())
    for (const account of object.accounts.values()) {
      if (!isActive(account) || !isSound(account)) continue;
      const home = homeOfAccount(run.twins, account);
      for (const { subject } of account.usableBy) {
        const known = users.get(subject) ?? new Set();
        users.set(subject, known.add(home));
      }
    }
  return users;
}

/** Whom service accounts that differ reach, besides those who differ themselves. */
export function touchedUsers(touch: Touch): Set<Principal> {
  const found = new Set<Principal>();
  const subjects = (account: ServiceAccount | undefined) =>
    account === undefined || !isActive(account) ? [] : account.usableBy.map(({ subject }) => subject);
  for (const { before, after } of touch.twins.accounts.pairs) {
    for (const subject of onlyOne<Principal>(touch, subjects(before), subjects(after))) {
      found.add(homeOf(touch.twins, subject));
      if (subject.kind === 'group') for (const user of subject.members) found.add(homeOf(touch.twins, user));
    }
  }
  return found;
}

export function compareUses(run: Run, parties: Iterable<Party>): Finding[] {
  const users = { before: usersOn(run, 'before'), after: usersOn(run, 'after') };
  const uses = (party: Party, side: SideName) => {
    const principal = party[side];
    const found = new Set<ServiceAccount>();
    if (principal === undefined || principal.kind === 'service account') return found;
    for (const name of [principal, ...groupsIn(run.sides[side].model, principal)])
      for (const account of users[side].get(name) ?? []) found.add(account);
    return found;
  };
  const found = new Map<string, Finding & { readonly parties: Party[] }>();
  for (const party of parties) {
    const [before, after] = [uses(party, 'before'), uses(party, 'after')];
    for (const account of new Set([...before, ...after])) {
      if (before.has(account) === after.has(account)) continue;
      const change = after.has(account) ? 'gained' : 'lost';
      const key = `${change} ${principalPath(account)}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, useOf(account, change, party));
      else known.parties.push(party);
    }
  }
  return [...found.values()];
}

function useOf(account: ServiceAccount, change: 'gained' | 'lost', party: Party): Finding & { parties: Party[] } {
  return {
    ...nothing,
    change,
    other: { kind: 'use', account: principalPath(account) },
    parties: [party],
    place: account.object,
    allowed: change === 'gained' ? 'after' : 'before',
    origins: noReasons,
  };
}

const nothing = {
  permissions: emptySet(),
  before: undefined,
  after: undefined,
  relations: false,
  record: undefined,
} as const;

/** The domains of addresses that the organization lets be invited. */
type Domains = 'all' | ReadonlySet<string>;

function domainsOf({ organization: { invites, domains } }: Model): Domains {
  if (invites === 'any-domain') return 'all';
  return new Set(invites === 'allowed-domains' ? domains : []);
}

/** Looked at where the organization's policy differs; what a permission more or less does is said of the permission. */
export function invitersOf({ before, after }: Pair<Model>): Set<Principal> {
  const found = new Set<Principal>();
  if (before === undefined || after === undefined || domainsKey(before) === domainsKey(after)) return found;
  for (const model of [before, after])
    for (const role of model.roles.values())
      if (create !== undefined && has(role.permissions, create))
        for (const { member } of role.members) {
          found.add(member);
          if (member.kind === 'group') for (const user of member.members) found.add(user);
        }
  return found;
}

const create = permission('CREATE_ORGANIZATION_USERS');

function domainsKey(model: Model): string {
  const domains = domainsOf(model);
  return domains === 'all' ? domains : JSON.stringify([...domains].sort());
}

export function compareInvites(run: Run, parties: Iterable<Party>): Finding[] {
  const found = new Map<string, Finding & { readonly parties: Party[] }>();
  for (const party of parties) {
    const [before, after] = [invitable(run, party, 'before'), invitable(run, party, 'after')];
    const change = changeOf(before, after);
    if (change === undefined) continue;
    const text = (domains: Domains) =>
      domains === 'all' || domains.size === 0 ? undefined : `the address is of ${[...domains].sort().join(', ')}`;
    const [one, other] = [text(before), text(after)];
    const key = JSON.stringify([change, one, other]);
    const allowed = change === 'lost' || change === 'narrowed' ? 'before' : 'after';
    const rest = { other: { kind: 'invite' }, place: undefined, allowed, origins: noReasons } as const;
    const known = found.get(key);
    if (known === undefined) found.set(key, { ...nothing, change, before: one, after: other, parties: [party], ...rest });
    else known.parties.push(party);
  }
  return [...found.values()];
}

function invitable(run: Run, party: Party, side: SideName): Domains {
  const { model, roles } = run.sides[side];
  const principal = party[side];
  if (principal === undefined) return new Set();
  const held = [principal, ...groupsIn(model, principal)].flatMap((name) => [...(roles.get(name) ?? [])]);
  if (held.some(({ role }) => grantsAdmin(role))) return 'all';
  const may = create !== undefined && held.some(({ role }) => has(role.permissions, create));
  return may ? domainsOf(model) : new Set();
}

function changeOf(before: Domains, after: Domains): Change | undefined {
  const more = covers(before, after) ? undefined : isNone(before) ? 'gained' : 'widened';
  const fewer = covers(after, before) ? undefined : isNone(after) ? 'lost' : 'narrowed';
  return more !== undefined && fewer !== undefined ? 'changed' : (more ?? fewer);
}

function isNone(domains: Domains): boolean {
  return domains !== 'all' && domains.size === 0;
}

function covers(all: Domains, some: Domains): boolean {
  return all === 'all' || (some !== 'all' && [...some].every((domain) => all.has(domain)));
}
