// Users of whom something else is said now, and who are the same all the same: nothing else has to be bound anew.
import type { Unit } from '../syntax/source-file.ts';
import { isSame } from '../text/same.ts';
import { domainOf } from './address.ts';
import type { Bound } from './bound.ts';
import { type Profile, readUser } from './declare-people.ts';
import type { Draft, ProfilesDraft, Site } from './draft.ts';
import type { Model } from './model.ts';
import { namesDirectories } from './names.ts';
import type { Origin } from './origin.ts';
import { liveParts, type PartsByFile } from './parts.ts';
import { addressOf, attributesOf, type Profiles } from './profiles.ts';
import type { User } from './symbols.ts';

/** The names of the attributes that somebody has another value of. */
export type Said = ReadonlySet<string>;

export const nothingSaid: Said = new Set();

interface News {
  /** The position of the user. */
  readonly at: number;
  readonly profile: Profile;
  /** The names of the attributes whose values differ. */
  readonly names: readonly string[];
}

/**
 * Takes the sites of what is declared anew; puts what users among it say into the draft. Undefined where one of them is not who
 * it was, or where more than that hangs on an address or on which attributes there are.
 */
export function saidAnew(before: Bound, draft: Draft, sites: readonly Site[]): Said | undefined {
  const { model, input, parts } = before;
  // What a directory says is put together with what is declared, by addresses.
  const isOpen = namesDirectories(input) || liveParts(parts).some((part) => isUser(part) && part.problems.length > 0);
  const users = sites.filter(isUser);
  const news = isOpen ? [] : users.flatMap((site) => newsOf(before, site) ?? []);
  if (news.length < users.length || !haveOwnAddresses(model.profiles, news)) return undefined;
  draft.profiles = profilesAfter(model.profiles as ProfilesDraft, news);
  return new Set(news.flatMap(({ names }) => names));
}

function profilesAfter({ origins, addresses, attributes }: ProfilesDraft, news: readonly News[]): ProfilesDraft {
  const places = news.map(({ at, profile: { origin } }): Change<Origin> => [at, origin]);
  const moved = news.map(({ at, profile: { address } }): Change<string> => [at, address]);
  const differing = news.filter(({ names }) => names.length > 0);
  const others = differing.map(({ at, profile }): Change<Map<string, string>> => [at, profile.attributes]);
  return {
    origins: withAll(origins, places),
    addresses: withAll(addresses, moved),
    attributes: withAll(attributes, others),
  };
}

type Change<T> = readonly [at: number, value: T];

/** The very list where nothing in it is another value. */
function withAll<T>(list: T[], changes: readonly Change<T>[]): T[] {
  const real = changes.filter(([at, value]) => list[at] !== value);
  if (real.length === 0) return list;
  const copy = [...list];
  for (const [at, value] of real) copy[at] = value;
  return copy;
}

/** Whether the addresses that are new belong to nobody else. */
function haveOwnAddresses({ addresses }: Profiles, news: readonly News[]): boolean {
  const fresh = news.flatMap(({ at, profile: { address } }) => (address === addresses[at] ? [] : [address]));
  return new Set(fresh).size === fresh.length && fresh.every((address) => !addresses.includes(address));
}

/** Undefined where it may be somebody else. */
function newsOf({ model }: Bound, site: Site): News | undefined {
  const { declaration } = site.unit;
  const read = declaration?.kind === 'user' ? readUser(site, declaration) : undefined;
  const known = read && model.users.get(read.user.name);
  if (read === undefined || known === undefined || site.notes.problems.length > 0) return undefined;
  const { user, profile } = read;
  const names = isSamePerson(known, user) ? differing(model, known, profile) : undefined;
  return names && { at: known.index, profile, names };
}

function isUser({ unit: { declaration } }: { readonly unit: Unit }): boolean {
  return declaration?.kind === 'user';
}

function isSamePerson(before: User, after: User): boolean {
  return (
    before.declared &&
    before.external === after.external &&
    before.inactive === after.inactive &&
    before.sound &&
    after.sound
  );
}

/** The names of the attributes whose values differ; undefined where other names are there, or another domain. */
function differing(model: Model, user: User, { address, attributes }: Profile): readonly string[] | undefined {
  const known = attributesOf(model, user);
  if (domainOf(addressOf(model, user)) !== domainOf(address)) return undefined;
  if (!isSame([...known.keys()], [...attributes.keys()])) return undefined;
  return [...attributes].flatMap(([name, value]) => (known.get(name) === value ? [] : [name]));
}

/** Whether a condition asks for one of the attributes: then it may decide otherwise, and everything with it. */
export function isAskedFor(parts: PartsByFile, said: Said): boolean {
  if (said.size === 0) return false;
  return liveParts(parts).some(({ attributes }) => attributes.some((name) => said.has(name)));
}
