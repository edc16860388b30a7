// Every way in which an actor holds a permission at a place (steps 2 to 4 of section 5 of the language).
import { has } from '../catalogue/permission-set.ts';
import { permission as permissionNamed } from '../catalogue/permissions.ts';
import type { Permission } from '../catalogue/types.ts';
import { evaluate } from '../condition/evaluate.ts';
import { always } from '../model/formulas.ts';
import type { AutoShareWord, Formula, Group, RecordFacts, Role, RoleGrant } from '../model/symbols.ts';
import { membership } from './actor.ts';
import type { PermissionWay } from './answer.ts';
import { inForce, rolesAt, type Scope, sceneOf } from './question-scope.ts';
import { relationOf, relationWays } from './relations.ts';

const admin = permissionNamed('ADMIN');

/** `ADMIN` is every permission. */
export function grantsAdmin(role: Role): boolean {
  return admin !== undefined && has(role.permissions, admin);
}

function grantOf(role: Role, permission: Permission): RoleGrant | undefined {
  return role.grants.find((grant) => grant.permissions.includes(permission));
}

interface Held {
  readonly through: Group | undefined;
  readonly autoShare: AutoShareWord | undefined;
  readonly when: Formula;
}

export function permissionWays(scope: Scope, permission: Permission): PermissionWay[] {
  const scene = sceneOf(scope);
  return rolesAt(scope.model, scope.facts?.object).flatMap((role) => {
    if (!inForce(role, scope.today)) return [];
    const direct = has(role.permissions, permission);
    if (!direct && !grantsAdmin(role)) return [];
    const grant = grantOf(role, direct || admin === undefined ? permission : admin);
    return heldBy(scope, role).map(
      (held): PermissionWay => ({
        permission,
        role,
        grant,
        byAdmin: !direct,
        ...held,
        holds: evaluate(held.when, scene),
      }),
    );
  });
}

function heldBy(scope: Scope, role: Role): Held[] {
  const member = membership(scope.actor, role);
  const held: Held[] = member === undefined ? [] : [{ through: member.through, autoShare: undefined, when: always }];
  return scope.facts === undefined ? held : [...held, ...autoShared(scope, scope.facts, role)];
}

/** The role counts for the record that gives the relation; by `autoShareReach: "object"` for the whole object. */
function autoShared(scope: Scope, facts: RecordFacts, role: Role): Held[] {
  const records = [facts];
  if (scope.model.semantics.autoShareReach === 'object')
    for (const record of scope.model.records.values())
      if (record.facts !== undefined && record.facts.object === facts.object && record.facts !== facts)
        records.push(record.facts);
  return [...role.autoShare].flatMap((word) =>
    records.flatMap((record) =>
      relationWays(scope.actor, record, relationOf(word, 'role')).flatMap(({ through, when }): Held[] => {
        // What another record says of its fields is settled: only the record asked about has open fields.
        if (record === facts) return [{ through, autoShare: word, when }];
        const truth = evaluate(when, { ...sceneOf(scope), value: (field) => record.values.get(field) });
        return truth === 'true' ? [{ through, autoShare: word, when: always }] : [];
      }),
    ),
  );
}

/** Roles that would count if the record gave a relation that is not said of it. */
export function autoShareRoles(scope: Scope, permission: Permission): Role[] {
  if (scope.facts === undefined) return [];
  return rolesAt(scope.model, scope.facts.object).filter(
    (role) =>
      role.autoShare.size > 0 && inForce(role, scope.today) && (has(role.permissions, permission) || grantsAdmin(role)),
  );
}
