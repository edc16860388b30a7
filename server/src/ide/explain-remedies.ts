// What would allow what is refused, in words: each remedy a line, and below it what else it would grant.
import type { Change, Gain, Gains, Remedies, Remedy } from '../access/remedies/types.ts';
import { printFormula } from '../condition/print.ts';
import { principalPath } from '../model/lookup.ts';
import type { Model } from '../model/model.ts';
import type { Origin } from '../model/origin.ts';
import { originIn } from '../model/profiles.ts';
import type { Principal } from '../model/symbols.ts';
import type { RelationKind } from '../syntax/ast-value.ts';
import { formatDay } from '../text/calendar.ts';
import { type Explanation, line } from './explain-tree.ts';
import { roleText } from './explain-ways.ts';
import { join, type Phrase, phrase, words } from './phrase.ts';
import { recordWith, writtenRecord } from './written.ts';

export const remediesTitle = 'what would allow it';

/** One line for each remedy, the best first; the line behind them, if any, is about all of them. */
export function explainRemedies(model: Model, { remedies, inDoubt }: Remedies): readonly Explanation[] {
  const lines = remedies.map(({ changes, gains }) => ({
    ...line(
      changesText(model, changes),
      effects(gains).map((effect) => line(effect)),
    ),
    origin: firstOf(changes.map((change) => originOf(model, change))),
    written: firstOf(changes.map((change) => aroundOf(model, change))),
  }));
  const none = remedies.length === 0 ? [line(words('no one or two changes would'))] : [];
  return [...lines, ...none, ...(inDoubt ? [line(words(doubtOf(remedies)))] : [])];
}

function firstOf<T>(all: readonly (T | undefined)[]): T | undefined {
  return all.find((each) => each !== undefined);
}

/** Where something comes to stand that has no place yet, or what a record is of that only the question describes. */
function aroundOf(model: Model, change: Change): Origin | undefined {
  if ('facts' in change) return recordWith(model, change.facts)?.origin ?? change.facts.object.origin;
  if ('role' in change && change.role.object !== undefined) return change.role.object.origin;
  return 'role' in change || change.kind === 'widen-invites' ? model.organization.origin : undefined;
}

function doubtOf({ length }: Remedies['remedies']): string {
  const already = 'once what is broken is mended, it may be allowed as it is';
  if (length === 0) return already;
  return `${already}, and ${length === 1 ? 'this' : 'these'} may grant more`;
}

/** The best remedy in one line; undefined where there is none, and where one line is too short for what is in doubt. */
export function bestRemedy(model: Model, remedies: Remedies): Explanation | undefined {
  const [best] = remedies.inDoubt ? [] : remedies.remedies;
  if (best === undefined) return undefined;
  return line([...words('to allow it: '), ...changesText(model, best.changes), '; ', ...effectsInShort(best.gains)]);
}

function changesText(model: Model, changes: Remedy['changes']): Phrase {
  return join(
    changes.map((change) => changeText(model, change)),
    ', and ',
  );
}

/** What to do, as one speaks of it. */
export function changeText(model: Model, change: Change): Phrase {
  switch (change.kind) {
    case 'activate':
      return phrase`activate ${nameOf(change.who)}`;
    case 'join-group': {
      const where = change.group.declared ? '' : ' in the directory';
      return [...phrase`add ${change.user.name} to group ${change.group.name}`, where];
    }
    case 'add-to-role':
      if (change.principal.kind === 'service account')
        return [...phrase`give ${nameOf(change.principal)} `, ...roleText(change.role)];
      return [...phrase`add ${change.principal.name} to `, ...roleText(change.role)];
    case 'grant-in-role':
      return [
        ...words('grant '),
        ...codes(change.permissions.map(({ constant }) => constant)),
        ' in ',
        ...roleText(change.role),
      ];
    case 'extend-expiry':
      return [...words('extend '), ...roleText(change.role), ` to ${formatDay(change.until)}`];
    case 'name-in-policy':
      return phrase`name ${nameOf(change.principal)} in policy ${change.policy.name} of ${change.policy.object.name}`;
    case 'new-policy': {
      const when = change.when === undefined ? [] : phrase` when ${printFormula(change.when)}`;
      return [...phrase`add a policy of ${change.object.name} for ${nameOf(change.principal)}`, ...when];
    }
    case 'meet-condition':
      return phrase`let the record say ${writtenRecord(change.values)}`;
    case 'relate':
      return relations[change.relation](nameOf(change.principal));
    case 'make-usable':
      return phrase`let ${change.subject.name} use ${nameOf(change.account)}`;
    case 'widen-invites':
      return widening(model, change);
  }
}

