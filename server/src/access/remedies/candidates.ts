// What a wish lacks, and every change that may bring a part of it.
import { inviting } from '../../catalogue/permissions.ts';
import { domainOf } from '../../model/address.ts';
import type { Model } from '../../model/model.ts';
import { actorOf, amongst } from '../actor.ts';
import { grantsAdmin } from '../permission-ways.ts';
import { activation, type Candidate, type Gap, gapOf, type Need } from './gap.ts';
import { fillsByHand, groupChanges } from './group-changes.ts';
import { conditionChanges } from './meeting.ts';
import { roleChanges } from './role-changes.ts';
import { policyChanges, relationChanges } from './sight-changes.ts';
import type { Wish } from './types.ts';

export interface Lack {
  readonly needs: readonly Need[];
  /** In the order in which equals are offered. */
  readonly candidates: readonly Candidate[];
}

export function lackOf(model: Model, wish: Wish): Lack {
  const active = activation(wish);
  const lack = lackOfActive(model, wish);
  return {
    needs: [...active.flatMap(({ gives }) => gives), ...lack.needs],
    candidates: [...active, ...lack.candidates],
  };
}

function lackOfActive(model: Model, wish: Wish): Lack {
  switch (wish.kind) {
    case 'can':
      return lackOfAccess(gapOf(model, wish));
    case 'invite':
      return lackOfInvitation(model, wish);
    case 'use':
      return lackOfUse(model, wish);
  }
}

function lackOfAccess(gap: Gap): Lack {
  const byRecord = [...conditionChanges(gap), ...relationChanges(gap)];
  return {
    needs: [...gap.permissions, ...(gap.sight ? (['sight'] as const) : [])],
    candidates: [...groupChanges(gap), ...roleChanges(gap), ...policyChanges(gap), ...byRecord],
  };
}

function lackOfInvitation(model: Model, { principal, address, today }: Extract<Wish, { kind: 'invite' }>): Lack {
  const gap = gapOf(model, { principal, permissions: inviting, place: { kind: 'organization' }, today });
  const { domains, invites } = model.organization;
  const domain = domainOf(address);
  const isKnown = domains.includes(domain);
  const isTaken = invites === 'any-domain' || (invites === 'allowed-domains' && isKnown);
  const isFree = isTaken || gap.ways.some(({ byAdmin }) => byAdmin);
  const candidates = [...groupChanges(gap), ...roleChanges(gap)];
  if (isFree) return { needs: gap.permissions, candidates };
  const byDomain = widening({ invites: 'allowed-domains', domain: isKnown ? undefined : domain });
  const byAny = widening({ invites: 'any-domain', domain: undefined });
  return { needs: [...gap.permissions, 'address'], candidates: [...candidates, ...adminOf(gap), byDomain, byAny] };
}

function widening(to: Omit<Extract<Candidate['change'], { kind: 'widen-invites' }>, 'kind'>): Candidate {
  return { change: { kind: 'widen-invites', ...to }, gives: ['address'] };
}

/** `ADMIN` invites whomever it likes: of use to those as well who lack no permission. */
function adminOf({ model, permissions, asked: { principal } }: Gap): Candidate[] {
  if (permissions.length > 0) return [];
  return [...model.roles.values()]
    .filter(grantsAdmin)
    .map((role) => ({ change: { kind: 'add-to-role', principal, role }, gives: ['address'] }));
}

function lackOfUse(model: Model, { principal, account }: Extract<Wish, { kind: 'use' }>): Lack {
  const needs: Need[] = [];
  const candidates: Candidate[] = [];
  if (account.inactive) {
    needs.push('account');
    candidates.push({ change: { kind: 'activate', who: account }, gives: ['account'] });
  }
  const isNamed = amongst(actorOf(model, principal), (each) =>
    account.usableBy.some(({ subject }) => subject === each),
  );
  if (isNamed !== undefined) return { needs, candidates };
  needs.push('use');
  if (principal.kind === 'user')
    for (const { subject } of account.usableBy)
      if (subject.kind === 'group' && fillsByHand(subject))
        candidates.push({ change: { kind: 'join-group', user: principal, group: subject }, gives: ['use'] });
  if (principal.kind !== 'service account')
    candidates.push({ change: { kind: 'make-usable', account, subject: principal }, gives: ['use'] });
  return { needs, candidates };
}
