// What must hold of the catalogue's data, whoever corrects a row.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import actionData from '../../server/src/catalogue/actions.json' with { type: 'json' };
import { actions, tools, triggers } from '../../server/src/catalogue/actions.ts';
import dutyData from '../../server/src/catalogue/duties.json' with { type: 'json' };
import roleData from '../../server/src/catalogue/managed-roles.json' with { type: 'json' };
import permissionData from '../../server/src/catalogue/permissions.json' with { type: 'json' };
import { levelCap, levels, permission, permissionGroups, permissions } from '../../server/src/catalogue/permissions.ts';
import setOff from '../../server/src/catalogue/set-off.json' with { type: 'json' };
import { occasionOf, reachingAgents, relatings } from '../../server/src/catalogue/set-off.ts';
import triggerNames from '../../server/src/catalogue/trigger-names.json' with { type: 'json' };

function assertUnique(words: readonly string[]): void {
  assert.deepEqual(
    words.filter((word, index) => words.indexOf(word) !== index),
    [],
  );
}

describe('catalogue data', () => {
  it('holds what the platform has', () => {
    assert.equal(permissions.length, 159);
    assert.equal(permissions.filter((each) => each.documented).length, 116);
    assert.equal(permissionGroups.length, 15);
    assert.equal(actions.length, 44);
    assert.equal(tools.length, 9);
    assert.equal(triggers.length, 15);
  });

  it('names nothing twice', () => {
    assertUnique(permissions.map((each) => each.constant));
    assertUnique(permissions.map((each) => each.name));
    assertUnique(permissionGroups.map((each) => each.constant));
    assertUnique(permissionGroups.map((each) => each.name));
    assertUnique(actions.map((each) => each.id));
    assertUnique(tools.map((each) => each.id));
    assertUnique(triggers.map((each) => each.id));
    assertUnique(roleData.organization.map((each) => each.name));
    assertUnique(roleData.object.map((each) => each.name));
    assertUnique(setOff.triggers.map((each) => each.id));
    assertUnique(setOff.autoShare.map((each) => each.id));
    assertUnique(dutyData.duties.map((each) => each.name));
  });

  it('refers only to what exists', () => {
    const groups = new Set(permissionGroups.map((each) => each.constant));
    for (const each of permissions) assert.ok(each.group === null || groups.has(each.group), each.constant);
    for (const row of [...actionData.actions, ...actionData.tools]) {
      for (const constant of row.requires) assert.ok(permission(constant), `${row.id}: ${constant}`);
    }
    for (const row of roleData.organization) {
      for (const constant of row.grants) {
        assert.ok(permission(constant)?.scopes.includes('organization'), `${row.name}: ${constant}`);
      }
    }
    for (const row of triggerNames.names) assert.ok(actionData.triggers.includes(row.id), row.id);
    for (const row of setOff.triggers) {
      assert.ok(actionData.triggers.includes(row.id), row.id);
      assert.equal(row.permission === undefined, row.outside !== undefined, row.id);
      assert.equal(occasionOf(row.id)?.permission?.constant, row.permission);
    }
    assert.equal(reachingAgents?.constant, setOff.agents);
    for (const { word, permission: needed } of relatings) assert.ok(needed, word);
    for (const row of dutyData.duties) {
      for (const constant of [...row.first, ...row.second]) assert.ok(permission(constant), `${row.name}: ${constant}`);
      assert.deepEqual(
        row.first.filter((constant) => row.second.includes(constant)),
        [],
      );
    }
  });

  it('reads every level, scope and reach of the data', () => {
    const known: readonly (string | null)[] = [...levels, null];
    for (const row of permissionData.permissions) {
      assert.ok(known.includes(row.level), row.constant);
      assert.equal(row.level === null, row.group === null, row.constant);
      assert.ok(row.scopes.includes('organization'), row.constant);
      assert.deepEqual(permission(row.constant)?.scopes, row.scopes);
    }
    for (const row of roleData.object) assert.ok(known.includes(row.level) && row.level !== null, row.name);
    for (const row of [...actionData.actions, ...actionData.tools]) {
      assert.ok(['existing', 'new', null].includes(row.records), row.id);
    }
  });

  it('grants nothing on an object from a group that has no cap there', () => {
    for (const group of permissionGroups.filter((each) => levelCap(each, 'object') === null)) {
      const onObject = permissions.filter((each) => each.group === group.constant && each.scopes.includes('object'));
      assert.deepEqual(onObject, [], group.constant);
    }
  });

  it('numbers permissions by their position', () => {
    assert.ok(permissions.every((each, index) => each.index === index));
  });
});
