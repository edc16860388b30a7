// What weighs most in the wrong hands: told by what the catalogue says of a permission.
import { list, type PermissionSet } from '../catalogue/permission-set.ts';
import type { Permission } from '../catalogue/types.ts';

/** What only the highest level of a group includes, and `ADMIN`. */
export function isAdministration({ constant, level }: Permission): boolean {
  return level === 'admin' || constant === 'ADMIN';
}

export function isDeletion({ constant }: Permission): boolean {
  return constant.startsWith('DELETE_');
}

/** Giving somebody else sight of a record. */
export function isSharing({ constant }: Permission): boolean {
  return constant === 'CREATE_RECORD_SHARING';
}

/** Deciding who may do or see what: roles and data access policies. */
export function managesAccess({ constant }: Permission): boolean {
  return constant === 'ADMIN' || /^(?:CREATE|UPDATE|DELETE)_(?:(?:ASPECT_)?ROLES|DATA_ACCESS)$/.test(constant);
}

/** Those of a set, the heaviest first: who decides on access, what administers, what deletes, the rest. */
export function byWeight(set: PermissionSet): Permission[] {
  const weight = (permission: Permission) =>
    [managesAccess, isAdministration, isDeletion].findIndex((weighs) => weighs(permission)) >>> 0;
  return list(set).sort((a, b) => weight(a) - weight(b));
}
