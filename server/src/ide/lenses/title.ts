// What a lens says, once it is looked at.
import { size } from '../../catalogue/permission-set.ts';
import { principalPath } from '../../model/lookup.ts';
import type { Policy, Principal, Role } from '../../model/symbols.ts';
import type { Snapshot } from '../../project/types.ts';
import type { Place } from '../../rules/finding.ts';
import { accountsWith } from '../../rules/holders.ts';
import { writeName } from '../../syntax/keywords.ts';
import { type Span, shift } from '../../text/span.ts';
import { type AnySymbol, declarationsOf } from '../all-symbols.ts';
import { countReached } from '../hover/places.ts';
import { askedAt } from '../hover.ts';
import { locate } from '../locate.ts';
import { occurrencesOf } from '../occurrences.ts';
import type { LensKind, LensText } from './lens.ts';
import { isOfAnyRecord } from './question.ts';

/** As many places as anybody looks through. */
const mostPlaces = 200;

/** Takes where a lens stands, the start of its span; undefined where what it stood above is gone. */
export function lensText(snapshot: Snapshot, path: string, offset: number, kind: LensKind): LensText | undefined {
  if (isOfQuestion(kind)) return ofQuestion(snapshot, path, offset, kind);
  const located = locate(snapshot, path, offset);
  const symbol = located?.symbol?.declaration === true ? located.symbol.symbol : undefined;
  if (symbol === undefined) return undefined;
  if (kind === 'used by') return usedBy(snapshot, symbol);
  return kind === 'members' ? membersOf(snapshot, symbol) : permissionsOf(symbol);
}

type QuestionKind = Extract<LensKind, 'evaluate' | 'why' | 'list'>;

function isOfQuestion(kind: LensKind): kind is QuestionKind {
  return kind === 'evaluate' || kind === 'why' || kind === 'list';
}

function ofQuestion(snapshot: Snapshot, path: string, offset: number, kind: QuestionKind): LensText | undefined {
  const located = locate(snapshot, path, offset);
  const asked = located && askedAt(snapshot, located, offset);
  if (located === undefined || asked === undefined) return undefined;
  if (kind === 'why') return { title: 'Why', action: { does: 'explain' } };
  const { question } = asked.declaration;
  if (question === undefined) return undefined;
  const written = ({ span }: { readonly span: Span }) => {
    const { start, end } = shift(span, located.start);
    return located.source.text.slice(start, end);
  };
  if (kind === 'list') return { title: 'List…', action: { does: 'list', question: written(question) } };
  if (!isOfAnyRecord(question)) return undefined;
  const { principal, place, permissions } = question;
  const action = {
    principal: written(principal),
    permission: permissions[0].text,
    place: writeName(place.object.name.text),
  };
  return { title: 'Evaluate for a record…', action: { does: 'evaluate', ...action } };
}

function usedBy({ model }: Snapshot, symbol: AnySymbol): LensText {
  const count = occurrencesOf(model, symbol).filter(({ declaration }) => !declaration).length;
  if (count === 0) return { title: 'used nowhere', action: undefined };
  return { title: `used in ${count === 1 ? '1 place' : `${count} places`}`, action: { does: 'references' } };
}

function membersOf(snapshot: Snapshot, symbol: AnySymbol): LensText | undefined {
  switch (symbol.kind) {
    case 'group': {
      const members = firstOf(symbol.members, mostPlaces);
      return withPlaces(snapshot, peopleText(symbol.members.size), members);
    }
    case 'role': {
      const holders = holdersOf(snapshot, symbol);
      return withPlaces(snapshot, heldText(symbol, holders), holders);
    }
    case 'policy': {
      const subjects = symbol.to.map(({ subject }) => subject);
      return withPlaces(snapshot, opensText(symbol, subjects), subjects);
    }
    default:
      return undefined;
  }
}

function holdersOf({ model }: Snapshot, role: Role): Principal[] {
  return [...role.members.map(({ member }) => member), ...accountsWith(model, role)];
}

function heldText({ autoShare }: Role, holders: readonly Principal[]): string {
  if (autoShare.size === 0) return `held by ${whoText(holders)}`;
  return holders.length === 0 ? 'held by auto-share alone' : `held by ${whoText(holders)}, and by auto-share`;
}

function opensText({ when }: Policy, subjects: readonly Principal[]): string {
  return when === undefined ? 'opens nothing: it has an error' : `opens records to ${whoText(subjects)}`;
}

/** `5 people and 1 service account`; each person once, whatever groups they are in. */
function whoText(all: readonly Principal[]): string {
  const people = countReached(all);
  const accounts = all.filter(({ kind }) => kind === 'service account').length;
  if (accounts === 0) return peopleText(people);
  const accountsText = accounts === 1 ? '1 service account' : `${accounts} service accounts`;
  return people === 0 ? accountsText : `${peopleText(people)} and ${accountsText}`;
}

function peopleText(count: number): string {
  return count === 0 ? 'nobody' : count === 1 ? '1 person' : `${count} people`;
}

/** Those that stand in a file of the project: the platform's own groups and what directories bring are declared nowhere. */
function withPlaces(snapshot: Snapshot, title: string, symbols: readonly AnySymbol[]): LensText {
  const origins = symbols.flatMap((symbol) => declarationsOf(snapshot.model, symbol));
  const places: Place[] = origins.slice(0, mostPlaces).map(snapshot.place);
  return { title, action: places.length === 0 ? undefined : { does: 'show', places } };
}

function firstOf<T>(all: Iterable<T>, max: number): T[] {
  const found: T[] = [];
  for (const each of all) {
    if (found.length >= max) break;
    found.push(each);
  }
  return found;
}

function permissionsOf(symbol: AnySymbol): LensText | undefined {
  switch (symbol.kind) {
    case 'role': {
      const count = size(symbol.permissions);
      return { title: count === 1 ? '1 permission' : `${count} permissions`, action: undefined };
    }
    case 'user':
    case 'group':
    case 'service account':
      return { title: 'permissions', action: { does: 'permissions', of: { principal: principalPath(symbol) } } };
    case 'object':
      return { title: 'permissions', action: { does: 'permissions', of: { place: writeName(symbol.name) } } };
    default:
      return undefined;
  }
}
