// An answer as a tree of lines: the decision in words first, then why, then what could change it.
import { actorOf, amongst } from '../access/actor.ts';
import type { Answer, Decision, Refusal } from '../access/answer.ts';
import type { Scope } from '../access/question-scope.ts';
import { remediesFor, wishOf } from '../access/remedies/remedies.ts';
import type { Remedies } from '../access/remedies/types.ts';
import { permission } from '../catalogue/permissions.ts';
import { printFormula } from '../condition/print.ts';
import { originIn } from '../model/profiles.ts';
import type { BoundQuestion } from '../model/question.ts';
import type { Principal } from '../model/symbols.ts';
import type { Snapshot } from '../project/types.ts';
import { type BrokenPlace, brokenPlaces } from './broken-places.ts';
import { explainList, listHeadline } from './explain-list.ts';
import { type Explanation, judged, line, type State } from './explain-tree.ts';
import { explainPermission, explainSight } from './explain-ways.ts';
import { join, listOf, message, type Phrase, phrase, words } from './phrase.ts';

type OpenRelation = Decision['openRelations'][number];

export interface Explained {
  readonly headline: Phrase;
  readonly state: State | 'error' | 'list';
  readonly tree: readonly Explanation[];
  /** What would allow what is refused; worked out when it is asked for, and left out where nothing is refused. */
  readonly remedies?: () => Remedies;
}

/** Takes a question and its answer; without the question, which a broken one has not, only the headline is given. */
export function explainAnswer(snapshot: Snapshot, question: BoundQuestion | undefined, answer: Answer): Explained {
  switch (answer.kind) {
    case 'error':
      return { headline: message(answer.reason), state: 'error', tree: [] };
    case 'list':
      return { headline: listHeadline(answer), state: 'list', tree: explainList(answer.entries) };
    case 'decision':
      return explainDecision(snapshot, question, answer);
  }
}

function explainDecision(
  snapshot: Snapshot,
  question: BoundQuestion | undefined,
  { decision, principal }: Extract<Answer, { kind: 'decision' }>,
): Explained {
  const headline = decisionHeadline(decision, principal);
  const state = stateOf(decision);
  if (question === undefined) return { headline, state, tree: [] };
  const tree = [
    ...explainGrounds(snapshot, question, decision, principal),
    ...changes(decision),
    ...doubts(snapshot, question, decision),
  ];
  const wish = wishOf(question, snapshot.input.today);
  if (decision.outcome !== 'refused' || wish === undefined) return { headline, state, tree };
  return { headline, state, tree, remedies: () => remediesFor(snapshot.model, wish, decision) };
}

function stateOf({ outcome }: Decision): Explained['state'] {
  if (outcome === 'allowed') return 'true';
  if (outcome === 'refused') return 'false';
  return outcome === 'unknown' ? 'error' : 'unknown';
}

export function decisionHeadline(decision: Decision, principal: Principal): Phrase {
  switch (decision.outcome) {
    case 'allowed':
      return words('allowed');
    case 'allowed-when':
      return phrase`allowed when ${printFormula(decision.when)}`;
    case 'unknown':
      return words('not decided: the conditions are more than can be weighed');
    case 'refused':
      return [...words('refused: '), ...refusalText(decision.refusal, principal)];
  }
}

function refusalText(refusal: Refusal | undefined, principal: Principal): Phrase {
  switch (refusal) {
    case 'inactive':
      return words('inactive');
    case 'no-role':
      return words('no role grants it');
    case 'invite-policy':
      return words('the invite policy does not take this address');
    case 'not-shared':
      return phrase`not usable by ${principal.name}`;
    default:
      return words('no data access');
  }
}

function explainGrounds(
  snapshot: Snapshot,
  question: BoundQuestion,
  decision: Decision,
  principal: Principal,
): readonly Explanation[] {
  if (decision.refusal === 'inactive') return explainInactive(snapshot, question, principal);
  if (question.kind === 'use') return explainUse(snapshot, question, decision);
  const today = question.asOf ?? snapshot.input.today;
  const facts = 'place' in question && question.place.kind === 'object' ? question.place.facts : undefined;
  const given = 'place' in question && question.place.kind === 'object' && question.place.given;
  const scope: Scope = { model: snapshot.model, actor: actorOf(snapshot.model, principal), facts, given, today };
  if (question.kind === 'invite') return explainInvite(snapshot, scope, question.address, decision);
  if (!('permissions' in question)) return [];
  const granted = question.permissions.map((permission) => explainPermission(scope, permission, decision));
  if (!decision.needsSight || facts === undefined) return granted;
  // Who has no role for it needs no word about sight.
  return decision.refusal === 'no-role' ? granted : [...granted, explainSight(scope, facts.object, decision)];
}