const relations: Readonly<Record<RelationKind, (name: string) => Phrase>> = {
  share: (name) => phrase`share the record with ${name}`,
  watch: (name) => phrase`let ${name} watch the record`,
  mention: (name) => phrase`mention ${name} in the record`,
  assign: (name) => phrase`assign the record to ${name}`,
  approval: (name) => phrase`put ${name} in the approval chain of the record`,
};

function widening({ organization }: Model, { invites, domain }: Extract<Change, { kind: 'widen-invites' }>): Phrase {
  if (invites === 'any-domain') return words('let any address be invited');
  const allowed = words('let addresses of the domains of the organization be invited');
  if (domain === undefined) return allowed;
  const added = phrase`add the domain ${domain} to the organization`;
  return organization.invites === 'allowed-domains' ? added : [...added, ' and ', ...allowed];
}

function nameOf(principal: Principal): string {
  return principal.kind === 'service account' ? principalPath(principal) : principal.name;
}

function codes(names: readonly string[]): Phrase {
  return join(names.map((name) => phrase`${name}`));
}

/** The declaration to change. */
export function originOf(model: Model, change: Change): Origin | undefined {
  switch (change.kind) {
    case 'activate':
      return originIn(model, change.who);
    case 'join-group':
      return change.group.origin;
    case 'name-in-policy':
      return change.policy.origin;
    case 'new-policy':
      return change.object.origin;
    case 'make-usable':
      return change.account.origin;
    default:
      return 'role' in change ? change.role.origin : undefined;
  }
}

function effects({ own, others }: Gains): Phrase[] {
  const told: Phrase[] = [];
  if (own.count > 0) told.push([...words('it also grants '), ...gainsText(own)]);
  if (others.count + others.unexamined > 0) told.push(othersText(others));
  return told.length === 0 ? [words('it grants nothing else')] : told;
}

function gainsText({ count, examples }: Gains['own']): Phrase {
  const byPlace = new Map<string, { readonly gains: Gain[]; readonly place: Phrase }>();
  for (const gain of examples) {
    const place = placeText(gain);
    const key = JSON.stringify(place);
    const known = byPlace.get(key) ?? { gains: [], place };
    known.gains.push(gain);
    byPlace.set(key, known);
  }
  const groups = [...byPlace.values()].map(({ gains, place }): Phrase => [...join(gains.map(gainName)), ...place]);
  const more = count - examples.length;
  return [...join(groups), ...(more > 0 ? [` and ${more} more`] : [])];
}

/** A permission with its place, the use of an account, or addresses that may be invited. */
export function gainText(gain: Gain): Phrase {
  return [...gainName(gain), ...placeText(gain)];
}

function gainName(gain: Gain): Phrase {
  switch (gain.kind) {
    case 'permission':
      return phrase`${gain.permission.constant}`;
    case 'use':
      return phrase`the use of ${nameOf(gain.account)}`;
    case 'invite':
      return gain.domains === 'any'
        ? words('invitations of any address')
        : [...words('invitations to '), ...codes(gain.domains)];
  }
}

function placeText(gain: Gain): Phrase {
  if (gain.kind !== 'permission') return [];
  if (gain.place === 'record') return words(' on this record');
  return gain.place === 'organization' ? words(' in the organization') : phrase` in ${gain.place.name}`;
}

function othersText({ count, examples, unexamined }: Gains['others']): Phrase {
  const names = codes(examples.map(nameOf));
  if (unexamined > 0 && count === 0) return words(`up to ${people(unexamined)} might be allowed more`);
  const more = unexamined > 0 ? `, and up to ${unexamined} more,` : '';
  const rest = count > examples.length ? ' and others' : '';
  return [`${people(count)}${more} would be allowed more: `, ...names, rest];
}

function people(count: number): string {
  return `${count} ${count === 1 ? 'other' : 'others'}`;
}

/** The one that weighs most by name, the others by their number. */
function heaviest({ count, examples }: Gains['own']): Gains['own'] {
  return { count, examples: examples.slice(0, 1) };
}

function effectsInShort({ own, others }: Gains): Phrase {
  const more = others.count + others.unexamined;
  if (own.count + more === 0) return words('it grants nothing else');
  const upTo = others.unexamined > 0 ? 'up to ' : '';
  return join(
    [
      ...(own.count > 0 ? [[...words('it also grants '), ...gainsText(heaviest(own))]] : []),
      ...(more > 0 ? [words(`it also allows more to ${upTo}${people(more)}`)] : []),
    ],
    '; ',
  );
}
