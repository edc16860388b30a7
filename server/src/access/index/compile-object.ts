// One object of the model as rows: roles, policies with their conditions, fields, what shares its records.
import { type PermissionSet, setOf } from '../../catalogue/permission-set.ts';
import { permissions } from '../../catalogue/permissions.ts';
import { atomsOf } from '../../condition/operands.ts';
import type { Model } from '../../model/model.ts';
import type { Field, ObjectSymbol, Principal, Role } from '../../model/symbols.ts';
import { grantsAdmin } from '../permission-ways.ts';
import { inForce } from '../question-scope.ts';
import type { ObjectIndex, Place, PolicyRow, RoleRow } from './access-index.ts';
import type { Known } from './comparison.ts';
import { compileCondition } from './condition.ts';
import { numberOf, type People } from './people.ts';
import { type DenseRecord, type FieldRow, recordOfFacts } from './record.ts';
import { subjectTable } from './subject-table.ts';
import type { Value } from './values.ts';

/** What is the same for all objects. */
export type Common = Omit<Known, 'slots'>;

interface Row<R> {
  readonly row: R;
  readonly subjects: Uint32Array;
}

const everything: PermissionSet = setOf(permissions);

/** `ADMIN` is every permission. */
export function grantsOf(role: Role): PermissionSet {
  return grantsAdmin(role) ? everything : role.permissions;
}

function numbers(people: People, principals: Iterable<Principal>): Uint32Array {
  return Uint32Array.from(new Set([...principals].map((principal) => numberOf(people, principal))));
}

type RoleMembers = Row<RoleRow>;

/** The roles in force, with their members: as they were before, where they are known to be the same. */
function roleRows(roles: Iterable<Role>, common: Common, before?: ReadonlyMap<string, RoleMembers>): RoleMembers[] {
  const rows: RoleMembers[] = [];
  let at = 0;
  for (const role of roles) {
    const known = before?.get(role.name);
    if (known !== undefined) rows.push({ row: { ...known.row, at }, subjects: known.subjects });
    else if (inForce(role, common.today) && (role.members.length > 0 || role.autoShare.size > 0))
      rows.push({ row: roleRow(role, at), subjects: membersOf(role, common.people) });
    at++;
  }
  return rows;
}

function roleRow(role: Role, at: number): RoleRow {
  return { name: role.name, at, grants: grantsOf(role), words: [...role.autoShare] };
}

function membersOf(role: Role, people: People): Uint32Array {
  const members = role.members.map(({ member }) => member);
  return numbers(people, members);
}

function placeOf(roles: readonly RoleMembers[], policies: readonly Row<PolicyRow>[]): Place {
  const named = roles.map(({ row, subjects }) => ({ subjects, grants: row.grants }));
  const rows = roles.map(({ row }) => row);
  const members = roles.map(({ subjects }) => subjects);
  const shared = rows.filter(({ words }) => words.length > 0);
  return { roles: rows, members, shared, table: subjectTable({ roles: named, policies }) };
}

export function compileOrganization(model: Model, common: Common): Place {
  return placeOf(roleRows(model.roles.values(), common), []);
}

/** `touched`: names of the roles that went, came or changed. */
export function recompileOrganization(
  model: Model,
  common: Common,
  before: Place,
  touched: ReadonlySet<string>,
): Place {
  const same = new Map<string, RoleMembers>();
  before.roles.forEach((row, i) => {
    const subjects = before.members[i];
    if (subjects !== undefined && !touched.has(row.name)) same.set(row.name, { row, subjects });
  });
  return placeOf(roleRows(model.roles.values(), common, same), []);
}

/** A policy that is broken opens nothing: it has no row. */
function policyRows(object: ObjectSymbol, known: Known): Row<PolicyRow>[] {
  return object.policies.flatMap(({ to, when }, at): Row<PolicyRow>[] => {
    if (when === undefined) return [];
    const condition = when.op === 'true' ? undefined : compileCondition(when, known);
    const subjects = to.map(({ subject }) => subject);
    const cost = atomsOf(when).length;
    return [{ row: { at, condition, cost }, subjects: numbers(known.people, subjects) }];
  });
}

function fieldRow({ name, type, assignee }: Field): FieldRow {
  const holds =
    type === 'user' ? 'person' : type === 'group' ? 'group' : type === 'choices' ? 'options' : ('plain' as const);
  return { name, holds, assignee, inherited: name in Object.prototype };
}

/** `declared`: records whose relations count in the whole object. */
export function compileObject(object: ObjectSymbol, common: Common, declared: readonly DenseRecord[]): ObjectIndex {
  const fields = [...object.fields.values()];
  const slots = new Map(fields.map((field, slot) => [field, slot]));
  const roles = roleRows(object.roles.values(), common);
  const policies = policyRows(object, { ...common, slots });
  return {
    ...placeOf(roles, policies),
    symbol: object,
    number: object.index,
    fields: fields.map(fieldRow),
    policies: policies.map(({ row }) => row),
    recordShares: [...object.recordShares],
    hasAssignees: fields.some(({ assignee }) => assignee),
    declaredRecords: declared,
    scratch: fields.map((): Value => undefined),
  };
}

/** By object: the declared records whose relations give roles in the whole object, where the settings say so. */
export function declaredRecords(model: Model, people: People): ReadonlyMap<ObjectSymbol, readonly DenseRecord[]> {
  const records = new Map<ObjectSymbol, DenseRecord[]>();
  if (model.semantics.autoShareReach !== 'object') return records;
  for (const { facts } of model.records.values()) {
    if (facts === undefined) continue;
    const record = recordOfFacts(people, facts);
    const known = records.get(facts.object);
    if (known === undefined) records.set(facts.object, [record]);
    else known.push(record);
  }
  return records;
}
