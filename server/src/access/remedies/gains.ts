// What else a remedy grants to whoever asks, and to others.
import { difference, emptySet, isEmpty, list, size } from '../../catalogue/permission-set.ts';
import { domainOf } from '../../model/address.ts';
import type { Model } from '../../model/model.ts';
import type { Principal, RecordFacts, ServiceAccount } from '../../model/symbols.ts';
import { decideUse } from '../invite.ts';
import { grantsAdmin } from '../permission-ways.ts';
import { allows } from './allows.ts';
import { askedFor } from './asked-for.ts';
import { gainedAt, type Sides } from './compare.ts';
import { type Memberships, newMemberships } from './memberships.ts';
import { namedIn } from './named.ts';
import { type Person, reached } from './reach.ts';
import type { Proved } from './search.ts';
import { type Spot, spotsOf } from './spots.ts';
import { type Holder, holderBeside, holderIn, type Standing } from './standing.ts';
import type { Change, Gain, Gains, Wish } from './types.ts';
import { type View, viewOf } from './view.ts';

const maxExamples = 4;
/** How many others are looked at for one remedy. */
const maxOthers = 24;
/** How often others are compared for all remedies of one wish. */
const effort = 800;

/** What the gains of all remedies for one wish have in common. */
export interface Ledger {
  readonly model: Model;
  readonly wish: Wish;
  /** The model as it is. */
  readonly now: View;
  /** What somebody holds as it is. */
  holder(principal: Principal): Holder;
  /** How many more standings of others may be compared; counts down. */
  left: number;
}

export function ledgerOf(model: Model, wish: Wish): Ledger {
  const now = viewOf(model, []);
  const known = new Map<Principal, Holder>();
  const holder = (principal: Principal): Holder => {
    const found = known.get(principal) ?? remembering(holderIn(now, principal, wish.today));
    known.set(principal, found);
    return found;
  };
  return { model, wish, now, holder, left: effort };
}

function remembering(holder: Holder): Holder {
  const known = new Map<RecordFacts | undefined, Standing>();
  return (spot) => {
    const found = known.get(spot.facts) ?? holder(spot);
    known.set(spot.facts, found);
    return found;
  };
}

interface Comparison {
  readonly ledger: Ledger;
  readonly changes: readonly Change[];
  readonly view: View;
  readonly memberships: Memberships;
  readonly spots: readonly Spot[];
}

/** Takes a proved remedy; undefined where what it grants to whoever asks is more than `most`: it is none of the nearest. */
export function gainsOf(
  ledger: Ledger,
  { changes, view }: Pick<Proved, 'changes' | 'view'>,
  most: number,
): Gains | undefined {
  const { model, wish } = ledger;
  const memberships = newMemberships(model, changes);
  const spots = spotsOf(model, wish, changes, memberships);
  const comparison: Comparison = { ledger, changes, view, memberships, spots };
  const own = ownGains(comparison, most);
  return own && { own, others: othersGains(comparison) };
}

/** The two sides of somebody at any place. */
function sidesOf({ ledger, changes, view }: Comparison, principal: Principal): (spot: Spot) => Sides {
  const { today } = ledger.wish;
  const before = ledger.holder(principal);
  const sight = sightAfter(changes);
  const after = sight === 'same' ? holderBeside(before, view, principal, today) : holderIn(view, principal, today);
  return (spot) => ({ before: before(spot), after: after(spot), view, sight });
}

/** Only who leaves a group, and a record that is another one, may take a record out of sight. */
function sightAfter(changes: readonly Change[]): Sides['sight'] {
  if (changes.every((change) => 'role' in change && !grantsAdmin(change.role))) return 'same';
  return changes.some(({ kind }) => kind === 'widen-invites' || kind === 'meet-condition') ? 'other' : 'more';
}

/** How much a remedy grants besides: whoever was not looked at counts as allowed more. */
export function sideEffect({ own, others }: Gains): number {
  return own.count + others.count + others.unexamined;
}

