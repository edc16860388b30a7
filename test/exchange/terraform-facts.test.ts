// The names of the vendor's Terraform format, each of something that the catalogue has.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { actions, tools, triggers } from '../../server/src/catalogue/actions.ts';
import { managedRoles } from '../../server/src/catalogue/managed-roles.ts';
import {
  labelOf,
  managedRoleNames,
  objectGroups,
  taskTypes,
  toolTypes,
  triggerTypes,
} from '../../server/src/exchange/terraform-facts.ts';

describe('terraform facts', () => {
  it('triggers, tasks and tools are rows of the catalogue', () => {
    const known = (rows: readonly { readonly id: string }[]) => new Set(rows.map(({ id }) => id));
    const lost = (names: ReadonlyMap<string, string>, ids: ReadonlySet<string>) =>
      [...names.values()].filter((id) => !ids.has(id));
    assert.deepEqual(lost(triggerTypes, known(triggers)), []);
    assert.deepEqual(lost(taskTypes, known(actions)), []);
    assert.deepEqual(lost(toolTypes, known(tools)), []);
  });

  it('names every managed role of an object', () => {
    assert.deepEqual(
      Object.keys(managedRoleNames).sort(),
      managedRoles('object')
        .map(({ name }) => name)
        .sort(),
    );
  });

  it('groups with a cap are those twelve that the provider takes a level of', () => {
    const at = (level: string) => objectGroups.filter(({ cap }) => cap === level).map(({ group }) => group.constant);
    assert.deepEqual(at('view').sort(), ['SERVICES', 'SLAS', 'USERS']);
    assert.deepEqual(at('edit'), ['ATTACHMENTS']);
    assert.equal(at('admin').length, 8);
  });

  it('makes labels as the vendor does', () => {
    const labels = ['Night Keepers', 'BedLead', 'HTTPServer', '2nd line', 'a--b.c', 'Übersicht', '日本', '__x__', ''];
    assert.deepEqual(labels.map(labelOf), [
      'night_keepers',
      'bed_lead',
      'http_server',
      '_2nd_line',
      'a_b_c',
      'bersicht',
      'resource',
      'x',
      'resource',
    ]);
  });
});
