// Sets of active people as bits: quick to join where thousands are members of hundreds of roles.
import type { Model } from '../model/model.ts';
import type { Group, Role, User } from '../model/symbols.ts';

/** Bit `index` for each user; never changed once it is handed out. */
export type PeopleBits = Uint32Array;

interface Known {
  readonly users: readonly User[];
  readonly ofMember: WeakMap<User | Group, PeopleBits>;
  readonly ofRole: WeakMap<Role, PeopleBits>;
}

/** By the users themselves: they are the same for as long as nobody comes, goes or changes. */
const known = new WeakMap<Model['users'], Known>();

function knownOf(model: Model): Known {
  const found = known.get(model.users);
  if (found !== undefined) return found;
  const users: User[] = [];
  for (const user of model.users.values()) users[user.index] = user;
  const made = {
    users,
    ofMember: new WeakMap<User | Group, PeopleBits>(),
    ofRole: new WeakMap<Role, PeopleBits>(),
  };
  known.set(model.users, made);
  return made;
}

export function noPeople(model: Model): PeopleBits {
  return new Uint32Array((knownOf(model).users.length >>> 5) + 1);
}

/** The active people whom a member of a role comes to. */
export function bitsOfMember(model: Model, member: User | Group): PeopleBits {
  const { ofMember } = knownOf(model);
  const found = ofMember.get(member);
  if (found !== undefined) return found;
  const bits = noPeople(model);
  const add = ({ index, inactive }: User) => {
    if (!inactive) bits[index >>> 5] = (bits[index >>> 5] ?? 0) | (1 << (index & 31));
  };
  if (member.kind === 'user') add(member);
  else member.members.forEach(add);
  ofMember.set(member, bits);
  return bits;
}

/** The active people who are members of a role. */
export function bitsOfRole(model: Model, role: Role): PeopleBits {
  const { ofRole } = knownOf(model);
  const found = ofRole.get(role);
  if (found !== undefined) return found;
  const bits = noPeople(model);
  for (const { member } of role.members) {
    if (member.kind === 'group') join(bits, bitsOfMember(model, member));
    else if (!member.inactive) bits[member.index >>> 5] = (bits[member.index >>> 5] ?? 0) | (1 << (member.index & 31));
  }
  ofRole.set(role, bits);
  return bits;
}

export function isAmong(bits: PeopleBits, { index }: User): boolean {
  return (((bits[index >>> 5] ?? 0) >>> (index & 31)) & 1) === 1;
}

/** Adds to bits under construction. */
export function join(to: PeopleBits, bits: PeopleBits): void {
  for (let word = 0; word < to.length; word++) to[word] = (to[word] ?? 0) | (bits[word] ?? 0);
}

export function inBoth(a: PeopleBits, b: PeopleBits): PeopleBits {
  const both = a.slice();
  for (let word = 0; word < both.length; word++) both[word] = (both[word] ?? 0) & (b[word] ?? 0);
  return both;
}

export function equal(a: PeopleBits, b: PeopleBits): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let word = 0; word < a.length; word++) if (a[word] !== b[word]) return false;
  return true;
}

/** True where all of the first are of the second. */
export function isWithin(a: PeopleBits, b: PeopleBits): boolean {
  for (let word = 0; word < a.length; word++) if (((a[word] ?? 0) & ~(b[word] ?? 0)) !== 0) return false;
  return true;
}

export function overlap(a: PeopleBits, b: PeopleBits): boolean {
  for (let word = 0; word < a.length; word++) if (((a[word] ?? 0) & (b[word] ?? 0)) !== 0) return true;
  return false;
}

export function without(a: PeopleBits, b: PeopleBits): PeopleBits {
  const rest = a.slice();
  for (let word = 0; word < rest.length; word++) rest[word] = (rest[word] ?? 0) & ~(b[word] ?? 0);
  return rest;
}

/** Those of both and not among the last; mostly nobody, which is undefined. */
export function beside(a: PeopleBits, b: PeopleBits, told: PeopleBits): PeopleBits | undefined {
  let people: PeopleBits | undefined;
  for (let word = 0; word < a.length; word++) {
    const left = (a[word] ?? 0) & (b[word] ?? 0) & ~(told[word] ?? 0);
    if (left === 0) continue;
    people ??= new Uint32Array(a.length);
    people[word] = left;
  }
  return people;
}

function addUsers(people: User[], users: readonly User[], word: number, bits: number): void {
  for (let left = bits; left !== 0; left &= left - 1) {
    const user = users[(word << 5) + 31 - Math.clz32(left & -left)];
    if (user !== undefined) people.push(user);
  }
}

/** How many they are. */
export function sizeOf(bits: PeopleBits): number {
  let size = 0;
  for (const word of bits) size += onesIn(word);
  return size;
}

function onesIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** In the order of the project; no more than the first `most`, to the end of a word. */
export function peopleOf(model: Model, bits: PeopleBits, most = Number.POSITIVE_INFINITY): User[] {
  const { users } = knownOf(model);
  const people: User[] = [];
  for (let word = 0; word < bits.length && people.length < most; word++) addUsers(people, users, word, bits[word] ?? 0);
  return people;
}
