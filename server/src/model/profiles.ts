// What is said of users that nobody's identity hangs on: a keystroke in it leaves the user, and whatever names it, as they are.
import type { Origin } from './origin.ts';
import type { AnySymbol, User } from './symbols.ts';

/** Each by the position of the user (`User.index`). A list is the same value in two states in which nothing in it differs. */
export interface Profiles {
  /** Where the name is declared, or, of those that a directory brings, the `directory`. */
  readonly origins: readonly Origin[];
  /** Lower-cased. */
  readonly addresses: readonly string[];
  readonly attributes: readonly ReadonlyMap<string, string>[];
}

interface WithProfiles {
  readonly profiles: Profiles;
}

const noAttributes: ReadonlyMap<string, string> = new Map();

/** Lower-cased; empty of people who are in no project. */
export function addressOf({ profiles }: WithProfiles, { index }: User): string {
  return profiles.addresses[index] ?? '';
}

/** People who are in no project have none. */
export function attributesOf({ profiles }: WithProfiles, { index }: User): ReadonlyMap<string, string> {
  return profiles.attributes[index] ?? noAttributes;
}

/** Where the name stands; of a thing that is not written, undefined. */
export function originIn({ profiles }: WithProfiles, symbol: AnySymbol): Origin | undefined {
  return symbol.kind === 'user' ? profiles.origins[symbol.index] : symbol.origin;
}
