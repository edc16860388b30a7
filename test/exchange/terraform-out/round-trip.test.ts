// Import, export and import again: who may do what is the same, as the difference engine says.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { difference } from '../../../server/src/access/difference/difference.ts';
import { importTerraform } from '../../../server/src/exchange/terraform/terraform.ts';
import type { Snapshot } from '../../../server/src/project/types.ts';
import { parseDate } from '../../../server/src/text/calendar.ts';
import { makeOrganization, sizes } from '../../bench/organization.ts';
import { organizationHcl } from '../../bench/organization-hcl.ts';
import { snapshotOf } from '../../support/fixture.ts';
import { desk, policyWith, written } from '../terraform/imported.ts';
import { orchard } from '../terraform/organization.ts';
import { exportOf, type Neighbour, neighbours } from './exported.ts';

const today = parseDate('2026-11-21') ?? 0;

function imported(files: readonly Neighbour[]): Snapshot {
  return snapshotOf(written(importTerraform(neighbours(files))));
}

/** What the checklist asks for: without the roles and policies, which the export declares anew, and the groups likewise. */
function without(text: string, types: readonly string[]): string {
  return text.replace(/^resource "(\w+)" "\w+" \{\n[\s\S]*?^\}\n/gm, (block, type) =>
    types.includes(type) ? '' : block,
  );
}

function roundTrip(files: readonly Neighbour[], isWhole = true): void {
  const before = imported(files);
  const rest = files.map(({ path, text }) => ({
    path,
    text: without(text, ['elementum_role', 'elementum_access_policy', 'elementum_group']),
  }));
  const exported = exportOf(before, rest);
  const after = imported([...rest, ...exported.files.filter(({ path }) => path.endsWith('.tf.json'))]);
  const { entries, summary } = difference(before.model, after.model, today);
  assert.deepEqual(entries.slice(0, 3), []);
  const same = { gained: 0, lost: 0, widened: 0, narrowed: 0, changed: 0 };
  assert.deepEqual(summary, { ...same, unknown: isWhole ? 0 : summary.unknown });
  assert.equal(exported.lacking.filter((line) => !line.endsWith('in `checklist.md`')).length, isWhole ? 0 : 1);
  // Not a difference between two that allow nothing.
  const { summary: gone } = difference(before.model, imported(rest).model, today);
  assert.ok(gone.lost > 0);
}

/** Without a role that grants it, no policy shows anything. */
const reader = `resource "elementum_role" "reader" {
  object_id   = elementum_app.desk.id
  name        = "Reader"
  user_ids    = [data.elementum_user.ines.id]
  permissions = [{ group = "RECORDS", level = "VIEW" }]
}
`;

describe('an organization imported, exported and imported again', () => {
  it('is the same, from an export by hand', () => roundTrip([{ path: 'main.tf', text: orchard }]));

  const filters = [
    '{ type = "true" }',
    '{ type = "is_null", not = true, left_value = { field_id = elementum_text_field.subject.id } }',
    '{ type = "in", left_value = { field_id = elementum_text_field.subject.id }, values = [{ type = "text", value = "a$$\u007bb}" }, { type = "text", value = "c" }] }',
    '{ type = "like", left_value = { field_id = elementum_text_field.subject.id }, value = { type = "text", value = "10-4" }, mode = "ends_with" }',
    '{ type = "between", left_value = { field_id = elementum_number_field.priority.id }, min = { type = "number", value = "1" }, max = { type = "number", value = "2.5" } }',
    '{ type = "greater_than_equals", left_value = { field_id = elementum_datetime_field.seen.id }, value = { type = "datetime", value = "2026-03-01T10:00:00Z" } }',
    '{ type = "equals", left_value = { field_id = elementum_datetime_field.seen.id }, value = { type = "date", value = "2026-03-01" } }',
    '{ type = "less_than_equals", not = true, left_value = { field_id = elementum_date_field.due.id }, value = { type = "date", value = "2026-03-01" } }',
    '{ type = "consecutive_range", left_value = { field_id = elementum_datetime_field.seen.id }, relative_value = { operator = "last", unit = "week", amount = 3 } }',
    '{ type = "overlaps", left_value = { field_id = elementum_multiselect_field.tags.id }, values = [{ type = "uuid", value = local.tags_options_by_label["vip"] }] }',
    '{ type = "contains", not = true, left_value = { field_id = elementum_multiselect_field.tags.id }, value = { type = "uuid", value = local.tags_options_by_label["late"] } }',
    '{ type = "equals", left_value = { field_id = elementum_group_field.team.id }, value = { type = "uuid", value = data.elementum_group.crew.id } }',
    '{ type = "equals", left_value = { field_id = elementum_user_field.keeper.id }, value = { type = "field", field_id = elementum_user_field.owner.id } }',
    '{ type = "equals", left_value = { field_id = local.desk_stage_field_id }, value = { type = "uuid", value = local.desk_stage_options_by_label["First"] } }',
    '{ type = "is_null", left_value = { field_id = local.desk_created_at_field_id } }',
    '{ type = "greater_than", left_value = { field_id = elementum_datetime_field.seen.id }, value = { type = "field", field_id = local.desk_created_at_field_id } }',
    '{ type = "or", not = true, children = [{ type = "equals", left_value = { field_id = elementum_boolean_field.urgent.id }, value = { type = "boolean", value = "true" } }, { type = "equals", not = true, left_value = { field_id = elementum_app.desk.status_field_id }, value = { type = "uuid", value = elementum_app.desk.status_option_ids_by_label["Open"] } }] }',
  ];
  for (const filter of filters)
    it(`is the same with ${filter.slice(9, 40)}…`, () =>
      roundTrip([{ path: 'main.tf', text: desk + reader + policyWith(filter) }]));

  it('is exported the same again into the folder that it was exported to', () => {
    const rest = [{ path: 'main.tf', text: desk }];
    const before = imported([{ path: 'main.tf', text: desk + reader + policyWith('{ type = "true" }') }]);
    const once = exportOf(before, rest);
    const inFolder = once.files.map(({ path, text }) => ({ path: `ei/${path}`, text }));
    const twice = exportOf(before, [...rest, ...inFolder.filter(({ path }) => path.endsWith('.tf.json'))]);
    assert.deepEqual(twice, { ...once, isOwn: twice.isOwn });
  });

  it('opens nothing where the import could not read', () => {
    roundTrip([{ path: 'main.tf', text: desk + reader + policyWith('{ type = "search", value = "x" }') }], false);
    roundTrip([{ path: 'main.tf', text: desk + reader + policyWith(undefined) }], false);
  });

  for (const seed of ['round', 'trip', 'again'])
    it(`is the same, generated from ${seed}`, function () {
      this.timeout(60_000);
      const size = { ...sizes.S, apps: 5, users: 40, groups: 8, roles: 12, policies: 20 };
      const files = organizationHcl(makeOrganization(size, seed));
      roundTrip([...files].map(([path, text]) => ({ path, text })));
    });
});