function explainInactive({ model }: Snapshot, question: BoundQuestion, principal: Principal): readonly Explanation[] {
  const who =
    principal.kind !== 'group' && principal.inactive
      ? principal
      : question.kind === 'use'
        ? question.account
        : principal;
  return [
    { ...judged('false', phrase`${who.name} is inactive, and so is refused everything`), origin: originIn(model, who) },
  ];
}

function explainUse(
  { model }: Snapshot,
  question: Extract<BoundQuestion, { kind: 'use' }>,
  { outcome }: Decision,
): readonly Explanation[] {
  const { account, principal } = question;
  const usable = amongst(actorOf(model, principal), (each) => account.usableBy.some(({ subject }) => subject === each));
  const subjects = account.usableBy.map(({ subject }) => phrase`${subject.name}`);
  const whom = subjects.length === 0 ? words('nobody') : listOf(subjects, 5);
  const through = usable?.through;
  const others = [...phrase`${account.name} is usable by `, ...whom, ...phrase`, which ${principal.name} is not among`];
  const text =
    usable === undefined
      ? others
      : [
          ...phrase`${account.name} is usable by ${principal.name}`,
          ...(through === undefined ? [] : phrase` through ${through.name}`),
        ];
  return [{ ...judged(outcome === 'allowed' ? 'true' : 'false', text), origin: account.origin }];
}

const invitePolicies = {
  'admins-only': 'only a holder of `ADMIN` may invite',
  'allowed-domains': 'addresses of its domains may be invited',
  'any-domain': 'any address may be invited',
} as const;

function explainInvite(snapshot: Snapshot, scope: Scope, address: string, decision: Decision): readonly Explanation[] {
  const { invites, domains, origin } = snapshot.model.organization;
  const create = permission('CREATE_ORGANIZATION_USERS');
  const held = create === undefined ? [] : [explainPermission(scope, create, decision)];
  if (decision.permissions.length === 0 || decision.permissions.some((way) => way.byAdmin)) return held;
  const listed =
    domains.length === 0
      ? words('none')
      : listOf(
          domains.map((domain) => phrase`${domain}`),
          5,
        );
  const which = invites === 'allowed-domains' ? [' (', ...listed, ')'] : [];
  const text = [...phrase`${address}: `, ...message(invitePolicies[invites]), ...which];
  return [...held, { ...judged(decision.outcome === 'allowed' ? 'true' : 'false', text), origin }];
}

/** What a relation to the record that nothing says would change. */
function changes({ openRelations }: Decision): readonly Explanation[] {
  const byWhat = new Map<OpenRelation['what'], Set<OpenRelation['word']>>();
  for (const { word, what } of openRelations) byWhat.set(what, (byWhat.get(what) ?? new Set()).add(word));
  return [...byWhat].map(([what, all]) => {
    const gives = what.kind === 'role' ? phrase`role ${what.name} would count` : words('the record would be in sight');
    const shares = [...all].filter((word) => word !== 'share' || what.kind === 'role').map((word) => phrase`${word}`);
    const shared = all.has('share') && what.kind !== 'role' ? ' if it were shared' : '';
    const auto = shares.length === 0 ? [] : [`${shared === '' ? '' : ','} by auto-share on `, ...join(shares)];
    return { ...line([...words('not said: '), ...gives, shared, ...auto]), origin: what.origin };
  });
}

/** So many places are named: mending one mostly mends others. */
const mostPlaces = 3;

/** What is in doubt, and where the text is broken that leaves it so. */
function doubts({ model }: Snapshot, question: BoundQuestion, decision: Decision): readonly Explanation[] {
  if (decision.doubts.length === 0) return [];
  const { ofOrganization, ofObject } = brokenPlaces(model, question);
  // What the organization leaves open is said first.
  const lines = decision.doubts.map((doubt, i) => {
    const [first] = model.broken.organization && i === 0 ? ofOrganization : ofObject;
    return { ...line(message(doubt)), origin: first?.origin };
  });
  const all = new Map([...ofOrganization, ...ofObject].map((place) => [place.origin.unit, place]));
  return [line(words('in doubt, as long as something is broken'), [...lines, ...brokenLines([...all.values()])])];
}

function brokenLines(all: readonly BrokenPlace[]): readonly Explanation[] {
  const places = all.slice(0, mostPlaces).map(({ origin, message: what }) => ({
    ...line([...words('broken: '), ...message(what)]),
    origin,
    written: origin,
  }));
  const left = all.length - places.length;
  return left === 0 ? places : [...places, line(words(`and ${left} more place${left === 1 ? '' : 's'}`))];
}
