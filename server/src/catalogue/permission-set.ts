// Sets of permissions as bits: small, quick to join, and equal where they hold the same.
import { permissions } from './permissions.ts';
import type { Permission } from './types.ts';

/** A set of permissions as words of 32 bits, bit `index`; never changed once it is handed out. */
export interface PermissionSet {
  readonly length: number;
  readonly [word: number]: number;
}

const wordCount = Math.ceil(permissions.length / 32);

/** A set under construction; hand it out as a `PermissionSet` when it is full. Plain numbers are made quicker than typed arrays. */
export type PermissionSetBuilder = number[];

const zeros: readonly number[] = Array.from({ length: wordCount }, () => 0);
const empty: PermissionSet = zeros;

export function emptySet(): PermissionSet {
  return empty;
}

export function newBuilder(): PermissionSetBuilder {
  return zeros.slice();
}

export function addPermission(to: PermissionSetBuilder, permission: Permission): void {
  const word = permission.index >>> 5;
  to[word] = (to[word] ?? 0) | (1 << (permission.index & 31));
}

export function addSet(to: PermissionSetBuilder, set: PermissionSet): void {
  for (let word = 0; word < wordCount; word++) to[word] = (to[word] ?? 0) | (set[word] ?? 0);
}

export function setOf(members: Iterable<Permission>): PermissionSet {
  const set = newBuilder();
  for (const each of members) addPermission(set, each);
  return set;
}

export function has(set: PermissionSet, permission: Permission): boolean {
  return (((set[permission.index >>> 5] ?? 0) >>> (permission.index & 31)) & 1) === 1;
}

export function union(a: PermissionSet, b: PermissionSet): PermissionSet {
  const set = newBuilder();
  for (let word = 0; word < wordCount; word++) set[word] = (a[word] ?? 0) | (b[word] ?? 0);
  return set;
}

export function intersection(a: PermissionSet, b: PermissionSet): PermissionSet {
  const set = newBuilder();
  for (let word = 0; word < wordCount; word++) set[word] = (a[word] ?? 0) & (b[word] ?? 0);
  return set;
}

/** What `a` holds and `b` does not. */
export function difference(a: PermissionSet, b: PermissionSet): PermissionSet {
  const set = newBuilder();
  for (let word = 0; word < wordCount; word++) set[word] = (a[word] ?? 0) & ~(b[word] ?? 0);
  return set;
}

/** True where `b` holds everything that `a` holds. */
export function isSubset(a: PermissionSet, b: PermissionSet): boolean {
  for (let word = 0; word < wordCount; word++) if (((a[word] ?? 0) & ~(b[word] ?? 0)) !== 0) return false;
  return true;
}

/** True where some permission is in both. */
export function overlaps(a: PermissionSet, b: PermissionSet): boolean {
  for (let word = 0; word < wordCount; word++) if (((a[word] ?? 0) & (b[word] ?? 0)) !== 0) return true;
  return false;
}

export function equal(a: PermissionSet, b: PermissionSet): boolean {
  for (let word = 0; word < wordCount; word++) if (a[word] !== b[word]) return false;
  return true;
}

export function isEmpty(set: PermissionSet): boolean {
  return equal(set, empty);
}

/** The members in catalogue order. */
export function list(set: PermissionSet): Permission[] {
  const members: Permission[] = [];
  for (let word = 0; word < wordCount; word++)
    for (let bits = set[word] ?? 0; bits !== 0; bits &= bits - 1) {
      const member = permissions[(word << 5) + 31 - Math.clz32(bits & -bits)];
      if (member !== undefined) members.push(member);
    }
  return members;
}

export function size(set: PermissionSet): number {
  let count = 0;
  for (let word = 0; word < wordCount; word++) {
    // Kernighan's count: each step clears the lowest bit that is set.
    for (let bits = set[word] ?? 0; bits !== 0; bits &= bits - 1) count++;
  }
  return count;
}
