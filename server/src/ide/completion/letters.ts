// Finds among tens of thousands of people whom what is typed may mean, without reading the names of all: which letters a name
// holds, and with which its words begin, are bits.
import type { Model } from '../../model/model.ts';
import { addressOf } from '../../model/profiles.ts';
import type { User } from '../../model/symbols.ts';
import { type Closest, isSeparator, keeper, type MatchClass, matcher } from './match.ts';

interface Letters {
  readonly all: readonly User[];
  /** Letters of the name, and those that begin its words. */
  readonly held: Uint32Array;
  readonly begun: Uint32Array;
  /** The first code units of the addresses. */
  readonly addresses: Uint16Array;
  readonly from: readonly string[];
}

/** By the users of a model, which stay the same as long as nobody comes, goes or changes, but for what is said of them. */
const known = new WeakMap<ReadonlyMap<string, User>, Letters>();

function lettersOf({ users, profiles }: Model): Letters {
  const before = known.get(users);
  if (before?.from === profiles.addresses) return before;
  const all = [...users.values()];
  const made: Letters = {
    all,
    held: Uint32Array.from(all, ({ name }) => bitsOf(name)),
    begun: Uint32Array.from(all, ({ name }) => beginningsOf(name)),
    addresses: Uint16Array.from(profiles.addresses, (address) => address.charCodeAt(0) || 0),
    from: profiles.addresses,
  };
  known.set(users, made);
  return made;
}

/** A bit for each letter of ASCII, digits by twos; whatever else is there says nothing. */
function bitOf(code: number): number {
  const letter = code | 32;
  if (letter >= 97 && letter <= 122) return 1 << (letter - 97);
  return code >= 48 && code <= 57 ? 1 << (26 + ((code - 48) >> 1)) : 0;
}

function bitsOf(text: string): number {
  let bits = 0;
  for (let i = 0; i < text.length; i++) bits |= bitOf(text.charCodeAt(i));
  return bits;
}

function beginningsOf(name: string): number {
  let bits = bitOf(name.charCodeAt(0));
  for (let i = 1; i < name.length; i++) if (isSeparator(name.charCodeAt(i - 1))) bits |= bitOf(name.charCodeAt(i));
  return bits;
}

/** At most `max` users whose names what is typed may mean, or whose addresses begin with it, best first. */
export function closestUsers(model: Model, max: number, typed: string): Closest<User> {
  const { all, held, begun, addresses } = lettersOf(model);
  const matches = matcher(typed);
  const [letters, first, code] = [bitsOf(typed), bitOf(typed.charCodeAt(0)), typed.charCodeAt(0)];
  const kept = keeper<User>(max);
  for (let i = 0; i < all.length && !kept.isFull(); i++) {
    const worst = kept.worst();
    const mayBeName = worst === 2 ? ((held[i] ?? 0) & letters) === letters : ((begun[i] ?? 0) & first) === first;
    const mayBeAddress = worst > 0 && addresses[i] === code;
    const user = mayBeName || mayBeAddress ? all[i] : undefined;
    if (user === undefined) continue;
    const byAddress: MatchClass = mayBeAddress && addressOf(model, user).startsWith(typed) ? 1 : undefined;
    kept.add(user, (mayBeName ? matches(user.name, worst) : undefined) ?? byAddress);
  }
  return kept.closest();
}
