// Compares who may pick a service account.
import { emptySet } from '../../catalogue/permission-set.ts';
import { principalPath } from '../../model/lookup.ts';
import { originIn } from '../../model/profiles.ts';
import type { Principal, ServiceAccount } from '../../model/symbols.ts';
import { isActive, isSound } from '../actor.ts';
import type { Finding } from './findings.ts';
import { groupsIn, type Party } from './parties.ts';
import { nameOf } from './people-items.ts';
import type { Run } from './run.ts';
import { onlyOne, type Touch, withMembers } from './touch.ts';
import { homeOfAccount, modelOf, pairOf } from './twins.ts';
import type { SideName } from './types.ts';

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
export function touchedUsers(touch: Pick<Touch, 'twins'>): Set<Principal> {
  const found = new Set<Principal>();
  const subjects = (account: ServiceAccount | undefined) =>
    account === undefined || !isActive(account) ? [] : account.usableBy.map(({ subject }) => subject);
  for (const { before, after } of touch.twins.accounts.pairs) {
    for (const subject of onlyOne<Principal>(touch, subjects(before), subjects(after)))
      withMembers(touch.twins, subject, found);
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
      if (known === undefined) found.set(key, useOf(run, account, change, party));
      else known.parties.push(party);
    }
  }
  return [...found.values()];
}

function useOf(
  { twins }: Run,
  account: ServiceAccount,
  change: 'gained' | 'lost',
  party: Party,
): Finding & { parties: Party[] } {
  const side = change === 'gained' ? 'after' : 'before';
  const own = pairOf(twins, account)[side];
  const origin = own && originIn(modelOf(twins, side), own);
  return {
    permissions: emptySet(),
    wordings: [],
    inSight: undefined,
    relations: false,
    recordFor: undefined,
    change,
    other: { kind: 'use', account: nameOf(twins, account) },
    parties: [party],
    place: account.object,
    allowed: side,
    reasons: () => ({ before: [], after: [], [side]: [{ text: '`usable by`', origin }] }),
  };
}