function ownGains(comparison: Comparison, most: number): Gains['own'] | undefined {
  const { ledger, spots } = comparison;
  const { wish } = ledger;
  const object = wish.kind === 'can' && wish.place.kind === 'object' ? wish.place.object : undefined;
  const sidesAt = sidesOf(comparison, wish.principal);
  const examples: Gain[] = [];
  let count = 0;
  let ofAll = emptySet();
  for (const spot of spots) {
    const sides = sidesAt(spot);
    const gained = gainedAt(sides);
    if (isEmpty(gained)) continue;
    const place = spot.given ? 'record' : (spot.facts?.object ?? 'organization');
    const besides = difference(gained, askedFor(wish, gained, spot, sides));
    // What is gained for all records of the object is gained for the one as well.
    const more = spot.given ? difference(besides, ofAll) : besides;
    if (place === object) ofAll = more;
    count += size(more);
    if (count > most) return undefined;
    for (const permission of list(more).slice(0, maxExamples)) examples.push({ kind: 'permission', permission, place });
  }
  const uses = usesGained(comparison, wish.principal).filter((each) => wish.kind !== 'use' || each !== wish.account);
  const others = [...uses.map((account): Gain => ({ kind: 'use', account })), ...invitesGained(comparison)];
  return { count: count + others.length, examples: [...examples, ...others].slice(0, maxExamples) };
}

/** The service accounts that somebody may use and might not before. */
function usesGained({ ledger, changes, view, memberships }: Comparison, principal: Principal): ServiceAccount[] {
  const { model } = ledger;
  const touched = new Set<ServiceAccount>();
  for (const change of changes) {
    if (change.kind === 'make-usable') touched.add(change.account);
    if (change.kind !== 'activate') continue;
    if (change.who.kind === 'service account') touched.add(change.who);
    if (change.who !== principal) continue;
    for (const object of model.objects.values()) for (const each of object.accounts.values()) touched.add(each);
  }
  const groups = principal.kind === 'user' ? (memberships.get(principal) ?? []) : [];
  for (const group of groups) for (const account of namedIn(model).of(group).accounts) touched.add(account);
  return [...touched].filter(
    (account) =>
      decideUse(model, principal, account).outcome !== 'allowed' &&
      decideUse(view.model, view.principal(principal), view.principal(account)).outcome === 'allowed',
  );
}

/** Of whoever asks for an address: a policy that takes it takes others too. */
function invitesGained({ ledger: { model, wish }, changes }: Comparison): Gain[] {
  const widening = changes.find((change) => change.kind === 'widen-invites');
  if (widening === undefined || wish.kind !== 'invite') return [];
  if (widening.invites === 'any-domain') return [{ kind: 'invite', domains: 'any' }];
  const { invites, domains } = model.organization;
  const taken = domains.filter((domain) => invites !== 'allowed-domains' && domain !== domainOf(wish.address));
  return taken.length === 0 ? [] : [{ kind: 'invite', domains: taken }];
}

function othersGains(comparison: Comparison): Gains['others'] {
  const { ledger, changes, memberships } = comparison;
  const found: Person[] = [];
  let [examined, unexamined] = [0, 0];
  for (const person of reached(ledger.model, ledger.wish, changes, memberships)) {
    if (examined >= maxOthers || ledger.left <= 0) {
      unexamined++;
      continue;
    }
    examined++;
    if (gainsAnything(comparison, person)) found.push(person);
  }
  return { count: found.length, examples: found.slice(0, maxExamples), unexamined };
}

function gainsAnything(comparison: Comparison, person: Person): boolean {
  const { ledger, view, spots } = comparison;
  const { wish, now } = ledger;
  if (view.principal(person).inactive) return false;
  if (usesGained(comparison, person).length > 0) return true;
  if (wish.kind === 'invite') {
    const theirs: Wish = { ...wish, principal: person };
    if (!allows(now, theirs) && allows(view, theirs)) return true;
  }
  const sidesAt = sidesOf(comparison, person);
  // The organization is the last one: what a role of it grants is mostly gained there, where it takes no record to see that.
  return [...spots.slice(-1), ...spots.slice(0, -1)].some((spot) => {
    ledger.left--;
    return !isEmpty(gainedAt(sidesAt(spot)));
  });
}
