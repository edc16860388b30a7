// Managed roles and what they are read to grant.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import {
  type ManagedRole,
  managedRole,
  managedRoles,
  suggestManagedRoles,
} from '../../server/src/catalogue/managed-roles.ts';
import { has, isSubset, list, setOf, size } from '../../server/src/catalogue/permission-set.ts';
import { permission, permissions } from '../../server/src/catalogue/permissions.ts';
import type { PlaceKind } from '../../server/src/catalogue/types.ts';

function role(place: PlaceKind, name: string): ManagedRole {
  const found = managedRole(place, name);
  assert.ok(found, name);
  return found;
}

function holds(of: ManagedRole, constant: string): boolean {
  const found = permission(constant);
  assert.ok(found, constant);
  return has(of.grants, found);
}

function suggested(place: PlaceKind, name: string): string {
  return suggestManagedRoles(place, name)
    .map((each) => each.name)
    .join(', ');
}

describe('managed roles', () => {
  it('are those of the organization and those of each object', () => {
    assert.equal(managedRoles('organization').length, 8);
    assert.deepEqual(
      managedRoles('object').map((each) => each.name),
      ['App Admin', 'Content Editor', 'Content Viewer'],
    );
    assert.equal(managedRole('object', 'Admin'), undefined);
    assert.equal(managedRole('organization', 'admin'), undefined);
  });

  it('grant in the organization what the table says', () => {
    assert.deepEqual(
      list(role('organization', 'Admin').grants).map((each) => each.constant),
      ['ADMIN'],
    );
    assert.equal(size(role('organization', 'Internal User').grants), 12);
    assert.ok(!holds(role('organization', 'External Update'), 'CREATE_RECORDS'));
  });

  it('hold their level of every group on an object, cut to its cap', () => {
    const viewer = role('object', 'Content Viewer');
    const editor = role('object', 'Content Editor');
    assert.ok(list(viewer.grants).every((each) => each.level === 'view' && each.scopes.includes('object')));
    assert.ok(isSubset(viewer.grants, editor.grants));
    assert.ok(holds(editor, 'DELETE_ATTACHMENTS') && holds(editor, 'UPDATE_RECORDS') && holds(viewer, 'READ_SLAS'));
    for (const constant of ['CREATE_SERVICES', 'UPDATE_SERVICES', 'READ_GROUPS', 'READ_MARKETPLACE_APPS']) {
      assert.ok(!holds(editor, constant), constant);
    }
  });

  it('give the App Admin of an object everything that an object can grant', () => {
    const onObject = permissions.filter((each) => each.scopes.includes('object'));
    assert.deepEqual(role('object', 'App Admin').grants, setOf(onObject));
    assert.ok(holds(role('object', 'App Admin'), 'DELETE_SLAS') && !holds(role('object', 'App Admin'), 'ADMIN'));
    assert.equal(size(role('organization', 'App Admin').grants), 4);
  });

  it('are offered for aliases and near misses', () => {
    assert.equal(suggested('object', 'Admin').split(', ')[0], 'App Admin');
    assert.equal(suggested('object', 'Edit'), 'Content Editor');
    assert.equal(suggested('object', 'View'), 'Content Viewer');
    assert.equal(suggested('object', 'content viewer'), 'Content Viewer');
    assert.equal(suggested('organization', 'Internal Users'), 'Internal User');
    assert.equal(suggested('organization', 'Auditor'), '');
  });
});
