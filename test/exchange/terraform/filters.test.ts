// Filters of Terraform as conditions: each kind of node, negation, both left sides, and whatever cannot be read.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { conditionOf, desk, errorsOf, importOf, notesOf, policyWith } from './imported.ts';

const fieldIds: Readonly<Record<string, string>> = {
  Subject: 'elementum_text_field.subject.id',
  Priority: 'elementum_number_field.priority.id',
  Urgent: 'elementum_boolean_field.urgent.id',
  Due: 'elementum_date_field.due.id',
  Seen: 'elementum_datetime_field.seen.id',
  Level: 'elementum_dropdown_field.level.id',
  Tags: 'elementum_multiselect_field.tags.id',
  Keeper: 'elementum_user_field.keeper.id',
  Owner: 'elementum_user_field.owner.id',
  Team: 'elementum_group_field.team.id',
};

/** `equals Priority value = {…}` as a node. */
function node(type: string, field: string, rest = ''): string {
  return `{ type = "${type}", left_value = { field_id = ${fieldIds[field] ?? field} }${rest === '' ? '' : `, ${rest}`} }`;
}

const text = (value: string) => `{ type = "text", value = ${JSON.stringify(value)} }`;
const typed = (type: string, value: string) => `{ type = "${type}", value = ${value} }`;
const me = '{ type = "current_user", current_user_type = "id" }';

function check(rows: readonly (readonly [filter: string, condition: string])[]): void {
  for (const [filter, condition] of rows) assert.equal(conditionOf(filter), condition, filter);
}

