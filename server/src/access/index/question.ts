// A question to the index with its names looked up.
import { permission as permissionNamed, permissions } from '../../catalogue/permissions.ts';
import type { Permission } from '../../catalogue/types.ts';
import { type AccessIndex, type ObjectIndex, objectAt } from './access-index.ts';
import { numberNamed, principalAt } from './people.ts';
import { type DenseRecord, type NamedRecord, nameOf } from './record.ts';

/** Numbers are those of the index: of a principal `numberOf`, of a permission and an object the `index` of the symbol. */
export interface Question {
  /** Name of a user or a group, path of a service account, or number. */
  readonly principal: string | number;
  /** Its constant, or its number. */
  readonly permission: string | number;
  /** Name or number; undefined for the organization. */
  readonly object: string | number | undefined;
  /** What is known of the record; without it nothing is. */
  readonly record?: NamedRecord | DenseRecord | undefined;
}

export interface Ask {
  readonly principal: number;
  /** How a record in names would name the principal. */
  readonly name: string;
  readonly permission: Permission;
  readonly object: ObjectIndex | undefined;
  readonly record: NamedRecord | DenseRecord | undefined;
}

/** Undefined where the index knows one of the names not. */
export function askOf(index: AccessIndex, { principal, permission, object, record }: Question): Ask | undefined {
  const who = typeof principal === 'number' ? principal : numberNamed(index.people, principal);
  const what = typeof permission === 'number' ? permissions[permission] : permissionNamed(permission);
  const where = object === undefined ? undefined : objectAt(index, object);
  if (who < 0 || what === undefined || (object !== undefined && where === undefined)) return undefined;
  return { principal: who, name: nameIn(index, principal, record), permission: what, object: where, record };
}

function nameIn({ people }: AccessIndex, principal: string | number, record: Question['record']): string {
  if (typeof principal === 'string') return principal;
  const symbol = record !== undefined && isNamed(record) ? principalAt(people, principal) : undefined;
  return symbol === undefined ? '' : nameOf(symbol);
}

export function isNamed(record: NamedRecord | DenseRecord): record is NamedRecord {
  return 'fields' in record;
}
