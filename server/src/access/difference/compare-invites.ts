// Compares whom principals may invite, where the organization's invite policy differs.
import { emptySet, has } from '../../catalogue/permission-set.ts';
import { inviting } from '../../catalogue/permissions.ts';
import type { Model } from '../../model/model.ts';
import type { Principal, Role } from '../../model/symbols.ts';
import { grantsAdmin } from '../permission-ways.ts';
import type { Finding, Words } from './findings.ts';
import { groupsIn, type Party } from './parties.ts';
import type { Run } from './run.ts';
import { type Touch, withMembers } from './touch.ts';
import type { Change, SideName } from './types.ts';

/** Whether a role lets its holders invite, as far as the organization's policy goes. */
function letsInvite(role: Role): boolean {
  return inviting.some((each) => has(role.permissions, each));
}

/** The domains of addresses that the organization lets be invited. */
type Domains = 'all' | ReadonlySet<string>;

function domainsOf({ organization: { invites, domains } }: Model): Domains {
  if (invites === 'any-domain') return 'all';
  return new Set(invites === 'allowed-domains' ? domains : []);
}

/** Looked at where the organization's policy differs; what a permission more or less does is said of the permission. */
export function touchedInviters({ twins }: Pick<Touch, 'twins'>): Set<Principal> {
  const found = new Set<Principal>();
  const { before, after } = twins;
  if (domainsKey(before) === domainsKey(after)) return found;
  for (const model of [before, after])
    for (const role of model.roles.values())
      if (letsInvite(role)) for (const { member } of role.members) withMembers(twins, member, found);
  return found;
}

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
    const words = { before: domainsText(before), after: domainsText(after) };
    const key = JSON.stringify([change, words]);
    const known = found.get(key);
    if (known === undefined) found.set(key, inviteOf(party, change, words));
    else known.parties.push(party);
  }
  return [...found.values()];
}

/** Nothing of none and of all: the change tells which. */
function domainsText(domains: Domains): string | undefined {
  if (domains === 'all' || domains.size === 0) return undefined;
  return `the address is of ${[...domains].sort().join(', ')}`;
}

function inviteOf(party: Party, change: Change, words: Words): Finding & { parties: Party[] } {
  return {
    change,
    permissions: emptySet(),
    other: { kind: 'invite' },
    wordings: [{ key: () => JSON.stringify(words), words: () => words }],
    inSight: undefined,
    relations: false,
    parties: [party],
    place: undefined,
    recordFor: undefined,
    allowed: change === 'lost' || change === 'narrowed' ? 'before' : 'after',
    reasons: undefined,
  };
}

function invitable(run: Run, party: Party, side: SideName): Domains {
  const { model, roles } = run.sides[side];
  const principal = party[side];
  if (principal === undefined) return new Set();
  const held = [principal, ...groupsIn(model, principal)].flatMap((name) => [...(roles.get(name) ?? [])]);
  if (held.some(({ role }) => grantsAdmin(role))) return 'all';
  return held.some(({ role }) => letsInvite(role)) ? domainsOf(model) : new Set();
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
