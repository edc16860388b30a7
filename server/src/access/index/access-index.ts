// The access index: a bound model for one day in the form in which a single question is answered fastest.
import type { PermissionSet } from '../../catalogue/permission-set.ts';
import type { Model } from '../../model/model.ts';
import type { AutoShareWord, ObjectSymbol } from '../../model/symbols.ts';
import type { Condition } from './condition.ts';
import type { Holdings } from './holdings.ts';
import type { People } from './people.ts';
import type { DenseRecord, FieldRow } from './record.ts';
import type { SubjectTable } from './subject-table.ts';
import type { Value } from './values.ts';

export interface AccessIndex {
  readonly model: Model;
  /** The day that it answers for, as days since 1970-01-01. */
  readonly today: number;
  readonly people: People;
  readonly organization: Place;
  /** By number, which is the `index` of the symbol. */
  readonly objects: readonly ObjectIndex[];
  readonly objectsByName: ReadonlyMap<string, ObjectIndex>;
  /** Who sees every record: whoever holds `ADMIN` at the organization by membership, where the settings say so. */
  readonly admins: ReadonlySet<number>;
  /** Of each service account the roles that it names, by its position among all accounts. */
  readonly accountRoles: readonly (readonly AccountRole[])[];
  /** Made while questions are answered. */
  readonly holdings: Holdings;
}

/** Roles of the organization, or of one object. */
export interface Place {
  /** Those in force that grant anything, in the order of the model. */
  readonly roles: readonly RoleRow[];
  /** By the same positions: the numbers of their members. */
  readonly members: readonly Uint32Array[];
  /** Those of them that a relation to a record gives. */
  readonly shared: readonly RoleRow[];
  /** By user or group; a service account is named here by policies only. */
  readonly table: SubjectTable;
}

export interface RoleRow {
  readonly name: string;
  /** Its position among the roles of its place. */
  readonly at: number;
  /** Everything that it grants: all there is, where it grants `ADMIN`. */
  readonly grants: PermissionSet;
  readonly words: readonly AutoShareWord[];
}

export interface AccountRole {
  /** The object of the role; undefined for the organization. */
  readonly object: number | undefined;
  readonly name: string;
  readonly grants: PermissionSet;
}

export interface ObjectIndex extends Place {
  readonly symbol: ObjectSymbol;
  readonly number: number;
  readonly fields: readonly FieldRow[];
  readonly policies: readonly PolicyRow[];
  /** Words by which the object shares its records. */
  readonly recordShares: readonly AutoShareWord[];
  /** True where fields say who is assigned. */
  readonly hasAssignees: boolean;
  /** Records whose relations count in the whole object, where they do. */
  readonly declaredRecords: readonly DenseRecord[];
  /** One value per field, written anew for each condition that is run on a record by names. */
  readonly scratch: Value[];
}

export interface PolicyRow {
  /** Its position among the policies of the object. */
  readonly at: number;
  /** Undefined where it opens every record. */
  readonly condition: Condition | undefined;
  /** How many comparisons it makes. */
  readonly cost: number;
}

/** Takes a name, or the `index` of the symbol. */
export function objectAt(index: AccessIndex, object: string | number): ObjectIndex | undefined {
  return typeof object === 'number' ? index.objects[object] : index.objectsByName.get(object);
}
