// What every user, group and service account is given by its own name at one place, before any membership is looked at.
import { has } from '../../catalogue/permission-set.ts';
import { permission as permissionNamed } from '../../catalogue/permissions.ts';
import type { Permission } from '../../catalogue/types.ts';
import type { AccessIndex, ObjectIndex } from './access-index.ts';
import type { People } from './people.ts';
import { type PolicySets, policySets } from './policy-sets.ts';
import { eachRow, grants, type SubjectTable } from './subject-table.ts';

export interface Standing {
  /** By number: a bit for each permission asked for, and `seesAll`. */
  readonly given: Uint32Array;
  /** All bits of permissions: who has them may, for the records that are in sight. */
  readonly all: number;
  /** By number: the set of policies of the object that name it. */
  readonly policies: Uint32Array;
  readonly sets: PolicySets;
}

/** The bit of whoever sees every record. */
export const seesAll = 1 << 30;

/** As many permissions as have a bit of their own. */
export const mostPermissions = 30;

const admin = permissionNamed('ADMIN');

interface Sheets {
  readonly given: Uint32Array;
  readonly policies: Uint32Array;
}

const sheets = new WeakMap<People, Sheets>();

/** Large, and needed only while one question is answered: each use begins with clean ones. */
function cleanSheets(people: People): Sheets {
  const known = sheets.get(people);
  if (known === undefined) {
    const count = people.flags.length;
    const made = { given: new Uint32Array(count), policies: new Uint32Array(count) };
    sheets.set(people, made);
    return made;
  }
  known.given.fill(0);
  known.policies.fill(0);
  return known;
}

/** Good until it is asked for again. */
export function standingOf(
  index: AccessIndex,
  object: ObjectIndex | undefined,
  permissions: readonly Permission[],
): Standing {
  const { given, policies } = cleanSheets(index.people);
  const sets = policySets();
  const withAdmin = index.model.semantics.adminSeesAllRecords;
  addGiven(given, index.organization.table, permissions, withAdmin);
  if (object !== undefined) {
    addGiven(given, object.table, permissions, false);
    const { starts, items } = object.table.policies;
    eachRow(object.table, (subject, row) => {
      policies[subject] = sets.of([...items.subarray(starts[row], starts[row + 1])]);
    });
  }
  addAccounts(index, given, object, permissions);
  return { given, all: 2 ** permissions.length - 1, policies, sets };
}

function addGiven(
  given: Uint32Array,
  table: SubjectTable,
  permissions: readonly Permission[],
  withAdmin: boolean,
): void {
  const isAdmin = (row: number) => withAdmin && admin !== undefined && grants(table, row, admin.index);
  eachRow(table, (subject, row) => {
    let bits = given[subject] ?? 0;
    permissions.forEach((permission, i) => {
      if (grants(table, row, permission.index)) bits |= 1 << i;
    });
    given[subject] = isAdmin(row) ? bits | seesAll : bits;
  });
}

function addAccounts(
  { accountRoles, people, model }: AccessIndex,
  given: Uint32Array,
  object: ObjectIndex | undefined,
  permissions: readonly Permission[],
): void {
  accountRoles.forEach((roles, i) => {
    let bits = 0;
    for (const role of roles) {
      if (role.object !== undefined && role.object !== object?.number) continue;
      permissions.forEach((permission, at) => {
        if (has(role.grants, permission)) bits |= 1 << at;
      });
      const isAdmin = admin !== undefined && has(role.grants, admin) && role.object === undefined;
      if (isAdmin && model.semantics.adminSeesAllRecords) bits |= seesAll;
    }
    given[people.firstAccount + i] = bits;
  });
}