describe('a filter of Terraform', () => {
  it('that is always true is no condition, one that never is no policy', () => {
    check([
      ['{ type = "true" }', ''],
      ['{ type = "false" }', 'left out'],
      ['{ type = "false", not = true }', ''],
      [`{ type = "and", children = [{ type = "true" }, ${node('is_null', 'Due')}] }`, 'Due is empty'],
      [`{ type = "or", children = [{ type = "true" }, ${node('is_null', 'Due')}] }`, ''],
      [`{ type = "and", children = [{ type = "false" }, ${node('is_null', 'Due')}] }`, 'left out'],
    ]);
  });

  it('compares a field of each type', () => {
    check([
      [node('equals', 'Subject', `value = ${text('a "b"')}`), 'Subject is "a \\"b\\""'],
      [node('equals', 'Priority', `value = ${typed('number', '"42"')}`), 'Priority is 42'],
      [node('equals', 'Urgent', `value = ${typed('boolean', '"true"')}`), 'Urgent is true'],
      [node('equals', 'Due', `value = ${typed('date', '"2026-03-01"')}`), 'Due is 2026-03-01'],
      [
        node('equals', 'Seen', `value = ${typed('datetime', '"2026-03-01T09:30:00Z"')}`),
        'Seen is 2026-03-01T09:30:00Z',
      ],
      [
        node('equals', 'Seen', `value = ${typed('datetime', '"2026-03-01T09:30:00.250000+01:00"')}`),
        'Seen is 2026-03-01T09:30:00.250+01:00',
      ],
      [node('equals', 'Level', `value = ${typed('uuid', 'local.level_options_by_label["High"]')}`), 'Level is "High"'],
      [node('equals', 'Level', `value = ${text('Low')}`), 'Level is "Low"'],
      [node('equals', 'Keeper', `value = ${me}`), 'Keeper is current user'],
      [node('equals', 'Keeper', `value = ${typed('uuid', 'data.elementum_user.ines.id')}`), 'Keeper is ines'],
      [node('equals', 'Team', `value = ${typed('uuid', 'data.elementum_group.crew.id')}`), 'Team is Crew'],
      [node('contains', 'Team', `value = ${me}`), 'Team contains current user'],
      [
        node('contains', 'Tags', `value = ${typed('uuid', 'local.tags_options_by_label["vip"]')}`),
        'Tags contains "vip"',
      ],
      [node('overlaps', 'Tags', `values = [${text('vip')}, ${text('late')}]`), 'Tags overlaps ("vip", "late")'],
      [node('in', 'Level', `values = [${text('High')}, ${text('Low')}]`), 'Level is one of ("High", "Low")'],
      [node('in', 'Level', `values = [${text('High')}]`), 'Level is "High"'],
      [node('is_null', 'Keeper'), 'Keeper is empty'],
    ]);
  });

  it('orders numbers, dates and date-times', () => {
    const day = `value = ${typed('date', '"2026-03-01"')}`;
    check([
      [node('greater_than', 'Priority', `value = ${typed('number', '"1"')}`), 'Priority > 1'],
      [node('less_than_equals', 'Priority', `value = ${typed('number', '"-1.5"')}`), 'Priority <= -1.5'],
      [node('greater_than', 'Due', day), 'Due after 2026-03-01'],
      [node('less_than_equals', 'Seen', day), 'Seen before 2026-03-01 or Seen is 2026-03-01'],
      [
        node('consecutive_range', 'Due', 'relative_value = { operator = "last", unit = "month", amount = 3 }'),
        'Due in the last 3 months',
      ],
      [
        node('equals', 'Keeper', `value = { type = "field", field_id = ${fieldIds['Owner']} }`),
        'Keeper is field Owner',
      ],
      [
        node('equals', 'Urgent', `value = { type = "field", field_id = ${fieldIds['Urgent']} }`),
        'Urgent is field Urgent',
      ],
      [
        node('between', 'Priority', `min = ${typed('number', '"1"')}, max = ${typed('number', '"5"')}`),
        'Priority between 1 and 5',
      ],
    ]);
  });

  it('says a range that is too long for one unit in the next', () => {
    const last = (amount: number, unit: string) =>
      node('consecutive_range', 'Due', `relative_value = { operator = "last", unit = "${unit}", amount = ${amount} }`);
    const unreadable = '"unreadable: consecutive_range on Due, its range longer than can be said" is not empty';
    check([
      [last(9999, 'day'), 'Due in the last 9999 days'],
      [last(69_993, 'day'), 'Due in the last 9999 weeks'],
      [last(12_000, 'month'), 'Due in the last 1000 years'],
      [last(10_000, 'day'), unreadable],
      [last(70_000, 'day'), unreadable],
      [last(12_001, 'month'), unreadable],
      [last(10_000, 'year'), unreadable],
      [last(10_000, 'week'), unreadable],
    ]);
  });

  it('is negated by `not`, on every node', () => {
    const open = `{ type = "equals", not = true, left_value = { field_id = local.desk_status_field_id }, value = ${typed('uuid', 'elementum_app.desk.status_option_ids_by_label["Open"]')} }`;
    check([
      [open, 'Status is not "Open"'],
      [node('is_null', 'Due', 'not = true'), 'Due is not empty'],
      [
        node('in', 'Level', `not = true, values = [${text('High')}, ${text('Low')}]`),
        'not (Level is one of ("High", "Low"))',
      ],
      [
        `{ type = "or", not = true, children = [${node('is_null', 'Due')}, ${node('is_null', 'Keeper', 'not = true')}] }`,
        'not (Due is empty or Keeper is not empty)',
      ],
    ]);
  });

  it('has its field in one of two spellings, and system fields under several names', () => {
    const stage = `value = ${typed('uuid', 'local.desk_stage_ids_by_key["second"]')}`;
    check([
      [`{ type = "is_null", field_id = ${fieldIds['Due']} }`, 'Due is empty'],
      ['{ type = "is_null", field_id = elementum_app.desk.title_field_id }', 'Title is empty'],
      ['{ type = "is_null", field_id = data.elementum_field.desk_created_by.id }', '"Created By" is empty'],
      [`{ type = "equals", field_id = local.desk_stage_field_id, ${stage} }`, 'Stage is "Second"'],
    ]);
  });

  it('may be a block, and so may what is in it', () => {
    const block = `resource "elementum_access_policy" "rule" {
  object_id = elementum_app.desk.id
  user_ids  = [data.elementum_user.ines.id]
  filter {
    type = "and"
    children {
      type = "is_null"
      left_value { field_id = elementum_date_field.due.id }
    }
    children {
      type = "equals"
      field_id = elementum_number_field.priority.id
      value { 
        type = "number"
        value = 3
      }
    }
  }
}`;
    const [, file] = importOf(desk + block).files;
    assert.match(file?.text ?? '', /when Due is empty and Priority is 3/);
  });

  it('with anything missing, unknown or in doubt opens nothing, and an error says what was there', () => {
    const rows: readonly (readonly [filter: string | undefined, what: string])[] = [
      [undefined, 'the filter is not in the export'],
      ['null', 'the filter is not in the export'],
      ['{}', 'a condition without a type'],
      ['var.filter', 'a condition without a type'],
      ['{ type = "and" }', 'and without children'],
      ['{ type = "or", children = [] }', 'or without children'],
      ['{ type = "search", value = { type = "text", value = "x" } }', 'search'],
      ['{ type = "api_request" }', 'api_request'],
      ['{ type = "__proto__" }', '__proto__'],
      ['{ type = "constructor" }', 'constructor'],
      [
        node('current_range', 'Due', 'relative_value = { operator = "next", unit = "day", amount = 7 }'),
        'current_range',
      ],
      ['{ type = "is_null" }', 'is_null without a left side'],
      ['{ type = "is_null", left_value = {} }', 'is_null on a field that is not known'],
      [
        '{ type = "is_null", left_value = { value_reference = "trigger.x", real_type = "text" } }',
        'is_null with a left side that is no field',
      ],
      ['{ type = "is_null", value_reference = "trigger.x" }', 'is_null with more than is known of it'],
      [
        `{ type = "is_null", field_id = ${fieldIds['Due']}, left_value = { field_id = ${fieldIds['Seen']} } }`,
        'is_null with two left sides',
      ],
      [
        '{ type = "is_null", field_id = "7d0c1f7e-2b7e-4a53-9a0b-0a5d5b7b1c11" }',
        'is_null on a field that is not known',
      ],
      ['{ type = "is_null", field_id = local.other_title_field_id }', 'is_null on a field that is not known'],
      [node('equals', 'Priority'), 'equals on Priority, its value not known'],
      [node('equals', 'Priority', `value = ${typed('number', '"many"')}`), 'equals on Priority, its value not known'],
      [node('equals', 'Priority', `value = ${text('1')}`), 'equals on Priority, its value not known'],
      [node('equals', 'Priority', `value = ${typed('null', '""')}`), 'equals on Priority, its value not known'],
      [node('equals', 'Subject', `value = ${text('')}`), 'equals on Subject, its value not known'],
      [
        node('equals', 'Level', `value = ${typed('uuid', '"7d0c1f7e-2b7e-4a53-9a0b-0a5d5b7b1c11"')}`),
        'equals on Level, its value not known',
      ],
      [node('equals', 'Level', `value = ${text('Gone')}`), 'equals on Level, its value not known'],
      [
        node('equals', 'Keeper', 'value = { type = "current_user", current_user_type = "manager" }'),
        'equals on Keeper, its value not known',
      ],
      [node('equals', 'Keeper', 'value = { type = "current_user" }'), 'equals on Keeper, its value not known'],
      [node('equals', 'Due', `value = ${typed('date', '"2026-02-30"')}`), 'equals on Due, its value not known'],
      [
        node('equals', 'Keeper', 'value = { type = "record_field", field = "x", object = "y" }'),
        'equals on Keeper, its value not known',
      ],
      [
        node('equals', 'Keeper', `value = { type = "field", field_id = ${fieldIds['Due']} }`),
        'equals on Keeper, its value not known',
      ],
      [node('equals', 'Tags', `value = ${text('vip')}`), 'equals on Tags'],
      [node('in', 'Level', 'values = []'), 'in on Level, without its values'],
      [node('in', 'Level', `values = [${text('High')}, ${text('Gone')}]`), 'in on Level, one of its values not known'],
      [node('between', 'Priority'), 'between on Priority, without its bounds'],
      [node('between', 'Priority', `min = ${typed('number', '"1"')}`), 'between on Priority, its bounds not known'],
      [
        node('consecutive_range', 'Due', 'relative_value = { operator = "last", unit = "day", amount = 0 }'),
        'consecutive_range on Due, its range not known',
      ],
      [node('like', 'Subject', `value = ${text('x')}`), 'like on Subject, its value not known'],
      [node('is_null', 'Due', 'not = var.turned'), 'is_null that may be negated'],
    ];
    for (const [filter, what] of rows)
      assert.equal(conditionOf(filter), `"unreadable: ${what}" is not empty`, filter ?? 'no filter');
  });

  it('that is unreadable in part opens nothing at all, whatever stands beside', () => {
    const broken = node('between', 'Priority');
    const said = '"unreadable: between on Priority, without its bounds" is not empty';
    check([
      [`{ type = "or", children = [{ type = "true" }, ${broken}] }`, said],
      [`{ type = "and", children = [{ type = "true" }, ${broken}] }`, said],
      [`{ type = "or", not = true, children = [{ type = "false" }, ${broken}] }`, said],
      [`{ type = "or", children = [${node('is_null', 'Due')}, ${broken}] }`, `Due is empty or ${said}`],
    ]);
    const notes = notesOf(importOf(desk + policyWith(broken)));
    const last =
      'the policy `rule` opens nothing, as its filter is not readable: between on Priority, without its bounds';
    assert.ok(
      notes.some((note) => note.endsWith(last)),
      notes.join('\n'),
    );
  });

  it('that ignores case comes out exact, with a note, and is unreadable where that would open more', () => {
    const like = (more = '') => node('like', 'Subject', `${more}mode = "starts_with", value = ${text('abc')}`);
    assert.equal(conditionOf(like()), 'Subject starts with "abc"');
    const imported = importOf(desk + policyWith(like()));
    assert.ok(notesOf(imported).some((note) => note.startsWith('changed') && note.includes('small letters')));
    assert.deepEqual(errorsOf(imported), []);
    const said = '"unreadable: like on Subject, negated and blind to case" is not empty';
    assert.equal(conditionOf(like('not = true, ')), said);
    assert.equal(conditionOf(`{ type = "and", not = true, children = [${like()}] }`), said);
    assert.equal(
      conditionOf(`{ type = "and", not = true, children = [${like('not = true, ')}] }`),
      'not (not (Subject starts with "abc"))',
    );
    // Capitals that are no letters, and letters that are none of either.
    const parts: readonly (readonly [string, boolean])[] = [
      ['10-4', true],
      ['代理', true],
      ['\n', true],
      ['ⓐ', false],
      ['ⅷ', false],
      ['ß', false],
    ];
    for (const [part, isSaid] of parts) {
      const filter = node('like', 'Subject', `not = true, mode = "contains", value = ${text(part)}`);
      assert.equal(conditionOf(filter), isSaid ? `not (Subject contains ${JSON.stringify(part)})` : said, part);
      assert.equal(
        notesOf(importOf(desk + policyWith(filter))).some((note) => note.includes('small letters')),
        false,
      );
    }
  });

  it('that compares with somebody unknown is unreadable: who is not a placeholder would be everybody', () => {
    const imported = importOf(
      desk +
        policyWith(node('equals', 'Keeper', `not = true, value = ${typed('uuid', 'data.elementum_user.gone.id')}`)),
    );
    assert.match(
      imported.files[1]?.text ?? '',
      /when "unreadable: equals on Keeper, its value not known" is not empty/,
    );
  });
});

describe('what is unreadable of a filter', () => {
  const priority = 'left_value = { field_id = elementum_number_field.priority.id }';
  const torn = `{ type = "between", ${priority} }`;
  const few = `{ type = "less_than", ${priority}, value = { type = "number", value = "3" } }`;
  const shown = '"unreadable: between on Priority, without its bounds"';

  it('opens nothing, either, where somebody declares the field that it is written as', () => {
    assert.equal(
      conditionOf(`{ type = "and", children = [${few}, ${torn}] }`),
      `Priority < 3 and ${shown} is not empty`,
    );
    assert.equal(
      conditionOf(
        `{ type = "and", not = true, children = [${few}, { type = "or", not = true, children = [${few}, ${torn}] }] }`,
      ),
      `not (Priority < 3 and not (Priority < 3 or ${shown} is not empty))`,
    );
    assert.equal(
      conditionOf(`{ type = "or", not = true, children = [${few}, ${torn}] }`),
      `not (Priority < 3 or ${shown} is empty)`,
    );
  });
});
